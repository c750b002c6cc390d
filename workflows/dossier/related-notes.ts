/** What a case is told of another one over the same dispute or right: it stands in this file as a note, and somebody looks. */
import type { Fact } from '../case-file.ts';
import { command } from '../command.ts';
import { choiceOf, textOf } from '../fields.ts';
import { type Text, text } from '../text.ts';

/**
 * Only what has consequences for the case that is told. Cases over the same right against others, over the same product, or
 * met at an exhibition change nothing there and are found when somebody looks; signs of a sham are a hint for whoever takes
 * the newer case in, and no suspicion to be spread.
 */
export const relatedNotes = {
  repeated: text(
    '同一权利、同一对方又有新的案件：本案的生效协议、裁决或裁判可能未被遵守。请核对，必要时回访、告知权利人可申请强制执行。见“关联案件”',
    'A new case over the same right against the same side: what is in force here may have been broken. Check it; follow up, and tell the holder that enforcement may be asked for. See “Related cases”',
  ),
  filedTwice: text(
    '同一权利、同一对方另有新立案件，可能是重复立案。请核对是否同一争议，与其承办人确定由谁办理，并入或关联。见“关联案件”',
    'A newer case over the same right against the same side was opened: perhaps the same dispute. Settle with whoever holds it who goes on; absorb or link. See “Related cases”',
  ),
  beforeCourtOrAuthority: text(
    '同一争议已另案进入诉讼、仲裁或行政裁决。请核对本案能否继续、是否中止。见“关联案件”',
    'The same dispute went to court, arbitration or a ruling in another case. Check whether this one may go on or is to be stayed. See “Related cases”',
  ),
  rightAttacked: text(
    '另案中有人请求宣告本案权利无效。请按本程序的规则核对是否中止，调解的告知双方。见“关联案件”',
    'In another case the right of this one is under a request for invalidation. Check by the rules of this proceeding whether to stay; in mediation tell both sides. See “Related cases”',
  ),
} as const;
export type RelatedNote = keyof typeof relatedNotes;

/** Another case says something to this one. The note names no case: who may know of the other finds it beside this one. */
export const noteRelatedCase = command({
  type: 'noteRelatedCase',
  target: 'case',
  kind: 'fact',
  label: text('另案对本案有影响', 'Another case touches this one'),
  by: ['system'],
  relation: 'system',
  fields: {
    note: choiceOf({ label: text('影响', 'What it says'), of: relatedNotes }),
    other: textOf({ label: text('另一案件', 'The other case') }),
    proceeding: textOf({ label: text('程序', 'Proceeding') }),
  },
  requires: [],
  apply: ({ data }) => ({
    proceeding: data.proceeding,
    values: { note: data.note, other: data.other, about: data.proceeding },
  }),
});

/** What the note asks its reader to look at. */
export function relatedNoteText({ values }: Fact): Text {
  return relatedNotes[values.note as RelatedNote] ?? relatedNotes.filedTwice;
}
