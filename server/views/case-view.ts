import { type CaseMoment, type Id, kit, sourceLabels, type Text } from '../../workflows/index.ts';
import { type ClockView, clockViews } from './clock-view.ts';
import { type ConferenceView, conferenceViews } from './conference-view.ts';
import { type GoodsView, goodsView } from './goods-view.ts';
import { type HandoffView, handoffViews } from './handoff-view.ts';
import { type ItemView, itemViews } from './item-view.ts';
import { type LetterView, letterViews } from './letter-view.ts';
import { type LimitationView, limitationViews } from './limitation-view.ts';
import type { Look } from './look.ts';
import { caseTitle } from './names.ts';
import { type OfferView, offerViews } from './offer-view.ts';
import { orderViews, type RulingOrdersView } from './orders-view.ts';
import { type FileView, fileViews } from './papers-view.ts';
import { type PartyView, partyViews } from './party-view.ts';
import { type MatterView, matterViews } from './path-view.ts';
import { type ProceedingView, proceedingViews } from './proceeding-view.ts';
import { type TaskView, taskViews } from './task-view.ts';
import { type EntryView, timelineView } from './timeline-view.ts';

/** A case as one viewer may see it: what the API answers and the case page shows. */
export interface CaseView {
  readonly id: Id;
  readonly code: string;
  readonly title: Text;
  /** The revision of the case's own header. */
  readonly revision: number;
  readonly openedOn: string;
  readonly source: Text;
  /** In the words of whoever reported it; only for organisations that hold a proceeding. */
  readonly summary: string | null;
  readonly urgent: boolean;
  readonly over: boolean;
  /** Set when this is the case as it stood at an earlier moment. */
  readonly moment: CaseMoment | null;
  readonly matters: readonly MatterView[];
  readonly proceedings: readonly ProceedingView[];
  readonly clocks: readonly ClockView[];
  readonly limitation: readonly LimitationView[];
  readonly commands: readonly OfferView[];
  readonly handoffs: readonly HandoffView[];
  readonly parties: readonly PartyView[];
  readonly items: readonly ItemView[];
  /** How complete the files are that the viewer's organisation keeps. */
  readonly files: readonly FileView[];
  readonly goods: GoodsView;
  /** What administrative rulings ordered, with stays and what followed. */
  readonly orders: readonly RulingOrdersView[];
  readonly conferences: readonly ConferenceView[];
  readonly letters: readonly LetterView[];
  readonly tasks: readonly TaskView[];
  readonly timeline: readonly EntryView[];
}

/** Builds the whole view of a case. Pure: the same look gives the same view. */
export function caseView(look: Look): CaseView {
  const { caseFile, visible, moment } = look;
  const { header } = caseFile;
  const holds = Object.keys(caseFile.proceedings).some((id) => visible.fully(id));
  return {
    id: caseFile.id,
    code: header.code,
    title: caseTitle(look),
    revision: header.revision,
    openedOn: header.openedOn,
    source: sourceLabels[header.source],
    summary: holds ? header.summary : null,
    urgent: header.urgent,
    over: Object.values(caseFile.matters).every((matter) => kit.meta(matter.slot).over),
    moment,
    matters: matterViews(look),
    proceedings: proceedingViews(look),
    clocks: clockViews(look),
    limitation: limitationViews(look),
    commands: offerViews(look),
    handoffs: handoffViews(look),
    parties: partyViews(look),
    items: itemViews(look),
    files: fileViews(look),
    goods: goodsView(look),
    orders: orderViews(look),
    conferences: conferenceViews(look),
    letters: letterViews(look),
    tasks: taskViews(look),
    timeline: timelineView(look),
  };
}
