import type { Account } from '../db/accounts.ts';
import { openSqliteStore } from '../db/sqlite/open.ts';
import { cast, withCast } from '../seeds/cast.ts';
import { yantaiCalendar } from '../seeds/reference/holidays.ts';
import { yantaiReference } from '../seeds/reference/index.ts';
import type { Reference } from '../workflows/index.ts';
import type { Config } from './config.ts';
import { type Dependencies, sortableIds } from './write/index.ts';

/** Dependencies over one data folder, and how to let go of it. */
export interface OpenHouse {
  readonly dependencies: Dependencies;
  /** Whether the database was created just now. */
  readonly isNew: boolean;
  readonly close: () => Promise<void>;
}

/** Opens the data folder with Yantai's reference data: what the server, the stories and maintenance all begin with. */
export async function openHouse(config: Config): Promise<OpenHouse> {
  const { isNew, close, ...memory } = openSqliteStore({
    dataFolder: config.dataFolder,
    groupLimit: config.groupCommitLimitCommands,
    queueLimit: config.queueLimitCommands,
    keyOverrides: definedKeys(config),
  });
  const now = () => Temporal.Now.instant();
  const dependencies: Dependencies = {
    ...memory,
    config,
    calendar: yantaiCalendar(),
    town: withTelephones(townOf(await memory.accounts.list(), config), config),
    ids: sortableIds(now),
    now,
  };
  return { dependencies, isNew, close };
}

/**
 * Yantai as the people of a database find it. Where the cast of a demonstration signs in (or will, as nobody does yet), their
 * organisations are on the system; elsewhere only those of the reference data are, whatever the settings say.
 */
export function townOf(accounts: readonly Account[], { demo }: Config): Reference {
  const ids = new Set<string>(cast.map(({ id }) => id));
  const isCastHere = accounts.length === 0 || accounts.some(({ id, status }) => status === 'active' && ids.has(id));
  return demo && isCastHere ? withCast(yantaiReference()) : yantaiReference();
}

/** The public numbers an operator has entered: what letters and slips name for people to verify. */
function withTelephones(town: Reference, { letters }: Config): Reference {
  const organisations = Object.values(town.organisations).map((one) => {
    const publicTelephone = letters.publicTelephones[one.id] ?? one.publicTelephone;
    return [one.id, { ...one, publicTelephone }] as const;
  });
  return { ...town, organisations: Object.fromEntries(organisations) };
}

function definedKeys({ keys }: Config) {
  return Object.fromEntries(Object.entries(keys).flatMap(([name, key]) => (key === undefined ? [] : [[name, key]])));
}
