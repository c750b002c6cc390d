import type { Account, Accounts } from '../db/accounts.ts';
import { openSqliteStore } from '../db/sqlite/open.ts';
import { type CastMember, cast, withCast } from '../seeds/cast.ts';
import { yantaiCalendar } from '../seeds/reference/holidays.ts';
import { yantaiReference } from '../seeds/reference/index.ts';
import { townPeople } from '../seeds/town/index.ts';
import type { Reference } from '../workflows/index.ts';
import type { Config } from './config.ts';
import { withListed } from './organisations-list.ts';
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
    town: await townHere(memory.accounts, config),
    ids: sortableIds(now),
    now,
  };
  return { dependencies, isNew, close };
}

/** Yantai as those who are in the database now find it, with the telephones an operator has entered. */
export async function townHere(accounts: Accounts, config: Config): Promise<Reference> {
  return withTelephones(townOf(await accounts.list(), config), config);
}

/**
 * Yantai as the people of a database find it. Where the cast of a demonstration signs in (or will, as nobody does yet), their
 * organisations are on the system, and those of the people of the town where they live; elsewhere only those of the
 * reference data and of an operator's list are.
 */
export function townOf(accounts: readonly Account[], { demo, organisationsFile }: Config): Reference {
  const yantai = withListed(yantaiReference(), organisationsFile);
  const isHere = (people: readonly CastMember[]) => {
    const ids = new Set(people.map(({ id }) => id));
    return accounts.some(({ id, status }) => status === 'active' && ids.has(id));
  };
  if (!demo) return yantai;
  if (isHere(townPeople)) return withCast(yantai, [...cast, ...townPeople]);
  return accounts.length === 0 || isHere(cast) ? withCast(yantai) : yantai;
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
