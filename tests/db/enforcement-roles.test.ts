/** Whoever enforces had one role for two offices. A database of that time opens with two, and nobody can do more or less than before. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openKeyRing } from '../../db/keys.ts';
import { sqliteAccounts } from '../../db/sqlite/accounts.ts';
import { openSqlite } from '../../db/sqlite/connection.ts';
import { migrate, readMigrations } from '../../db/sqlite/migrate.ts';
import { sqliteProposals } from '../../db/sqlite/proposals.ts';
import { withElsewhere } from '../../seeds/reference/elsewhere.ts';
import { yantaiReference } from '../../seeds/reference/index.ts';
import { channels, commands, handoffKinds, machinesOf, type OrganisationKind } from '../../workflows/index.ts';
import { temporaryFolder } from '../support/database.ts';

const organisations = Object.values(withElsewhere(yantaiReference()).organisations);
const change = readMigrations().findIndex(({ name }) => name.endsWith('enforcement-roles'));
const old = 'enforcementOfficer';

/** A database of the version before, with one such account at every organisation, and what waits for it. */
function earlier() {
  const db = openSqlite(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, readMigrations().slice(0, change));
  const account = db.prepare(
    `INSERT INTO account (id, login, name, organisation_id, status, created_at_ms) VALUES (?, ?, '某人', ?, 'invited', 0)`,
  );
  const role = db.prepare('INSERT INTO account_role (account_id, role) VALUES (?, ?)');
  const proposal = db.prepare(
    `INSERT INTO proposal (id, account_id, kind, roles, state, proposed_by, proposed_at_ms, decided_by, decided_at_ms)
     VALUES (?, ?, 'roles', ?, ?, 'chief', 0, ?, ?)`,
  );
  db.exec(`INSERT INTO case_header (case_id, version, seq, head_hash, header) VALUES ('c', 1, 1, '', '{}')`);
  const task = db.prepare(
    `INSERT INTO task (case_id, task_id, organisation, person, due, task) VALUES ('c', ?, ?, '', '', ?)`,
  );
  for (const { id } of organisations) {
    account.run(id, id.toLowerCase(), id);
    role.run(id, old);
    role.run(id, 'courtLiaison');
    proposal.run(`open-${id}`, id, `courtLiaison,${old}`, 'open', null, null);
    proposal.run(`over-${id}`, id, old, 'confirmed', 'second', 1);
    task.run(id, id, JSON.stringify({ id, role: old, text: { zh: '执行', en: 'Enforce' } }));
  }
  return db;
}

const expected = (kind: OrganisationKind) => (kind === 'court' ? 'enforcementJudge' : old);

describe('a database of the time when one role named two offices', () => {
  it('opens with the judge’s role at every court and the officer’s everywhere else, beside what else they had', async () => {
    const db = earlier();
    migrate(db);
    const accounts = sqliteAccounts(db, openKeyRing(temporaryFolder(), { mayCreate: true }));
    for (const { id, kind } of organisations)
      expect([...(await accounts.find(id))!.roles].sort(), id).toEqual(['courtLiaison', expected(kind)].sort());
    expect(organisations.filter(({ kind }) => kind === 'court').length).toBeGreaterThan(15);
  });

  it('keeps what was decided as it was written, and lets what is still to be decided mean the same power', async () => {
    const db = earlier();
    migrate(db);
    const proposals = sqliteProposals(db);
    for (const { id, kind } of organisations) {
      expect((await proposals.find(`over-${id}`))?.roles, id).toEqual([old]);
      expect((await proposals.find(`open-${id}`))?.roles, id).toEqual(['courtLiaison', expected(kind)]);
    }
  });

  it('has on each desk what waited there, for the role that does it now', () => {
    const db = earlier();
    migrate(db);
    const tasks = db.prepare<[], { organisation: string; task: string }>('SELECT organisation, task FROM task').all();
    const roles = new Map(tasks.map(({ organisation, task }) => [organisation, JSON.parse(task).role]));
    for (const { id, kind } of organisations) expect(roles.get(id), id).toBe(expected(kind));
  });
});

describe('a power that only one of the two roles has', () => {
  /** Machines of proceedings that organisations of a kind can hold: opened at their own door, or by a handoff. */
  const held = (isKind: (kind: OrganisationKind) => boolean) => {
    const received = Object.values(handoffKinds).flatMap(({ to, opens }) =>
      opens !== null && (to as readonly OrganisationKind[]).some(isKind) ? [opens as string] : [],
    );
    const own = Object.values(channels).flatMap(({ id, runBy }) => (runBy.some(isKind) ? [id as string] : []));
    return new Set([...received, ...own]);
  };
  const only = (role: string, other: string) =>
    Object.values(commands)
      // Some ask by themselves what kind of organisation gives them, and refuse the other office.
      .filter(({ requires }) => !requires.some(({ code }) => code.startsWith('organisation-cannot-')))
      .filter(({ by }) => (by as readonly string[]).includes(role) && !(by as readonly string[]).includes(other))
      .map((definition) => ({
        type: definition.type,
        machines: machinesOf(definition),
        relation: definition.relation,
      }));

  it('is over proceedings that the other’s office never holds: the division took nothing from anybody', () => {
    const atCourts = held((kind) => kind === 'court');
    const elsewhere = held((kind) => kind !== 'court');
    const officers = only(old, 'enforcementJudge');
    const judges = only('enforcementJudge', old);
    expect([officers.length, judges.length].every((count) => count > 5)).toBe(true);
    for (const { type, machines, relation } of [...officers, ...judges])
      expect([machines.length > 0, ['custodian', 'assigned'].includes(relation)], type).toEqual([true, true]);
    expect(officers.filter(({ machines }) => machines.some((id) => atCourts.has(id)))).toEqual([]);
    expect(judges.filter(({ machines }) => machines.some((id) => elsewhere.has(id)))).toEqual([]);
  });
});
