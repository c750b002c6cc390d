/** Routes between courts and the mediations they refer to. */
import type { Desk } from '../support/desk.ts';
import {
  agreedOnline,
  broughtBack,
  chosen,
  complained,
  delegated,
  entrusted,
  mediation,
  referralSent,
  registered,
  sitting,
} from '../support/desk-court.ts';
import { confirmed } from '../support/desk-stages.ts';
import { handoff, proceeding } from '../support/desk-words.ts';
import type { Travel } from './travel.ts';

async function taken(desk: Desk): Promise<void> {
  await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
  await desk.gives('limin', 'acceptHandoff', handoff, {}, { at: '2026-09-07T09:00' });
}

/** A referred mediation that ended without agreement on 14 September. */
async function ended(desk: Desk): Promise<Desk> {
  await sitting(desk);
  desk.at('2026-09-14T10:00');
  await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
  return desk;
}

const back = (kind: 'H2' | 'H3') => (desk: Desk) => broughtBack(desk, kind, '2026-09-14T15:00');

export const travelsOfCourts: readonly Travel[] = [
  {
    route: 'T7',
    tells: 'The court registers a suit and, everybody agreeing, entrusts the mediation to the committee.',
    begins: async () => referralSent(await chosen(await registered()), 'entrustmentLetter'),
    goes: taken,
  },
  {
    route: 'T8',
    tells: 'The court says that it delegates before registration, and the committee takes it.',
    begins: async () => {
      const filed = await complained();
      filed.at('2026-09-03T10:00');
      const mode = { mode: 'delegated', number: '（2026）鲁0602诉前调77号' };
      return referralSent(await chosen(filed, mode, ['registration-comes-first']), 'delegationLetter');
    },
    goes: taken,
  },
  {
    route: 'T17',
    tells: 'A delegated mediation failed; its papers go back to the court, which must register.',
    begins: async () => ended(await delegated()),
    goes: back('H3'),
  },
  {
    route: 'T18',
    tells: 'An entrusted mediation failed; the trial goes on.',
    begins: async () => ended(await entrusted()),
    goes: back('H3'),
  },
  {
    route: 'T19',
    tells: 'An entrusted mediation ends in an agreement, which the court reviews.',
    begins: async () => agreedOnline(await entrusted()),
    goes: back('H2'),
  },
  {
    route: 'T36',
    tells: 'An outsider objects to the confirming ruling, and the court revokes it.',
    begins: () => confirmed(),
    goes: async (desk) => {
      const confirmation = proceeding('judicialConfirmation');
      const data = { by: 'outsider', knewOn: '2026-09-20' };
      await desk.gives('liu', 'recordObjection', confirmation, data, { at: '2026-10-12T10:00' });
      await desk.gives('liu', 'decideObjection', confirmation, { result: 'upheld' });
    },
  },
];
