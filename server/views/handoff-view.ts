import {
  type Handoff,
  type HandoffKind,
  handoffKinds,
  type Id,
  kit,
  missingPapers,
  preflightOf,
  returnReasons,
  type Text,
  text,
  travelConditions,
} from '../../workflows/index.ts';
import { type ClockView, clockViews } from './clock-view.ts';
import { type ManifestRowView, manifestRowView } from './item-view.ts';
import type { Look } from './look.ts';
import { caseTitle, citation, matterLabel, type OrganisationView, organisationView } from './names.ts';
import { judgedOn, type PreflightView, preflightView } from './preflight-view.ts';
import { type AgreementView, agreementView } from './proceeding-view.ts';
import { entryView, type MarkView } from './timeline-view.ts';

export interface HandoffView {
  readonly id: Id;
  readonly revision: number;
  readonly kind: string;
  readonly label: Text;
  readonly effect: HandoffKind['effect'];
  readonly carriedBy: HandoffKind['carriedBy'];
  readonly custodyMovesOn: HandoffKind['custodyMovesOn'];
  readonly state: string;
  readonly stateLabel: Text;
  readonly open: boolean;
  readonly from: OrganisationView;
  readonly to: OrganisationView;
  readonly fromProceeding: Id;
  /** The proceeding it opened at the receiver. */
  readonly opened: Id | null;
  readonly matters: readonly Text[];
  readonly agreement: AgreementView | null;
  readonly note: string;
  readonly offeredAt: string | null;
  readonly receivedAt: string | null;
  readonly answeredAt: string | null;
  readonly returnReason: Text | null;
  /** For which reasons it may be sent back; empty: it may not, for the reason given. */
  readonly mayReturnFor: readonly { readonly value: string; readonly label: Text }[];
  readonly returnRefusedBecause: Text | null;
  readonly onSilence: Text;
  readonly answerBy: ClockView | null;
  readonly manifest: readonly ManifestRowView[];
  /** What is neither there nor missing is not needed here: the condition under which it must travel is not met. */
  readonly mustTravel: readonly {
    readonly label: Text;
    readonly onlyIf: Text | null;
    readonly there: boolean;
    readonly missing: boolean;
  }[];
  readonly mustNotTravel: readonly Text[];
  /** What a court will look at; advice, empty for other handoffs. */
  readonly preflight: readonly PreflightView[];
  readonly basis: readonly Text[];
  /** Acts of an organisation that is not on the system, recorded for it. */
  readonly marks: readonly MarkView[];
  /** The receipt; null until it was sent. */
  readonly receiptHref: string | null;
}

/** The handoffs of a case that this viewer may know, latest first. */
export function handoffViews(look: Look): readonly HandoffView[] {
  const clocks = clockViews(look);
  return Object.values(look.caseFile.handoffs)
    .filter((handoff) => look.visible.handoff(handoff.id))
    .map((handoff) => handoffViewOf(look, handoff, clocks))
    .reverse();
}

/** One handoff; null when there is none or it is not this viewer's to know. */
export function handoffView(look: Look, id: Id): HandoffView | null {
  const handoff = look.caseFile.handoffs[id];
  return handoff === undefined || !look.visible.handoff(id) ? null : handoffViewOf(look, handoff, clockViews(look));
}

function handoffViewOf(look: Look, handoff: Handoff, clocks: readonly ClockView[]): HandoffView {
  const kind: HandoffKind = handoffKinds[handoff.kind];
  const meta = kit.meta(handoff.slot);
  const state = String(handoff.slot.value);
  const missing = new Set(missingPapers(look.caseFile, handoff));
  const manifest = handoff.manifest.map((row) => manifestRowView(look, row));
  return {
    id: handoff.id,
    revision: handoff.revision,
    kind: handoff.kind,
    label: kind.label,
    effect: kind.effect,
    carriedBy: kind.carriedBy,
    custodyMovesOn: kind.custodyMovesOn,
    state,
    stateLabel: meta.label,
    open: !meta.over,
    from: organisationView(look, handoff.fromOrganisation),
    to: organisationView(look, handoff.toOrganisation),
    fromProceeding: handoff.fromProceeding,
    opened: handoff.opened,
    matters: handoff.matters.map((id) => matterLabel(look, id)),
    agreement: agreementOf(look, handoff),
    note: handoff.note,
    offeredAt: handoff.offeredOn,
    receivedAt: handoff.receivedOn,
    answeredAt: handoff.answeredOn,
    returnReason: reasonLabel(handoff.returnReason),
    mayReturnFor: kind.mayReturnFor.map((value) => ({ value, label: returnReasons[value].label })),
    returnRefusedBecause: kind.returnRefusedBecause,
    onSilence: kind.onSilence.text,
    answerBy: clocks.find(({ subject }) => subject.kind === 'handoff' && subject.id === handoff.id) ?? null,
    manifest,
    mustTravel: kind.mustTravel.map((paper) => ({
      label: paper.label,
      onlyIf: paper.onlyIf === undefined ? null : travelConditions[paper.onlyIf],
      there:
        !missing.has(paper) &&
        (paper.onlyIf === undefined || manifest.some(({ document }) => document.zh === paper.label.zh)),
      missing: missing.has(paper),
    })),
    mustNotTravel: kind.mustNotTravel,
    preflight: preflightOf(look.caseFile, handoff, judgedOn(look, handoff)).map(preflightView),
    basis: kind.basis.map(citation),
    marks: look.journal
      .filter(
        (entry) =>
          entry.envelope.target.id === handoff.id && entry.envelope.onBehalfOf !== null && look.visible.entry(entry),
      )
      .flatMap((entry) => entryView(look, entry).marks.filter(({ kind: mark }) => mark === 'onBehalf')),
    receiptHref: handoff.offeredOn === null ? null : `/cases/${look.current.id}/handoffs/${handoff.id}/receipt`,
  };
}

/** The agreement travels with the packet, so both sides read it. */
function agreementOf(look: Look, { fromProceeding, agreement }: Handoff): AgreementView | null {
  const found = agreement === null ? undefined : look.caseFile.proceedings[fromProceeding]?.agreements[agreement];
  return found === undefined ? null : agreementView(look, look.caseFile, found);
}

function reasonLabel(reason: string | null): Text | null {
  if (reason === null) return null;
  return Object.entries(returnReasons).find(([value]) => value === reason)?.[1].label ?? { zh: reason, en: reason };
}

/** The sheet both sides print and file. */
export interface ReceiptView {
  readonly title: Text;
  readonly caseCode: string;
  readonly caseTitle: Text;
  readonly handoff: HandoffView;
  readonly statement: Text;
  /** Hash of the journal entry it rests on: whoever has the journal can check the sheet. */
  readonly entryHash: string | null;
  readonly entry: number | null;
  readonly printedAt: string;
  readonly verifyTelephone: string | null;
}

/** The receipt of a handoff that was sent; null before that, or for somebody who may not know it. */
export function receiptView(look: Look, id: Id): ReceiptView | null {
  const handoff = handoffView(look, id);
  if (handoff === null || handoff.offeredAt === null) return null;
  const proof = look.journal.findLast(({ envelope, body }) => envelope.target.id === id && body?.slotAfter != null);
  const received = handoff.receivedAt;
  return {
    title: text('材料交接回执', 'Receipt of a handoff'),
    caseCode: look.current.header.code,
    caseTitle: caseTitle(look),
    handoff,
    statement:
      received === null
        ? text(
            '上列材料已发出，接收机构尚未签收。',
            'The papers listed were sent; the receiver has not signed for them yet.',
          )
        : text(
            `上列材料于 ${received.replace('T', ' ')} 由接收机构签收。`,
            `The receiver signed for the papers listed on ${received.replace('T', ' ')}.`,
          ),
    entryHash: proof?.hash ?? null,
    entry: proof?.envelope.seq ?? null,
    printedAt: look.given.now,
    verifyTelephone: handoff.from.telephone,
  };
}
