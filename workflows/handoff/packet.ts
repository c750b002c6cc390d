import type { CaseFile, Handoff, Id, ManifestRow, Proceeding } from '../case-file.ts';
import { modeOfSuit } from '../channels/courtAnnexedMediation/referral.ts';
import { factsOf } from '../facts.ts';
import { type HandoffKind, handoffKinds, type TravelCondition, type TravellingPaper } from './kinds.ts';

/** The manifest over some items, as they are now: hash or page count, and class. */
export function manifestOf(caseFile: CaseFile, items: readonly Id[]): readonly ManifestRow[] {
  return items.flatMap((id) => {
    const item = caseFile.items[id];
    if (item === undefined || item.withdrawn) return [];
    return [{ item: id, document: item.document, sha256: item.sha256, pages: item.pages, class: item.class }];
  });
}

/** Papers that must travel with a handoff, as things stand. */
export function travellingPapers(caseFile: CaseFile, handoff: Handoff): readonly TravellingPaper[] {
  const kind: HandoffKind = handoffKinds[handoff.kind];
  return kind.mustTravel.filter((paper) => paper.onlyIf === undefined || holds(paper.onlyIf, caseFile, handoff));
}

/** Papers that must travel with a handoff and are not in its manifest. */
export function missingPapers(caseFile: CaseFile, handoff: Handoff): readonly TravellingPaper[] {
  const there = new Set(handoff.manifest.map((row) => row.document));
  return travellingPapers(caseFile, handoff).filter((paper) => !there.has(paper.document));
}

/** Whether a condition under which a paper must travel is met. Conditions of channels not offered yet are never met. */
function holds(condition: TravelCondition, caseFile: CaseFile, handoff: Handoff): boolean {
  const proceeding: Proceeding = caseFile.proceedings[handoff.fromProceeding]!;
  const agreement = handoff.agreement === null ? null : (proceeding.agreements[handoff.agreement] ?? null);
  const has = (type: string) => factsOf(caseFile, type, { proceeding: proceeding.id }).length > 0;
  const onFile = (document: ManifestRow['document']) =>
    Object.values(caseFile.items).some(
      (item) => item.proceeding === proceeding.id && item.document === document && !item.withdrawn,
    );
  switch (condition) {
    case 'writtenAgreement':
      return agreement !== null && agreement.form !== 'oral';
    case 'oralAgreement':
      return agreement?.form === 'oral';
    case 'agentActs':
      return (agreement?.signatures ?? []).some((signature) => signature.agent !== null);
    case 'agreementConcernsProperty':
      return (agreement?.clauses ?? []).some(
        (clause) => clause.subject === 'licence' || clause.subject === 'ownership',
      );
    case 'screened':
      return has('screenDispute');
    case 'consentAsked':
      return has('recordConsent');
    case 'evidenceOnFile':
      return onFile('evidence');
    case 'opinionGiven':
      return onFile('advisoryOpinion');
    case 'undisputedFactsRecorded':
      return has('recordUndisputedFacts');
    case 'addressConfirmed':
      return Object.values(caseFile.parties).some((party) => party.serviceConfirmedOn !== null);
    case 'confirmationAsked':
      return onFile('confirmationApplication');
    case 'delegated':
    case 'entrusted':
      return modeOfSuit(caseFile, proceeding.id) === condition;
    case 'notAgreed':
      return handoff.matters.some((id) => proceeding.outcomes[id] === 'failed');
    case 'settlementToBecomeAward':
      return agreement !== null;
    case 'toRuling':
      return handoff.channel === 'adminRuling';
    case 'toEnforcement':
      return handoff.channel === 'trademarkEnforcement';
    case 'toAdministrativeMediation':
      return handoff.channel === 'adminMediation' || handoff.channel === 'generalAdminMediation';
    case 'mediationFailed':
      return handoff.matters.some((id) => proceeding.outcomes[id] === 'failed');
    case 'opinionIssued':
      return has('issueOpinion');
  }
}
