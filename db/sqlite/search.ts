/** The search index, kept in the transaction that changes what it says. */
import type { Id } from '../../workflows/case-file.ts';
import type { Listing } from '../../workflows/listings.ts';
import { readCursor, writeCursor } from '../commit-rules.ts';
import type { ListedCase, Listings, SearchRequest } from '../listings.ts';
import { type FoundName, pairsOf, type SearchTerm, searchTerms, searchWords } from '../search-words.ts';
import { spokenText } from '../spoken.ts';
import type { Page } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';
import { countCases, listCases, listedCases, namedCases, readListing } from './reads-listings.ts';

/** Lists and search of a SQLite database. */
export function sqliteListings(db: SqliteDatabase): Listings {
  return {
    list: async (request) => listCases(db, request),
    counts: async (filter) => countCases(db, filter),
    search: async (request) => searchCases(db, request),
    listed: async (organisation, caseIds) => listedCases(db, organisation, caseIds),
  };
}

/** Looks up an organisation's cases, latest known first. */
export function searchCases(db: SqliteDatabase, request: SearchRequest): Page<ListedCase> {
  const { organisation, text, after, limit } = request;
  const before = after === null ? Number.MAX_SAFE_INTEGER : Number(readCursor(after)[1]);
  const terms = searchTerms(text);
  if (terms.length === 0) return { rows: [], next: null };
  const found = statement<[string, number, Id, number], FoundRow>(db, searchSql).all(
    matchOf(organisation, terms),
    before,
    organisation,
    limit + 1,
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: namedCases(db, shown),
    next: found.length > limit && last !== undefined ? writeCursor(['', String(last.number)]) : null,
  };
}

/** The statement behind {@link searchCases}. The organisation is asked for twice: a word of the index opens nothing. */
export const searchSql = `SELECT number, case_id AS caseId, listing
  FROM case_search JOIN case_listing ON case_listing.number = case_search.rowid
  WHERE case_search MATCH ? AND case_search.rowid < ? AND case_listing.organisation = ?
  ORDER BY case_search.rowid DESC LIMIT ?`;

interface FoundRow {
  readonly number: number;
  readonly caseId: Id;
  readonly listing: string;
}

/** The terms hold letters and digits only, so that nothing of the index's own language can be among them. */
function matchOf(organisation: Id, terms: readonly SearchTerm[]): string {
  const words = terms.map(({ texts, pinyin }) => {
    const phrases = texts.map((text) => `pairs : "${pairsOf(text).join(' ')}"`);
    return `(${[...phrases, ...(pinyin === null ? [] : [`pinyin : "${pinyin}" *`])].join(' OR ')})`;
  });
  return [`organisation : "${organisationWord(organisation)}"`, ...words].join(' AND ');
}

/** An id as one word of the index, whatever characters it has. */
function organisationWord(organisation: Id): string {
  return Buffer.from(organisation).toString('hex');
}

/** Listings whose words are no longer, or not yet, what the index says: of a case, or of everybody's cases of some persons. */
export function outdatedWords(db: SqliteDatabase, caseId: Id, persons: readonly Id[] = []): readonly IndexChange[] {
  const rows = statement<[Id, string], { number: number; listing: string; spoken: string }>(
    db,
    `SELECT number, listing, spoken FROM case_listing
     WHERE case_id = ? OR case_id IN (
       SELECT case_id FROM case_listing_person WHERE person IN (SELECT value FROM json_each(?)))`,
  ).all(caseId, JSON.stringify(persons));
  return rows.flatMap(({ number, listing, spoken }) => {
    const wanted = indexRow(db, readListing(listing), spoken);
    const stored = statement<[number], IndexRow>(
      db,
      'SELECT organisation, pairs, pinyin FROM case_search WHERE rowid = ?',
    ).get(number);
    return JSON.stringify(stored) === JSON.stringify(wanted) ? [] : [{ number, wanted, isNew: stored === undefined }];
  });
}

interface IndexRow {
  readonly organisation: string;
  readonly pairs: string;
  readonly pinyin: string;
}

/** A row of the index that is to be written anew. */
export interface IndexChange {
  readonly number: number;
  readonly wanted: IndexRow;
  readonly isNew: boolean;
}

/** Writes {@link outdatedWords}; what the index said before is gone from the file. Inside the caller's transaction. */
export function writeWords(db: SqliteDatabase, changes: readonly IndexChange[]): void {
  if (changes.length === 0) return;
  overwriting(db, () => {
    for (const { number, wanted, isNew } of changes) {
      if (!isNew) removeRow(db, number);
      statement<[number, string, string, string]>(
        db,
        'INSERT INTO case_search (rowid, organisation, pairs, pinyin) VALUES (?, ?, ?, ?)',
      ).run(number, wanted.organisation, wanted.pairs, wanted.pinyin);
    }
  });
}

/** Takes the words of an organisation's listing out, before the listing itself goes. */
export function forgetWords(db: SqliteDatabase, caseId: Id, organisation: Id): void {
  const row = statement<[Id, Id], { number: number }>(
    db,
    'SELECT number FROM case_listing WHERE case_id = ? AND organisation = ?',
  ).get(caseId, organisation);
  if (row !== undefined) overwriting(db, () => removeRow(db, row.number));
}

function removeRow(db: SqliteDatabase, number: number): void {
  statement<[number]>(db, 'DELETE FROM case_search WHERE rowid = ?').run(number);
}

/** The index merges its parts as it is written to: freed pages are overwritten, or names would stay readable in the file. */
function overwriting(db: SqliteDatabase, write: () => void): void {
  db.pragma('secure_delete = ON');
  try {
    write();
    // What the index holds back until the end of the transaction would be written when nothing is overwritten any more.
    statement(db, `INSERT INTO case_search (case_search) VALUES ('flush')`).run();
  } finally {
    db.pragma('secure_delete = OFF');
  }
}

/** Words that belong to no listing; there should be none. */
export function strayWords(db: SqliteDatabase): readonly number[] {
  return statement<[], number>(
    db,
    'SELECT id FROM case_search_content WHERE id NOT IN (SELECT number FROM case_listing)',
  )
    .pluck()
    .all() as number[]; // `pluck` gives the bare column.
}

export function forgetStrayWords(db: SqliteDatabase): void {
  const stray = strayWords(db);
  overwriting(db, () => {
    for (const number of stray) removeRow(db, number);
  });
}

function indexRow(db: SqliteDatabase, listing: Listing, spoken: string): IndexRow {
  const { texts, pinyin } = searchWords(listing, spoken, foundNames(db, listing.persons));
  return {
    organisation: organisationWord(listing.organisation),
    // The point is a word of its own, so that no phrase runs from one text into the next.
    pairs: texts.map((text) => pairsOf(text).join(' ')).join(' · '),
    pinyin: pinyin.join(' '),
  };
}

/** Names that were written before the search knew how they are spoken. Loads the dictionary; not for the thread that writes. */
export function speakNames(db: SqliteDatabase, caseId: Id): void {
  const unspoken = statement<[Id], { id: Id; name: string; kind: string }>(
    db,
    `SELECT id, name, kind FROM person
     WHERE spoken IS NULL AND erased_at_ms IS NULL AND id IN (SELECT person FROM case_listing_person WHERE case_id = ?)
       AND NOT EXISTS (SELECT 1 FROM person_field WHERE person_id = person.id AND field = 'isMinor')`,
  ).all(caseId);
  for (const { id, name, kind } of unspoken) {
    const spoken = spokenText(name, kind === 'natural');
    statement<[string, Id]>(db, 'UPDATE person SET spoken = ? WHERE id = ?').run(spoken, id);
  }
}

function foundNames(db: SqliteDatabase, ids: readonly Id[]): readonly FoundName[] {
  return statement<[string], FoundName>(
    db,
    `SELECT name, coalesce(spoken, '') AS spoken FROM person
     WHERE erased_at_ms IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ).all(JSON.stringify(ids));
}
