/** Which clauses of an agreement lack what a court asks of them (CPLI 358(五)); clauses are named by position from 1. */
import type { Clause, ClauseSubject } from '../case-file.ts';

const acts: readonly ClauseSubject[] = ['stopInfringement', 'destroyStock', 'removeListing', 'apology'];

const isPayment = ({ subject }: Clause) => subject === 'payment';
const isOwed = (clause: Clause) => isPayment(clause) || acts.includes(clause.subject);

/** Payments need payer and payee, acts whoever does them. */
export function clausesWithoutPeople(clauses: readonly Clause[]): readonly number[] {
  return positions(
    clauses,
    (clause) => isOwed(clause) && (clause.obligor === null || (isPayment(clause) && clause.obligee === null)),
  );
}

export function clausesWithoutAmount(clauses: readonly Clause[]): readonly number[] {
  return positions(clauses, (clause) => isPayment(clause) && clause.amountFen === null);
}

export function clausesWithoutDay(clauses: readonly Clause[]): readonly number[] {
  return positions(clauses, (clause) => isOwed(clause) && clause.dueOn === null);
}

export function clausesWithoutAccount(clauses: readonly Clause[]): readonly number[] {
  return positions(clauses, (clause) => isPayment(clause) && !clause.mannerNamed);
}

/** Every clause that lacks any of it; a court rejects what is unclear. */
export function unclearClauses(clauses: readonly Clause[]): readonly number[] {
  const lacking = [clausesWithoutPeople, clausesWithoutAmount, clausesWithoutDay, clausesWithoutAccount];
  return [...new Set(lacking.flatMap((find) => find(clauses)))].toSorted((left, right) => left - right);
}

/** The positions, from 1, of the clauses that are meant. */
export function positions(clauses: readonly Clause[], isMeant: (clause: Clause) => boolean): readonly number[] {
  return clauses.flatMap((clause, index) => (isMeant(clause) ? [index + 1] : []));
}
