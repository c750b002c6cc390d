import { CursorInvalid, type ReferralFilter } from '../../db/store.ts';
import { type Id, isDay, opensWithReason, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Glance, glancesAt, type ReferralView, referralViews } from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';

/** Whose register it is: the organisation of somebody who does papers there. Throws `not-allowed`, or `aggregates-only` for a head. */
export function registerHolder(viewer: Viewer): Id {
  const { organisationId, roles } = viewer;
  if (organisationId !== null && opensWithReason(actorOf(viewer))) throw new ProblemError('aggregates-only');
  if (organisationId === null || !roles.some((role) => registerRoles.includes(role)))
    throw new ProblemError('not-allowed');
  return organisationId;
}

/** Roles whose organisations refer, are referred to, or keep the record of one that does. */
export const registerRoles: readonly string[] = ['courtLiaison', 'committeeClerk', 'mediator', 'centreStaff'];

/** What is asked of the register, as it stands in an address; empty or absent: any. */
export const registerQueryNames = ['from', 'to', 'with', 'mode', 'state'] as const;
export type RegisterQuery = Readonly<Partial<Record<(typeof registerQueryNames)[number], string>>>;

export interface RegisterPage {
  readonly rows: readonly ReferralView[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** How many referrals an export or a reconciliation takes at most. */
export const registerLimit = 2000;
const pieceOf = 100;

/** A page of the register of the viewer's organisation, latest sent first. Throws `invalid-input`, `bad-request`. */
export async function registerPage(
  viewer: Viewer,
  query: RegisterQuery,
  after: string | null,
  limit: number,
  dependencies: Dependencies,
): Promise<RegisterPage> {
  const filter = { ...filterOf(registerHolder(viewer), query), after, limit };
  try {
    return await pageOf(viewer, filter, dependencies);
  } catch (error) {
    if (error instanceof CursorInvalid) throw new ProblemError('bad-request', { detail: badCursor });
    throw error;
  }
}

const badCursor = text(
  '翻页标记无效，请从第一页重新打开。',
  'The page marker is not valid; begin again at the first page.',
);

/** Everything the register has for a query. Throws `register-too-long` beyond {@link registerLimit}. */
export async function wholeRegister(
  viewer: Viewer,
  query: RegisterQuery,
  dependencies: Dependencies,
): Promise<readonly ReferralView[]> {
  const filter = filterOf(registerHolder(viewer), query);
  const rows: ReferralView[] = [];
  let after: string | null = null;
  do {
    const page: RegisterPage = await pageOf(viewer, { ...filter, after, limit: pieceOf }, dependencies);
    rows.push(...page.rows);
    after = page.next;
    if (rows.length > registerLimit) throw new ProblemError('register-too-long', { limit: registerLimit });
  } while (after !== null);
  return rows;
}

/** Referrals of the viewer's register that bear one of some court numbers, whenever they were sent. */
export async function referralsWithNumbers(
  viewer: Viewer,
  numbers: readonly string[],
  dependencies: Dependencies,
): Promise<readonly ReferralView[]> {
  const { reads } = dependencies.store;
  const found = await Promise.all(numbers.map((number) => reads.casesWithKey('number', number, 3)));
  const glances = await glancesAt(found.flat(), actorOf(viewer), dependencies);
  return [...glances.values()].flatMap(referralViews);
}

async function pageOf(viewer: Viewer, filter: ReferralFilter, dependencies: Dependencies): Promise<RegisterPage> {
  const { rows, next } = await dependencies.store.reads.referrals(filter);
  const glances = await glancesAt(
    rows.map(({ caseId }) => caseId),
    actorOf(viewer),
    dependencies,
  );
  const views = new Map([...glances].map(([caseId, glance]) => [caseId, byId(glance)]));
  return { rows: rows.flatMap(({ caseId, referral }) => views.get(caseId)?.get(referral) ?? []), next };
}

function byId(glance: Glance): ReadonlyMap<Id, ReferralView> {
  return new Map(referralViews(glance).map((view) => [view.id, view]));
}

function filterOf(organisation: Id, query: RegisterQuery): Omit<ReferralFilter, 'after' | 'limit'> {
  const { with: other, mode, state } = query;
  return {
    organisation,
    from: dayAsked(query.from, '/from'),
    to: dayAsked(query.to, '/to'),
    with: other || null,
    mode: oneOf(mode, ['delegated', 'entrusted'] as const, '/mode'),
    open: state ? oneOf(state, ['open', 'closed'] as const, '/state') === 'open' : null,
  };
}

/** A day of an address or a form; null when there is none. Throws `invalid-input` at the pointer. */
export function dayAsked(typed: string | undefined, pointer: string): string | null {
  if (typed === undefined || typed === '') return null;
  if (!isDay(typed)) throw invalid(pointer);
  return typed;
}

function oneOf<const Value extends string>(
  typed: string | undefined,
  values: readonly Value[],
  pointer: string,
): Value | null {
  if (typed === undefined || typed === '') return null;
  const found = values.find((one) => one === typed);
  if (found === undefined) throw invalid(pointer);
  return found;
}

/** What was entered at a pointer is not right. */
export function invalid(pointer: string): ProblemError {
  return new ProblemError('invalid-input', { fields: [{ pointer }] });
}
