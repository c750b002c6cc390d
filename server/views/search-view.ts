import type { ListedCase } from '../../db/listings.ts';
import { isFound, plain, type SearchTerm, searchTerms } from '../../db/search-words.ts';
import { type Actor, type Text, text, worksOnCases } from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { type CaseRowView, caseRowView, listLook } from './list-view.ts';

/** A case that was found, with the words it was found by where the row itself does not show them. */
export interface FoundCaseView extends CaseRowView {
  readonly foundBy: readonly { readonly label: Text; readonly text: string }[];
}

export interface SearchView {
  readonly rows: readonly FoundCaseView[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  /** No word of the text was long enough to look for. */
  readonly tooShort: boolean;
}

const labels = {
  number: text('编号', 'Number'),
  right: text('权利', 'Right'),
  person: text('当事人或代理人', 'Party or agent'),
} as const;

/**
 * Cases that the actor may know of and that every word of the text is found in, among what she may know of them. Throws
 * `aggregates-only` for a centre's head; rejects with `CursorInvalid`.
 */
export async function searchView(
  actor: Actor,
  { text: typed, ...page }: { readonly text: string; readonly after: string | null; readonly limit: number },
  dependencies: Dependencies,
): Promise<SearchView> {
  const look = await listLook(actor, dependencies);
  const terms = searchTerms(typed);
  if (terms.length === 0 || !worksOnCases(actor)) return { rows: [], next: null, tooShort: terms.length === 0 };
  const organisation = actor.organisation ?? '';
  const { rows, next } = await dependencies.store.listings.search({ organisation, text: typed, ...page });
  return {
    rows: rows.map((row) => {
      const view = caseRowView(row, look);
      return { ...view, foundBy: foundBy(row, view, terms) };
    }),
    next,
    tooShort: false,
  };
}

function foundBy(row: ListedCase, view: CaseRowView, terms: readonly SearchTerm[]): FoundCaseView['foundBy'] {
  const shown = [view.code, view.title.zh, view.proceedings.at(-1)?.number ?? ''].map(plain);
  const isHit = (value: string) =>
    !shown.some((one) => one.includes(plain(value))) &&
    terms.some((term) => isFound([{ ...term, pinyin: null }], { texts: [plain(value)], pinyin: [] }));
  const hits = (label: Text, values: readonly string[]) =>
    values.filter((value) => value !== '' && isHit(value)).map((value) => ({ label, text: value }));
  return [
    ...hits(labels.number, row.listing.numbers),
    ...hits(labels.right, row.listing.words),
    ...hits(labels.person, Object.values(row.names)),
  ];
}
