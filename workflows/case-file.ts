import type { ChannelId } from './channels/ids.ts';
import type { DocumentKind } from './documents/kinds.ts';
import type { ItemClass } from './handoff/item-classes.ts';
import type { HandoffKindId } from './handoff/kinds.ts';
import type { RightKind, Role } from './reference.ts';
import type { Basis } from './rules/law.ts';
import type { Text } from './text.ts';

export type Id = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type LegalDate = string;

/** When a fact happened, as precisely as it is known: `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` (Asia/Shanghai). */
export type OccurredOn = string;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Things of one kind in a case file, by id. */
export type Parts<T> = Readonly<Record<Id, T>>;

/** The four fields of a machine that are kept; snapshots of the library are never stored. */
export interface MachineSlot {
  readonly machine: string;
  readonly version: number;
  readonly value: Json;
  readonly context: JsonObject;
}

/** The last step of a machine: later steps may not lie before it, and only it can be annulled. */
export interface LastStep {
  readonly seq: number;
  readonly occurredOn: OccurredOn;
}

/** How a dispute came in; fast lanes are sources, not channels. */
export type Source =
  | 'window'
  | 'telephone'
  | 'online'
  | 'committeeInitiative'
  | 'courtReferral'
  | 'departmentAssignment'
  | 'policeTransfer'
  | 'platform'
  | 'exhibition'
  | 'market'
  | 'customs'
  | 'freeTradeZone'
  | 'olderRegister';

/** What concerns the case as a whole. `revision` is the version of the last commit that changed it. */
export interface CaseHeader {
  readonly revision: number;
  readonly code: string;
  readonly openedOn: OccurredOn;
  readonly source: Source;
  /** One sentence in the words of whoever reported it. */
  readonly summary: string;
  readonly urgent: boolean;
}

/** Screening facts about the right and the dispute; null is "not asked yet". They steer routes and guards. */
export interface Right {
  readonly kind: RightKind | null;
  readonly number: string | null;
  readonly name: string | null;
}

export type DisputeKind = 'infringement' | 'contract' | 'ownership' | 'validity' | 'reward' | 'other';

/** One line of dispute: who against whom, over which right, with which relief. */
export interface Matter {
  readonly id: Id;
  readonly revision: number;
  readonly claimants: readonly Id[];
  readonly respondents: readonly Id[];
  readonly right: Right;
  readonly dispute: DisputeKind | null;
  readonly relief: readonly ('stop' | 'damages' | 'apology' | 'destroyStock' | 'other')[];
  /** Integer fen. */
  readonly amountFen: number | null;
  /** The product complained of, in the words of whoever reported it; absent where nobody named one. */
  readonly product?: string | null;
  readonly splitFrom: Id | null;
  readonly slot: MachineSlot;
  readonly lastStep: LastStep | null;
  readonly outcome: string | null;
}

/** A person of the organisation at work on a proceeding. */
export interface Assignment {
  readonly person: Id;
  readonly as: 'officer' | 'deputy';
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}

export type ClauseSubject =
  | 'payment'
  | 'stopInfringement'
  | 'destroyStock'
  | 'removeListing'
  | 'apology'
  | 'licence'
  | 'ownership'
  | 'validity'
  | 'confidentiality'
  | 'default'
  | 'other';

/** One clause of an agreement as data, so that its definiteness can be checked and its performance followed. */
export interface Clause {
  readonly subject: ClauseSubject;
  readonly obligor: Id | null;
  readonly obligee: Id | null;
  readonly act: string;
  readonly amountFen: number | null;
  readonly dueOn: LegalDate | null;
  /** Whether the account or the manner of performance is named in the paper; the number itself is no business of the case file. */
  readonly mannerNamed: boolean;
}

/** Who signed an agreement for a party, and how sure we are of it. */
export interface Signature {
  readonly party: Id;
  readonly agent: Id | null;
  readonly signedOn: LegalDate;
  readonly level: 1 | 2;
}

/** A mediation agreement over some matters of a proceeding; it takes effect by its form (PML 29, 30; OMR 19; O81 69). */
export interface Agreement {
  readonly id: Id;
  readonly number: string | null;
  readonly form: 'written' | 'oral' | 'online' | 'department';
  readonly matters: readonly Id[];
  readonly clauses: readonly Clause[];
  readonly signatures: readonly Signature[];
  readonly mediatorSignedOn: LegalDate | null;
  readonly sealedOn: LegalDate | null;
  /** Oral form: the day the mediator wrote it down. */
  readonly recordedOn: LegalDate | null;
  readonly abandoned: boolean;
}

/** What an authority's ruling orders one party to do or to leave. */
export interface Order {
  readonly id: Id;
  readonly matters: readonly Id[];
  readonly obligor: Id;
  readonly obligee: Id | null;
  readonly subject: ClauseSubject;
  readonly act: string;
  readonly dueOn: LegalDate | null;
}

/** One run of one channel at one organisation. */
export interface Proceeding {
  readonly id: Id;
  readonly revision: number;
  readonly channel: ChannelId;
  /** The custodian: the one organisation that answers for it now. */
  readonly organisation: Id;
  readonly number: string | null;
  readonly matters: readonly Id[];
  readonly assignments: readonly Assignment[];
  readonly openedOn: OccurredOn;
  readonly openedByHandoff: Id | null;
  readonly endedOn: OccurredOn | null;
  readonly slot: MachineSlot;
  readonly lastStep: LastStep | null;
  /** What became of each matter here: `settled`, `failed`, `confirmed` … ; absent while undecided. */
  readonly outcomes: Readonly<Record<Id, string>>;
  readonly agreements: Readonly<Record<Id, Agreement>>;
  /** What its ruling orders; absent where nothing was ruled. */
  readonly orders?: readonly Order[];
}

/** A line of a handoff's manifest: the item as it was when it was listed. */
export interface ManifestRow {
  readonly item: Id;
  readonly document: DocumentKind;
  readonly sha256: string | null;
  readonly pages: number | null;
  readonly class: ItemClass;
}

/** A movement between two organisations with two keys. */
export interface Handoff {
  readonly id: Id;
  readonly revision: number;
  readonly kind: HandoffKindId;
  readonly route: string | null;
  /** The channel it opens, where its kind leaves the choice (H6); absent: what the kind says. */
  readonly channel?: ChannelId;
  readonly fromOrganisation: Id;
  readonly fromProceeding: Id;
  readonly toOrganisation: Id;
  readonly matters: readonly Id[];
  /** The agreement whose confirmation is asked for (H4). */
  readonly agreement: Id | null;
  readonly manifest: readonly ManifestRow[];
  readonly note: string;
  readonly slot: MachineSlot;
  readonly lastStep: LastStep | null;
  readonly offeredOn: OccurredOn | null;
  readonly receivedOn: OccurredOn | null;
  readonly answeredOn: OccurredOn | null;
  readonly returnReason: string | null;
  /** The proceeding it opened. */
  readonly opened: Id | null;
}

export type Side = 'claimant' | 'respondent' | 'third';

/** A party of the case. Names and contacts live in the person store; the case file refers to them. */
export interface Party {
  readonly id: Id;
  readonly person: Id;
  readonly side: Side;
  readonly capacity: 'full' | 'limited' | 'none';
  readonly foreign: boolean;
  readonly serviceMethod: 'email' | 'sms' | 'post' | 'inPerson' | null;
  /** The day the party confirmed the address for service (CPLI 136-137). */
  readonly serviceConfirmedOn: LegalDate | null;
  readonly language: 'zh-CN' | 'en';
  /** Keyed hashes of what tells the person apart, to find other cases by; they go when the person is erased. */
  readonly marks?: readonly string[];
  readonly agents: readonly Agent[];
  /** Who it was called before, each until a day. */
  readonly formerPersons?: readonly { readonly person: Id; readonly until: LegalDate }[];
  /** The day it died or ended. */
  readonly endedOn?: LegalDate;
  /** The party whose place it took. */
  readonly succeeds?: Id;
}

/** Somebody who acts for a party. Only a legal representative, a guardian or an agent with special authority may settle (CPL 62). */
export interface Agent {
  readonly id: Id;
  readonly person: Id;
  readonly authority: 'legalRepresentative' | 'guardian' | 'general' | 'special';
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  /** As of a party. */
  readonly marks?: readonly string[];
  /** The power of attorney among the items, when it is on file. */
  readonly evidence: Id | null;
  /** How letters reach an agent who may receive for the party (CPL 88); absent or null: it receives none. */
  readonly receivesBy?: Party['serviceMethod'];
}

/** A paper or file of the case. */
export interface Item {
  readonly id: Id;
  readonly document: DocumentKind;
  readonly title: string;
  readonly class: ItemClass;
  /** The proceeding it came in through; for class `processPrivate` also the compartment that holds it. */
  readonly proceeding: Id;
  /** Whose paper it is (class `partyFile`). */
  readonly party: Id | null;
  readonly medium: 'file' | 'paper';
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly pages: number | null;
  /** Where it came from and who says so. */
  readonly provenance: string;
  readonly addedOn: LegalDate;
  readonly withdrawn: boolean;
}

/** A mark on an entry that the law would have had otherwise: recorded with its true date, with article and repair. */
export interface Irregularity {
  readonly code: string;
  readonly text: Text;
  readonly basis: readonly Basis[];
  readonly repair: Text | null;
}

/** A dated fact: what clocks and requirements read. Holds no names and no free text. */
export interface Fact {
  readonly id: Id;
  /** The journal entry that says so. */
  readonly seq: number;
  readonly type: string;
  readonly occurredOn: OccurredOn;
  readonly proceeding: Id | null;
  readonly matters: readonly Id[];
  readonly handoff: Id | null;
  readonly party: Id | null;
  readonly values: JsonObject;
  /** Dated by itself, not by the entry that told of it. */
  readonly ownDate?: true;
  readonly irregular: readonly Irregularity[];
  /** What the date was before corrections, oldest first. */
  readonly amendedFrom: readonly { readonly occurredOn: OccurredOn; readonly by: number }[];
  readonly annulledBy: number | null;
}

/** Everything that is true of a case now. */
export interface CaseFile {
  readonly id: Id;
  /** Counts commits; the store's compare-and-swap and nothing else. */
  readonly version: number;
  /** The last entry's number in this case's journal. */
  readonly seq: number;
  readonly header: CaseHeader;
  readonly matters: Parts<Matter>;
  readonly proceedings: Parts<Proceeding>;
  readonly handoffs: Parts<Handoff>;
  readonly parties: Parts<Party>;
  readonly items: Parts<Item>;
  readonly facts: Parts<Fact>;
}

/** The groups of {@link CaseFile} that hold parts by id; the store writes only parts that changed. */
export const partGroups = ['matters', 'proceedings', 'handoffs', 'parties', 'items', 'facts'] as const;
export type PartGroup = (typeof partGroups)[number];

/** Who acts. Staff are known by their sign-in; a party at its own door says for whom it speaks. */
export interface Actor {
  readonly person: Id;
  readonly organisation: Id | null;
  readonly roles: readonly Role[];
  /** A party of the case that speaks for itself, and how sure we are who spoke (design §7); absent for everybody else. */
  readonly speaks?: { readonly party: Id; readonly level: 0 | 1 };
  /** Colleagues this person stands in for today; never part of what is recorded. */
  readonly standsInFor?: readonly Id[];
}

export type TargetKind = 'case' | 'matter' | 'proceeding' | 'handoff';

/** What a command or an entry is about. */
export interface Target {
  readonly kind: TargetKind;
  /** The matter's, proceeding's or handoff's id; the case's own id for `case`. */
  readonly id: Id;
}

/** A case file before anything happened in it. */
export function blankCaseFile(id: Id): CaseFile {
  return {
    id,
    version: 0,
    seq: 0,
    header: { revision: 0, code: '', openedOn: '', source: 'window', summary: '', urgent: false },
    matters: {},
    proceedings: {},
    handoffs: {},
    parties: {},
    items: {},
    facts: {},
  };
}

/** Replaces one part of a group; everything else keeps its identity, so the store sees what changed. */
export function withPart<G extends PartGroup>(caseFile: CaseFile, group: G, part: CaseFile[G][string]): CaseFile {
  return { ...caseFile, [group]: { ...caseFile[group], [part.id]: part } };
}

/** Changes some fields of one part. Throws when it does not exist: only a programming error asks for it. The cast says that a part with some of its fields replaced is still that part, which the compiler cannot see through the index. */
export function patchPart<G extends PartGroup>(
  caseFile: CaseFile,
  group: G,
  id: Id,
  patch: Partial<CaseFile[G][string]>,
): CaseFile {
  const part = caseFile[group][id];
  if (part === undefined) throw new Error(`no ${group} ${id} in case ${caseFile.id}`);
  return withPart<G>(caseFile, group, { ...part, ...patch } as CaseFile[G][string]);
}

/** The day of an {@link OccurredOn}; a month counts as its first day, so that order stays comparable. */
export function dayOf(occurredOn: OccurredOn): LegalDate {
  return occurredOn.length === 7 ? `${occurredOn}-01` : occurredOn.slice(0, 10);
}

export function precisionOf(occurredOn: OccurredOn): 'month' | 'day' | 'minute' {
  if (occurredOn.length === 7) return 'month';
  return occurredOn.length === 10 ? 'day' : 'minute';
}
