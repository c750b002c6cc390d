import type { ArbitrationRules } from '../../workflows/reference.ts';
import type { InstitutionRules, RulesDecided, RulesProposal } from '../institution-rules.ts';
import type { Now } from './accounts.ts';
import { appendAudit } from './audit.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** The rules of institutions of a SQLite database. */
export function sqliteInstitutionRules(db: SqliteDatabase, now: Now = () => Temporal.Now.instant()): InstitutionRules {
  let known: readonly ArbitrationRules[] | null = null;
  return {
    propose: async ({ id, rules, proposedBy }, audit) =>
      db
        .transaction(() => {
          const { changes } = statement(
            db,
            `INSERT INTO rules_proposal (id, rules_id, rules, state, proposed_by, proposed_at_ms)
             VALUES (?, ?, ?, 'open', ?, ?) ON CONFLICT DO NOTHING`,
          ).run(id, rules.id, JSON.stringify(rules), proposedBy, now().epochMilliseconds);
          if (changes === 0) return { ok: false, code: 'proposal-open-already' } as const;
          appendAudit(db, [audit]);
          return { ok: true } as const;
        })
        .immediate(),
    decide: async (id, as, by, audit) => {
      const decided = db
        .transaction((): RulesDecided => {
          const proposal = find(db, id);
          if (proposal === undefined) return { ok: false, code: 'proposal-unknown' };
          if (proposal.state !== 'open') return { ok: false, code: 'proposal-closed' };
          if (as === 'confirmed' && proposal.proposedBy === by) return { ok: false, code: 'two-needed' };
          statement(db, 'UPDATE rules_proposal SET state = ?, decided_by = ?, decided_at_ms = ? WHERE id = ?').run(
            as,
            by,
            now().epochMilliseconds,
            id,
          );
          appendAudit(db, [audit(proposal)]);
          return { ok: true, proposal: find(db, id) ?? proposal };
        })
        .immediate();
      known = null;
      return decided;
    },
    open: async () =>
      statement<[], Row>(db, `${select} WHERE state = 'open' ORDER BY proposed_at_ms, id`).all().map(proposalOf),
    confirmed: async () => {
      known ??= latest(
        statement<[], Row>(db, `${select} WHERE state = 'confirmed' ORDER BY decided_at_ms, rowid`).all(),
      );
      return known;
    },
  };
}

/** The last word on each set of rules, in the order in which the sets came. */
function latest(rows: readonly Row[]): readonly ArbitrationRules[] {
  return [...new Map(rows.map((row) => [row.rulesId, proposalOf(row).rules])).values()];
}

type Row = Omit<RulesProposal, 'rules' | 'proposedAt' | 'decidedAt'> & {
  readonly rulesId: string;
  readonly rules: string;
  readonly proposedAtMs: number;
  readonly decidedAtMs: number | null;
};

const select = `SELECT id, rules_id AS rulesId, rules, state, proposed_by AS proposedBy, proposed_at_ms AS proposedAtMs,
  decided_by AS decidedBy, decided_at_ms AS decidedAtMs FROM rules_proposal`;

function find(db: SqliteDatabase, id: string): RulesProposal | undefined {
  const row = statement<[string], Row>(db, `${select} WHERE id = ?`).get(id);
  return row && proposalOf(row);
}

function proposalOf({ rules, rulesId: _, proposedAtMs, decidedAtMs, ...row }: Row): RulesProposal {
  return {
    ...row,
    // Written by `propose` of the same type.
    rules: JSON.parse(rules) as ArbitrationRules,
    proposedAt: instantText(proposedAtMs),
    decidedAt: decidedAtMs === null ? null : instantText(decidedAtMs),
  };
}

function instantText(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
