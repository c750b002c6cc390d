import type { CaseFile, Id } from '../../workflows/case-file.ts';
import type { Derived } from '../../workflows/derived.ts';
import { auditProblems, auditVerifier } from '../audit-chain.ts';
import { chainProblems, openEntry, verifyChain } from '../journal-chain.ts';
import { auditHead, auditRows } from '../sqlite/audit.ts';
import { allCaseIds, caseHead, loadCase } from '../sqlite/cases.ts';
import { derivedChanges, judgeDerived } from '../sqlite/cases-derived.ts';
import { type SqliteDatabase, statement } from '../sqlite/connection.ts';
import { chainRows, lastRecordedAt } from '../sqlite/journal.ts';
import { outdatedWords, strayWords } from '../sqlite/search.ts';
import { withDatabase } from './existing.ts';
import { missingFiles } from './files-on-disk.ts';
import { slotFaults } from './slots.ts';

/** Something that is not as it was written. `where` names the case (and entry), the file or the table. */
export interface Fault {
  readonly where: string;
  readonly code: string;
  /** Chinese, then English. */
  readonly sentence: string;
}

/** What a check found. `stale` cases are not faults: law, calendar or program moved on since they were computed. */
export interface CheckResult {
  readonly cases: number;
  readonly entries: number;
  readonly auditRecords: number;
  readonly faults: readonly Fault[];
  readonly stale: readonly Id[];
  readonly exitCode: 0 | 1;
}

/**
 * Checks a data folder beside a running server, changing nothing: every journal's chain, the audit chain, every stored machine against
 * its last step, every derived row, every file on the disk, the registers of numbers, and SQLite's own structures.
 * Throws `MaintenanceRefused` when there is no database to check.
 */
export function check(dataFolder: string, derive: (caseFile: CaseFile) => Derived): Promise<CheckResult> {
  return withDatabase(dataFolder, async (db) => {
    const faults: Fault[] = [...structureFaults(db), ...numberFaults(db)];
    faults.push(...strayWords(db).map((number) => wordsFault(`查找索引 search index ${number}`)));
    const audit = db.transaction(() => auditFaults(db))();
    faults.push(...audit.faults);
    const stale: Id[] = [];
    let cases = 0;
    let entries = 0;
    for (const caseId of allCaseIds(db)) {
      // One look: a commit in between would make truth and evidence differ.
      const found = db.transaction(() => checkCase(db, caseId, derive))();
      faults.push(...found.faults);
      if (found.stale) stale.push(caseId);
      cases += 1;
      entries += found.entries;
    }
    faults.push(...(await missingFiles(db, dataFolder)));
    return { cases, entries, auditRecords: audit.records, faults, stale, exitCode: faults.length > 0 ? 1 : 0 };
  });
}

/** A check's result for people to read, a line each. */
export function checkLines({ cases, entries, auditRecords, faults, stale }: CheckResult): readonly string[] {
  const summary = `已检查 ${cases} 个案件、${entries} 条卷宗条目、${auditRecords} 条审计记录。 Checked ${cases} cases, ${entries} entries and ${auditRecords} audit records.`;
  const problems = faults.map(({ where, code, sentence }) => `✗ ${where}: ${sentence} [${code}]`);
  const outdated = `${stale.length} 个案件的派生数据已过时，运行 npm run db:rederive 更新。 ${stale.length} cases have stale derived rows; run npm run db:rederive.`;
  const verdict =
    faults.length === 0
      ? '数据完好。 The data are whole.'
      : `发现 ${faults.length} 处损坏。请停止使用，保留现状，从备份恢复并联系开发者。 ${faults.length} faults. Stop, keep everything as it is, restore a backup and contact the developers.`;
  return [summary, ...problems, ...(stale.length > 0 ? [outdated] : []), verdict];
}

interface CaseFindings {
  readonly faults: readonly Fault[];
  readonly stale: boolean;
  readonly entries: number;
}

function checkCase(db: SqliteDatabase, caseId: Id, derive: (caseFile: CaseFile) => Derived): CaseFindings {
  const rows = chainRows(db, caseId);
  const problems = verifyChain(caseId, rows, caseHead(db, caseId) ?? { seq: 0, hash: '' });
  const entries = rows.length;
  if (problems.length > 0) {
    const faults = problems.map(({ seq, code }) => ({
      where: `案件 case ${caseId} 条目 entry ${seq}`,
      code,
      sentence: chainProblems[code],
    }));
    // Without its evidence nothing else of the case can be judged.
    return { faults, stale: false, entries };
  }
  try {
    const caseFile = loadCase(db, caseId);
    if (caseFile === null) return { faults: [], stale: false, entries };
    const derived = derivedFindings(db, caseFile, derive);
    return { faults: [...slotFaults(caseFile, rows.map(openEntry)), ...derived.faults], stale: derived.stale, entries };
  } catch (error) {
    const sentence = `案件无法读取：${error} The case cannot be read: ${error}`;
    return { faults: [{ where: `案件 case ${caseId}`, code: 'case-unreadable', sentence }], stale: false, entries };
  }
}

function derivedFindings(db: SqliteDatabase, caseFile: CaseFile, derive: (caseFile: CaseFile) => Derived) {
  const derived = derive(caseFile);
  const changes = derivedChanges(db, caseFile, derived, lastRecordedAt(db, caseFile.id));
  const state = judgeDerived(db, caseFile, derived, changes);
  const tables = [...new Set(changes.map(({ table }) => table))].join(', ');
  const fault = {
    where: `案件 case ${caseFile.id}`,
    code: 'derived-corrupt',
    sentence: `派生数据与案件不符：${tables}。 Derived rows differ from the case: ${tables}.`,
  };
  // Words of rows that are themselves to be computed anew are not looked at.
  const words = state === 'fresh' ? outdatedWords(db, caseFile.id) : [];
  const found = [
    ...(state === 'corrupt' ? [fault] : []),
    ...(words.length > 0 ? [wordsFault(`案件 case ${caseFile.id}`)] : []),
  ];
  return { faults: found, stale: state === 'stale' };
}

function wordsFault(where: string): Fault {
  return {
    where,
    code: 'search-corrupt',
    sentence:
      '查找索引与案件不符，运行 npm run db:rederive 重建。 The search index differs from the cases; npm run db:rederive makes it again.',
  };
}

function auditFaults(db: SqliteDatabase): { readonly records: number; readonly faults: readonly Fault[] } {
  const verifier = auditVerifier();
  let records = 0;
  for (const row of auditRows(db)) {
    verifier.next(row);
    records += 1;
  }
  const faults = verifier
    .end(auditHead(db))
    .map(({ seq, code }) => ({ where: `审计 audit ${seq}`, code, sentence: auditProblems[code] }));
  return { records, faults };
}

function structureFaults(db: SqliteDatabase): readonly Fault[] {
  const integrity = statement<[], { result: string }>(
    db,
    'SELECT integrity_check AS result FROM pragma_integrity_check',
  ).all();
  const broken = integrity
    .filter(({ result }) => result !== 'ok')
    .map(({ result }) => ({
      where: '数据库 database',
      code: 'database-damaged',
      sentence: `数据库文件损坏：${result}。 The database file is damaged: ${result}.`,
    }));
  const orphans = statement<[], { child: string; parent: string; n: number }>(
    db,
    'SELECT "table" AS child, parent, count(*) AS n FROM pragma_foreign_key_check GROUP BY 1, 2',
  ).all();
  const unreferenced = orphans.map(({ child, parent, n }) => ({
    where: `表 table ${child}`,
    code: 'reference-broken',
    sentence: `${n} 行指向不存在的 ${parent}。 ${n} rows refer to rows of ${parent} that do not exist.`,
  }));
  return [...broken, ...unreferenced];
}

function numberFaults(db: SqliteDatabase): readonly Fault[] {
  return statement<[], { kind: string; organisation: Id; year: number }>(
    db,
    'SELECT kind, organisation, year FROM official_number GROUP BY 1, 2, 3 HAVING count(*) <> max(number) OR min(number) <> 1',
  )
    .all()
    .map(({ kind, organisation, year }) => ({
      where: `编号 register ${kind} ${organisation} ${year}`,
      code: 'number-gap',
      sentence: '编号有无记录的空缺。 The numbers have a gap without a reason.',
    }));
}
