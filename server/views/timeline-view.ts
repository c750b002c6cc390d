import {
  citeAll,
  commands,
  type Entry,
  type Envelope,
  type Id,
  kit,
  sideLabels,
  statementLevels,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { type OrganisationView, organisationView, same, staffName } from './names.ts';
import { type DetailRow, detailsOf } from './rows.ts';

/** A sign on an entry, with what it means here. */
export interface MarkView {
  readonly kind: 'irregular' | 'corrected' | 'annulled' | 'onBehalf' | 'ownWord' | 'compartment' | 'system' | 'removed';
  readonly note: Text | null;
}

export interface EntryView {
  readonly seq: number;
  readonly kind: Envelope['kind'];
  readonly type: string;
  readonly label: Text;
  readonly target: Envelope['target'];
  readonly proceeding: Id | null;
  readonly occurredOn: string;
  readonly precision: Envelope['precision'];
  readonly recordedAt: string;
  /** `person` is null for the program itself, and where somebody without an account spoke. */
  readonly actor: { readonly person: Id | null; readonly name: string; readonly organisation: OrganisationView | null };
  readonly causedBy: number | null;
  readonly corrects: number | null;
  /** The state a step led to. */
  readonly state: Text | null;
  readonly marks: readonly MarkView[];
  readonly details: readonly DetailRow[];
}

/** The journal as this viewer may read it, latest legal date first. */
export function timelineView(look: Look): readonly EntryView[] {
  const shown = new Set(Object.values(look.caseFile.facts).map(({ seq }) => seq));
  return look.journal
    .filter((entry) => look.visible.entry(entry) && (look.moment === null || shown.has(entry.envelope.seq)))
    .map((entry) => entryView(look, entry))
    .toSorted((left, right) => right.occurredOn.localeCompare(left.occurredOn) || right.seq - left.seq);
}

export function entryView(look: Look, entry: Entry): EntryView {
  const { envelope, body } = entry;
  const readable = look.visible.body(entry);
  const slot = readable ? (body?.slotAfter ?? null) : null;
  const { actor } = envelope;
  return {
    seq: envelope.seq,
    kind: envelope.kind,
    type: envelope.type,
    label: commands[envelope.type]?.label ?? same(envelope.type),
    target: envelope.target,
    proceeding: envelope.proceeding,
    occurredOn: dateNow(look, entry),
    precision: envelope.precision,
    recordedAt: envelope.recordedAt,
    actor: {
      person: staffName(look, actor.person) === '' ? null : actor.person,
      name: staffName(look, actor.person),
      organisation: actor.organisation === null ? null : organisationView(look, actor.organisation),
    },
    causedBy: envelope.causedBy,
    corrects: envelope.corrects,
    state: slot === null ? null : kit.meta(slot).label,
    marks: marksOf(look, entry, readable),
    details: readable ? detailsOf(look, entry) : [],
  };
}

/** The legal date as it stands after the corrections that were known at the moment that is looked at. */
function dateNow({ caseFile }: Look, { envelope }: Entry): string {
  return caseFile.facts[`${envelope.seq}-0`]?.occurredOn ?? envelope.occurredOn;
}

function marksOf(look: Look, { envelope, body, removal }: Entry, readable: boolean): readonly MarkView[] {
  const marks: MarkView[] = [];
  const fact = look.caseFile.facts[`${envelope.seq}-0`];
  if (envelope.actor.roles.includes('system')) marks.push({ kind: 'system', note: null });
  if (envelope.onBehalfOf !== null) {
    const name = organisationView(look, envelope.onBehalfOf).name;
    const proof = readable ? (body?.evidence ?? null) : null;
    const suffix = (label: string) => (proof === null ? '' : label + evidenceName(look, proof));
    marks.push({
      kind: 'onBehalf',
      note: text(`代${name.zh}记录${suffix('，凭据：')}`, `Recorded for ${name.en}${suffix('; evidence: ')}`),
    });
  }
  const { speaks } = envelope.actor;
  if (speaks !== undefined) {
    const side = sideLabels[look.current.parties[speaks.party]?.side ?? 'third'];
    const level = statementLevels[speaks.level];
    marks.push({ kind: 'ownWord', note: text(`${side.zh}，${level.zh}`, `${side.en}; ${level.en}`) });
  }
  for (const irregular of readable ? (body?.irregular ?? []) : []) {
    const repair = irregular.repair ?? same('');
    const said = (language: 'zh' | 'en') =>
      `${irregular.text[language]}${language === 'zh' ? '' : ' '}${citeAll(irregular.basis, language)} ${repair[language]}`.trim();
    marks.push({ kind: 'irregular', note: { zh: said('zh'), en: said('en') } });
  }
  const first = fact?.amendedFrom[0];
  if (first !== undefined) {
    const before = first.occurredOn.replace('T', ' ');
    marks.push({ kind: 'corrected', note: text(`原记日期 ${before}`, `First recorded as ${before}`) });
  }
  if (fact?.annulledBy != null) {
    marks.push({
      kind: 'annulled',
      note: text(`被第 ${fact.annulledBy} 条撤销`, `Annulled by entry ${fact.annulledBy}`),
    });
  }
  if (envelope.compartment !== null) marks.push({ kind: 'compartment', note: null });
  if (removal !== null) marks.push({ kind: 'removed', note: same(removal.ground) });
  return marks;
}

/** Evidence is the id of an item, or a note of its own; the title of a paper that is not open to this viewer stays out. */
function evidenceName({ current, visible }: Look, evidence: string): string {
  const item = current.items[evidence];
  if (item === undefined) return evidence;
  return visible.item(evidence) ? item.title : '—';
}

/** What happened to a thing since a revision that somebody had seen, and who did it, as far as this viewer may know. */
export function changesSince(look: Look, target: Envelope['target'], revision: number): readonly EntryView[] {
  let version = 0;
  const later = look.journal.filter(({ envelope }) => {
    // Every commit has one entry that nothing caused: counting those counts commits.
    if (envelope.causedBy === null) version += 1;
    return version > revision;
  });
  return later
    .filter(({ envelope }) => envelope.target.id === target.id || envelope.proceeding === target.id)
    .filter((entry) => look.visible.entry(entry))
    .map((entry) => entryView(look, entry));
}
