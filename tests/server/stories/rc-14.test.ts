/** RC-14 over HTTP, with what it must show. */
import { describe } from 'vitest';
import { rc14 } from '../../../seeds/stories/rc-14.ts';
import { rc14Claims } from '../../support/claims-rc-14.ts';
import { itShows } from '../../support/story-claims.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-14', () => {
  itShows(toldStory(rc14), rc14Claims);
});
