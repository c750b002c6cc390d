import { plain } from '../../db/search-words.ts';
import type { Text } from '../../workflows/index.ts';
import type { AboutView, DoorView } from './door-view.ts';
import type { OrganisationView } from './names.ts';
import type { PublicStatusView } from './public-view.ts';

/** One case in the list of a party's account: what its own page says, in short. */
export interface PartyCaseRow {
  /** How addresses name it within the account. */
  readonly number: number;
  readonly caseCode: string;
  readonly side: Text;
  readonly sideId: 'claimant' | 'respondent' | 'third';
  readonly about: readonly AboutView[];
  readonly stages: readonly Text[];
  readonly holder: OrganisationView;
  readonly expects: Text;
  /** The next day that concerns this party; null: none is set. */
  readonly due: { readonly on: string; readonly label: Text } | null;
  readonly awaited: boolean;
  readonly over: boolean;
}

/** The row of one case, out of the same views as its page. */
export function partyCaseRow(
  number: number,
  sideId: PartyCaseRow['sideId'],
  status: PublicStatusView,
  view: DoorView,
): PartyCaseRow {
  const next = (status.matters.find(({ over }) => !over) ?? status.matters[0])?.whatNext;
  const dates = status.matters.flatMap(({ nextDate }) => nextDate ?? []);
  return {
    number,
    caseCode: status.caseCode,
    side: status.side,
    sideId,
    about: view.about,
    stages: [...new Map(status.matters.map(({ stage }) => [stage.zh, stage])).values()],
    holder: status.contact,
    expects: view.expected.kind === 'stage' ? (next ?? view.expected.expects) : view.expected.expects,
    due: dates.toSorted((left, right) => left.on.localeCompare(right.on))[0] ?? null,
    awaited: view.expected.kind === 'answer',
    over: status.matters.every(({ over }) => over),
  };
}

export const partyCaseStates = ['open', 'due', 'awaited', 'over', 'all'] as const;

/** What a list of a party's cases is narrowed to; `after` is `next` of the page before. */
export interface PartyCaseQuery {
  /** `open` unless said otherwise: what is not over. `due`: with a day; `awaited`: that wait for an answer. */
  readonly state?: string | undefined;
  readonly side?: string | undefined;
  /** Part of a case code, of what it is about, or of who holds it. */
  readonly text?: string | undefined;
  readonly after?: string | undefined;
}

export interface PartyCaseList {
  readonly rows: readonly PartyCaseRow[];
  /** How many fit altogether. */
  readonly count: number;
  readonly next: string | null;
}

/** A page of the list: what is due first comes first, then what waits for an answer, then the rest as it was added. */
export function partyCaseList(all: readonly PartyCaseRow[], query: PartyCaseQuery, limit: number): PartyCaseList {
  const fitting = all
    .filter((row) => isIn(row, query))
    .toSorted((left, right) => (place(left) < place(right) ? -1 : 1));
  const { after } = query;
  const rest = after === undefined || after === '' ? fitting : fitting.filter((row) => place(row) > after);
  const rows = rest.slice(0, limit);
  const last = rows.at(-1);
  return { rows, count: fitting.length, next: rest.length > limit && last !== undefined ? place(last) : null };
}

function isIn(row: PartyCaseRow, { state = 'open', side = '', text = '' }: PartyCaseQuery): boolean {
  const isWanted = {
    open: !row.over,
    due: row.due !== null,
    awaited: row.awaited,
    over: row.over,
    all: true,
  };
  if (!(Object.entries(isWanted).find(([name]) => name === state)?.[1] ?? true)) return false;
  if (side !== '' && side !== row.sideId) return false;
  const sought = plain(text);
  return sought === '' || wordsOf(row).some((words) => plain(words).includes(sought));
}

function wordsOf({ caseCode, about, holder }: PartyCaseRow): readonly string[] {
  const texts = about.flatMap(({ right, number, product }) => [
    right?.zh ?? '',
    right?.en ?? '',
    number ?? '',
    product ?? '',
  ]);
  return [caseCode, ...texts, holder.name.zh, holder.name.en];
}

/** Where a row stands: comparable as text, and different for each. */
function place({ due, awaited, number }: PartyCaseRow): string {
  return `${due?.on ?? '9999'}~${awaited ? 0 : 1}~${String(number).padStart(6, '0')}`;
}
