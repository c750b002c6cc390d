/** Which papers a proceeding must have, which it may need, and which are there. Pure. */
import type { CaseFile, Fact, Id, Item, Proceeding } from '../case-file.ts';
import { factsOf } from '../facts.ts';
import { handoffKinds } from '../handoff/kinds.ts';
import { travellingPapers } from '../handoff/packet.ts';
import type { Basis, Verified } from '../rules/law.ts';
import { type Text, text } from '../text.ts';
import type { DocumentKind } from './kinds.ts';
import { paperUse } from './paper-uses.ts';
import { papersAskedIn, papersDueIn } from './papers-due.ts';
import { occasionalPapers } from './papers-on-occasion.ts';

/** One paper of a proceeding's file. */
export interface FilePaper {
  readonly document: DocumentKind;
  /** 必须 or 按需. */
  readonly need: 'required' | 'onDemand';
  /** Whether it is owed now: required, or needed because something called for it. */
  readonly due: boolean;
  /** `recorded`: the act itself is on record here, and no paper of it was put on file. */
  readonly state: 'onFile' | 'recorded' | 'missing';
  readonly items: readonly Id[];
  readonly use: Text;
  readonly basis: readonly Basis[];
  readonly verified: Verified;
  /** The handoff in preparation with which it must travel; null for papers of the file itself. */
  readonly handoff: Id | null;
}

type Rule = Pick<FilePaper, 'document' | 'need' | 'due' | 'use' | 'basis' | 'verified' | 'handoff'>;

/**
 * The papers of a proceeding at work: those that its state and every state before it ask for, those of the envelope it was
 * opened with, those that a handoff in preparation must carry, and those that only some cases need. `seen` says which items
 * count, so that nobody learns of a paper that is not theirs to see. Nothing is owed once the proceeding is over.
 */
export function completenessOf(
  caseFile: CaseFile,
  proceeding: Proceeding,
  seen: (item: Item) => boolean = () => true,
): readonly FilePaper[] {
  if (proceeding.endedOn !== null) return [];
  const items = onFile(caseFile, proceeding).filter(seen);
  const rules = [...rulesOfFile(caseFile, proceeding), ...rulesOfEnvelope(caseFile, proceeding)];
  const own = [...Map.groupBy(rules, ({ document }) => document).values()].map((same) => strictest(same));
  return [...own, ...rulesOfPackets(caseFile, proceeding)].map((rule) => {
    const there = items.filter(({ document }) => document === rule.document || standsFor(document, rule.document));
    const state =
      there.length > 0 ? 'onFile' : isRecorded(caseFile, proceeding, rule.document) ? 'recorded' : 'missing';
    return { ...rule, state, items: there.map(({ id }) => id) };
  });
}

/** How many of the papers that are owed are there. */
export function papersCounted(papers: readonly FilePaper[]): { readonly there: number; readonly due: number } {
  const owed = papers.filter(({ due, handoff }) => due && handoff === null);
  return { there: owed.filter(({ state }) => state !== 'missing').length, due: owed.length };
}

/** Whether a paper belongs to the inside of a mediation by its kind: whoever is not inside is told nothing of it. */
export function isInsidePaper(document: DocumentKind): boolean {
  return document === 'mediationRecord';
}

/** Items of the proceeding's own file, and those that came with the handoff that opened it. */
function onFile(caseFile: CaseFile, { id, openedByHandoff }: Proceeding): readonly Item[] {
  const came = new Set(caseFile.handoffs[openedByHandoff ?? '']?.manifest.map(({ item }) => item) ?? []);
  return Object.values(caseFile.items).filter(
    (item) => !item.withdrawn && (item.proceeding === id || came.has(item.id)),
  );
}

function rulesOfFile(caseFile: CaseFile, proceeding: Proceeding): readonly Rule[] {
  const { channel, slot } = proceeding;
  const occasional = occasionalPapers.filter((one) => one.in(channel));
  const asked = papersDueIn(slot).filter((document) => !occasional.some((one) => one.document === document));
  return [
    ...asked.map((document): Rule => {
      const { use, basis, verified } = paperUse(document, channel) ?? unexplained;
      return { document, need: 'required', due: true, use, basis, verified, handoff: null };
    }),
    ...occasional.flatMap(({ document, need, called, use, basis, verified }): readonly Rule[] => {
      const due = called(caseFile, proceeding) || (need === 'required' && papersAskedIn(slot).includes(document));
      return need === 'required' && !due ? [] : [{ document, need, due, use, basis, verified, handoff: null }];
    }),
  ];
}

const unexplained = { use: text('案卷材料', 'A paper of the file'), basis: [], verified: 'secondary' } as const;

/** What had to come with the handoff that opened it stays part of the file. */
function rulesOfEnvelope(caseFile: CaseFile, { openedByHandoff, channel }: Proceeding): readonly Rule[] {
  const handoff = caseFile.handoffs[openedByHandoff ?? ''];
  if (handoff === undefined) return [];
  const { label, basis, verified } = handoffKinds[handoff.kind];
  return travellingPapers(caseFile, handoff).map(({ document }): Rule => {
    const use = paperUse(document, channel)?.use ?? text(`“${label.zh}”须附`, `Comes with “${label.en}”`);
    return { document, need: 'required', due: true, use, basis, verified, handoff: null };
  });
}

/** What a handoff that is being prepared must carry. */
function rulesOfPackets(caseFile: CaseFile, { id }: Proceeding): readonly Rule[] {
  return Object.values(caseFile.handoffs)
    .filter(({ fromProceeding, slot }) => fromProceeding === id && slot.value === 'drafted')
    .flatMap((handoff) => {
      const { label, basis, verified } = handoffKinds[handoff.kind];
      const use = text(`随“${label.zh}”移送`, `Travels with “${label.en}”`);
      return travellingPapers(caseFile, handoff).map(
        ({ document }): Rule => ({ document, need: 'required', due: true, use, basis, verified, handoff: handoff.id }),
      );
    });
}

/** One paper asked for twice is owed when either asks; the article of the state goes before that of the envelope. */
function strictest(same: readonly Rule[]): Rule {
  const [first] = same;
  const owed = same.find(({ due }) => due) ?? first!;
  return owed.basis.length > 0 ? owed : { ...owed, basis: same.flatMap(({ basis }) => basis) };
}

/**
 * A paper that does for another: the form of the door for an application made there, the register for an oral agreement, the
 * letter of the police or procuratorate where nobody complained.
 */
function standsFor(there: DocumentKind, wanted: DocumentKind): boolean {
  return stands[wanted]?.includes(there) ?? false;
}

const stands: { readonly [wanted in DocumentKind]?: readonly DocumentKind[] } = {
  mediationApplication: ['intakeForm'],
  mediationAgreement: ['oralAgreementRegister'],
  enforcementComplaint: ['transferLetter'],
};

/** Acts that are on record here with all that their paper would say. */
function isRecorded(caseFile: CaseFile, { id, organisation }: Proceeding, document: DocumentKind): boolean {
  const here = (type: string, when: (fact: Fact) => boolean = () => true) =>
    factsOf(caseFile, type, { proceeding: id }).some(when);
  const letter = (notice: string) =>
    ['noteLetterSent', 'noteLetterToPrint'].some((type) => here(type, ({ values }) => values.notice === notice));
  switch (document) {
    case 'intakeForm':
      return Object.values(caseFile.proceedings)[0]?.organisation === organisation;
    case 'rightsNotice':
      return here('giveRightsNotice') || letter('rightsNotice');
    case 'acceptanceNotice':
      return letter('acceptance');
    case 'consentRecord':
      return here('recordConsent');
    case 'followUpRecord':
      return here('recordReturnVisit');
    case 'performanceRecord':
      return here('recordPerformance');
    case 'serviceReceipt':
      return here('letterServed');
    default:
      return false;
  }
}
