/** Routes into and out of arbitration, notaries, payment orders and enforcement. */
import { type Desk, openDesk } from '../support/desk.ts';
import { arbitration, arbitrationAccepted, awardServed, toArbitration } from '../support/desk-arbitration.ts';
import { awardBrought } from '../support/desk-enforcement.ts';
import { askedToMediate, general, official } from '../support/desk-official.ts';
import { openedCase, papersReady } from '../support/desk-stages.ts';
import { toNotary, toOrder } from '../support/desk-titles.ts';
import { agreementOf, matter, partyId, proceeding } from '../support/desk-words.ts';
import type { Travel } from './travel.ts';
import { failed, regulatorFailed, suesOn } from './travels-mediation.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');

/** An award that a court set aside on 10 December. */
async function setAside(): Promise<Desk> {
  const desk = await awardServed();
  desk.at('2026-11-05T10:00');
  const application = { party: partyId(desk.file, 'respondent'), ground: 'outsideScope', filedOn: '2026-11-02' };
  await desk.gives('arbitrator', 'applyToSetAside', arbitration, application);
  await desk.gives('arbitrator', 'decideSetAside', arbitration, { review: 'setAside' }, { at: '2026-12-10T10:00' });
  return desk;
}

/** The other side kept silent: the department does not mediate. */
async function departmentDeclined(): Promise<Desk> {
  const desk = await askedToMediate(openDesk(), { dispute: 'infringement', rightKind: 'designPatent' });
  await desk.gives('adjudicator', 'refuseAdminMediation', official, { reason: 'silent' });
  return desk;
}

/** A court that keeps no proceeding here delegated a dispute before filing; the committee could not settle it. */
async function delegatedElsewhere(): Promise<Desk> {
  const referred = proceeding('courtAnnexedMediation');
  const desk = await openedCase();
  await desk.gives('limin', 'routeHere', intake, { channel: 'courtAnnexedMediation' });
  const letter = { court: 'yantaiIntermediateCourt', mode: 'delegated' };
  const acknowledged = ['delegation-is-exceptional'];
  await desk.gives('limin', 'acknowledgeReferral', referred, letter, { acknowledged });
  await desk.gives('limin', 'assignMediator', referred, { mediator: 'sun-lihua' });
  await desk.gives('sun', 'endMediation', referred, { reason: 'tooFarApart', routesTold: true });
  return desk;
}

export const travelsOfTitles: readonly Travel[] = [
  {
    route: 'T5',
    tells: 'The claimant, who has an arbitration clause, asks the commission for arbitration from the window.',
    begins: () => openedCase(),
    goes: (desk) => toArbitration(desk, intake),
  },
  {
    route: 'T11',
    tells: 'The parties bring their agreement to the notary, who takes it.',
    begins: () => papersReady(),
    goes: toNotary,
  },
  {
    route: 'T12',
    tells: 'The parties settled, and bring the settlement to the commission for an award on agreed terms.',
    begins: () => papersReady(),
    goes: (desk) => toArbitration(desk, mediation, { agreement: agreementOf(desk.file) }),
  },
  {
    route: 'T15',
    tells: 'Mediation failed, and the parties arbitrate.',
    begins: failed,
    goes: (desk) => toArbitration(desk, mediation),
  },
  {
    route: 'T15',
    tells: "The market regulator's mediation failed, and the parties arbitrate the damages.",
    begins: regulatorFailed,
    goes: (desk) => toArbitration(desk, general, {}, 'regulator'),
  },
  {
    route: 'T15',
    tells: 'The department does not mediate a patent dispute for want of consent, and the parties arbitrate.',
    begins: departmentDeclined,
    goes: (desk) => toArbitration(desk, official, {}, 'adjudicator'),
  },
  {
    route: 'T15',
    tells: 'A mediation that a court delegated before filing failed, and the parties arbitrate under their agreement.',
    begins: delegatedElsewhere,
    goes: (desk) => toArbitration(desk, proceeding('courtAnnexedMediation')),
  },
  {
    route: 'T28',
    tells: 'The respondent does not perform an award, and the claimant asks the court for enforcement.',
    begins: () => awardServed(),
    goes: awardBrought,
  },
  {
    route: 'T30',
    tells: 'A request is withdrawn after a settlement that is not kept, and is made again.',
    begins: async () => {
      const desk = await arbitrationAccepted();
      await desk.gives('arbitrator', 'withdrawArbitration', arbitration, { how: 'settled' });
      return desk;
    },
    goes: async (desk) => {
      await desk.gives('arbitrator', 'reopenMatter', matter(0), { reason: '对方反悔' });
      await desk.gives('arbitrator', 'arbitrateAgain', matter(0));
    },
  },
  {
    route: 'T31',
    tells: 'The award was set aside, and the claimant sues.',
    begins: setAside,
    goes: (desk) => suesOn(desk, 'arbitrator', arbitration),
  },
  {
    route: 'T37',
    tells: 'The creditor of an agreement to pay asks the court for a payment order.',
    begins: () => papersReady(),
    goes: toOrder,
  },
];
