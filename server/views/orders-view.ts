import { clauseSubjects, type Id, type Json, type Text, text } from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { type OrganisationView, organisationView, partyName } from './names.ts';
import { outcomeLabel } from './outcomes.ts';
import { type DetailRow, detailsOf } from './rows.ts';
import { type StandingEntry, standingEntries } from './standing-entries.ts';
import { entryView, type MarkView } from './timeline-view.ts';

/** What a ruling orders one respondent, and what was recorded last of its doing. */
export interface OrderView {
  readonly obligor: Text;
  readonly subject: Text;
  readonly act: string;
  readonly dueOn: string | null;
  readonly state: keyof typeof performances;
  readonly stateLabel: Text;
  readonly recordedOn: string | null;
}

/** One ruling with its orders, and whether it stands. */
export interface RulingView {
  /** The entry of the journal that says so. */
  readonly entry: number;
  readonly on: string;
  readonly number: string | null;
  readonly finding: Text | null;
  readonly standing: keyof typeof standings;
  readonly standingLabel: Text;
  readonly orders: readonly OrderView[];
  readonly marks: readonly MarkView[];
}

/** A step beside the ruling: a stay, evidence that was preserved, a suit, a demand. */
export interface OrderStepView {
  readonly entry: number;
  readonly on: string;
  readonly label: Text;
  readonly details: readonly DetailRow[];
  readonly marks: readonly MarkView[];
}

/** What an authority ordered in one administrative ruling, what holds it up, and what followed. */
export interface RulingOrdersView {
  readonly proceeding: Id;
  readonly organisation: OrganisationView;
  readonly rulings: readonly RulingView[];
  /** Stays and interim measures, by date. */
  readonly stays: readonly OrderStepView[];
  /** Remedies against the ruling and its enforcement, by date. */
  readonly afterwards: readonly OrderStepView[];
}

const stays: readonly string[] = [
  'recordStayRequest',
  'stayRuling',
  'refuseStay',
  'resumeRuling',
  'preserveEvidence',
  'decidePreservedEvidence',
];

const afterwards: readonly string[] = [
  'recordAdministrativeSuit',
  'recordReconsideration',
  'recordChallengeResult',
  'recordRulingFinality',
  'publishRuling',
  'reviseRuling',
  'demandRulingPerformance',
  'recordEnforcementRequest',
  'recordEnforcementAnswer',
  'recordRepeatInfringement',
];

const standings = {
  given: text('已作出，起诉期未满或者未登记生效', 'Given; may still be sued over, or not recorded as in effect'),
  challenged: text('已被起诉或者申请复议，不停止执行', 'Sued over or under reconsideration; that does not hold it up'),
  inEffect: text('已生效', 'In effect'),
  changed: text('已变更（权利部分无效）', 'Changed: the right fell in part'),
  annulled: text('已撤销（权利全部无效）', 'Annulled: the right fell as a whole'),
  revoked: text('已被撤销，重新处理', 'Revoked; to be decided anew'),
} as const;

const performances = {
  open: text('尚无履行记录', 'Nothing recorded yet'),
  full: text('履行完毕', 'Performed in full'),
  part: text('部分履行', 'Performed in part'),
  breach: text('未履行', 'Not performed'),
} as const;

/** The rulings of a case with what they order, for whoever may read the ruling's own steps; nothing for everybody else. */
export function orderViews(look: Look): readonly RulingOrdersView[] {
  const standing = standingEntries(look);
  return Object.values(look.caseFile.proceedings)
    .filter(({ channel }) => channel === 'adminRuling')
    .map(({ id, organisation }) => {
      const own = standing.filter(({ entry }) => entry.envelope.proceeding === id);
      const ofTypes = (types: readonly string[]) => own.filter(({ entry }) => types.includes(entry.envelope.type));
      return {
        proceeding: id,
        organisation: organisationView(look, organisation),
        rulings: ofTypes(['issueRuling']).map((one) => rulingView(look, one, own)),
        stays: ofTypes(stays).map((one) => stepView(look, one)),
        afterwards: ofTypes(afterwards).map((one) => stepView(look, one)),
      };
    })
    .filter(({ rulings, stays: held }) => rulings.length > 0 || held.length > 0);
}

function rulingView(look: Look, ruling: StandingEntry, own: readonly StandingEntry[]): RulingView {
  const { entry, on } = ruling;
  const { number, result, orders } = entry.body?.data ?? {};
  const later = untilItFell(own.slice(own.indexOf(ruling) + 1));
  const standing = standingOf(later);
  return {
    entry: entry.envelope.seq,
    on,
    number: typeof number === 'string' ? number : null,
    finding: typeof result === 'string' ? outcomeLabel('adminRuling', result) : null,
    standing,
    standingLabel: standings[standing],
    orders: Array.isArray(orders) ? orders.flatMap((order: Json) => orderView(look, order, later)) : [],
    marks: entryView(look, entry).marks,
  };
}

/** What concerns a ruling: once it fell, nothing later is about it. */
function untilItFell(later: readonly StandingEntry[]): readonly StandingEntry[] {
  const fall = later.findIndex((_, index) => ['revoked', 'annulled'].includes(standingOf(later.slice(0, index + 1))));
  return fall === -1 ? later : later.slice(0, fall + 1);
}

/** The last word on a ruling; once it fell, nothing later raises it. */
function standingOf(later: readonly StandingEntry[]): keyof typeof standings {
  let standing: keyof typeof standings = 'given';
  for (const { entry } of later) {
    const { result, revision } = entry.body?.data ?? {};
    const { type } = entry.envelope;
    if (standing === 'revoked' || standing === 'annulled') break;
    if (type === 'recordAdministrativeSuit' || type === 'recordReconsideration') standing = 'challenged';
    if (type === 'recordChallengeResult') standing = result === 'revoked' ? 'revoked' : 'inEffect';
    if (type === 'recordRulingFinality') standing = 'inEffect';
    if (type === 'reviseRuling') standing = revision === 'annulled' ? 'annulled' : 'changed';
  }
  return standing;
}

function orderView(look: Look, order: Json, later: readonly StandingEntry[]): readonly OrderView[] {
  if (typeof order !== 'object' || order === null || Array.isArray(order)) return [];
  const { respondent, subject, act, dueOn } = order as Readonly<Record<string, Json>>;
  const done = later.findLast(
    ({ entry }) => entry.envelope.type === 'recordRulingPerformance' && entry.body?.data.party === respondent,
  );
  const result = done?.entry.body?.data.result;
  const state = typeof result === 'string' && Object.hasOwn(performances, result) ? result : 'open';
  return [
    {
      obligor: partyName(look, String(respondent)),
      // The command takes one of these subjects and nothing else.
      subject: clauseSubjects[subject as keyof typeof clauseSubjects],
      act: typeof act === 'string' ? act : '',
      dueOn: typeof dueOn === 'string' ? dueOn : null,
      state: state as OrderView['state'],
      stateLabel: performances[state as OrderView['state']],
      recordedOn: done?.on.slice(0, 10) ?? null,
    },
  ];
}

function stepView(look: Look, { entry, on }: StandingEntry): OrderStepView {
  const { label, marks } = entryView(look, entry);
  return { entry: entry.envelope.seq, on, label, details: detailsOf(look, entry), marks };
}
