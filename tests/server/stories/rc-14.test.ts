/** RC-14 over HTTP: counterfeit goods; not prosecuted in Ningbo, penalised in Wenzhou. */
import { describe, it } from 'vitest';
import { rc14 } from '../../../seeds/stories/rc-14.ts';
import { rc14Promises } from '../../support/promises-rc-14.ts';
import { toldStory } from '../../support/told-over-http.ts';

describe('RC-14, counterfeit goods from Ningbo to Wenzhou', () => {
  const holder = toldStory(rc14);

  it.each(rc14Promises)('%s', (_, holds) => {
    const { end, afterStep, house } = holder.told;
    holds({ end, afterStep, calendar: house.dependencies.calendar });
  });
});
