import { type Decision, type LetterDraft, lettersOf, writeLetter } from '../../workflows/index.ts';
import type { Desk } from './desk.ts';

/** The letters of a decision. */
export function lettersAt(desk: Desk, decision: Decision): readonly LetterDraft[] {
  return lettersOf(decision, desk.given('limin')).drafts;
}

/** The letters to parties, each as its kind and the side it goes to. */
export function toldTo(desk: Desk, decision: Decision): readonly string[] {
  return lettersAt(desk, decision).flatMap(({ notice, recipient }) =>
    recipient.kind === 'party' ? `${notice} ${desk.file.parties[recipient.party]?.side}` : [],
  );
}

/** What the first letter of a kind says; empty when there is none. */
export function wordsOf(desk: Desk, decision: Decision, notice: string): string {
  const draft = lettersAt(desk, decision).find((one) => one.notice === notice);
  return draft === undefined ? '' : words(draft);
}

/** The paragraphs of a letter. */
export function words(draft: LetterDraft): string {
  return writeLetter(draft).paragraphs.join('\n');
}
