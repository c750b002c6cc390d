/** RC-06 over HTTP, with what it must show. */
import { describe } from 'vitest';
import { rc06 } from '../../../seeds/stories/rc-06.ts';
import { rc06Claims } from '../../support/claims-authorities.ts';
import { itShows } from '../../support/story-claims.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-06', () => {
  itShows(toldStory(rc06), rc06Claims);
});
