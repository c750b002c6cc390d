import type { Id } from '../../workflows/case-file.ts';
import { readCursor, writeCursor } from '../commit-rules.ts';
import type { CaseFilter, CaseRow, Page } from '../store.ts';
import type { Summary } from '../summary.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** A page of an organisation's cases, latest opened first. Hand-written: the most read list of the house. */
export function caseList(db: SqliteDatabase, filter: CaseFilter): Page<CaseRow> {
  const [openedBefore, idBefore] = filter.after === null ? afterEverything : readCursor(filter.after);
  const { organisation, officer, limit } = filter;
  const found = statement<[Id, Id, string, Id, number], ListRow>(db, caseListSql(filter.scope)).all(
    organisation,
    officer ?? '',
    openedBefore,
    idBefore,
    limit + 1,
  );
  const shown = found.slice(0, limit).map((row) => ({ ...row, summary: readSummary(row.summary) }));
  const names = namesOf(
    db,
    shown.flatMap(({ summary }) => [...summary.claimants, ...summary.respondents]),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map(({ summary, over, ...row }) => ({
      ...row,
      over: over === 1,
      claimants: summary.claimants.map((id) => names[id] ?? ''),
      respondents: summary.respondents.map((id) => names[id] ?? ''),
      proceedings: summary.proceedings,
    })),
    next: found.length > limit && last !== undefined ? writeCursor([last.openedOn, last.caseId]) : null,
  };
}

/** The statement behind {@link caseList}; the condition must be spelt out for its partial index to be used. */
export function caseListSql(scope: CaseFilter['scope']): string {
  return `SELECT case_row.case_id AS caseId, code, case_row.opened_on AS openedOn, over, version, updated_at AS updatedAt, summary
    FROM case_organisation AS listed JOIN case_row ON case_row.case_id = listed.case_id
    WHERE organisation = ? AND officer = ? AND (listed.opened_on, listed.case_id) < (?, ?)
      ${scope === 'open' ? 'AND is_open = 1' : ''}
    ORDER BY listed.opened_on DESC, listed.case_id DESC LIMIT ?`;
}

/** Names by person id; an erased person has an empty one, an unknown id none. */
export function namesOf(db: SqliteDatabase, ids: readonly Id[]): Readonly<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = statement<[string], { id: Id; name: string }>(
    db,
    `SELECT id, iif(erased_at_ms IS NULL, name, '') AS name FROM person WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** '~' sorts after every date. */
const afterEverything = ['~', ''] as const;

interface ListRow extends Omit<CaseRow, 'over' | 'claimants' | 'respondents' | 'proceedings'> {
  readonly over: number;
  readonly summary: string;
}

/** The text was written by `cases-derived.ts` from a Summary. */
function readSummary(text: string): Summary {
  return JSON.parse(text) as Summary;
}
