import type { Id, LegalDate, OccurredOn } from '../case-file.ts';
import { type Text, text } from '../text.ts';
import type { StepFields, StepLetter } from './step-letter.ts';
import { type StepNoticeId, stepLetters } from './step-letters.ts';

/** What each kind of letter says beside its words. Public names, dates, numbers and codes; never a name or an address of a party. */
export type NoticeFields = OwnFields & { readonly [Id in StepNoticeId]: StepFields };

interface OwnFields {
  readonly acceptance: { readonly number: string | null; readonly acceptedOn: LegalDate };
  readonly invitation: {
    /** Right and number in neutral words, one per matter. */
    readonly rights: readonly Text[];
    readonly mediators: readonly string[];
    /** The court that asked for the mediation; absent where a party did. */
    readonly referredBy?: Text;
    /** The organisation may charge for its work (CMR 16); absent where mediation is free. */
    readonly mayCharge?: true;
  };
  readonly rightsNotice: { readonly number: string | null };
  readonly mediatorNamed: { readonly mediators: readonly string[] };
  readonly sessionSet: SessionFields;
  readonly sessionMoved: SessionFields & { readonly before: OccurredOn };
  readonly agreementEffective: {
    readonly effectiveOn: LegalDate;
    readonly lastDay: LegalDate;
    readonly provisional: boolean;
    /** The article the last day rests on. */
    readonly basis: Text;
    /** A date was corrected: this letter takes the place of an earlier one. */
    readonly corrected: boolean;
  };
  readonly rulingRecorded: {
    readonly ruledOn: LegalDate;
    readonly number: string | null;
    readonly result: 'confirmed' | 'rejected';
  };
  readonly handoffOffered: HandoffFields;
  readonly handoffReturned: HandoffFields & { readonly reason: Text };
  readonly handoffUnanswered: HandoffFields & { readonly lapsed: boolean };
  readonly clockWarning: {
    readonly clock: Text;
    readonly due: OccurredOn;
    readonly provisional: boolean;
    readonly basis: Text;
  };
  readonly weeklyDigest: {
    readonly week: LegalDate;
    readonly tasks: number;
    readonly handoffs: number;
    readonly clocks: readonly { readonly code: string; readonly clock: Text; readonly due: OccurredOn }[];
  };
}

interface SessionFields {
  readonly at: OccurredOn;
  readonly place: string | null;
  /** The same for a session and all its later dates, so that calendars replace it. */
  readonly session: Id;
  readonly sequence: number;
}

interface HandoffFields {
  readonly kind: Text;
  readonly from: Text;
  readonly to: Text;
  readonly offeredOn: OccurredOn | null;
}

export type NoticeId = keyof NoticeFields;

/** Who a letter is for. Where it goes is looked up when it is sent: an address may be confirmed meanwhile. */
export type Recipient =
  | {
      readonly kind: 'party';
      readonly party: Id;
      /** The agent who receives for the party (CPL 88); absent: the party itself. */
      readonly agent?: Id;
    }
  | { readonly kind: 'organisation'; readonly organisation: Id }
  | { readonly kind: 'officer'; readonly person: Id; readonly organisation: Id };

/** A letter as a commit leaves it in the outbox: template and fields, no names, no addresses, no query code. */
export interface LetterDraft<Notice extends NoticeId = NoticeId> {
  readonly id: Id;
  /** Null for a digest, which is about no one case. */
  readonly caseId: Id | null;
  readonly proceeding: Id | null;
  readonly handoff: Id | null;
  readonly notice: Notice;
  /** Who writes. */
  readonly organisation: Id;
  readonly recipient: Recipient;
  readonly language: 'zh-CN' | 'en';
  readonly fields: LetterHead & NoticeFields[Notice];
}

/** What every letter begins and ends with. */
export interface LetterHead {
  readonly caseCode: string;
  readonly writer: Text;
}

/** A letter in words, still with placeholders. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** One sentence without a full stop, for a text message; holds no code and no name. */
  readonly short: string;
  readonly calendar: CalendarDraft | null;
}

/** A session for the recipient's calendar; `at` is Asia/Shanghai. */
export interface CalendarDraft {
  readonly session: Id;
  readonly sequence: number;
  readonly at: OccurredOn;
  readonly summary: string;
  readonly place: string | null;
  /** It does not take place: calendars take it out. */
  readonly cancelled?: boolean;
}

/** Values that stand in no stored letter: they are put in when it is sent or printed. */
export const placeholders = {
  recipient: '{{recipient}}',
  represented: '{{represented}}',
  address: '{{address}}',
  claimants: '{{claimants}}',
  queryCode: '{{queryCode}}',
  statusAddress: '{{statusAddress}}',
  telephone: '{{telephone}}',
} as const;
export type Placeholder = keyof typeof placeholders;

/** Placeholders whose values are somebody's own: kept in files, filled only towards that person. */
export const sensitivePlaceholders: readonly Placeholder[] = [
  'recipient',
  'represented',
  'address',
  'claimants',
  'queryCode',
];

/** Puts values into a text; a placeholder without a value stays visible. */
export function fillPlaceholders(words: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name as Placeholder] : undefined;
    return value ?? whole;
  });
}

/** What each kind of letter is called, on the case page and in the journal. */
export const noticeLabels: Readonly<Record<NoticeId, Text>> = {
  ...ofRows(({ label }) => label),
  acceptance: text('受理通知', 'Notice of acceptance'),
  invitation: text('调解邀请', 'Invitation to mediation'),
  rightsNotice: text('权利义务告知', 'Notice of rights and duties'),
  mediatorNamed: text('调解员告知', 'Notice of the mediator'),
  sessionSet: text('调解会议通知', 'Notice of a session'),
  sessionMoved: text('调解会议改期通知', 'Notice of a moved session'),
  agreementEffective: text('协议生效及申请司法确认告知', 'Agreement in effect, and the time to ask for confirmation'),
  rulingRecorded: text('司法确认结果告知', 'Result of judicial confirmation'),
  handoffOffered: text('移送到达提醒', 'A handoff has arrived'),
  handoffReturned: text('移送退回提醒', 'A handoff was returned'),
  handoffUnanswered: text('移送未答复提醒', 'A handoff is unanswered'),
  clockWarning: text('期限临近提醒', 'A time limit is near'),
  weeklyDigest: text('每周工作摘要', 'Weekly digest'),
};

/** Notices about a session are of no use once it is over; the others keep until the proceeding ends, or for good. */
export const noticeKeeps: Readonly<Record<NoticeId, 'untilSession' | 'untilEnd' | 'forGood'>> = {
  ...ofRows(({ keeps }) => keeps),
  acceptance: 'untilEnd',
  invitation: 'untilEnd',
  rightsNotice: 'untilEnd',
  mediatorNamed: 'untilEnd',
  sessionSet: 'untilSession',
  sessionMoved: 'untilSession',
  agreementEffective: 'forGood',
  rulingRecorded: 'forGood',
  handoffOffered: 'forGood',
  handoffReturned: 'forGood',
  handoffUnanswered: 'forGood',
  clockWarning: 'forGood',
  weeklyDigest: 'forGood',
};

/** One thing of every letter that a channel declares as a row. The keys stay those of the rows, which the compiler cannot follow. */
function ofRows<T>(pick: (row: StepLetter) => T): Readonly<Record<StepNoticeId, T>> {
  return Object.fromEntries(Object.entries(stepLetters).map(([id, row]) => [id, pick(row)])) as Record<StepNoticeId, T>;
}

/** Whether a stored name is a notice of this program. */
export function isNotice(name: string): name is NoticeId {
  return Object.hasOwn(noticeLabels, name);
}
