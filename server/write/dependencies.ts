import type { Accounts } from '../../db/accounts.ts';
import type { Audit } from '../../db/audit.ts';
import type { Files } from '../../db/files.ts';
import type { InstitutionRules } from '../../db/institution-rules.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { Papers } from '../../db/papers.ts';
import type { People } from '../../db/people.ts';
import type { Proposals } from '../../db/proposals.ts';
import type { ReadLog } from '../../db/read-log.ts';
import type { Reassignments } from '../../db/reassignments.ts';
import type { StandIns } from '../../db/stand-ins.ts';
import type { Store } from '../../db/store.ts';
import type { Uploads } from '../../db/uploads.ts';
import type { Calendar, Reference } from '../../workflows/index.ts';
import type { Config } from '../config.ts';

/** What every door works with. Built once by the composition root; tests build it over a temporary folder. */
export interface Dependencies {
  readonly config: Config;
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
  readonly calendar: Calendar;
  /** The town without its officers and the rules of institutions entered here: both are added (see `givenFor`). */
  readonly town: Reference;
  readonly ids: () => string;
  readonly now: () => Temporal.Instant;
}
