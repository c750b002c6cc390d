import { rulingOver } from '../channels/adminRuling/settlement.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import type { ChannelId } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import type { Moment, Reaction, ReactionCommand } from '../reactions.ts';

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

/** Without an agreement an entrusted dispute is with its court again, one that was before a ruling with the department; any other is open. */
function backFromMediation(moment: Moment): readonly ReactionCommand[] {
  if (rulingOver(moment.caseFile, moment.fact.matters) !== undefined)
    return eachMatter(moment, 'enterChannel', { family: 'authority' });
  return isEntrusted(moment)
    ? eachMatter(moment, 'enterChannel', { family: 'court' })
    : eachMatter(moment, 'leaveUnresolved');
}

/** A suit that decided or settled a matter ends its path; one that did not leaves it open. What ended before stays as it is. */
function afterSuit(moment: Moment): readonly ReactionCommand[] {
  const how = String(moment.fact.values.how);
  const still = ({ target }: ReactionCommand) => standsAt(moment, target.id, ['inCourt']);
  if (how === 'withdrawn' || how === 'turnedAway') return eachMatter(moment, 'leaveUnresolved').filter(still);
  if (how === 'settledBeforeFiling') return [];
  return eachMatter(moment, 'finishMatter', { reason: how }).filter(still);
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
