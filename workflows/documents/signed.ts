import type { ItemClass } from '../handoff/item-classes.ts';
import type { DocumentKind } from './kinds.ts';

/**
 * Papers that are printed, signed by hand and come back, with the class in which each is put on the file. A class that lets a
 * paper out is given only to what may always go: the three papers both sides sign, and formal papers of the organisation.
 */
export const signedPapers = {
  mediationApplication: 'partyFile',
  powerOfAttorney: 'partyFile',
  identityDocument: 'partyFile',
  performanceRecord: 'partyFile',
  consentRecord: 'processPrivate',
  disclosureStatement: 'processPrivate',
  mediationRecord: 'processPrivate',
  mediationAgreement: 'jointSigned',
  undisputedFacts: 'jointSigned',
  addressConfirmation: 'jointSigned',
  serviceReceipt: 'organisationFile',
  hearingRecord: 'organisationFile',
  goodsList: 'organisationFile',
} as const satisfies Partial<Record<DocumentKind, ItemClass>>;

export type SignedPaper = keyof typeof signedPapers;

/** Whether a kind of paper is one that comes back signed. */
export function isSignedPaper(document: string): document is SignedPaper {
  return Object.hasOwn(signedPapers, document);
}

const ofAuthorities: readonly SignedPaper[] = [
  'serviceReceipt',
  'powerOfAttorney',
  'identityDocument',
  'hearingRecord',
  'goodsList',
];
const ofMediations: readonly SignedPaper[] = [
  'mediationAgreement',
  'mediationRecord',
  'undisputedFacts',
  'addressConfirmation',
  'consentRecord',
  'disclosureStatement',
  'serviceReceipt',
  'mediationApplication',
  'powerOfAttorney',
  'identityDocument',
  'performanceRecord',
];

/** The papers that come back signed in a mediation, or elsewhere, what is signed most first. */
export function signedPapersOf(family: string | undefined): readonly SignedPaper[] {
  return family === 'mediation' ? ofMediations : ofAuthorities;
}
