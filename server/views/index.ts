/** What doors show: pure functions from a look at a case to objects that the API answers and the pages draw. */
export { type CaseView, caseView } from './case-view.ts';
export { type ClockProof, type ClockState, type ClockView, clockViews } from './clock-view.ts';
export { type ConferenceTaskView, type ConferenceView, conferenceViews } from './conference-view.ts';
export {
  type CaseRef,
  type DeskClockView,
  type DeskTaskView,
  type DeskView,
  deskView,
  type HandoffInbox,
  type HandoffRowView,
  handoffInbox,
} from './desk-view.ts';
export { type AboutView, type DoorView, doorView } from './door-view.ts';
export {
  type ChoiceView,
  type ControlView,
  type FieldView,
  type FormView,
  fieldViews,
  formView,
  openingForm,
} from './form-view.ts';
export { type Glance, glancesAt } from './glance.ts';
export {
  type CustodyLineView,
  type GoodsMeasureView,
  type GoodsView,
  goodsView,
  type LotView,
} from './goods-view.ts';
export {
  type HandoffView,
  handoffView,
  handoffViews,
  type ReceiptView,
  receiptView,
} from './handoff-view.ts';
export { type ItemView, itemViews, type ManifestRowView } from './item-view.ts';
export { type LetterView, letterView, letterViews, maySeeLetter, type ServiceView } from './letter-view.ts';
export {
  type LimitationLineView,
  type LimitationNoteView,
  type LimitationView,
  limitationViews,
} from './limitation-view.ts';
export { type CaseListQuery, caseListQueryNames, knownPage, listRequestOf } from './list-request.ts';
export { boxLabels, type CaseListView, type CaseRowView, caseListView, caseRows } from './list-view.ts';
export { type Look, type Looking, lookAt } from './look.ts';
export { caseTitle, citation, type OrganisationView, organisationView } from './names.ts';
export {
  type OfferView,
  offersOf,
  offerViews,
  type RefusalView,
  refusalView,
  type WarningView,
  warningView,
} from './offer-view.ts';
export {
  type OrderStepView,
  type OrderView,
  orderViews,
  type RulingOrdersView,
  type RulingView,
} from './orders-view.ts';
export { byTone, type PacketView, packetView, stepsOf, type WindowView } from './packet-view.ts';
export { type FileView, fileViews, type PaperView } from './papers-view.ts';
export {
  type PartyCaseList,
  type PartyCaseQuery,
  type PartyCaseRow,
  partyCaseList,
  partyCaseRow,
  partyCaseStates,
} from './party-cases-view.ts';
export { type PartyView, partyViews } from './party-view.ts';
export type { OnTheWayView, PathLineView } from './path-lines-view.ts';
export { type MatterView, matterViews, type PathStepView } from './path-view.ts';
export {
  type ConfirmabilityView,
  confirmabilityViews,
  findingsFor,
  type PreflightView,
  preflightView,
} from './preflight-view.ts';
export { type AgreementView, type ProceedingView, proceedingViews } from './proceeding-view.ts';
export { type PublicMatterView, type PublicStatusView, publicStatusView } from './public-view.ts';
export { channelsOfRoles, hasQueue, type QueueLimit, type QueueRowView, queueView } from './queue-view.ts';
export {
  clockRulesView,
  commandsView,
  exclusionsView,
  givenByPeople,
  machinesView,
  organisationsView,
  reasonsView,
  routesView,
} from './reference-view.ts';
export { type CameBackView, type LimitView, type ReferralView, referralViews } from './referral-view.ts';
export {
  type FindingView,
  type LinkView,
  type OtherCaseView,
  type RelatedView,
  relatedView,
} from './related-view.ts';
export { fieldsOf, revealable } from './revealable.ts';
export type { RouteView } from './route-view.ts';
export { type DetailRow, yuan } from './rows.ts';
export { type FoundCaseView, type SearchView, searchView } from './search-view.ts';
export {
  hasMorningList,
  type SeriesClauseView,
  type SeriesRowView,
  type SeriesView,
  seriesViews,
} from './series-view.ts';
export type { StatementView } from './statements-view.ts';
export { type TaskView, taskViews } from './task-view.ts';
export {
  isNarrowed,
  narrowed,
  type TimelineFilter,
  timelineFilterOf,
  timelineKinds,
} from './timeline-filter.ts';
export { changesSince, type EntryView, entryView, type MarkView, timelineView } from './timeline-view.ts';
export {
  type CompetenceView,
  type CompetentBodyView,
  caseCompetenceViews,
  caseTriageViews,
  competenceViews,
  type MatterTriageView,
  type TriageView,
  triageView,
  type WayView,
} from './triage-view.ts';
export { mayKnowTarget, revisionOf, visibleTo } from './visibility.ts';
export type { WayNeedView, WayOnView } from './ways-on-view.ts';
