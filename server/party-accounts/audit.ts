import type { AuditDraft, AuditKind } from '../../db/audit.ts';
import { accountPerson } from '../../db/party-accounts.ts';
import { type Dependencies, momentOf } from '../write/index.ts';

/** Keeps for the auditor what happened at an account; null where it is not known whose. Never the contact that was typed. */
export async function keepAudit(
  kind: AuditKind,
  account: string | null,
  of: Partial<Pick<AuditDraft, 'caseId' | 'thing'>>,
  { audit, now }: Pick<Dependencies, 'audit' | 'now'>,
): Promise<void> {
  const person = account === null ? null : accountPerson(account);
  await audit.record({ kind, at: momentOf(now()), person, account: person, ...of });
}
