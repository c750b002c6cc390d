/** Exclusions met before authorities. */
import { enforcement, notified } from '../support/desk-penalty.ts';
import { heard, infringement, ruling } from '../support/desk-ruling.ts';
import { partyId, proceeding } from '../support/desk-words.ts';
import type { Meeting } from './meeting.ts';
import { patentAtTheWindow, toDepartment } from './travels-authorities.ts';

const intake = proceeding('intake');

export const meetingsOfAuthorities: readonly Meeting[] = [
  {
    exclusion: 'F3',
    tells: 'A ruling is asked for although a suit over the same infringement is pending.',
    meets: async () => {
      const desk = await patentAtTheWindow();
      await desk.gives('wang', 'screenDispute', intake, {
        suitPending: 'yes',
        earlierOutcome: 'no',
        mediability: 'mediable',
        arbitrationAgreement: 'no',
      });
      return desk.refuses('acknowledge-warnings', 'wang', 'prepareHandoff', intake, toDepartment('adminRuling'));
    },
  },
  {
    exclusion: 'F12',
    tells: 'A ruling is to award damages.',
    meets: async () => {
      const desk = await heard();
      const orders = [{ respondent: partyId(desk.file, 'respondent'), subject: 'payment', act: '赔偿五万元' }];
      const damages = infringement(desk, { orders });
      return desk.refuses('ruling-awards-damages', 'adjudicator', 'issueRuling', ruling, damages);
    },
  },
  {
    exclusion: 'F13',
    tells: 'A fine is to settle what must go to the police.',
    meets: async () => {
      const desk = await notified();
      desk.at('2026-09-21T10:00');
      const found = { turnoverFen: 5_000_000, crime: 'sellingCounterfeits', summary: '补充查明销售金额' };
      await desk.gives('officer', 'recordFindings', enforcement, found);
      const fine = { document: '决定1号', fineFen: 100 };
      return desk.refuses('crime-not-transferred', 'officer', 'decidePenalty', enforcement, fine);
    },
  },
];
