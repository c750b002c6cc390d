import type { Account } from '../../db/accounts.ts';
import type { Proposal } from '../../db/proposals.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { act, freshLink, refuseLast } from './accounts.ts';
import { requireRole } from './roles.ts';

/** A proposal with the people in it. */
export interface ProposalView extends Proposal {
  readonly account: Account | null;
  readonly proposedByName: string;
  readonly decidedByName: string | null;
}

/** Proposals that wait, oldest first, or the latest decided ones. */
export async function proposalViews(
  viewer: Viewer,
  state: 'open' | 'decided',
  { proposals, accounts }: Dependencies,
): Promise<readonly ProposalView[]> {
  requireRole(viewer, 'systemAdministrator', 'securityAdministrator');
  const people = new Map((await accounts.list()).map((account) => [account.id, account]));
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  return (await proposals.list(state, 100)).map((proposal) => ({
    ...proposal,
    account: people.get(proposal.accountId) ?? null,
    proposedByName: nameOf(proposal.proposedBy),
    decidedByName: proposal.decidedBy === null ? null : nameOf(proposal.decidedBy),
  }));
}

/**
 * The security administrator confirms what another proposed: it is carried out at once. Returns the token of a one-time
 * link when somebody's sign-in is set up anew, null otherwise.
 */
export async function confirmProposal(viewer: Viewer, id: string, dependencies: Dependencies): Promise<string | null> {
  requireRole(viewer, 'securityAdministrator');
  const proposal = await dependencies.proposals.find(id);
  if (proposal?.accountId === viewer.accountId) throw new ProblemError('self-grant');
  const account = proposal?.kind === 'roles' ? await dependencies.accounts.find(proposal.accountId) : undefined;
  // Since it was proposed others may have gone.
  if (proposal && account) await refuseLast(account, proposal.roles, dependencies);
  const { kind, accountId } = await decide(viewer, id, 'confirmed', dependencies);
  return kind === 'newSignIn' ? freshLink(viewer, accountId, dependencies) : null;
}

/** The security administrator refuses it; nothing changes for the account. */
export async function rejectProposal(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  requireRole(viewer, 'securityAdministrator');
  await decide(viewer, id, 'rejected', dependencies);
}

/** A system administrator takes a proposal back. */
export async function withdrawProposal(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  requireRole(viewer, 'systemAdministrator');
  await decide(viewer, id, 'withdrawn', dependencies);
}

async function decide(
  viewer: Viewer,
  id: string,
  as: 'confirmed' | 'rejected' | 'withdrawn',
  dependencies: Dependencies,
): Promise<Proposal> {
  const decided = await dependencies.proposals.decide(id, as, viewer.accountId, (proposal) => ({
    ...act(viewer, dependencies),
    kind: kindOf(proposal, as),
    account: proposal.accountId,
    thing: proposal.id,
    details: { roles: proposal.roles, proposedBy: proposal.proposedBy },
  }));
  if (!decided.ok) throw new ProblemError(decided.code === 'proposal-unknown' ? 'not-found' : decided.code);
  return decided.proposal;
}

function kindOf({ kind }: Proposal, as: 'confirmed' | 'rejected' | 'withdrawn') {
  if (as === 'rejected') return 'proposalRejected';
  if (as === 'withdrawn') return 'proposalWithdrawn';
  return kind === 'roles' ? 'rolesGranted' : 'newSignInGranted';
}
