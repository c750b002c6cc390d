import { accountRoles } from '../accounts.ts';
import type { Proposal, ProposalDecided, Proposals } from '../proposals.ts';
import { accountList, endSessionsOf } from './account-rows.ts';
import type { Now } from './accounts.ts';
import { appendAudit } from './audit.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The proposals of a SQLite database. */
export function sqliteProposals(db: SqliteDatabase, now: Now = () => Temporal.Now.instant()): Proposals {
  return {
    make: async ({ id, accountId, kind, roles, proposedBy }, audit) =>
      db
        .transaction(() => {
          const { changes } = statement(
            db,
            `INSERT INTO proposal (id, account_id, kind, roles, state, proposed_by, proposed_at_ms)
             VALUES (?, ?, ?, ?, 'open', ?, ?) ON CONFLICT DO NOTHING`,
          ).run(id, accountId, kind, roles.join(','), proposedBy, now().epochMilliseconds);
          if (changes === 0) return { ok: false, code: 'proposal-open-already' } as const;
          appendAudit(db, [audit]);
          return { ok: true } as const;
        })
        .immediate(),
    decide: async (id, as, by, audit) =>
      db
        .transaction((): ProposalDecided => {
          const proposal = findProposal(db, id);
          const code = decisionProblem(proposal, as, by);
          if (code !== null) return { ok: false, code };
          if (proposal === undefined) return { ok: false, code: 'proposal-unknown' };
          statement(db, 'UPDATE proposal SET state = ?, decided_by = ?, decided_at_ms = ? WHERE id = ?').run(
            as,
            by,
            now().epochMilliseconds,
            id,
          );
          if (as === 'confirmed') carryOut(db, proposal);
          appendAudit(db, [audit(proposal)]);
          return { ok: true, proposal: findProposal(db, id) ?? proposal };
        })
        .immediate(),
    find: async (id) => findProposal(db, id),
    list: async (state, limit) => {
      const where =
        state === 'open'
          ? `state = 'open' ORDER BY proposed_at_ms, id`
          : `state <> 'open' ORDER BY decided_at_ms DESC, id`;
      return statement<[number], ProposalRow>(db, `${selectProposal} WHERE ${where} LIMIT ?`)
        .all(limit)
        .map(proposalOf);
    },
    ofAccount: async (accountId) =>
      statement<[string], ProposalRow>(db, `${selectProposal} WHERE account_id = ? ORDER BY proposed_at_ms DESC, id`)
        .all(accountId)
        .map(proposalOf),
  };
}

function decisionProblem(proposal: Proposal | undefined, as: string, by: string) {
  if (proposal === undefined) return 'proposal-unknown';
  if (proposal.state !== 'open') return 'proposal-closed';
  if (as === 'confirmed' && proposal.accountId === by) return 'self-grant';
  return as === 'confirmed' && proposal.proposedBy === by ? 'two-needed' : null;
}

function carryOut(db: SqliteDatabase, { kind, accountId, roles }: Proposal): void {
  // Whoever is signed in signs in again under what now holds.
  endSessionsOf(db, accountId);
  accountList(db).changed(null);
  if (kind === 'roles') {
    statement(db, 'DELETE FROM account_role WHERE account_id = ?').run(accountId);
    for (const role of roles) {
      statement(db, 'INSERT INTO account_role (account_id, role) VALUES (?, ?)').run(accountId, role);
    }
    return;
  }
  statement(db, 'DELETE FROM one_time_link WHERE account_id = ?').run(accountId);
  statement(
    db,
    `UPDATE account SET password_hash = NULL, second_factor_sealed = NULL, second_factor_last_step = NULL,
       status = iif(status = 'suspended', status, 'invited') WHERE id = ?`,
  ).run(accountId);
}

type ProposalRow = Omit<Proposal, 'roles' | 'proposedAt' | 'decidedAt'> & {
  readonly roles: string;
  readonly proposedAtMs: number;
  readonly decidedAtMs: number | null;
};

const selectProposal = `SELECT id, account_id AS accountId, kind, roles, state, proposed_by AS proposedBy,
  proposed_at_ms AS proposedAtMs, decided_by AS decidedBy, decided_at_ms AS decidedAtMs FROM proposal`;

function findProposal(db: SqliteDatabase, id: string): Proposal | undefined {
  const row = statement<[string], ProposalRow>(db, `${selectProposal} WHERE id = ?`).get(id);
  return row && proposalOf(row);
}

function proposalOf({ roles, proposedAtMs, decidedAtMs, ...row }: ProposalRow): Proposal {
  const names = roles.split(',');
  return {
    ...row,
    roles: accountRoles.filter((role) => names.includes(role)),
    proposedAt: instantText(proposedAtMs),
    decidedAt: decidedAtMs === null ? null : instantText(decidedAtMs),
  };
}

function instantText(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
