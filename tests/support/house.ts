import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { demoCast, raiseCast } from '../../server/demo.ts';
import { openHouse as openTown } from '../../server/town.ts';
import { type Dependencies, sortableIds } from '../../server/write/index.ts';
import { fillFolder } from './database.ts';

/** A whole house over a real database file: every door, the cast, and a clock that a test moves. */
export interface House {
  readonly app: FastifyInstance;
  readonly dependencies: Dependencies;
  /** Sets the clock, in Asia/Shanghai to the minute. */
  readonly at: (moment: string) => void;
  readonly close: () => Promise<void>;
}

export interface HouseOptions {
  readonly start?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Courts and others that have no login here. */
  readonly offTheSystem?: readonly string[];
}

/** Opens a house in an empty folder, which goes when it is closed. */
export async function openHouse({
  start = '2026-11-23T09:00',
  environment = {},
  offTheSystem = [],
}: HouseOptions = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-house-'));
  await fillFolder(folder, 'cast', raiseCastIn);
  const { dependencies: memory, close } = await openTown(
    readConfig({ ...quietSettings, JIEFEN_DATA: folder, ...environment }),
  );
  let instant = instantOf(start);
  const now = () => instant;
  const dependencies: Dependencies = {
    ...memory,
    now,
    ids: sortableIds(now),
    town: without(memory.town, offTheSystem),
  };
  const { server: app } = await buildApp(dependencies, await demoCast(dependencies));
  return {
    app,
    dependencies,
    at: (moment) => {
      instant = instantOf(moment);
    },
    close: async () => {
      await app.close();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function raiseCastIn(folder: string): Promise<void> {
  const { dependencies, close } = await openTown(readConfig({ ...quietSettings, JIEFEN_DATA: folder }));
  await raiseCast(dependencies, true);
  await close();
}

/** A house that is closed when the test is over. */
export async function houseForTest(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options);
  onTestFinished(() => house.close());
  return house;
}

const quietSettings = {
  JIEFEN_DEMO: '1',
  JIEFEN_LOG_LEVEL: 'silent',
  JIEFEN_RATE_LIMIT_PER_MINUTE: '100000',
  JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: '100000',
};

function without(town: Dependencies['town'], absent: readonly string[]): Dependencies['town'] {
  const organisations = Object.values(town.organisations).map((one) => ({
    ...one,
    onSystem: one.onSystem && !absent.includes(one.id),
  }));
  return { ...town, organisations: Object.fromEntries(organisations.map((one) => [one.id, one])) };
}

function instantOf(moment: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Shanghai').toInstant();
}
