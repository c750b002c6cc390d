import type { Store } from '../../db/store.ts';
import {
  type Actor,
  type CaseFile,
  type CaseKey,
  type Decision,
  type Finding,
  type Found,
  findingsOf,
  type Id,
  keysOf,
} from '../../workflows/index.ts';

/** How many cases that share one key are looked at, the newest first. */
const newest = 20;

/** Other cases over the same right or product, or between the same two sides; found by index, the newest first. */
export async function alikeCases(
  caseFile: CaseFile,
  { reads, load }: Pick<Store, 'reads' | 'load'>,
): Promise<readonly CaseFile[]> {
  const having = async (keys: readonly CaseKey[]) =>
    (await Promise.all(keys.map(({ kind, value }) => reads.casesWithKey(kind, value, newest)))).flat();
  const things = keysOf(caseFile).filter(({ kind }) => kind === 'right' || kind === 'product');
  const [overThings, ...ofSides] = await Promise.all([
    having(things),
    ...(['claimant', 'respondent'] as const).map((side) => having(marksOfSide(caseFile, side))),
  ]);
  const [ofClaimants = [], ofRespondents = []] = ofSides;
  const between = ofClaimants.filter((id) => ofRespondents.includes(id));
  const ids = [...new Set([...overThings, ...between])].filter((id) => id !== caseFile.id).slice(0, newest);
  return (await Promise.all(ids.map((id) => load(id)))).filter((one) => one !== null);
}

function marksOfSide({ parties }: CaseFile, side: 'claimant' | 'respondent'): readonly CaseKey[] {
  return Object.values(parties)
    .filter((party) => party.side === side)
    .flatMap(({ marks = [] }) => marks.map((value) => ({ kind: 'mark' as const, value })));
}

/** What other cases say to a change, beyond what they said before it: as far as the actor may know. */
export async function newFindings(
  { before, after }: Decision,
  actor: Actor,
  store: Store,
): Promise<readonly Finding[]> {
  if (sameKeys(before, after)) return [];
  const others = await alikeCases(after, store);
  const known = new Set(findingsOf(before, others, actor).map(idOf));
  return findingsOf(after, others, actor).filter((finding) => !known.has(idOf(finding)));
}

/** Most changes touch nothing by which cases are found. */
function sameKeys(before: CaseFile, after: CaseFile): boolean {
  return before.matters === after.matters && before.parties === after.parties;
}

function idOf({ code, other }: Finding): string {
  return `${code} ${other ?? ''}`;
}

/** The case whose code somebody typed into a command. */
export async function otherCase(
  data: unknown,
  { organisation }: Actor,
  { reads, load }: Pick<Store, 'reads' | 'load'>,
): Promise<Found['otherCase']> {
  const typed = typeof data === 'object' && data !== null && 'other' in data ? data.other : null;
  if (typeof typed !== 'string') return null;
  const id: Id | null = await reads.caseIdByCode(typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase());
  const caseFile = id === null ? null : await load(id);
  if (caseFile === null) return null;
  const held = Object.values(caseFile.proceedings).some(
    (one) => one.organisation === organisation && one.endedOn === null,
  );
  return { id: caseFile.id, code: caseFile.header.code, held };
}
