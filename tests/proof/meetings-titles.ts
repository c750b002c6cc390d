/** Exclusions around arbitration, awards and their enforcement. */
import { arbitration, awarded, requested } from '../support/desk-arbitration.ts';
import { enforcement, enforcingAward } from '../support/desk-enforcement.ts';
import { partyId } from '../support/desk-words.ts';
import type { Meeting } from './meeting.ts';

export const meetingsOfTitles: readonly Meeting[] = [
  {
    exclusion: 'F4',
    tells: 'The commission accepts a request without an agreement to arbitrate.',
    meets: async () => {
      const desk = await requested();
      const data = { number: '烟仲字〔2026〕第66号' };
      return desk.refuses('no-arbitration-agreement', 'arbitrator', 'acceptArbitration', arbitration, data);
    },
  },
  {
    exclusion: 'F5',
    tells: 'A packet for a suit is prepared over what an award in force has decided.',
    meets: async () => {
      const desk = await awarded();
      const data = { kind: 'H16', to: 'zhifuCourt' };
      return desk.refuses('acknowledge-warnings', 'arbitrator', 'prepareHandoff', arbitration, data);
    },
  },
  {
    exclusion: 'F16',
    tells: 'The ground on which setting aside was rejected is pleaded again against enforcement.',
    meets: async () => {
      const desk = await enforcingAward();
      const same = { party: partyId(desk.file, 'respondent'), ground: 'outsideScope' };
      desk.at('2026-12-10T10:00');
      await desk.gives('arbitrator', 'applyToSetAside', arbitration, { ...same, filedOn: '2026-12-09' });
      await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'rejected' }, { at: '2026-12-28T10:00' });
      const again = { by: 'debtor', ...same };
      return desk.refuses('acknowledge-warnings', 'enforcer', 'applyForNonEnforcement', enforcement, again);
    },
  },
];
