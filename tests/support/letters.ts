import { type Decision, type LetterDraft, lettersOf } from '../../workflows/index.ts';
import type { Desk } from './desk.ts';

/** The letters of a decision. */
export function lettersAt(desk: Desk, decision: Decision): readonly LetterDraft[] {
  return lettersOf(decision, desk.given('limin')).drafts;
}
