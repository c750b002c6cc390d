import type { ItemClass } from '../handoff/item-classes.ts';
import type { DocumentKind } from './kinds.ts';

const ofParties: readonly DocumentKind[] = [
  'mediationApplication',
  'rulingRequest',
  'enforcementComplaint',
  'arbitrationApplication',
  'complaint',
  'enforcementApplication',
  'paymentOrderApplication',
  'identityDocument',
  'powerOfAttorney',
  'propertyRightProof',
  'registerExtract',
  'evaluationReport',
  'evidence',
  'evidenceList',
  'arbitrationAgreement',
  'performanceRecord',
  'propertyClues',
  'paymentPlan',
];
const ofAllSides: readonly DocumentKind[] = [
  'mediationAgreement',
  'confirmationApplication',
  'undisputedFacts',
  'addressConfirmation',
];

/** The class a paper has as a rule; whoever adds it may choose another. */
export function usualClass(document: DocumentKind): ItemClass {
  if (document === 'mediationRecord') return 'processPrivate';
  if (document === 'mediationReport') return 'processReport';
  if (document === 'courtInquiryAnswer') return 'courtInquiryAnswer';
  if (ofAllSides.includes(document)) return 'jointSigned';
  return ofParties.includes(document) ? 'partyFile' : 'organisationFile';
}
