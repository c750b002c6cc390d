import type { Actor } from '../../workflows/index.ts';
import { type CaseRowView, caseListView, lookAt } from '../views/index.ts';
import type { Dependencies } from '../write/index.ts';

/** What a search found: one case by its exact code, or a list. */
export interface FoundCases {
  readonly exact: string | null;
  readonly rows: readonly CaseRowView[];
}

/** How many of the organisation's latest cases are looked through. */
const searchedCases = 200;

/** Finds cases by code, number or name among those of the actor's organisation. */
export async function findCases(text: string, actor: Actor, dependencies: Dependencies): Promise<FoundCases> {
  const byCode = await dependencies.store.reads.caseIdByCode(text.normalize('NFC'));
  if (byCode !== null && (await lookAt(byCode, actor, dependencies)) !== null) return { exact: byCode, rows: [] };
  const wanted = plain(text);
  const list = await caseListView(
    actor,
    { scope: 'all', mine: false, after: null, limit: searchedCases },
    dependencies,
  );
  const rows = list.rows.filter(({ code, title, proceedings }) =>
    [code, title.zh, ...proceedings.map(({ number }) => number ?? '')].some((one) => plain(one).includes(wanted)),
  );
  return { exact: null, rows };
}

/** Full-width and half-width, capital and small letters are the same. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('〔', '(').replaceAll('〕', ')').toLowerCase();
}
