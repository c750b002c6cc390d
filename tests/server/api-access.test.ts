import { describe, expect, it } from 'vitest';
import { everyAuditRecord } from '../../db/audit.ts';
import type { CastMember } from '../../seeds/cast.ts';
import { stories } from '../../seeds/stories/index.ts';
import { type CaseFile, type CommandDefinition, commands, deskRoles, type Target } from '../../workflows/index.ts';
import { commandTypes, everybody, latest, type ServedHouse, serve, tellOverHttp } from '../support/server.ts';

const first = stories.first!;
const offered = first.steps.findIndex(({ command }) => command === 'offerHandoff') + 1;

/** Answers that do not depend on what is filled in: the command reached the law, or stopped at a door. */
type Door = 'yes' | 403 | 404;

/** Which door a request met: everything beyond the three checks of access counts as `yes`. */
function doorOf(status: number, code: string): Door {
  if (status === 404) return 404;
  if (status === 403) return 403;
  expect([status, code]).not.toEqual([500, 'internal']);
  return 'yes';
}

/** What design §7 says: role before the case is loaded, then whether the case may be known, then relation. */
function expectedDoor(definition: CommandDefinition, who: CastMember, target: Target, caseFile: CaseFile): Door {
  const { by, relation } = definition;
  // A case is opened at its own address; on a case that stands there is no such command.
  if (relation === 'newcomer') return 404;
  const recording: readonly string[] = deskRoles;
  const recordable = relation !== 'anyCustodian';
  const everGiven = who.roles.some((role) => by.includes(role) || (recordable && recording.includes(role)));
  if (!everGiven) return 403;
  const handoffs = Object.values(caseFile.handoffs);
  const holds = Object.values(caseFile.proceedings).some(({ organisation }) => organisation === who.organisation);
  const isReceiver = handoffs.some(({ toOrganisation }) => toOrganisation === who.organisation);
  if (!holds && !isReceiver) return 404;
  if (!who.roles.some((role) => by.includes(role))) return 403;
  const proceeding = caseFile.proceedings[target.id];
  const handoff = caseFile.handoffs[target.id];
  switch (relation) {
    case 'anyCustodian':
      return holds ? 'yes' : 403;
    case 'sender':
      return handoff?.fromOrganisation === who.organisation ? 'yes' : 403;
    case 'receiver':
      return handoff?.toOrganisation === who.organisation ? 'yes' : 403;
    case 'assigned': {
      const isAssigned = proceeding?.assignments.some(({ person }) => person === who.id) ?? false;
      return proceeding?.organisation === who.organisation && isAssigned ? 'yes' : 403;
    }
    default:
      return proceeding?.organisation === who.organisation ? 'yes' : 403;
  }
}

function targetOf(definition: CommandDefinition, caseFile: CaseFile): Target {
  if (definition.target === 'case') return { kind: 'case', id: caseFile.id };
  const channel =
    definition.machine === 'intake' || definition.machine === 'judicialConfirmation'
      ? definition.machine
      : 'peopleMediation';
  if (definition.target === 'proceeding') return latest(caseFile, 'proceeding', channel);
  return definition.target === 'handoff'
    ? latest(caseFile, 'handoff')
    : { kind: 'matter', id: Object.keys(caseFile.matters)[0] ?? '' };
}

/** The story up to a sent handoff, and a second one up to the ruling, in one house. */
async function houseWith(until: number): Promise<{ house: ServedHouse; caseId: string; caseFile: CaseFile }> {
  const house = await serve();
  const caseId = await tellOverHttp(house, first, { until });
  return { house, caseId, caseFile: await house.file(caseId) };
}

describe.each([
  ['a handoff that waits for the court', offered],
  ['a confirmation at the court', first.steps.length],
])('every command, to everybody, over %s', (_name, until) => {
  it('meets the door that role, organisation and relation say: the table has no blanks', async () => {
    const { house, caseId, caseFile } = await houseWith(until);
    const wrong: unknown[] = [];
    let asked = 0;
    for (const type of commandTypes) {
      const definition = commands[type]!;
      const target = targetOf(definition, caseFile);
      if (target.id === '') continue;
      for (const who of everybody) {
        // An unreadable date stops every command behind the doors and before anything is written.
        const reply = await house.give(who.login, caseId, type, {
          target,
          occurredOn: 'never',
          data: {},
          ifMatch: `"${revision(caseFile, target)}"`,
        });
        const door = doorOf(reply.status, String(reply.body.code));
        const expected = expectedDoor(definition, who, target, caseFile);
        asked += 1;
        if (door !== expected) wrong.push({ type, who: who.login, door, expected, code: reply.body.code });
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(commandTypes.length * everybody.length * 0.6);
    expect((await house.file(caseId)).version).toBe(caseFile.version);
  });

  it('lists as possible nothing that the door would not let through', async () => {
    const { house, caseId } = await houseWith(until);
    for (const who of everybody) {
      const { status, body } = await house.get(who.login, `/api/cases/${caseId}/commands`);
      if (status === 404) continue;
      const { rows } = body as unknown as {
        rows: { type: string; target: Target; revision: number; allowed: string }[];
      };
      for (const { type, target, revision: seen } of rows.filter(({ allowed }) => allowed !== 'no')) {
        const reply = await house.give(who.login, caseId, type, {
          target,
          occurredOn: 'never',
          data: {},
          ifMatch: `"${seen}"`,
        });
        expect([who.login, type, doorOf(reply.status, String(reply.body.code))]).toEqual([who.login, type, 'yes']);
      }
    }
  });
});

describe('reading a case', () => {
  it('is for organisations that hold, held, sent or were offered something of it; for nobody else it does not exist', async () => {
    const { house, caseId } = await houseWith(offered);
    const parts = ['', '/timeline', '/commands', '/handoffs', '/clocks', '/items'];
    // The committee's people, and those of the court to which it was offered.
    const allowed = new Set(['sun', 'zhou', 'limin', 'liu', 'tang']);
    for (const { login } of everybody) {
      const statuses = await Promise.all(
        parts.map(async (part) => (await house.get(login, `/api/cases/${caseId}${part}`)).status),
      );
      expect([login, ...new Set(statuses)]).toEqual([login, allowed.has(login) ? 200 : 404]);
    }
  });

  it('before the handoff is sent does not exist for the court', async () => {
    const { house, caseId } = await houseWith(offered - 1);
    expect((await house.get('liu', `/api/cases/${caseId}`)).status).toBe(404);
    expect((await house.get('liu', '/api/handoffs')).body).toEqual({ handoffsToAnswer: [], handoffsWaiting: [] });
  });

  it('is noted for the auditor: who, when, what', async () => {
    const { house, caseId } = await houseWith(offered);
    const { readLog } = house.dependencies;
    await readLog.flush();
    const before = (await readLog.of(caseId)).length;
    house.at('2026-10-12T08:00');
    await house.get('liu', `/api/cases/${caseId}`);
    await house.get('zhao', `/api/cases/${caseId}`);
    await readLog.flush();
    expect((await readLog.of(caseId)).slice(before)).toEqual([
      { person: 'liu-yang', caseId, what: 'case', thing: null, reason: null, readAt: '2026-10-12T08:00:00+08:00' },
    ]);
  });
});

describe("a centre's head", () => {
  it('opens a case of the centre only with a reason, which is kept for the auditor', async () => {
    const house = await serve();
    const claimant = { name: '张三', telephone: '13800000000' };
    const { body } = await house.give('wang', null, 'openCase', { data: { claimant, summary: '一句话' } });
    const caseId = String(body.caseId);
    const url = `/api/cases/${caseId}`;
    const without = await house.get('zhao', url);
    expect([without.status, without.body.code]).toEqual([403, 'reason-needed']);
    expect(without.text).not.toContain('张三');
    const headers = { 'jiefen-reason': encodeURIComponent('处理投诉') };
    expect((await house.ask('zhao', { url, headers })).status).toBe(200);
    await house.dependencies.readLog.flush();
    const [reason] = await house.dependencies.audit.following({ ...everyAuditRecord, kind: 'caseReasonGiven' }, 0, 9);
    expect(reason).toMatchObject({ person: 'zhao-hong', caseId, reason: '处理投诉' });
    const read = { person: 'zhao-hong', reason: `audit:${reason?.seq}` };
    expect(await house.dependencies.readLog.of(caseId)).toMatchObject([read]);
  });
});

function revision(caseFile: CaseFile, { kind, id }: Target): number {
  if (kind === 'case') return caseFile.header.revision;
  return (caseFile.handoffs[id] ?? caseFile.proceedings[id] ?? caseFile.matters[id])?.revision ?? 0;
}
