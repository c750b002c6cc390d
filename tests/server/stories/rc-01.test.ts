/** RC-01 over HTTP, with what it must show. */
import { describe } from 'vitest';
import { rc01 } from '../../../seeds/stories/rc-01.ts';
import { rc01Claims } from '../../support/claims-authorities.ts';
import { itShows } from '../../support/story-claims.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-01', () => {
  itShows(toldStory(rc01), rc01Claims);
});
