/** Who may sign in as what, who stands in for whom, what is kept for the auditor: doors import from here. */

export {
  type AccountView,
  accountViewOf,
  accountViews,
  type Invitation,
  invitePerson,
  newLink,
  proposeNewSignIn,
  proposeRoles,
  revokeSessions,
  setSuspended,
} from './accounts.ts';
export { type Aggregates, aggregatesOf, type OrganisationCounts } from './aggregates.ts';
export type { AnswerCounts } from './answers.ts';
export { type AssigningRequest, startAssigning } from './assign.ts';
export { type AuditQuery, auditExport, auditPage, auditQueryTyped, noteRefusals } from './audit.ts';
export { giveReason, reasonLength } from './case-reason.ts';
export {
  decideRules,
  type InstitutionView,
  institutionRulesViews,
  proposeRules,
  proposeRulesSwitch,
  type RulesEntered,
  type RulesProposalView,
  rulesProposalViews,
} from './institution-rules.ts';
export { confirmProposal, type ProposalView, proposalViews, rejectProposal, withdrawProposal } from './proposals.ts';
export {
  type OpenProceeding,
  openProceedingsOf,
  organisers,
  type ReassignmentRequest,
  reassignmentList,
  reassignmentOf,
  requireOrganiser,
  resumeReassignments,
  retryReassignment,
  runReassignment,
  startReassignment,
} from './reassign.ts';
export { revealField } from './reveal.ts';
export { endStandIn, nameStandIn, type StandInView, standInViews } from './stand-ins.ts';
export { setOwnWorkEmail, workEmailOf } from './work-email.ts';
