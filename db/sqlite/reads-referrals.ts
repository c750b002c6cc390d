import type { Id } from '../../workflows/case-file.ts';
import { readCursor, referralPlace, writeCursor } from '../commit-rules.ts';
import type { Page, ReferralFilter, ReferralRef } from '../store.ts';
import { type SqliteDatabase, statement } from './connection.ts';

/** A page of an organisation's register of referrals, latest sent first. */
export function referralList(db: SqliteDatabase, filter: ReferralFilter): Page<ReferralRef> {
  const { organisation, from, to, limit } = filter;
  const [sentBefore, placeBefore] = filter.after === null ? (['~', ''] as const) : readCursor(filter.after);
  const found = statement<(string | number)[], StoredRow>(db, referralListSql).all(
    organisation,
    from ?? '',
    to ?? '~',
    sentBefore,
    placeBefore,
    filter.with ?? '',
    filter.mode ?? '',
    filter.open === null ? -1 : Number(filter.open),
    limit + 1,
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ isOpen, ...row }) => ({ ...row, open: isOpen === 1 })),
    next:
      found.length > limit && last !== undefined
        ? writeCursor([last.sentOn, referralPlace(last.caseId, last.referral)])
        : null,
  };
}

/** The statement behind {@link referralList}; filters with an empty value let everything through. */
export const referralListSql = `SELECT case_id AS caseId, referral, organisation, court, mediator, mode, sent_on AS sentOn,
    is_open AS isOpen
  FROM referral
  WHERE organisation = ? AND sent_on >= ? AND sent_on <= ? AND (sent_on, case_id || ' ' || referral) < (?, ?)
    AND ? IN ('', court, mediator) AND ? IN ('', mode) AND ? IN (-1, is_open)
  ORDER BY sent_on DESC, case_id DESC, referral DESC LIMIT ?`;

interface StoredRow extends Omit<ReferralRef, 'open'> {
  readonly caseId: Id;
  readonly isOpen: number;
}
