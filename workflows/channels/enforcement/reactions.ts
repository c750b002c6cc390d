import { dayOf, type Proceeding } from '../../case-file.ts';
import { undecided } from '../../dossier/consent.ts';
import { kit } from '../../machines.ts';
import type { Moment, Reaction, ReactionCommand } from '../../reactions.ts';
import { applicantOn } from '../adminRuling/enforceability.ts';
import { arbitralTitles } from '../arbitration/shared.ts';
import { titleOf } from './shared.ts';

/** Enforcements over these matters that are still undecided. */
function open({ caseFile, fact }: Moment): readonly Proceeding[] {
  return Object.values(caseFile.proceedings).filter(
    (one) => one.channel === 'enforcement' && undecided(one).some((matter) => fact.matters.includes(matter)),
  );
}

/** Gives a step to every open enforcement whose state knows it: where it does not, nothing is owed. */
function toEach(moment: Moment, type: string, data: ReactionCommand['data']): readonly ReactionCommand[] {
  return open(moment)
    .filter(({ slot }) => kit.known(slot).includes(type))
    .map(({ id }) => ({ type, target: { kind: 'proceeding', id }, data }));
}

const onMatters = (moment: Moment, type: string, data: ReactionCommand['data'] = {}): readonly ReactionCommand[] =>
  moment.fact.matters
    .filter((id) => String(moment.caseFile.matters[id]?.slot.value) === 'inEnforcement')
    .map((id) => ({ type, target: { kind: 'matter', id }, data }));

/** The title falls with the award where a court refuses to enforce it; any other matter is simply open again. */
function titleRefused(moment: Moment): readonly ReactionCommand[] {
  const { fact, caseFile } = moment;
  const arbitration = Object.values(caseFile.proceedings).findLast(
    (one) =>
      one.channel === 'arbitration' &&
      fact.matters.some((matter) => arbitralTitles.includes(one.outcomes[matter] ?? '')),
  );
  if (arbitration === undefined) return onMatters(moment, 'leaveUnresolved');
  return [{ type: 'recordNonEnforcement', target: { kind: 'proceeding', id: arbitration.id }, data: {} }];
}

/** What the path of a matter makes of the end of an enforcement. */
function afterEnforcement(moment: Moment): readonly ReactionCommand[] {
  switch (moment.fact.values.how) {
    case 'completed':
      return onMatters(moment, 'finishMatter', { reason: 'enforced' });
    case 'terminated':
      return onMatters(moment, 'finishMatter', { reason: 'enforcementTerminated' });
    case 'notEnforced':
      return titleRefused(moment);
    case 'titleFell':
      return onMatters(moment, 'leaveUnresolved');
    default:
      // Withdrawn or not accepted: the title stands, and enforcement may be asked for again.
      return onMatters(moment, 'decideMatter');
  }
}

/** Tells the ruling that an enforcement rests on what the court did; who applied follows from the day (APLI 156, 158). */
function toRuling(
  { caseFile, occurredOn }: Moment,
  enforcement: string,
  type: string,
  data?: ReactionCommand['data'],
): readonly ReactionCommand[] {
  const proceeding = caseFile.proceedings[enforcement];
  const title = proceeding?.channel === 'enforcement' ? titleOf(caseFile, proceeding) : null;
  if (title?.channel !== 'adminRuling') return [];
  const by = applicantOn(caseFile, title, dayOf(occurredOn));
  return [{ type, target: { kind: 'proceeding', id: title.id }, data: data ?? { by } }];
}

/** How enforcement and its titles follow each other (AL25 77; AWE 20; CPL 268; CPLI 372). */
export const enforcementReactions: readonly Reaction[] = [
  {
    id: 'enforcement-stays-for-setting-aside',
    on: { fact: 'setAsideAccepted' },
    give: (moment) => toEach(moment, 'stayEnforcement', { reason: 'setAsidePending' }),
  },
  {
    id: 'enforcement-resumes',
    on: { fact: 'setAsideRejected' },
    // A settlement in enforcement is no stay: what the sides agreed on goes on.
    give: (moment) =>
      toEach(moment, 'resumeEnforcement', { because: 'setAsideRejected' }).filter(
        ({ target }) => moment.caseFile.proceedings[target.id]?.slot.value === 'stayed',
      ),
  },
  {
    id: 'award-fell',
    on: { fact: 'awardSetAside' },
    give: (moment) => toEach(moment, 'terminateEnforcement', { reason: 'titleRevoked' }),
  },
  {
    id: 'award-opened-again',
    on: { fact: 'arbitrationReopened' },
    give: (moment) => toEach(moment, 'terminateEnforcement', { reason: 'titleRevoked' }),
  },
  {
    id: 'confirmation-fell',
    on: { fact: 'confirmationEnded' },
    give: (moment) =>
      moment.fact.values.how === 'revoked' ? toEach(moment, 'terminateEnforcement', { reason: 'titleRevoked' }) : [],
  },
  {
    id: 'ruling-annulled',
    on: { fact: 'rulingEnded' },
    give: (moment) =>
      moment.fact.values.how === 'annulled' ? toEach(moment, 'terminateEnforcement', { reason: 'titleRevoked' }) : [],
  },
  {
    // Revoked by a court or on reconsideration: nothing is enforced, and the department decides anew (route T22).
    id: 'ruling-revoked',
    on: { fact: 'recordChallengeResult' },
    give: (moment) =>
      moment.fact.values.result === 'revoked'
        ? [
            ...toEach(moment, 'terminateEnforcement', { reason: 'titleRevoked' }),
            ...onMatters(moment, 'enterChannel', { family: 'authority' }),
          ]
        : [],
  },
  {
    id: 'ruling-brought-to-the-court',
    on: { fact: 'openProceeding' },
    give: (moment) => toRuling(moment, String(moment.fact.values.proceeding), 'recordEnforcementRequest'),
  },
  {
    id: 'ruling-taken-by-the-court',
    on: { fact: 'enforcementAccepted' },
    give: (moment) => toRuling(moment, moment.fact.proceeding ?? '', 'recordEnforcementAnswer', { answer: 'accepted' }),
  },
  {
    id: 'ruling-not-taken-by-the-court',
    on: { fact: 'refuseEnforcement' },
    give: (moment) => toRuling(moment, moment.fact.proceeding ?? '', 'recordEnforcementAnswer', { answer: 'refused' }),
  },
  { id: 'enforcement-ended', on: { fact: 'enforcementEnded' }, give: afterEnforcement },
];
