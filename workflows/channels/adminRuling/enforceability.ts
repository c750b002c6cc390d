import type { Calendar } from '../../calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate, type Order, type Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { standingOrders } from '../../obligations.ts';
import type { Basis } from '../../rules/law.ts';
import { type Text, text } from '../../text.ts';

/** Something that stands against asking the court to enforce a ruling now. `warns`: the court decides on it. */
export interface EnforcementObstacle {
  readonly code: keyof typeof obstacles;
  readonly text: Text;
  readonly instead: Text | null;
}

const o81: Basis = { instrument: 'O81', article: '第八十条第二款' };
const conditions = (item: string): Basis => ({ instrument: 'APLI', article: `第一百五十五条(${item})` });

/** Every such obstacle, with whether it blocks us, and its articles. */
export const obstacles = {
  'ruling-not-in-effect': { effect: 'blocks', basis: [{ instrument: 'PL', article: '第六十五条' }, conditions('二')] },
  'ruling-execution-suspended': { effect: 'blocks', basis: [{ instrument: 'APL', article: '第五十六条' }] },
  'ruling-performed-already': { effect: 'blocks', basis: [conditions('五')] },
  'ruling-performance-period-running': { effect: 'blocks', basis: [o81, conditions('五')] },
  'demand-not-waited-for': { effect: 'blocks', basis: [{ instrument: 'AEL', article: '第五十四条' }] },
  'ruling-under-suit': {
    effect: 'warns',
    basis: [{ instrument: 'O81', article: '第八十条第一款' }, conditions('二')],
  },
  'ruling-enforcement-late': {
    effect: 'warns',
    basis: [o81, { instrument: 'APLI', article: '第一百五十六条、第一百五十八条' }],
  },
} as const satisfies Record<string, { readonly effect: 'blocks' | 'warns'; readonly basis: readonly Basis[] }>;

/** Who may apply on a day: the department in its three months, the right holder in the six after them (O81 80; APLI 156, 158). */
export function applicantOn(caseFile: CaseFile, ruling: Proceeding, day: LegalDate): 'department' | 'holder' {
  const ended = dayOfFact(caseFile, 'agencyTermEnded', { proceeding: ruling.id });
  return ended !== null && day > ended ? 'holder' : 'department';
}

/** The orders over these matters that nobody has recorded as performed in full. */
function unperformed(caseFile: CaseFile, ruling: Proceeding, matters: readonly Id[]): readonly Order[] {
  const done = (party: Id) =>
    latestFact(caseFile, 'recordRulingPerformance', { proceeding: ruling.id, party })?.values.result === 'full';
  return standingOrders(caseFile, ruling).filter(
    (order) => order.matters.some((matter) => matters.includes(matter)) && !done(order.obligor),
  );
}

/** Whether the court that hears the suit over the ruling has suspended it, and not lifted that (APL 56). */
function isSuspended(caseFile: CaseFile, ruling: Proceeding): boolean {
  const orders = Object.values(caseFile.proceedings)
    .filter(({ channel }) => channel === 'administrativeLitigation')
    .filter((suit) =>
      suit.matters.some((matter) => ruling.matters.includes(matter) && suit.outcomes[matter] === undefined),
    )
    .map((suit) => latestFact(caseFile, 'orderSuspensionOfRuling', { proceeding: suit.id })?.values.order);
  return orders.includes('suspended');
}

/**
 * What stands against asking the court on `day` to enforce what a ruling orders over these matters: it must be in effect and
 * not suspended, the time to perform must be over, and the department demands performance and waits (PL 65; O81 80; AEL 53,
 * 54; APLI 155-158). Empty where nothing does.
 */
export function enforcementObstacles(
  caseFile: CaseFile,
  ruling: Proceeding,
  matters: readonly Id[],
  day: LegalDate,
  calendar: Calendar,
): readonly EnforcementObstacle[] {
  const found: EnforcementObstacle[] = [];
  const add = (code: EnforcementObstacle['code'], sentence: Text, instead: Text | null = null) =>
    found.push({ code, text: sentence, instead });
  const state = String(ruling.slot.value);
  if (state === 'ruledInfringement' || state === 'ruledNoInfringement')
    add(
      'ruling-not-in-effect',
      text('裁决尚未生效：起诉期限没有届满。', 'The ruling is not in effect: the time to sue has not passed.'),
      text('起诉期均届满后，先登记裁决生效。', 'When every time to sue has passed, record that it took effect.'),
    );
  if (state === 'challenged')
    add(
      'ruling-under-suit',
      text(
        '裁决已被起诉或者申请复议：诉讼不停止执行，但申请法院强制执行以裁决生效为条件，是否受理由法院决定。',
        'The ruling is under suit or reconsideration: that does not hold it up, but the court enforces what is in effect; it decides whether to take the application.',
      ),
    );
  if (isSuspended(caseFile, ruling))
    add('ruling-execution-suspended', text('法院已裁定停止执行该裁决。', 'The court has suspended the ruling.'));
  const orders = unperformed(caseFile, ruling, matters);
  if (orders.length === 0)
    add('ruling-performed-already', text('裁决责令的事项均已履行。', 'Everything the ruling orders was done.'));
  const over = orders.filter(({ dueOn }) => dueOn === null || day > dueOn);
  if (orders.length > 0 && over.length === 0)
    add(
      'ruling-performance-period-running',
      text(
        `裁决确定的履行期限至 ${orders[0]!.dueOn} 届满。`,
        `The time the ruling gives to perform runs until ${orders[0]!.dueOn}.`,
      ),
    );
  const applicant = applicantOn(caseFile, ruling, day);
  const waited = ({ obligor }: Order) => {
    const served = dayOfFact(caseFile, 'rulingDemandServed', { proceeding: ruling.id, party: obligor });
    const due = served === null ? null : dueByRule('ruling.enforce.demand', served, calendar).due;
    return due !== null && day > due;
  };
  if (applicant === 'department' && !over.every(waited))
    add(
      'demand-not-waited-for',
      text('尚未催告，或者催告期未满。', 'No demand was served, or its waiting time is not over.'),
      text('请先送达催告书并等待期满。', 'Serve the demand and wait first.'),
    );
  const agency = latestFact(caseFile, 'agencyTermEnded', { proceeding: ruling.id });
  const last = agency === null ? null : dueByRule('ruling.enforce.holder', dayOf(agency.occurredOn), calendar).due;
  if (last !== null && day > last)
    add(
      'ruling-enforcement-late',
      text(
        `申请强制执行的期限已于 ${last} 届满；有正当理由的，由法院决定。`,
        `The time to ask for enforcement ended on ${last}; with a good reason the court decides.`,
      ),
    );
  return found;
}
