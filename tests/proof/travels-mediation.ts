/** Routes into people's mediation, and out of it to where no court has the case yet. */
import { type Data, type Desk, openDesk, type Worker } from '../support/desk.ts';
import { general, regulatorSits } from '../support/desk-official.ts';
import {
  inSession,
  offered,
  offeredByCentre,
  offeredToStation,
  openedCase,
  submitted,
} from '../support/desk-stages.ts';
import { handoff, itemIds, matter, partyId, proceeding, theCase } from '../support/desk-words.ts';
import type { Travel } from './travel.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');

/** Ended because the sides were too far apart, with the other routes told. */
export async function failed(): Promise<Desk> {
  const desk = await inSession();
  await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
  return desk;
}

/** The same over another right. */
export async function failedOver(right: Data): Promise<Desk> {
  const desk = await openedCase(openDesk(), 1, right);
  await desk.gives('limin', 'routeHere', intake, { channel: 'peopleMediation' });
  await desk.gives('limin', 'acceptMediation', mediation, {}, { at: '2026-09-01T10:00' });
  await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua' });
  await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
  return desk;
}

/** The market regulator's mediation ended without agreement. */
export async function regulatorFailed(): Promise<Desk> {
  const desk = await regulatorSits();
  await desk.gives('regulator', 'endMediation', general, { reason: 'tooFarApart', routesTold: true });
  return desk;
}

/** The parties' complaint, with what travels beside it, reaches the court. */
export async function suesOn(desk: Desk, by: Worker = 'sun', from = mediation): Promise<void> {
  for (const document of ['complaint', 'identityDocument', 'addressConfirmation'])
    await desk.gives(by, 'addItem', from, { document, title: document, class: 'partyFile', pages: 2 });
  await desk.gives(by, 'prepareHandoff', from, (c) => ({
    kind: 'H16',
    to: 'zhifuCourt',
    partiesConsent: true,
    items: itemIds(c, 'complaint', 'identityDocument', 'addressConfirmation'),
  }));
  await desk.gives(by, 'offerHandoff', handoff);
  await desk.gives('liu', 'receiveHandoff', handoff);
}

export const travelsOfMediation: readonly Travel[] = [
  {
    route: 'T1',
    tells: 'The centre passes a dispute that nobody refuses to mediate to the committee, which takes it.',
    begins: () => offeredByCentre(),
    goes: async (desk) => {
      await desk.gives('limin', 'receiveHandoff', handoff);
      await desk.gives('limin', 'acceptHandoff', handoff);
    },
  },
  {
    route: 'T6',
    tells: 'The centre hands the claimant over to the court, where it files its suit.',
    begins: async () => {
      const desk = openDesk();
      await desk.gives('wang', 'openCase', theCase, {
        claimant: { name: '赵先生', telephone: '13800000001' },
        summary: '网店销售侵权商品，请求判令停止。',
        respondents: [{ who: { name: '某网店' } }],
      });
      return desk;
    },
    goes: (desk) => suesOn(desk, 'wang', intake),
  },
  {
    route: 'T9',
    tells: 'An agreement in effect goes to the court on the joint application of the parties.',
    begins: () => offered(),
    goes: (desk) => desk.gives('liu', 'receiveHandoff', handoff, {}, { at: '2026-09-07T09:00' }),
  },
  {
    route: 'T13',
    tells: 'The respondent does not perform the agreement, and the claimant sues on it.',
    begins: async () => {
      const desk = await offered();
      await desk.gives('sun', 'recallHandoff', handoff, { reason: '对方不再配合' });
      const breach = (c: Desk['file']) => ({ party: partyId(c, 'respondent'), result: 'breach' });
      await desk.gives('sun', 'recordPerformance', mediation, breach, { at: '2026-12-01T10:00' });
      return desk;
    },
    goes: (desk) => suesOn(desk),
  },
  { route: 'T14', tells: 'Mediation failed, and the claimant sues.', begins: failed, goes: (desk) => suesOn(desk) },
  {
    route: 'T14',
    tells: "The market regulator's mediation of the damages failed, and the right holder sues for them.",
    begins: regulatorFailed,
    goes: (desk) => suesOn(desk, 'regulator', general),
  },
  {
    route: 'T29',
    tells: 'The court does not accept the application, and the parties mediate again.',
    begins: async () => {
      const desk = await submitted();
      const number = '（2026）鲁0602诉前调确7号';
      await desk.gives('liu', 'refuseAcceptance', proceeding('judicialConfirmation'), {
        reason: 'determinesOwnership',
        number,
      });
      return desk;
    },
    goes: (desk) => desk.gives('limin', 'mediateAgain', matter(0)),
  },
  {
    route: 'T32',
    tells: 'Another committee takes the mediation over.',
    begins: () => offeredToStation(),
    goes: async (desk) => {
      await desk.gives('stationClerk', 'receiveHandoff', handoff);
      await desk.gives('stationClerk', 'acceptHandoff', handoff);
      await desk.gives('stationClerk', 'assignMediator', mediation, { mediator: 'station-mediator' });
    },
  },
  {
    route: 'T34',
    tells:
      'A committee cannot take what was passed to it; the matter goes back to intake, where another way is chosen.',
    begins: async () => {
      const desk = await openedCase();
      await desk.gives('limin', 'routeHere', intake, { channel: 'courtAnnexedMediation' });
      const why = { reason: 'beyondExpertise', explanation: '技术领域不符' };
      await desk.gives('limin', 'declineReferral', proceeding('courtAnnexedMediation'), why);
      return desk;
    },
    goes: (desk) => desk.gives('limin', 'triageAgain', matter(0), { reason: '受委托的调解组织退回' }),
  },
];
