import type { Id } from '../workflows/case-file.ts';
import type { Derived } from '../workflows/derived.ts';
import type { Listing } from '../workflows/listings.ts';
import { readCursor, writeCursor } from './commit-rules.ts';
import {
  firstOf,
  isDescending,
  type ListedCase,
  type ListFilter,
  type Listings,
  leadOf,
  officersListed,
  sortValue,
} from './listings.ts';
import type { SavedList, SavedLists } from './saved-lists.ts';
import { savedListLimit } from './saved-lists.ts';
import { type FoundName, isFound, searchTerms, searchWords } from './search-words.ts';
import { spokenText, spokenWords } from './spoken.ts';

/** What lists and search need of a store in memory. */
interface ListedMemory {
  /** In the order in which they came to be known. */
  readonly cases: ReadonlyMap<Id, { readonly derived: Derived }>;
  /** An erased person has an empty name. */
  readonly names: ReadonlyMap<Id, string>;
  readonly natural: ReadonlySet<Id>;
  /** `case organisation` in the order in which organisations came to know of cases. */
  readonly known: readonly string[];
}

/** Lists and search of a store in memory: looks through everything. */
export function memoryListings(memory: ListedMemory): Listings {
  const ofOrganisation = (organisation: Id): readonly ListedCase[] =>
    [...memory.cases].flatMap(([caseId, { derived }]) =>
      derived.listings
        .filter((listing) => listing.organisation === organisation)
        .map((listing) => ({ caseId, listing, names: namesIn(memory, listing) })),
    );
  return {
    list: async (request) => {
      const { box, order, after, limit } = request;
      const from = after === null ? null : readCursor(after).join(' ');
      const isAfter = ({ listing, caseId }: ListedCase) => {
        const place = `${sortValue(listing, order)} ${caseId}`;
        return from === null || (isDescending(order) ? place < from : place > from);
      };
      const found = ofOrganisation(request.organisation)
        .filter(({ listing }) => isListed(listing, request) && (box === null || listing.box === box))
        .filter(isAfter);
      const { rows, end } = firstOf(found, { order, limit });
      return { rows, next: end === null ? null : writeCursor(end) };
    },
    counts: async (filter) => {
      const counts = { inbox: 0, inProgress: 0, waiting: 0, done: 0 };
      for (const { listing } of ofOrganisation(filter.organisation)) {
        if (isListed(listing, filter)) counts[listing.box] += 1;
      }
      return counts;
    },
    search: async ({ organisation, text, after, limit }) => {
      const terms = searchTerms(text);
      const before = after === null ? Number.MAX_SAFE_INTEGER : Number(readCursor(after)[1]);
      const numberOf = ({ caseId }: ListedCase) => memory.known.indexOf(`${caseId} ${organisation}`);
      const found = ofOrganisation(organisation)
        .filter((row) => terms.length > 0 && numberOf(row) < before)
        .filter(({ listing }) =>
          isFound(terms, searchWords(listing, spokenWords(listing), foundNames(memory, listing))),
        )
        .toSorted((left, right) => numberOf(right) - numberOf(left));
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      return {
        rows,
        next: found.length > limit && last !== undefined ? writeCursor(['', String(numberOf(last))]) : null,
      };
    },
    listed: async (organisation, caseIds) =>
      new Map(
        ofOrganisation(organisation)
          .filter(({ caseId }) => caseIds.includes(caseId))
          .map((row) => [row.caseId, row]),
      ),
  };
}

function namesIn({ names }: ListedMemory, { persons }: Listing): Readonly<Record<Id, string>> {
  return Object.fromEntries(persons.map((id) => [id, names.get(id) ?? '']));
}

function foundNames({ names, natural }: ListedMemory, { persons }: Listing): readonly FoundName[] {
  return persons.map((id) => {
    const name = names.get(id) ?? '';
    return { name, spoken: spokenText(name, natural.has(id)) };
  });
}

function isListed(listing: Listing, filter: ListFilter): boolean {
  const { officers, open, channel, state, source, counterparts, dueUpTo, openedFrom, openedTo } = filter;
  const lead = leadOf(listing);
  const whose = officersListed(listing);
  return (
    (officers === null || officers.some((officer) => whose.includes(officer))) &&
    (!open || listing.proceedings.some((one) => one.open)) &&
    (channel === null || lead?.channel === channel) &&
    (state === null || lead?.state === state) &&
    (source === null || listing.source === source) &&
    (counterparts === null || (listing.counterpart !== null && counterparts.includes(listing.counterpart))) &&
    (dueUpTo === null || (listing.due ?? '~') <= `${dueUpTo}T~`) &&
    (openedFrom === null || listing.openedOn >= openedFrom) &&
    (openedTo === null || listing.openedOn <= `${openedTo}T~`)
  );
}

/** Saved lists that are forgotten when the process ends. */
export function memorySavedLists(): SavedLists {
  const kept = new Map<Id, readonly SavedList[]>();
  const of = (person: Id) => kept.get(person) ?? [];
  return {
    of: async (person) => of(person),
    save: async (person, list) => {
      const others = of(person).filter(({ name }) => name !== list.name);
      if (others.length >= savedListLimit) return false;
      kept.set(
        person,
        [...others, list].toSorted((left, right) => (left.name < right.name ? -1 : 1)),
      );
      return true;
    },
    forget: async (person, name) => {
      kept.set(
        person,
        of(person).filter((one) => one.name !== name),
      );
    },
  };
}
