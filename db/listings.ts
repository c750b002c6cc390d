import type { Id, LegalDate, OccurredOn } from '../workflows/case-file.ts';
import type { Box, ListedProceeding, Listing } from '../workflows/listings.ts';
import type { Page } from './store.ts';

/** One case as a list shows it: a derived row and the names it refers to. Nothing else of the case is read. */
export interface ListedCase {
  readonly caseId: Id;
  readonly listing: Listing;
  /** By person; an erased person has an empty name. */
  readonly names: Readonly<Record<Id, string>>;
}

/** In which order: latest or earliest opened first, nearest end of a time limit first, longest without a step first. */
export type ListOrder = 'latest' | 'earliest' | 'due' | 'waiting';

/** What a list is narrowed to. Null: any. Days are included; a case without a time limit is never due. */
export interface ListFilter {
  /** Whose list; only cases this organisation may know of are in it. */
  readonly organisation: Id;
  /** Only cases of one of these officers, or {@link nobody}; null: everybody's. */
  readonly officers: readonly Id[] | null;
  /** Only those with an open proceeding here. */
  readonly open: boolean;
  readonly channel: string | null;
  readonly state: string | null;
  readonly source: string | null;
  /** The organisations a case was last handed from or to. */
  readonly counterparts: readonly Id[] | null;
  readonly dueUpTo: LegalDate | null;
  readonly openedFrom: LegalDate | null;
  readonly openedTo: LegalDate | null;
}

export interface ListRequest extends ListFilter {
  readonly box: Box | null;
  readonly order: ListOrder;
  /** `next` of the page before, in the same order; null for the first. Rejects with `CursorInvalid`. */
  readonly after: string | null;
  readonly limit: number;
}

export interface SearchRequest {
  readonly organisation: Id;
  /** As typed: words apart by blanks, all of which must be found. */
  readonly text: string;
  readonly after: string | null;
  readonly limit: number;
}

/** How many cases lie in each box. */
export type BoxCounts = Readonly<Record<Box, number>>;

/** Lists and search: each answers from an index of derived rows, and shows an organisation only what it may know. */
export interface Listings {
  list(request: ListRequest): Promise<Page<ListedCase>>;
  /** With the same filter; a case is counted once. */
  counts(filter: ListFilter): Promise<BoxCounts>;
  /** Latest known first. Empty when no word of the text is long enough to be looked for. */
  search(request: SearchRequest): Promise<Page<ListedCase>>;
  /** Those of some cases that the organisation may know of, by case. */
  listed(organisation: Id, caseIds: readonly Id[]): Promise<ReadonlyMap<Id, ListedCase>>;
}

export const allBoxes = ['inbox', 'inProgress', 'waiting', 'done'] as const satisfies readonly Box[];

/** Stands for an officer where an open proceeding has none. */
export const nobody = '-';

/** The officers under whom a listing stands; '' is everybody. */
export function officersListed({ proceedings }: Listing): readonly Id[] {
  const open = proceedings.filter((one) => one.open);
  const lacking = open.some(({ officers }) => officers.length === 0);
  return [...new Set(['', ...proceedings.flatMap(({ officers }) => officers), ...(lacking ? [nobody] : [])])];
}

/** The proceeding that a list shows and filters by: the latest open one, or the last there was. */
export function leadOf({ proceedings }: Pick<Listing, 'proceedings'>): ListedProceeding | undefined {
  return proceedings.findLast(({ open }) => open) ?? proceedings.at(-1);
}

/** Sorts after every date. */
const last = '~';

/** The value a list is in order of. */
export function sortValue({ openedOn, due, since }: Listing, order: ListOrder): OccurredOn {
  if (order === 'due') return due ?? last;
  return order === 'waiting' ? since : openedOn;
}

/** Whether later values come first. */
export function isDescending(order: ListOrder): boolean {
  return order === 'latest';
}

/** The first rows of several lists that are each in order, and where they end. A case in two of them is shown once. */
export function firstOf(
  found: readonly ListedCase[],
  { order, limit }: Pick<ListRequest, 'order' | 'limit'>,
): { readonly rows: readonly ListedCase[]; readonly end: readonly [string, Id] | null } {
  const place = ({ listing, caseId }: ListedCase) => `${sortValue(listing, order)} ${caseId}`;
  const sign = isDescending(order) ? -1 : 1;
  const rows = [...new Map(found.map((row) => [row.caseId, row])).values()].toSorted((left, right) =>
    place(left) < place(right) ? -sign : sign,
  );
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return {
    rows: shown,
    end: rows.length > limit && end !== undefined ? [sortValue(end.listing, order), end.caseId] : null,
  };
}
