import { describe, expect, it } from 'vitest';
import { sqliteAccounts } from '../../db/sqlite/accounts.ts';
import { sqliteAudit } from '../../db/sqlite/audit.ts';
import { statement } from '../../db/sqlite/connection.ts';
import { sqliteInstitutionRules } from '../../db/sqlite/institution-rules.ts';
import { arbitrationRules } from '../../seeds/reference/arbitration-rules.ts';
import { newDataFolder } from '../support/database.ts';

const audit = { kind: 'arbitrationRulesProposed', at: '2026-09-01T09:00:00+08:00', person: 'one' } as const;
const decided = () => ({ ...audit, kind: 'arbitrationRulesDecided' }) as const;
const rules = { ...arbitrationRules[0]!, id: 'r', institution: 'yantaiArbitrationCommission', active: true };

async function opened() {
  const { db, keys, writer } = newDataFolder();
  const accounts = sqliteAccounts(db, keys);
  for (const id of ['one', 'two']) await accounts.invite({ id, login: id, name: id, organisationId: null });
  return { db, kept: sqliteInstitutionRules(db), log: sqliteAudit(db, writer) };
}

describe('rules of institutions in the database', () => {
  it('are in use when a second person confirmed them, the last word counting', async () => {
    const { kept } = await opened();
    await kept.propose({ id: 'p1', rules, proposedBy: 'one' }, audit);
    expect(await kept.propose({ id: 'p2', rules, proposedBy: 'two' }, audit)).toEqual({
      ok: false,
      code: 'proposal-open-already',
    });
    expect(await kept.confirmed()).toEqual([]);
    expect(await kept.decide('p1', 'confirmed', 'one', decided)).toEqual({ ok: false, code: 'two-needed' });
    expect(await kept.decide('p1', 'confirmed', 'two', decided)).toMatchObject({ ok: true });
    expect(await kept.confirmed()).toEqual([rules]);
    await kept.propose({ id: 'p3', rules: { ...rules, active: false }, proposedBy: 'one' }, audit);
    expect((await kept.open()).map(({ id }) => id)).toEqual(['p3']);
    await kept.decide('p3', 'confirmed', 'two', decided);
    expect(await kept.confirmed()).toEqual([{ ...rules, active: false }]);
    expect(await kept.decide('p3', 'rejected', 'two', decided)).toEqual({ ok: false, code: 'proposal-closed' });
    expect(await kept.decide('nothing', 'rejected', 'two', decided)).toEqual({ ok: false, code: 'proposal-unknown' });
  });

  it('leave no trace in the audit store when nothing was done', async () => {
    const { kept, log } = await opened();
    await kept.propose({ id: 'p1', rules, proposedBy: 'one' }, audit);
    await kept.propose({ id: 'p2', rules, proposedBy: 'two' }, audit);
    await kept.decide('p1', 'confirmed', 'one', decided);
    await kept.decide('p1', 'withdrawn', 'one', decided);
    const all = { kind: null, person: null, account: null, caseId: null, from: null, to: null };
    expect((await log.following(all, 0, 9)).map(({ kind }) => kind)).toEqual([
      'arbitrationRulesProposed',
      'arbitrationRulesDecided',
    ]);
    expect(await kept.confirmed()).toEqual([]);
  });

  it('are kept so by the database itself, whatever a program does', async () => {
    const { db, kept } = await opened();
    await kept.propose({ id: 'p1', rules, proposedBy: 'one' }, audit);
    const confirm = "UPDATE rules_proposal SET state = 'confirmed', decided_by = ?, decided_at_ms = 1";
    expect(() => statement(db, confirm).run('one')).toThrow('CHECK');
    statement(db, confirm).run('two');
    expect(() => statement(db, "UPDATE rules_proposal SET rules = '{}'").run()).toThrow('never changes');
    expect(() => statement(db, 'DELETE FROM rules_proposal').run()).toThrow('never deleted');
  });
});
