/** What an agreement in effect or a ruling obliges to: who owes what, by when, and whether it was done. Pure; days are compared by the reader. */
import type { Agreement, CaseFile, ClauseSubject, Fact, Id, LegalDate, Order, Proceeding } from './case-file.ts';
import { factsOf } from './facts.ts';
import { effectOf } from './mediation/agreements.ts';
import { titleOver } from './path/standing.ts';
import { type Route, routesFrom } from './path/transitions.ts';

/** One clause, or one order of a ruling, as something owed. `id` is the agreement's id and the clause's position from 1, or the order's id. */
export interface Obligation {
  readonly id: string;
  /** Null for what a ruling orders. */
  readonly agreement: Id | null;
  readonly clause: number;
  readonly proceeding: Id;
  readonly matters: readonly Id[];
  readonly obligor: Id | null;
  readonly obligee: Id | null;
  readonly subject: ClauseSubject;
  readonly act: string;
  readonly amountFen: number | null;
  readonly dueOn: LegalDate | null;
  /** What was recorded last; `open` while nothing was. */
  readonly state: 'open' | 'part' | 'performed' | 'breached';
  readonly recordedOn: LegalDate | null;
}

/** Every obligation of every agreement that took effect and of every ruling, in the order of agreements, clauses and orders. */
export function obligationsOf(caseFile: CaseFile): readonly Obligation[] {
  return Object.values(caseFile.proceedings).flatMap((proceeding) => [
    ...Object.values(proceeding.agreements)
      .filter((agreement) => !agreement.abandoned && effectOf(caseFile, agreement.id) !== null)
      .flatMap((agreement) => clausesOf(caseFile, proceeding, agreement)),
    ...standingOrders(caseFile, proceeding).map((order, index) => owedUnder(caseFile, proceeding, order, index)),
  ]);
}

/** What a ruling orders, as long as the ruling stands: not annulled, not revoked. */
export function standingOrders(caseFile: CaseFile, proceeding: Proceeding): readonly Order[] {
  const given = factsOf(caseFile, 'issueRuling', { proceeding: proceeding.id }).flatMap(({ values }) => values.orders);
  return (proceeding.orders ?? []).filter(
    ({ id, matters }) => given.includes(id) && matters.some((matter) => proceeding.outcomes[matter] === 'infringement'),
  );
}

function owedUnder(caseFile: CaseFile, { id: proceeding }: Proceeding, order: Order, index: number): Obligation {
  const last = factsOf(caseFile, 'recordRulingPerformance', { proceeding, party: order.obligor }).at(-1);
  return {
    id: order.id,
    agreement: null,
    clause: index + 1,
    proceeding,
    matters: order.matters,
    obligor: order.obligor,
    obligee: order.obligee,
    subject: order.subject,
    act: order.act,
    amountFen: null,
    dueOn: order.dueOn,
    state: stateOf(last),
    recordedOn: last?.occurredOn.slice(0, 10) ?? null,
  };
}

/** Clauses that say what follows, or that nobody performs on a day, are no obligations. */
const notOwed: readonly ClauseSubject[] = ['default', 'confidentiality', 'validity'];

function clausesOf(caseFile: CaseFile, proceeding: Proceeding, agreement: Agreement): readonly Obligation[] {
  return agreement.clauses.flatMap((clause, index): readonly Obligation[] => {
    if (notOwed.includes(clause.subject)) return [];
    const id = obligationId(agreement.id, index);
    const last = lastWord(caseFile, proceeding.id, id, clause.obligor);
    return [
      {
        id,
        agreement: agreement.id,
        clause: index + 1,
        proceeding: proceeding.id,
        matters: agreement.matters,
        obligor: clause.obligor,
        obligee: clause.obligee,
        subject: clause.subject,
        act: clause.act,
        amountFen: clause.amountFen,
        dueOn: clause.dueOn,
        state: stateOf(last),
        recordedOn: last?.occurredOn.slice(0, 10) ?? null,
      },
    ];
  });
}

/** How an obligation is named in a form: `index` counts from 0. */
export function obligationId(agreement: Id, index: number): string {
  return `${agreement}-${index + 1}`;
}

/** The last record about this clause; one that names no clause is about everything its party owes. */
function lastWord(caseFile: CaseFile, proceeding: Id, id: string, obligor: Id | null): Fact | undefined {
  return factsOf(caseFile, 'recordPerformance', { proceeding })
    .filter(
      (fact) => fact.values.obligation === id || ((fact.values.obligation ?? null) === null && fact.party === obligor),
    )
    .at(-1);
}

function stateOf(fact: Fact | undefined): Obligation['state'] {
  switch (fact?.values.result) {
    case 'full':
      return 'performed';
    case 'part':
      return 'part';
    case 'breach':
      return 'breached';
    default:
      return 'open';
  }
}

/** Where a matter stands when its agreement has become a title: it is enforced, anything else is sued on. */
const titled = ['confirmed', 'decided'];
const onBreach = ['T13', 'T23', 'T28', 'T37'];

/**
 * What the law leaves open when an obligation is broken: enforcement where the agreement was confirmed (T28), otherwise a suit
 * on the agreement (T13), and for money a payment order (T37); a ruling is enforced (T23). Never enforcement on a bare
 * agreement (F11).
 */
export function routesOnBreach(caseFile: CaseFile, obligation: Obligation): readonly Route[] {
  const path = String(caseFile.matters[obligation.matters[0] ?? '']?.slot.value);
  const title = titled.includes(path) ? titleOver(caseFile, obligation.matters[0] ?? '') : null;
  const { channel } = title ?? caseFile.proceedings[obligation.proceeding]!;
  return routesFrom(channel).filter(
    (route) => onBreach.includes(route.id) && (route.id !== 'T37' || obligation.subject === 'payment'),
  );
}
