import type { CaseRow } from '../../../db/store.ts';
import { commands, type Id, type Side } from '../../../workflows/index.ts';
import type { Viewer } from '../../security/index.ts';
import { type ChoiceView, type FormView, formView } from '../../views/form-view.ts';
import { type Look, lookAt } from '../../views/look.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';

/** A case in which this viewer can log a contact, and in which proceeding it would stand. */
export interface CallCase {
  readonly look: Look;
  readonly form: FormView;
  readonly parties: readonly ChoiceView[];
}

/** Whether somebody of these roles ever logs a contact. */
export function mayLogCalls({ organisationId, roles }: Viewer): boolean {
  const by: readonly string[] = commands.recordContact?.by ?? [];
  return organisationId !== null && roles.some((role) => by.includes(role));
}

/** The case with what a contact in it can say; `none`: nothing the viewer may know; `closed`: no proceeding to log it in. */
export async function callCase(
  caseId: Id,
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<CallCase | 'none' | 'closed'> {
  const look = await lookAt(caseId, actorOf(viewer), dependencies, { what: 'contact' });
  if (look === null) return 'none';
  const own = Object.values(look.current.proceedings)
    .filter((one) => one.endedOn === null && one.organisation === viewer.organisationId)
    // One's own first, and of these the latest: read from the end.
    .toSorted((one, other) => Number(isInside(look, one.id)) - Number(isInside(look, other.id)));
  for (const { id } of own.reverse()) {
    const form = formView(look, 'recordContact', { kind: 'proceeding', id });
    if (form === null || form.offer?.allowed === 'no') continue;
    return { look, form, parties: form.fields.find(({ name }) => name === 'party')?.choices ?? [] };
  }
  return 'closed';
}

function isInside({ visible }: Look, proceeding: Id): boolean {
  return visible.sight(proceeding) === 'inside';
}

/** Those of the parties that stand on one side. */
export function onSide({ look, parties }: CallCase, side: Side): readonly ChoiceView[] {
  return parties.filter(({ value }) => look.current.parties[value]?.side === side);
}

/** How many open cases are looked through for a number. */
const lookedThrough = 1000;

/** Open cases of the organisation that somebody may mean by a code, its number (`7`, `2026-7`) or the number of a proceeding. */
export async function casesMeant(typed: string, viewer: Viewer, { store }: Dependencies): Promise<readonly CaseRef[]> {
  const exact = await store.reads.caseIdByCode(typed.normalize('NFC').trim());
  if (exact !== null) return [{ id: exact, code: typed.trim() }];
  const own = meantAmong(typed, await openCases(viewer, viewer.accountId, { store }));
  const rows = own.length > 0 ? own : meantAmong(typed, await openCases(viewer, null, { store }));
  return rows.slice(0, 20).map(({ caseId, code }) => ({ id: caseId, code }));
}

export interface CaseRef {
  readonly id: Id;
  readonly code: string;
}

async function openCases(
  { organisationId }: Viewer,
  officer: Id | null,
  { store }: Pick<Dependencies, 'store'>,
): Promise<readonly CaseRow[]> {
  if (organisationId === null) return [];
  const found: CaseRow[] = [];
  let after: string | null = null;
  do {
    const page = await store.reads.cases({ organisation: organisationId, scope: 'open', officer, after, limit: 200 });
    found.push(...page.rows);
    after = page.next;
  } while (after !== null && found.length < lookedThrough);
  return found;
}

/** By the code of the case before the number of a proceeding. */
function meantAmong(typed: string, rows: readonly CaseRow[]): readonly CaseRow[] {
  const byCode = rows.filter(({ code }) => endsWith(code, typed));
  if (byCode.length > 0) return byCode;
  return rows.filter(({ proceedings }) => proceedings.some(({ number }) => endsWith(number ?? '', typed)));
}

function endsWith(number: string, typed: string): boolean {
  const wanted = numbersIn(typed);
  const there = numbersIn(number).slice(-wanted.length);
  return wanted.length > 0 && there.length === wanted.length && there.every((one, index) => one === wanted[index]);
}

/** The numbers of a code as people say them: without leading zeros, in any width. */
function numbersIn(text: string): readonly number[] {
  return [...text.normalize('NFKC').matchAll(/\d{1,9}/g)].map(([digits]) => Number(digits));
}
