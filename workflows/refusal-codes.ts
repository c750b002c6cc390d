import { commands } from './registry.ts';
import type { Basis } from './rules/law.ts';
import { type Text, text } from './text.ts';

/** Refusals that every command shares, in the order in which they are looked for. */
export const commonRefusals = {
  'not-found': text('要办理的对象不存在。', 'The thing acted on does not exist.'),
  'not-allowed': text('不是本岗位、本机构办理的操作。', 'Not for this role or organisation.'),
  'not-assigned': text('只有指定的承办人或其代理人可以办理。', 'Only for the assigned officer or a deputy.'),
  'identity-not-sure': text(
    '须先核实是当事人本人，才能办理。',
    'It must first be certain that the party itself speaks.',
  ),
  'evidence-needed': text(
    '代未接入系统的机构记录，须写明凭据。',
    'Recording for an organisation without a login needs its proof.',
  ),
  'invalid-date': text('没有这个日期。', 'There is no such date.'),
  'date-in-the-future': text('发生日期晚于现在。', 'The date lies in the future.'),
  'before-opening': text('发生日期早于立案登记日。', 'The date lies before the opening.'),
  'step-out-of-order': text('这一步早于上一步。', 'The step lies before the last one of its machine.'),
  'field-missing': text('必填栏目没有填写。', 'A needed field is empty.'),
  'field-invalid': text('栏目填写不符合要求。', 'A field is not acceptable.'),
  'unknown-field': text('提交了不认识的栏目。', 'The data has a field the command does not know.'),
  'not-a-choice': text('所选不在可选范围内。', 'The value is not among the possible choices.'),
  'forbidden-by-law': text(
    '法律不允许的选择，答复中写明条文和可行的办法。',
    'The law forbids this choice; the answer cites it and says what to do.',
  ),
  'not-in-this-state': text(
    '当前状态下不能办理；答复中列出现在可以办理的操作。',
    'Not possible in the present state; the answer lists what is.',
  ),
  'not-for-this-case': text('这项操作不适用于本案。', 'It does not apply to this case.'),
  'acknowledge-warnings': text(
    '有提示须先阅知；阅知后重新提交即可。',
    'Warnings are to be acknowledged first; then send it again.',
  ),
} as const satisfies Record<string, Text>;

/** A named legal requirement, gathered from every command that has it. */
export interface RequirementEntry {
  readonly code: string;
  readonly effect: 'blocks' | 'warns' | 'marks';
  readonly basis: readonly Basis[];
  readonly commands: readonly string[];
}

/** Every requirement of the house by its code, with the commands that ask it. */
export function requirementEntries(): readonly RequirementEntry[] {
  const entries = new Map<string, RequirementEntry>();
  for (const { type, requires } of Object.values(commands)) {
    for (const { code, effect, basis } of requires) {
      const known = entries.get(code);
      entries.set(code, {
        code,
        effect,
        basis: known?.basis.length ? known.basis : basis,
        commands: [...new Set([...(known?.commands ?? []), type])],
      });
    }
  }
  return [...entries.values()].sort((left, right) => left.code.localeCompare(right.code));
}
