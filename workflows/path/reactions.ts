import { rulingOver } from '../channels/adminRuling/settlement.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import type { ChannelId } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';
import { titleOver } from './standing.ts';

function eachMatter(
  { fact }: Moment,
  type: string,
  data: Readonly<Record<string, unknown>> = {},
): readonly ReactionCommand[] {
  return fact.matters.map((id) => ({ type, target: { kind: 'matter', id }, data }));
}

/** How the path of each matter follows what happens in its proceedings. */
export const pathReactions: readonly Reaction[] = [
  {
    id: 'matter-taken-up',
    on: { fact: 'openProceeding' },
    give: (moment) => {
      const family = channelOf(String(moment.fact.values.channel) as ChannelId)?.family ?? null;
      return family === null ? [] : eachMatter(moment, 'enterChannel', { family });
    },
  },
  {
    id: 'matter-settled',
    on: { fact: 'agreementEffective' },
    // An entrusted agreement goes to the court that hears the suit; no window for confirmation opens (F9).
    give: (moment) =>
      isEntrusted(moment)
        ? eachMatter(moment, 'enterChannel', { family: 'court' })
        : eachMatter(moment, 'settleMatter'),
  },
  {
    id: 'mediation-ended-without-agreement',
    on: { fact: 'mediationFailed' },
    give: (moment) =>
      moment.fact.values.reason === 'settledAndWithdrew'
        ? eachMatter(moment, 'finishMatter', { reason: 'settledWithoutPaper' })
        : backFromMediation(moment),
  },
  { id: 'mediation-withdrawn', on: { fact: 'mediationWithdrawn' }, give: backFromMediation },
  {
    id: 'suit-goes-on',
    on: { fact: 'takeBackFromMediation' },
    give: (moment) =>
      eachMatter(moment, 'enterChannel', { family: 'court' }).filter(({ target }) =>
        standsAt(moment, target.id, ['unresolved']),
      ),
  },
  {
    id: 'suit-reopened',
    on: { fact: 'suitReopened' },
    give: (moment) =>
      eachMatter(moment, 'enterChannel', { family: 'court' }).filter(({ target }) =>
        standsAt(moment, target.id, ['unresolved']),
      ),
  },
  { id: 'suit-ended', on: { fact: 'suitEnded' }, give: afterSuit },
  { id: 'ruling-ended', on: { fact: 'rulingEnded' }, give: afterRuling },
  { id: 'mediated-during-the-ruling', on: { fact: 'beginSettlement' }, give: openAtCustodian },
  { id: 'matter-confirmed', on: { fact: 'matterConfirmed' }, give: (moment) => eachMatter(moment, 'confirmMatter') },
  {
    id: 'confirmation-ended',
    on: { fact: 'confirmationEnded' },
    give: (moment) => eachMatter(moment, 'endConfirmation'),
  },
  { id: 'penalty-case-ended', on: { fact: 'penaltyCaseEnded' }, give: afterPenaltyCase },
  {
    id: 'enforcement-taken-up-again',
    on: { machine: 'trademarkEnforcement', enters: 'verifying' },
    give: backBeforeAuthority,
  },
  {
    id: 'enforcement-goes-on',
    on: { machine: 'trademarkEnforcement', enters: 'investigating' },
    give: backBeforeAuthority,
  },
  { id: 'damages-mediated-beside', on: { fact: 'openDamagesMediation' }, give: openAtCustodian },
  { id: 'repeat-penalised', on: { fact: 'openRepeatCase' }, give: openAtCustodian },
  { id: 'arbitration-ended', on: { fact: 'arbitrationEnded' }, give: afterArbitration },
  {
    id: 'arbitrated-anew',
    on: { fact: 'arbitrationReopened' },
    give: (moment) =>
      eachMatter(moment, 'enterChannel', { family: 'arbitration' }).filter(({ target }) =>
        standsAt(moment, target.id, ['decided']),
      ),
  },
  { id: 'arbitrated-again', on: { fact: 'arbitrateAgain' }, give: openAtCustodian },
  { id: 'notarisation-decided', on: { fact: 'notarisationDecided' }, give: afterTitle },
  { id: 'payment-order-decided', on: { fact: 'paymentOrderDecided' }, give: afterTitle },
  { id: 'order-became-suit', on: { fact: 'orderBecameSuit' }, give: openAtCustodian },
  { id: 'enforcement-applied-for', on: { fact: 'recordEnforcementApplication' }, give: openAtCustodian },
  ...['agreed', 'agreedInPart', 'failed', 'declined', 'withdrawn'].map(
    (enters): Reaction => ({
      id: `mediation-beside-the-ruling-${enters}`,
      on: { machine: 'adminMediation', enters },
      give: backToRuling,
    }),
  ),
  { id: 'taken-up-here', on: { fact: 'takeUpHere' }, give: openAtCustodian },
  { id: 'handled-here', on: { fact: 'routeHere' }, give: openAtCustodian },
  { id: 'mediated-again', on: { fact: 'mediateAgain' }, give: openAtCustodian },
  {
    id: 'back-to-the-door',
    on: { fact: 'triageAgain' },
    give: (moment) => [...eachMatter(moment, 'returnToTriage'), ...openAtCustodian(moment)],
  },
];

/** Whether a matter stands in one of these states of its path. */
function standsAt({ caseFile }: Moment, matter: string, states: readonly string[]): boolean {
  return states.includes(String(caseFile.matters[matter]?.slot.value));
}

function isEntrusted({ caseFile, fact }: Moment): boolean {
  return fact.proceeding !== null && referralOf(caseFile, fact.proceeding)?.mode === 'entrusted';
}

/** A ruling that found or refused infringement ends the path when it is closed; one that did not leaves the matter open. */
function afterRuling(moment: Moment): readonly ReactionCommand[] {
  const still = ({ target }: ReactionCommand) => standsAt(moment, target.id, ['beforeAuthority']);
  return moment.fact.values.how === 'adjudicated'
    ? eachMatter(moment, 'finishMatter', { reason: 'adjudicated' }).filter(still)
    : eachMatter(moment, 'leaveUnresolved').filter(still);
}

/** Without an agreement an entrusted dispute is with its court again, one that was before an authority, which goes on, with it (T25); any other is open. */
function backFromMediation(moment: Moment): readonly ReactionCommand[] {
  if (rulingOver(moment.caseFile, moment.fact.matters) !== undefined || isEnforcedBeside(moment))
    return eachMatter(moment, 'enterChannel', { family: 'authority' });
  return isEntrusted(moment)
    ? eachMatter(moment, 'enterChannel', { family: 'court' })
    : eachMatter(moment, 'leaveUnresolved');
}

/** Whether administrative enforcement over these matters still runs beside. */
function isEnforcedBeside({ caseFile, fact }: Moment): boolean {
  return Object.values(caseFile.proceedings).some(
    (one) =>
      one.channel === 'trademarkEnforcement' &&
      one.endedOn === null &&
      one.matters.some((matter) => fact.matters.includes(matter)),
  );
}

/** A suit that decided or settled a matter ends its path; one that did not leaves it open. What ended before stays as it is. */
function afterSuit(moment: Moment): readonly ReactionCommand[] {
  const how = String(moment.fact.values.how);
  const still = ({ target }: ReactionCommand) => standsAt(moment, target.id, ['inCourt']);
  if (how === 'withdrawn' || how === 'turnedAway') return eachMatter(moment, 'leaveUnresolved').filter(still);
  if (how === 'settledBeforeFiling') return [];
  return eachMatter(moment, 'finishMatter', { reason: how }).filter(still);
}

/** A penalty ends a matter that asks for nothing more; damages stay open, as everything does that was not penalised (TM19 60, TM26 74). */
function afterPenaltyCase(moment: Moment): readonly ReactionCommand[] {
  const penalised = moment.fact.values.how === 'penalised';
  const asksForMore = (matter: string) => moment.caseFile.matters[matter]?.relief.includes('damages') ?? false;
  return moment.fact.matters.flatMap((id): readonly ReactionCommand[] => {
    if (!standsAt(moment, id, ['beforeAuthority'])) return [];
    const target = { kind: 'matter', id } as const;
    // A repeated infringement was penalised beside a ruling, which stands: the matter waits for that, or ended with it (T38).
    const title = titleOver(moment.caseFile, id);
    if (title !== null && title.endedOn === null) return [];
    if (title !== null)
      return [{ type: 'finishMatter', target, data: { reason: penalised ? 'penalised' : 'adjudicated' } }];
    return penalised && !asksForMore(id)
      ? [{ type: 'finishMatter', target, data: { reason: 'penalised' } }]
      : [{ type: 'leaveUnresolved', target, data: {} }];
  });
}

/** A case that is taken up again after its end brings its matters back, unless they went elsewhere. */
function backBeforeAuthority(moment: Moment): readonly ReactionCommand[] {
  return eachMatter(moment, 'enterChannel', { family: 'authority' }).filter(({ target }) =>
    standsAt(moment, target.id, ['unresolved']),
  );
}

/** An award in force leaves a title; one that fell, or never came, leaves the matter open (AL25 10). */
function afterArbitration(moment: Moment): readonly ReactionCommand[] {
  const how = String(moment.fact.values.how);
  const at = (commands: readonly ReactionCommand[], states: readonly string[]) =>
    commands.filter(({ target }) => standsAt(moment, target.id, states));
  switch (how) {
    case 'awarded':
    case 'consentAward':
    case 'mediationDocument':
      return at(eachMatter(moment, 'decideMatter'), ['inArbitration']);
    case 'performed':
      return at(eachMatter(moment, 'finishMatter', { reason: 'performed' }), ['decided', 'inEnforcement']);
    case 'settled':
      return at(eachMatter(moment, 'finishMatter', { reason: 'settledWithoutPaper' }), ['inArbitration']);
    case 'claimDismissed':
      return at(eachMatter(moment, 'finishMatter', { reason: 'adjudicated' }), ['inArbitration']);
    default:
      return at(eachMatter(moment, 'leaveUnresolved'), ['inArbitration', 'decided', 'inEnforcement', 'over']);
  }
}

/** An agreement that became a title waits for its performance; without one it stays the contract that it was. */
function afterTitle(moment: Moment): readonly ReactionCommand[] {
  const at = (commands: readonly ReactionCommand[], states: readonly string[]) =>
    commands.filter(({ target }) => standsAt(moment, target.id, states));
  switch (moment.fact.values.how) {
    case 'notarised':
    case 'orderInForce':
      return at(eachMatter(moment, 'decideMatter'), ['settled']);
    case 'performed':
    case 'paid':
      return at(eachMatter(moment, 'finishMatter', { reason: 'performed' }), ['settled', 'decided']);
    case 'certificateRefused':
      return at(eachMatter(moment, 'leaveUnresolved'), ['decided']);
    default:
      return [];
  }
}

/** A ruling that waited for a mediation closes with what was agreed, or goes on. */
function backToRuling({ caseFile, fact }: Moment): readonly ReactionCommand[] {
  const mediation = caseFile.proceedings[fact.proceeding ?? ''];
  const ruling = mediation === undefined ? undefined : rulingOver(caseFile, mediation.matters);
  return ruling === undefined || String(ruling.slot.value) !== 'inMediation'
    ? []
    : [{ type: 'endSettlement', target: { kind: 'proceeding', id: ruling.id }, data: {} }];
}

/** Opens the channel a fact names at the organisation it names. */
function openAtCustodian({ fact, caseFile }: Moment): readonly ReactionCommand[] {
  const { channel, organisation } = fact.values;
  const matters = fact.matters.map((id) => ({ id }));
  return [
    {
      type: 'openProceeding',
      target: { kind: 'case', id: caseFile.id },
      data: { channel, organisation, matters, handoff: null },
    },
  ];
}
