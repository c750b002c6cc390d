import { type GoodsEvent, goodsEvents, type Id, type Text, text } from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { type OrganisationView, organisationView, same } from './names.ts';
import { type DetailRow, detailsOf } from './rows.ts';
import { type StandingEntry, standingEntries } from './standing-entries.ts';
import { entryView, type MarkView } from './timeline-view.ts';

/** One line of a lot's record of custody. */
export interface CustodyLineView {
  /** The entry of the journal that says so. */
  readonly entry: number;
  readonly on: string;
  readonly event: GoodsEvent;
  readonly label: Text;
  readonly holder: OrganisationView;
  readonly quantity: number | null;
  readonly place: string | null;
  readonly marks: readonly MarkView[];
}

/** A lot of goods with its chain of custody, as far as this viewer may read it. */
export interface LotView {
  /** The list of goods that names the lot. */
  readonly item: Id;
  readonly title: Text;
  /** Who has it by the last line that is shown; null when nobody does any more. */
  readonly holder: OrganisationView | null;
  readonly lines: readonly CustodyLineView[];
}

/** A measure over goods: detention, sealing, seizure, preservation, what an organiser or a market did, and how it ended. */
export interface GoodsMeasureView {
  readonly entry: number;
  readonly on: string;
  readonly label: Text;
  readonly details: readonly DetailRow[];
  readonly marks: readonly MarkView[];
}

export interface GoodsView {
  readonly lots: readonly LotView[];
  readonly measures: readonly GoodsMeasureView[];
}

/** The steps that take hold of goods or let go of them, at customs, at a show, in a market, by an authority. */
const measures: readonly string[] = [
  'recordDetention',
  'recordCustomsFinding',
  'recordCourtAssistance',
  'recordGoodsRelease',
  'recordExhibitionMeasure',
  'recordMarketComplaint',
  'takeMeasure',
  'extendMeasure',
  'endMeasure',
  'preserveEvidence',
  'decidePreservedEvidence',
];

/** The last events of a record: nobody holds the goods any more. */
const last: readonly GoodsEvent[] = ['returned', 'released', 'destroyed'];

/** The goods of a case and what was done with them. Whoever does not hold the proceeding sees nothing, not even a lot. */
export function goodsView(look: Look): GoodsView {
  const standing = standingEntries(look);
  const custody = standing.filter(({ entry }) => entry.envelope.type === 'recordGoodsCustody');
  const lots = Map.groupBy(custody, ({ entry }) => String(entry.body?.data.lot));
  return {
    lots: [...lots].map(([item, lines]) => lotView(look, item, lines)),
    measures: standing
      .filter(({ entry }) => measures.includes(entry.envelope.type))
      .map((one) => measureView(look, one)),
  };
}

function lotView(look: Look, item: Id, entries: readonly StandingEntry[]): LotView {
  const lines = entries.map((one) => lineView(look, one));
  const now = lines.at(-1);
  return {
    item,
    title: titleOf(look, item),
    holder: now === undefined || last.includes(now.event) ? null : now.holder,
    lines,
  };
}

/** The list may have been reclassified or withdrawn from the viewer since; the lot stays, without its name. */
function titleOf({ current, visible }: Look, item: Id): Text {
  const found = current.items[item];
  return found === undefined || !visible.item(item) ? text('涉案物品', 'Goods in dispute') : same(found.title);
}

function lineView(look: Look, { entry, on }: StandingEntry): CustodyLineView {
  const { event, holder, quantity, place } = entry.body?.data ?? {};
  // The command takes one of the list of events and nothing else.
  const what = event as GoodsEvent;
  return {
    entry: entry.envelope.seq,
    on,
    event: what,
    label: goodsEvents[what],
    holder: organisationView(look, String(holder)),
    quantity: typeof quantity === 'number' ? quantity : null,
    place: typeof place === 'string' ? place : null,
    marks: entryView(look, entry).marks,
  };
}

function measureView(look: Look, { entry, on }: StandingEntry): GoodsMeasureView {
  const { label, marks } = entryView(look, entry);
  return { entry: entry.envelope.seq, on, label, details: detailsOf(look, entry), marks };
}
