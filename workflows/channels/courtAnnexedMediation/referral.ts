import type { CaseFile, Handoff, Id, Proceeding } from '../../case-file.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { text } from '../../text.ts';

/** Delegated before the suit is registered, or entrusted after (OMR 21, IMR 11, OP25). */
export const referralModes = {
  entrusted: text('立案后委托', 'Entrusted after registration'),
  delegated: text('立案前委派', 'Delegated before registration'),
} as const;
export type ReferralMode = keyof typeof referralModes;

/** By which procedure the suit is heard; the term of an entrusted mediation depends on it (OMR 24). */
export const procedures = {
  ordinary: text('普通程序', 'Ordinary procedure'),
  summary: text('简易程序', 'Summary procedure'),
} as const;

/** What a court asked an organisation to mediate, as that organisation acknowledged it. */
export interface Referral {
  readonly mode: ReferralMode;
  readonly court: Id;
}

/** The referral behind a mediation; null for one that no court asked for, or before it was acknowledged. */
export function referralOf(caseFile: CaseFile, proceeding: Id): Referral | null {
  const values = latestFact(caseFile, 'acknowledgeReferral', { proceeding })?.values;
  return values === undefined
    ? null
    : { mode: values.mode === 'delegated' ? 'delegated' : 'entrusted', court: String(values.court) };
}

/** The suit from which a court handed a dispute to a mediation; null when the court keeps no proceeding here. */
export function suitBehind(caseFile: CaseFile, mediation: Proceeding): Proceeding | null {
  const handoff = caseFile.handoffs[mediation.openedByHandoff ?? ''];
  const from = caseFile.proceedings[handoff?.fromProceeding ?? ''];
  return from?.channel === 'litigation' ? from : null;
}

/** The suit that waits for what a handoff brings back from a mediation (H2, H3). */
export function suitWaitingFor(caseFile: CaseFile, handoff: Handoff): Proceeding | null {
  const mediation = caseFile.proceedings[handoff.fromProceeding];
  const suit = mediation === undefined ? null : suitBehind(caseFile, mediation);
  return suit !== null && suit.organisation === handoff.toOrganisation && suit.endedOn === null ? suit : null;
}

/** How a suit was referred: the mode that the court stated last. */
export function modeOfSuit(caseFile: CaseFile, suit: Id): ReferralMode {
  const proposed = factsOf(caseFile, 'proposeMediation', { proceeding: suit }).at(-1);
  return proposed?.values.mode === 'delegated' ? 'delegated' : 'entrusted';
}
