/** RC-03 over HTTP, with what it must show. */
import { describe } from 'vitest';
import { rc03 } from '../../../seeds/stories/rc-03.ts';
import { rc03Claims } from '../../support/claims-authorities.ts';
import { itShows } from '../../support/story-claims.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-03', () => {
  itShows(toldStory(rc03), rc03Claims);
});
