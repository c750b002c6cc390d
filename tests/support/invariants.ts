import { expect } from 'vitest';
import { chainHashes, genesisHash } from '../../db/journal-chain.ts';
import { type CaseFile, type ChannelId, derive, type Entry, handoffKinds, kit } from '../../workflows/index.ts';
import { planted } from './any-data.ts';
import type { Desk } from './desk.ts';

/** Everything that must hold of a case after any commit, whoever gave whatever command. */
export function assertCase({ file, calendar, reference }: Desk): void {
  partsAreWhole(file);
  oneCustodianEach(file, reference.organisations);
  noTwoExclusive(file);
  oneOpenHandoffPerEffect(file);
  machinesLoad(file);
  secretsStayHome(file);
  const derived = derive(file, calendar, reference);
  expect(derive(JSON.parse(JSON.stringify(file)), calendar, reference), 'derived again').toEqual(derived);
}

/** What one commit may change: versions and revisions only grow, and only what changed counts its revision. */
export function assertGrowth(before: CaseFile, after: CaseFile): void {
  expect(after.version).toBe(before.version + 1);
  expect(after.seq).toBeGreaterThan(before.seq);
  for (const group of ['matters', 'proceedings', 'handoffs'] as const) {
    for (const [id, old] of Object.entries(before[group])) {
      const now = after[group][id];
      expect(now, `${group} ${id} vanished`).toBeDefined();
      expect(now!.revision).toBe(now === old ? old.revision : after.version);
    }
  }
  for (const [id, fact] of Object.entries(before.facts)) expect(after.facts[id]?.seq).toBe(fact.seq);
}

/** The journal of a case: no gap, an unbroken chain, and nothing in it that names anybody. */
export function assertJournal(file: CaseFile, journal: readonly Entry[]): void {
  expect(journal.map(({ envelope }) => envelope.seq)).toEqual(
    Array.from({ length: file.seq }, (_, index) => index + 1),
  );
  let previous = genesisHash(file.id);
  for (const { envelope, body, bodyDigest, previousHash, hash } of journal) {
    expect(previousHash).toBe(previous);
    const written = JSON.stringify({ ...envelope, bodyDigest, previousHash, hash: 'sha-256' });
    expect(hash).toBe(`sha-256:${chainHashes['sha-256']!(written).toString('hex')}`);
    previous = hash;
    expect(written, 'an envelope holds codes, dates and ids only').toMatch(/^[\x20-\x7e]*$/);
    const kept = JSON.stringify(body);
    for (const secret of Object.values(planted)) expect(kept).not.toContain(secret);
  }
  const known = new Set(journal.map(({ envelope }) => envelope.seq));
  for (const fact of Object.values(file.facts)) expect(known.has(fact.seq)).toBe(true);
}

function partsAreWhole(file: CaseFile): void {
  for (const group of ['matters', 'proceedings', 'handoffs', 'parties', 'items', 'facts'] as const) {
    for (const [id, part] of Object.entries(file[group])) expect(part.id).toBe(id);
  }
  const matters = new Set(Object.keys(file.matters));
  for (const one of [...Object.values(file.proceedings), ...Object.values(file.handoffs)])
    for (const matter of one.matters) expect(matters.has(matter)).toBe(true);
  for (const item of Object.values(file.items)) expect(file.proceedings[item.proceeding]).toBeDefined();
  for (const fact of Object.values(file.facts))
    if (fact.proceeding !== null) expect(file.proceedings[fact.proceeding]).toBeDefined();
  for (const matter of Object.values(file.matters))
    for (const party of [...matter.claimants, ...matter.respondents]) expect(file.parties[party]).toBeDefined();
}

function oneCustodianEach(file: CaseFile, organisations: Desk['reference']['organisations']): void {
  for (const proceeding of Object.values(file.proceedings)) {
    expect(organisations[proceeding.organisation], `custodian of ${proceeding.channel}`).toBeDefined();
    expect(proceeding.endedOn !== null, `${proceeding.channel} ${proceeding.slot.value}`).toBe(
      kit.meta(proceeding.slot).over,
    );
  }
}

/** Written here a second time on purpose: the law, not the program's own table. */
const mediating: readonly ChannelId[] = [
  'peopleMediation',
  'commercialMediation',
  'courtAnnexedMediation',
  'adminMediation',
  'generalAdminMediation',
];

function noTwoExclusive(file: CaseFile): void {
  for (const matter of Object.keys(file.matters)) {
    const open = Object.values(file.proceedings).filter(
      (one) => one.endedOn === null && one.matters.includes(matter) && one.outcomes[matter] === undefined,
    );
    const rivals = open.filter(({ channel }) => mediating.includes(channel) || channel === 'judicialConfirmation');
    expect(rivals.length, `exclusive proceedings over ${matter}`).toBeLessThanOrEqual(1);
    const deciding = open.filter(({ channel }) => channel === 'arbitration' || channel === 'litigation');
    expect(deciding.length, `court beside arbitration over ${matter}`).toBeLessThanOrEqual(1);
  }
}

function oneOpenHandoffPerEffect(file: CaseFile): void {
  const open = Object.values(file.handoffs)
    .filter((one) => !kit.meta(one.slot).over)
    .map((one) => `${one.fromProceeding} ${handoffKinds[one.kind].effect}`);
  expect(new Set(open).size).toBe(open.length);
}

function machinesLoad(file: CaseFile): void {
  const slots = [...Object.values(file.matters), ...Object.values(file.proceedings), ...Object.values(file.handoffs)];
  for (const { slot } of slots) expect(kit.states(JSON.parse(JSON.stringify(slot)))).toHaveLength(1);
}

function secretsStayHome(file: CaseFile): void {
  const manifests = Object.values(file.handoffs).flatMap(({ manifest }) => manifest);
  for (const row of manifests) {
    expect(row.class).not.toBe('processPrivate');
    expect(file.items[row.item]?.class).not.toBe('processPrivate');
  }
  const written = JSON.stringify(file);
  for (const secret of Object.values(planted)) expect(written).not.toContain(secret);
}
