/** What another case must be told when a case was opened or changed. Pure; says only what the desk that is told may know of both. */
import { knows, recordKeeper } from '../access.ts';
import type { Actor, CaseFile, Id, Proceeding } from '../case-file.ts';
import { linksOf } from '../dossier/links.ts';
import type { RelatedNote } from '../dossier/related-notes.ts';
import { kit } from '../machines.ts';
import type { Reference } from '../reference.ts';
import { type FindingCode, findingsOf } from './findings.ts';

/** A note for one desk of the other case. */
export interface Told {
  readonly note: RelatedNote;
  readonly proceeding: Id;
}

/**
 * What `other` is told of `changed`, each note at the first desk that may know both cases; at none where none may. An older
 * case learns of a repetition and of a double filing; any open one learns that the dispute went to court or to an
 * authority elsewhere, and that its right is under attack.
 */
export function toldOf(changed: CaseFile, other: CaseFile, reference: Reference): readonly Told[] {
  const found = new Map<RelatedNote, Id>();
  for (const proceeding of Object.values(other.proceedings).reverse()) {
    const desk = deskOf(other, proceeding, reference);
    if (!knows(changed, desk)) continue;
    for (const note of notesFor(changed, other, proceeding, desk)) {
      if (!found.has(note)) found.set(note, proceeding.id);
    }
  }
  return [...found].map(([note, proceeding]) => ({ note, proceeding }));
}

/** Whoever keeps the record of a proceeding, as somebody who sees what its organisation sees. */
function deskOf(caseFile: CaseFile, proceeding: Proceeding, reference: Reference): Actor {
  const organisation = recordKeeper(caseFile, proceeding, reference);
  return { person: '', organisation, roles: ['committeeClerk'] };
}

function notesFor(changed: CaseFile, other: CaseFile, proceeding: Proceeding, desk: Actor): readonly RelatedNote[] {
  const codesOf = (near: CaseFile, far: CaseFile): readonly FindingCode[] =>
    findingsOf(near, [far], desk).map(({ code }) => code);
  const isOpen = proceeding.endedOn === null;
  const notes: RelatedNote[] = [];
  if (isOlder(other, changed)) {
    const said = codesOf(changed, other);
    if (said.includes('related-repeat-infringement') && proceeding.channel !== 'intake') notes.push('repeated');
    if (said.includes('related-double-filing') && isOpen && !areLinked(changed, other)) notes.push('filedTwice');
  }
  if (!isOpen || Object.values(other.matters).every(({ slot }) => kit.meta(slot).over)) return notes;
  const heard = codesOf(other, changed);
  if (heard.includes('related-suit-or-ruling')) notes.push('beforeCourtOrAuthority');
  if (heard.includes('related-invalidation')) notes.push('rightAttacked');
  return notes;
}

/** By the day of opening; of one day, by the id, which is made in order. */
function isOlder(one: CaseFile, other: CaseFile): boolean {
  const [left, right] = [one.header.openedOn, other.header.openedOn];
  return left.slice(0, 10) === right.slice(0, 10) ? one.id < other.id : left < right;
}

/** Who linked two cases, or had one absorbed, has looked at both already. */
function areLinked(one: CaseFile, other: CaseFile): boolean {
  return linksOf(one).some((link) => link.other === other.id) || linksOf(other).some((link) => link.other === one.id);
}

/** Whether a change can be news to other cases: matters, parties, or which proceedings run. */
export function mayBeNews(before: CaseFile, after: CaseFile): boolean {
  if (before.matters !== after.matters || before.parties !== after.parties) return true;
  const running = ({ proceedings }: CaseFile) =>
    Object.values(proceedings)
      .filter(({ endedOn }) => endedOn === null)
      .map(({ id }) => id)
      .join();
  return before.proceedings !== after.proceedings && running(before) !== running(after);
}
