import { type Text, text } from '../../../workflows/index.ts';

/**
 * A rule of the reading notes in our words. Either tests hold it, each named by its file and the end of its sentence
 * (`clocks › usually takes a month …`, files of `tests/workflows` without their folder), or there is a reason why none does.
 */
export type RuleRead =
  | { readonly says: Text; readonly heldBy: readonly string[] }
  | { readonly says: Text; readonly because: Text };

export type RulesRead = Readonly<Record<string, RuleRead>>;

/** A rule that tests hold. */
export function held(zh: string, en: string, ...heldBy: readonly string[]): RuleRead {
  return { says: text(zh, en), heldBy };
}

/** A rule that no test holds, and why. */
export function notHeld(zh: string, en: string, because: Text): RuleRead {
  return { says: text(zh, en), because };
}

export const judged = text(
  '由办案机关判断；程序登记其结果，不作判断。',
  'Whoever decides the case judges this; the program records the outcome and judges nothing.',
);
export const practice = text(
  '属于程序以外的工作做法或者纸面要求。',
  'A practice, or a demand on paper, outside the program.',
);
export const notRead = text(
  '规定的文本没有读到，标为待核实，不据以计算或者拦截。',
  'Its text was not read: marked to be confirmed; nothing is computed or blocked by it.',
);
export const missing = text('程序目前没有这项内容。', 'The program does not have this yet.');
