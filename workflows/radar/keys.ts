import type { CaseFile, Id, Party } from '../case-file.ts';
import type { PersonDraft } from '../command.ts';
import { linksOf } from '../dossier/links.ts';
import type { PersonInput } from '../fields.ts';
import { normaliseNumber } from '../identity.ts';

/** What a case can be found by. None of them is a name; `mark` is a keyed hash of what tells a person apart. */
export type KeyKind = 'right' | 'product' | 'person' | 'mark' | 'number' | 'link';

export interface CaseKey {
  readonly kind: KeyKind;
  readonly value: string;
}

/**
 * The number of a right as it is compared: half-width, without blanks, points, 第…号 and ZL, so that one number written in
 * two ways is one. Null where nothing is left that tells rights apart.
 */
export function rightKey(number: string | null): string | null {
  const plain = normaliseNumber(number ?? '')
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/^第/, '')
    .replace(/号$/, '')
    .replace(/^ZL(?=\d)/, '');
  return plain.length < 4 ? null : plain;
}

/** A product as it is compared: half-width capitals without blanks and punctuation; null when nothing is left. */
export function productKey(product: string | null | undefined): string | null {
  const plain = normaliseNumber(product ?? '').replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
  return plain.length < 2 ? null : plain;
}

/** Everything other cases find this one by: right and product normalised, persons, official numbers, links. */
export function keysOf(caseFile: CaseFile): readonly CaseKey[] {
  const matters = Object.values(caseFile.matters);
  const keys = [
    ...matters.map(({ right }) => ({ kind: 'right' as const, value: rightKey(right.number) })),
    ...matters.map(({ product }) => ({ kind: 'product' as const, value: productKey(product) })),
    ...Object.values(caseFile.parties).map(({ person }) => ({ kind: 'person' as const, value: person })),
    ...Object.values(caseFile.parties).flatMap(({ marks = [] }) =>
      marks.map((value) => ({ kind: 'mark' as const, value })),
    ),
    ...Object.values(caseFile.proceedings).map(({ number }) => ({ kind: 'number' as const, value: number })),
    ...linksOf(caseFile).map(({ other }) => ({ kind: 'link' as const, value: other })),
  ];
  const known = keys.flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value }]));
  return [...new Map(known.map((key) => [`${key.kind}:${key.value}`, key])).values()];
}

/** Whether two parties are, by what was recorded, one person. */
export function isSamePerson(left: Party, right: Party): boolean {
  return left.person === right.person || shares(left.marks ?? [], right.marks ?? []);
}

export function shares<T>(left: readonly T[], right: readonly T[]): boolean {
  return left.some((one) => right.includes(one));
}

/** What tells a person apart, as keyed hashes; the door knows the key. */
export type MarksOf = (person: PersonInput) => readonly string[];

/** Takes the marks of people away who are erased: nobody finds them again. */
export function withoutMarks(caseFile: CaseFile, persons: readonly Id[]): CaseFile {
  return marking(caseFile, new Map(persons.map((id) => [id, []])));
}

/** Puts the marks of persons that are written with this commit beside the parties and agents they are. */
export function withMarks(caseFile: CaseFile, persons: readonly PersonDraft[], marksOf: MarksOf | undefined): CaseFile {
  if (marksOf === undefined || persons.length === 0) return caseFile;
  return marking(caseFile, new Map(persons.map(({ id, input }) => [id, marksOf(input)])));
}

/** Puts marks beside the parties and agents who have none yet. */
export function marksAdded(caseFile: CaseFile, marks: ReadonlyMap<Id, readonly string[]>): CaseFile {
  const added = <T extends { readonly person: Id; readonly marks?: readonly string[] }>(one: T): T =>
    one.marks === undefined && marks.has(one.person) ? { ...one, marks: marks.get(one.person)! } : one;
  const parties = Object.entries(caseFile.parties).map(
    ([id, party]) => [id, { ...added(party), agents: party.agents.map(added) }] as const,
  );
  return { ...caseFile, parties: Object.fromEntries(parties) };
}

function marking(caseFile: CaseFile, marks: ReadonlyMap<Id, readonly string[]>): CaseFile {
  const marked = <T extends { readonly person: Id }>(one: T): T =>
    marks.has(one.person) ? { ...one, marks: marks.get(one.person)! } : one;
  const parties = Object.entries(caseFile.parties).map(([id, party]) => {
    const isHere = marks.has(party.person) || party.agents.some((agent) => marks.has(agent.person));
    return [id, isHere ? { ...marked(party), agents: party.agents.map(marked) } : party] as const;
  });
  return { ...caseFile, parties: Object.fromEntries(parties) };
}
