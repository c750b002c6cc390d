/** THE LAW AND THE PATH: the only door of the folder. Pure; no I/O, no clock, no randomness. */
export * from './access.ts';
export { type Invited, invitationsOf } from './answer-rates.ts';
export { type CaseMoment, caseFileAsOf } from './as-of.ts';
export * from './calendar.ts';
export * from './case-file.ts';
export type { Channel } from './channel.ts';
export { rolesOf, suitRoles } from './channels/administrativeLitigation/roles.ts';
export { type EvidenceGap, evidenceGaps } from './channels/adminRuling/evidence.ts';
export { type ReferralMode, referralModes, referralOf } from './channels/courtAnnexedMediation/referral.ts';
export { type ChannelId, channelLabels } from './channels/ids.ts';
export { channelOf, channels, isOffered } from './channels/index.ts';
export {
  type PreflightCheck,
  type PreflightQuestion,
  preflight,
  preflightOf,
  windowEnd,
} from './channels/judicialConfirmation/preflight.ts';
export {
  type ComparedApplication,
  type ComparedClause,
  type Series,
  type SeriesApplication,
  type Stretch,
  seriesOf,
  type UsualClause,
} from './channels/judicialConfirmation/series.ts';
export { appealTerms } from './channels/litigation/appeal.ts';
export { type StayAdvice, stayAdvice } from './channels/litigation/stay.ts';
export { clocksOf, dueByRule } from './clocks.ts';
export type {
  Command,
  CommandDefinition,
  Context,
  Found,
  Given,
  Need,
  PersonDraft,
  Relation,
} from './command.ts';
export { machinesOf } from './command.ts';
export { type DamagesReach, damagesReachOf, infringementPeriodOf } from './damages-reach.ts';
export { type Decision, decide, decideOpening } from './decide.ts';
export { derive, tasksOnDesks } from './derive.ts';
export type { Clock, Derived, DerivedWith, ProceedingRow, Task } from './derived.ts';
export { completenessOf, type FilePaper, isInsidePaper, papersCounted } from './documents/completeness.ts';
export { type DocumentKind, documentKinds } from './documents/kinds.ts';
export { isSignedPaper, type SignedPaper, signedPapers, signedPapersOf } from './documents/signed.ts';
export { usualClass } from './documents/usual-class.ts';
export { defenceGrounds } from './dossier/claims.ts';
export { refusing } from './dossier/consent.ts';
export {
  answerChannels,
  type CodeEnd,
  codeEnd,
  codeStands,
  contactChannels,
  contactResults,
} from './dossier/contact.ts';
export { type CustodyLine, type Goods, type GoodsEvent, goodsEvents, goodsOf } from './dossier/goods.ts';
export { papersOfParties } from './dossier/items.ts';
export { type LetterTrace, lettersToBring, letterTraces, printReasons, serviceMethods } from './dossier/letters.ts';
export { absorbedInto, type CaseLink, linkKinds, linksOf } from './dossier/links.ts';
export { disputeLabels, reliefLabels, rightKindLabels, sourceLabels } from './dossier/opening.ts';
export { authorityLabels, capacityLabels, serviceMethodLabels, sideLabels } from './dossier/parties.ts';
export { proceedingRoles } from './dossier/party-changes.ts';
export { openPartyWords, type PartyWord, wordLabel } from './dossier/party-words.ts';
export { factLabel } from './fact-labels.ts';
export { dayOfFact, factsOf, isBefore, latestFact } from './facts.ts';
export {
  type AnyField,
  type Choice,
  type Control,
  type Field,
  type Fields,
  isDay,
  type PersonInput,
  personSchema,
  schemaOf,
} from './fields.ts';
export { type ItemClass, itemClasses } from './handoff/item-classes.ts';
export { type HandoffKind, type HandoffKindId, handoffKinds, travelConditions } from './handoff/kinds.ts';
export { receiversOf } from './handoff/kinds-offered.ts';
export { missingPapers } from './handoff/packet.ts';
export { hearingsOf } from './hearings.ts';
export {
  isCreditCode,
  isIdentityNumber,
  normaliseNumber,
  personFault,
  personProblem,
} from './identity.ts';
export type { Body, Entry, EntryDraft, EntryKind, Envelope, FactRecord } from './journal.ts';
export type { Kit, MachineDescription, StateDescription } from './kit.ts';
export {
  type CalendarDraft,
  fillPlaceholders,
  isNotice,
  type Letter,
  type LetterDraft,
  type LetterHead,
  type NoticeFields,
  type NoticeId,
  noticeKeeps,
  noticeLabels,
  type Placeholder,
  placeholders,
  type Recipient,
  sensitivePlaceholders,
} from './letters/letter.ts';
export { type LettersDue, lettersOf } from './letters/letters-of.ts';
export { notices } from './letters/notices.ts';
export { agentOfLetter, readerOf } from './letters/receivers.ts';
export { type StepFields, type StepLetter, stepValues } from './letters/step-letter.ts';
export { type StepNoticeId, stepLetters } from './letters/step-letters.ts';
export { writeLetter } from './letters/templates.ts';
export { segmentsOf, textMessage } from './letters/text-message.ts';
export {
  type Interruption,
  interruptionKinds,
  type Limitation,
  limitationBasis,
  limitationOf,
  type Obstacle,
  obstacleCauses,
  type WaivedRest,
} from './limitation.ts';
export type { Box, ListedProceeding, Listing } from './listings.ts';
export type { MachineEvent, MachineFacts, StateMeta } from './machine.ts';
export { kit } from './machines.ts';
export { agreementForms, clauseSubjects } from './mediation/agreement-commands.ts';
export { effectOf } from './mediation/agreements.ts';
export { callTimes } from './mediation/party-requests.ts';
export { plannedSessions } from './mediation/planned-sessions.ts';
export {
  agreementOfSeries,
  paperOfSeries,
  readSeriesTerms,
  type SeriesOwn,
  type SeriesTerms,
  seriesMachines,
  seriesTermsDefinition,
} from './mediation/series.ts';
export {
  type Clash,
  type ClashKind,
  clashesOf,
  clashTexts,
  type Meeting,
  meetingMinutes,
  meetingsOf,
  overlap,
  type PlacedMeeting,
  whoMeets,
} from './meetings.ts';
export { type Obligation, obligationsOf, routesOnBreach } from './obligations.ts';
export { admitsParty, mattersOfParty } from './party-access.ts';
export { callBackBy } from './party-tasks.ts';
export { exclusions } from './path/exclusions.ts';
export { type Route, routes, routesFrom } from './path/transitions.ts';
export { type WayNeed, type WayOn, type WayState, waysOn } from './path/ways-on.ts';
export { unmarkedPersons } from './radar/add-marks.ts';
export { type Finding, type FindingCode, findingRules, findingsOf } from './radar/findings.ts';
export { type CaseKey, isSamePerson, keysOf, type MarksOf, rightKey, withoutMarks } from './radar/keys.ts';
export { mayBeNews, type Told, toldOf } from './radar/told.ts';
export {
  type ArbitrationRules,
  type County,
  type CourtJurisdiction,
  deskRoles,
  type Officer,
  type Organisation,
  type OrganisationKind,
  organisationsIn,
  type Reference,
  type RightKind,
  type Role,
  withBelonging,
} from './reference.ts';
export {
  type Referral,
  type ReferralLimit,
  type ReferralRow,
  type ReferralStage,
  referralStages,
  referralsOf,
} from './referrals.ts';
export { isRefusal, type Refusal, refuse, type Warning } from './refusal.ts';
export { commonRefusals, type RequirementEntry, requirementEntries } from './refusal-codes.ts';
export { commands, reactions } from './registry.ts';
export { contextOf, type Offer, offersFor } from './requirements.ts';
export type { ClockRule } from './rules/clock-rule.ts';
export { type ClockRuleId, clockRules, ruleInForce } from './rules/clock-rules.ts';
export {
  type CompetenceQuestion,
  type CompetentBody,
  channelsWithCompetence,
  competentBodies,
} from './rules/competence.ts';
export { type CompetentAuthority, competenceOver, lawsAt } from './rules/competent-authorities.ts';
export { parseCourtNumber } from './rules/court-numbers.ts';
export { type CrimeHint, crimeHints, crimes } from './rules/crime-thresholds.ts';
export { cite, citeAll, inForceOn, instruments } from './rules/instruments.ts';
export type { Basis, DecidedBy } from './rules/law.ts';
export { type PartyAct, partyActs } from './rules/party-acts.ts';
export * from './rules/reasons.ts';
export { callBack } from './rules/service-promises.ts';
export { fill, type Text, text } from './text.ts';
export { type JudgedWay, triageOf, ways } from './triage.ts';
export { blankFacts, type TriageFacts, triageFactsOf } from './triage-facts.ts';
export { versions } from './versions.ts';
