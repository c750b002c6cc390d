import { type Account, type AccountRole, accountRoles, isAdministrator, rolesProblem } from '../../db/accounts.ts';
import type { AuditDraft } from '../../db/audit.ts';
import type { Proposal } from '../../db/proposals.ts';
import { type Text, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { invite, signInDependencies, type Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { requireRole } from './roles.ts';
import { workEmailFrom, workEmailOf } from './work-email.ts';

/** What is known of somebody to be invited; the roles are only proposed. */
export interface Invitation {
  readonly login: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly roles: readonly string[];
  /** Where reminders go; the person changes it later. */
  readonly workEmail?: string;
}

/** An account with what is open about it. */
export interface AccountView extends Account {
  /** Masked; only where one account is shown. */
  readonly workEmail?: string | null;
  readonly organisationName: Text | null;
  readonly open: readonly Proposal[];
}

/** Everybody who may sign in, by login; for the administrators of system and security. */
export async function accountViews(viewer: Viewer, dependencies: Dependencies): Promise<readonly AccountView[]> {
  requireRole(viewer, 'systemAdministrator', 'securityAdministrator');
  const open = await dependencies.proposals.list('open', 1000);
  return (await dependencies.accounts.list()).map((account) => accountView(account, open, dependencies));
}

/** One account. Throws `not-found`. */
export async function accountViewOf(viewer: Viewer, id: string, dependencies: Dependencies): Promise<AccountView> {
  requireRole(viewer, 'systemAdministrator', 'securityAdministrator');
  const account = await known(id, dependencies);
  const view = accountView(account, await dependencies.proposals.ofAccount(id), dependencies);
  return { ...view, workEmail: await workEmailOf(id, dependencies) };
}

function accountView(account: Account, proposals: readonly Proposal[], { town }: Dependencies): AccountView {
  const open = proposals.filter(({ accountId, state }) => accountId === account.id && state === 'open');
  return { ...account, organisationName: town.organisations[account.organisationId ?? '']?.name ?? null, open };
}

/**
 * Makes an account without any role, proposes its roles, and returns the token of a one-time link, which nothing shows
 * again. The account opens nothing until the security administrator has confirmed the roles.
 */
export async function invitePerson(
  viewer: Viewer,
  invitation: Invitation,
  dependencies: Dependencies,
): Promise<{ readonly account: AccountView; readonly token: string }> {
  requireRole(viewer, 'systemAdministrator');
  const { accounts, town, ids } = dependencies;
  const name = invitation.name.trim();
  const organisationId = invitation.organisationId || null;
  const roles = rolesFrom(invitation.roles, organisationId);
  if (name === '' || name.length > 60)
    throw invalid('name', text('请填写姓名（60 字以内）。', 'Give a name of at most 60 characters.'));
  if (organisationId !== null && town.organisations[organisationId] === undefined) {
    throw invalid('organisationId', text('没有这个机构。', 'There is no such organisation.'));
  }
  const workEmail = workEmailFrom(invitation.workEmail ?? '');
  const id = ids();
  const created = await accounts.invite({ id, login: invitation.login, name, organisationId });
  if (!created.ok) throw new ProblemError(created.code);
  await dependencies.audit.record({ ...act(viewer, dependencies), kind: 'accountInvited', account: id });
  if (workEmail !== null) await accounts.setWorkEmail(id, workEmail);
  await propose(viewer, { accountId: id, kind: 'roles', roles }, dependencies);
  const token = await freshLink(viewer, id, dependencies);
  return { account: await accountViewOf(viewer, id, dependencies), token };
}

/** A fresh link for somebody who has no role yet; earlier ones end. Whoever has roles gets one only by two administrators. */
export async function newLink(viewer: Viewer, id: string, dependencies: Dependencies): Promise<string> {
  requireRole(viewer, 'systemAdministrator');
  const account = await known(id, dependencies);
  if (account.roles.length > 0) throw new ProblemError('confirmation-needed');
  if (account.status === 'suspended') throw new ProblemError('not-in-this-state');
  return freshLink(viewer, id, dependencies);
}

/** Proposes the complete set of an account's roles. Nothing changes by it. */
export async function proposeRoles(
  viewer: Viewer,
  id: string,
  wanted: readonly string[],
  dependencies: Dependencies,
): Promise<void> {
  requireRole(viewer, 'systemAdministrator');
  const account = await known(id, dependencies);
  if (id === viewer.accountId) throw new ProblemError('self-grant');
  const roles = rolesFrom(wanted, account.organisationId);
  await refuseLast(account, roles, dependencies);
  await propose(viewer, { accountId: id, kind: 'roles', roles }, dependencies);
}

/** Proposes that somebody with roles sets up password and second factor anew. Nothing changes by it. */
export async function proposeNewSignIn(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  requireRole(viewer, 'systemAdministrator');
  await known(id, dependencies);
  await propose(viewer, { accountId: id, kind: 'newSignIn', roles: [] }, dependencies);
}

async function propose(
  viewer: Viewer,
  what: Pick<Proposal, 'accountId' | 'kind' | 'roles'>,
  dependencies: Dependencies,
): Promise<void> {
  if (what.accountId === viewer.accountId) throw new ProblemError('self-grant');
  const id = dependencies.ids();
  const kind = what.kind === 'roles' ? 'rolesProposed' : 'newSignInProposed';
  const made = await dependencies.proposals.make(
    { ...what, id, proposedBy: viewer.accountId },
    { ...act(viewer, dependencies), kind, account: what.accountId, thing: id, details: { roles: what.roles } },
  );
  if (!made.ok) throw new ProblemError(made.code);
}

/** Suspends (signed out everywhere at once) or resumes an account. Nobody does it to himself. */
export async function setSuspended(
  viewer: Viewer,
  id: string,
  suspended: boolean,
  dependencies: Dependencies,
): Promise<void> {
  requireRole(viewer, 'systemAdministrator', ...(suspended ? (['securityAdministrator'] as const) : []));
  const account = await known(id, dependencies);
  if (id === viewer.accountId) throw new ProblemError('self-grant');
  if ((account.status === 'suspended') === suspended) throw new ProblemError('not-in-this-state');
  if (suspended) await refuseLast(account, [], dependencies);
  const kind = suspended ? 'accountSuspended' : 'accountResumed';
  await dependencies.audit.record({ ...act(viewer, dependencies), kind, account: id });
  await dependencies.accounts.setStatus(id, suspended ? 'suspended' : 'active');
}

/** Ends every session of an account; its password stays. */
export async function revokeSessions(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  requireRole(viewer, 'systemAdministrator', 'securityAdministrator');
  await known(id, dependencies);
  await dependencies.audit.record({ ...act(viewer, dependencies), kind: 'sessionsRevoked', account: id });
  await dependencies.accounts.endSessionsOf(id);
}

/** A fresh one-time link; kept on record without its token. */
export async function freshLink(viewer: Viewer, id: string, dependencies: Dependencies): Promise<string> {
  await dependencies.audit.record({ ...act(viewer, dependencies), kind: 'linkIssued', account: id });
  return invite(signInDependencies(dependencies), id);
}

/** Who and when, for the audit store. */
export function act(viewer: Viewer, { now }: Dependencies): Pick<AuditDraft, 'at' | 'person'> {
  return { at: momentOf(now()), person: viewer.accountId };
}

async function known(id: string, { accounts }: Dependencies): Promise<Account> {
  const account = await accounts.find(id);
  if (account === undefined) throw new ProblemError('not-found');
  return account;
}

function rolesFrom(wanted: readonly string[], organisationId: string | null): readonly AccountRole[] {
  const roles = accountRoles.filter((role) => wanted.includes(role));
  if (wanted.some((role) => !roles.some((one) => one === role))) {
    throw invalid('roles', text('没有这种岗位。', 'There is no such role.'));
  }
  const code = rolesProblem(roles, organisationId);
  if (code !== null) throw new ProblemError(code);
  return roles;
}

/** Refuses what would leave the house without an administrator of some kind; `left` are the roles the account keeps. */
export async function refuseLast(
  account: Account,
  left: readonly AccountRole[],
  { accounts }: Dependencies,
): Promise<void> {
  const administers = account.roles.find((role) => isAdministrator(role) && !left.includes(role));
  if (administers === undefined || account.status !== 'active') return;
  const others = (await accounts.list()).filter(
    ({ id, status, roles }) => id !== account.id && status === 'active' && roles.includes(administers),
  );
  if (others.length === 0) throw new ProblemError('last-administrator');
}

export function invalid(field: string, detail: Text): ProblemError {
  return new ProblemError('invalid-input', { detail, fields: [{ pointer: `/${field}`, ...detail }] });
}
