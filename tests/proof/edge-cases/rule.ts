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
