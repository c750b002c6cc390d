import { type CaseFile, type Id, type Proceeding, patchPart } from '../../case-file.ts';
import type { Context, FactDraft } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import type { ArbitrationRules, ArbitrationTermStep } from '../../reference.ts';

/** What every command of this channel says of itself: tribunals and courts decide, the secretary records. */
export const here = { target: 'proceeding', machine: 'arbitration', relation: 'custodian' } as const;
export const secretary = ['arbitrationSecretary'] as const;

/** How an arbitration ended for some matters; the matters' paths follow (path/reactions.ts). */
export type ArbitrationEnd =
  | 'awarded'
  | 'consentAward'
  | 'mediationDocument'
  | 'claimDismissed'
  | 'refused'
  | 'dismissed'
  | 'withdrawn'
  | 'settled'
  | 'setAside'
  | 'notEnforced'
  | 'performed';

/** What ends with a title that can be enforced (AL25 64, 70, 75). */
export const arbitralTitles: readonly string[] = ['awarded', 'consentAward', 'mediationDocument'];

/** The arbitration has said what becomes of its open matters, or of some; with the fact that the paths follow. */
export function ended(
  caseFile: CaseFile,
  proceeding: Proceeding,
  how: ArbitrationEnd,
  matters: readonly Id[] = undecided(proceeding),
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  const outcomes = { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, how])) };
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }),
    facts: [{ type: 'arbitrationEnded', matters, values: { how } }],
  };
}

/** Matters that this arbitration decided with something in force. */
export function decidedHere(proceeding: Proceeding): readonly Id[] {
  return proceeding.matters.filter((id) => {
    const outcome = proceeding.outcomes[id] ?? '';
    return arbitralTitles.includes(outcome) || outcome === 'claimDismissed' || outcome === 'performed';
  });
}

/** Whether the case is foreign-related, as it was accepted (AL25 78). */
export function isForeignRelated(caseFile: CaseFile, proceeding: Id): boolean {
  return latestFact(caseFile, 'acceptArbitration', { proceeding })?.values.foreignRelated === true;
}

/** The rules of an institution that are in force on a day and switched on. */
export function rulesOffered({ given, proceeding, day }: Context): readonly ArbitrationRules[] {
  return given.reference.arbitrationRules.filter(
    (one) =>
      one.active &&
      one.institution === proceeding?.organisation &&
      (one.inForceFrom ?? '') <= day &&
      (one.inForceTo === null || day <= one.inForceTo),
  );
}

/** The rules by which an arbitration goes, as they were recorded at its acceptance; null where none were. */
export function rulesOf({ caseFile, given, proceeding }: Context): ArbitrationRules | null {
  const chosen = latestFact(caseFile, 'acceptArbitration', { proceeding: proceeding!.id })?.values.rules;
  return given.reference.arbitrationRules.find(({ id }) => id === chosen) ?? null;
}

const termFacts: Readonly<Record<ArbitrationTermStep, string>> = {
  answer: 'arbitrationAnswerTermBegan',
  tribunal: 'arbitrationTribunalTermBegan',
  award: 'arbitrationAwardTermBegan',
};

/** The facts that start the terms of the rules for these steps; none where the rules say nothing of a step. */
export function termsBegin(
  rules: ArbitrationRules | null,
  foreignRelated: boolean,
  ...steps: readonly ArbitrationTermStep[]
): readonly FactDraft[] {
  return (rules?.terms ?? [])
    .filter(({ step }) => steps.includes(step))
    .map(({ step, amount, foreignAmount, unit }) => ({
      type: termFacts[step],
      values: { amount: foreignRelated ? (foreignAmount ?? amount) : amount, unit, rules: rules!.id },
    }));
}
