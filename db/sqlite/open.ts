import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Accounts } from '../accounts.ts';
import type { Audit } from '../audit.ts';
import type { Files } from '../files.ts';
import type { InstitutionRules } from '../institution-rules.ts';
import { type KeyOverrides, type KeyRing, openKeyRing } from '../keys.ts';
import type { Papers } from '../papers.ts';
import type { People } from '../people.ts';
import type { Proposals } from '../proposals.ts';
import type { ReadLog } from '../read-log.ts';
import type { Reassignments } from '../reassignments.ts';
import type { StandIns } from '../stand-ins.ts';
import type { Store } from '../store.ts';
import type { Uploads } from '../uploads.ts';
import { sqliteAccounts } from './accounts.ts';
import { sqliteAudit } from './audit.ts';
import { openSqlite } from './connection.ts';
import { sqliteFiles } from './files.ts';
import { sqliteInstitutionRules } from './institution-rules.ts';
import { checkKeysBelong } from './key-check.ts';
import { migrate } from './migrate.ts';
import { sqlitePapers } from './papers.ts';
import { sqlitePeople } from './people.ts';
import { sqliteProposals } from './proposals.ts';
import { sqliteReadLog } from './read-log.ts';
import { sqliteReassignments } from './reassignments.ts';
import { sqliteStandIns } from './stand-ins.ts';
import { sqliteStore } from './store.ts';
import { sqliteUploads } from './uploads.ts';
import type { GroupLimits } from './writer.ts';
import { threadWriter } from './writer-thread.ts';

/** Everything that is remembered, over one database file. */
export interface OpenMemory {
  readonly store: Store;
  readonly people: People;
  readonly accounts: Accounts;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly papers: Papers;
  readonly readLog: ReadLog;
  readonly audit: Audit;
  readonly proposals: Proposals;
  readonly standIns: StandIns;
  readonly institutionRules: InstitutionRules;
  readonly reassignments: Reassignments;
  readonly keys: KeyRing;
  /** Whether the database was created just now. */
  readonly isNew: boolean;
  /** Finishes what is queued and closes the file. */
  readonly close: () => Promise<void>;
}

export interface OpenOptions extends Partial<GroupLimits> {
  readonly dataFolder: string;
  readonly keyOverrides?: KeyOverrides;
}

/**
 * Opens a data folder, creating folder, keys and database when there are none, and brings the database up to date.
 * Throws `KeyRingUnusable` or `MigrationRefused`, each with a sentence that says what to do.
 */
export function openSqliteStore({ dataFolder, keyOverrides = {}, ...limits }: OpenOptions): OpenMemory {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const isNew = !existsSync(databaseFile(dataFolder));
  // Keys first: should the process end in between, the next start finds keys without a database, and can go on.
  const keys = openKeyRing(dataFolder, { mayCreate: isNew, overrides: keyOverrides });
  const db = openSqlite(databaseFile(dataFolder));
  try {
    migrate(db);
    checkKeysBelong(db, keys);
  } catch (error) {
    db.close();
    throw error;
  }
  const { groupLimit = 4, queueLimit = 1000 } = limits;
  const writer = threadWriter({ file: databaseFile(dataFolder), keys, limits: { groupLimit, queueLimit } });
  const store = sqliteStore(db, keys, { groupLimit, queueLimit }, writer);
  const readLog = sqliteReadLog(db, writer);
  const audit = sqliteAudit(db, writer);
  return {
    store,
    people: sqlitePeople(db, keys),
    accounts: sqliteAccounts(db, keys),
    files: sqliteFiles(db, dataFolder),
    uploads: sqliteUploads(db),
    papers: sqlitePapers(db, keys),
    readLog,
    audit,
    proposals: sqliteProposals(db),
    standIns: sqliteStandIns(db),
    institutionRules: sqliteInstitutionRules(db),
    reassignments: sqliteReassignments(db),
    keys,
    isNew,
    close: async () => {
      try {
        await readLog.flush();
        await audit.flush();
      } finally {
        await store.close();
        db.close();
      }
    },
  };
}

/** The database of a data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, 'jiefen.sqlite');
}
