/** RC-19 over HTTP, with what it must show. */
import { describe } from 'vitest';
import { rc19 } from '../../../seeds/stories/rc-19.ts';
import { rc19Claims } from '../../support/claims-rc-19.ts';
import { itShows } from '../../support/story-claims.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-19', () => {
  itShows(toldStory(rc19), rc19Claims);
});
