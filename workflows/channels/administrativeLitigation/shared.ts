import { type CaseFile, type Proceeding, patchPart } from '../../case-file.ts';
import type { FactDraft } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { type Text, text } from '../../text.ts';

/** What every command of this channel says of itself: courts act, we record. */
export const here = { target: 'proceeding', machine: 'administrativeLitigation', relation: 'custodian' } as const;
export const liaison = ['courtLiaison'] as const;

/** What a judgment may say of the ruling (APL 69, 70, 74, 77). */
export const judgmentResults = {
  upheld: text('驳回诉讼请求，裁决维持', 'Claim dismissed: the ruling stands'),
  unlawful: text('确认违法，但不撤销裁决', 'Found unlawful, and not revoked'),
  changed: text('判决变更', 'Changed by the court'),
  revoked: text('撤销裁决', 'Revoked'),
  revokedAnew: text('撤销裁决，责令重新作出', 'Revoked, and to be made anew'),
} as const satisfies Record<string, Text>;
export type JudgmentResult = keyof typeof judgmentResults;

/** How an administrative suit ended; the ruling follows (channels/administrativeLitigation/reactions.ts). */
export type AdministrativeSuitEnd = JudgmentResult | 'withdrawn' | 'turnedAway';

/** The suit has said what becomes of the ruling; with the fact that the ruling follows. */
export function ended(
  caseFile: CaseFile,
  proceeding: Proceeding,
  result: AdministrativeSuitEnd,
): { readonly caseFile: CaseFile; readonly facts: readonly FactDraft[] } {
  const matters = undecided(proceeding);
  const outcomes = { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, result])) };
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes }),
    facts: [{ type: 'administrativeSuitEnded', matters, values: { result } }],
  };
}
