/** Sessions and hearings of a case as a calendar has them, and which of them cannot both be. */
import { isAssigned } from './access.ts';
import type { CaseFile, Fact, Id, OccurredOn, Proceeding } from './case-file.ts';
import { dataRequirement } from './command.ts';
import { factsOf } from './facts.ts';
import { hearingsOf, plannedHearing } from './hearings.ts';
import { plannedSessions } from './mediation/planned-sessions.ts';
import { type Text, text } from './text.ts';

/** A session or hearing. Where it is stands in the entry that set it, not here. */
export interface Meeting {
  /** The fact that set it, or by which it was held. */
  readonly id: Id;
  readonly kind: 'session' | 'hearing';
  readonly state: 'planned' | 'held';
  readonly proceeding: Id;
  readonly organisation: Id;
  readonly at: OccurredOn;
  /** Who handles the proceeding: officer and deputies. */
  readonly officers: readonly Id[];
  /** The parties of its matters by person and by mark: what is the same person in two cases. */
  readonly persons: readonly string[];
}

/** Every session and hearing that is set, or was held; one that was moved stands only where it is now. */
export function meetingsOf(caseFile: CaseFile): readonly Meeting[] {
  return Object.values(caseFile.proceedings)
    .flatMap((proceeding) => [...sessionsOf(caseFile, proceeding), ...hearingsIn(caseFile, proceeding)])
    .toSorted((one, other) => one.id.localeCompare(other.id));
}

function sessionsOf(caseFile: CaseFile, proceeding: Proceeding): readonly Meeting[] {
  const planned = proceeding.endedOn === null ? plannedSessions(caseFile, proceeding.id) : [];
  const held = factsOf(caseFile, 'openSession', { proceeding: proceeding.id });
  return [
    ...planned.map((fact) => meeting(caseFile, proceeding, fact, 'session', String(fact.values.at))),
    ...held.map((fact) => meeting(caseFile, proceeding, fact, 'session', null)),
  ];
}

function hearingsIn(caseFile: CaseFile, proceeding: Proceeding): readonly Meeting[] {
  const facts = hearingsOf(proceeding.channel);
  if (facts === null) return [];
  const planned = proceeding.endedOn === null ? plannedHearing(caseFile, proceeding) : null;
  const held = factsOf(caseFile, facts.holds, { proceeding: proceeding.id });
  return [
    ...(planned === null
      ? []
      : [meeting(caseFile, proceeding, lastSet(caseFile, proceeding, facts.sets), 'hearing', planned.at)]),
    ...held.map((fact) => meeting(caseFile, proceeding, fact, 'hearing', null)),
  ];
}

/** The fact that says when and where a hearing is now. */
function lastSet(caseFile: CaseFile, { id }: Proceeding, sets: string): Fact {
  return factsOf(caseFile, sets, { proceeding: id }).reduce((last, fact) => (fact.seq > last.seq ? fact : last));
}

function meeting(
  caseFile: CaseFile,
  proceeding: Proceeding,
  fact: Fact,
  kind: Meeting['kind'],
  plannedFor: OccurredOn | null,
): Meeting {
  return {
    id: fact.id,
    kind,
    state: plannedFor === null ? 'held' : 'planned',
    proceeding: proceeding.id,
    organisation: proceeding.organisation,
    at: plannedFor ?? fact.occurredOn,
    ...whoMeets(caseFile, proceeding, (plannedFor ?? fact.occurredOn).slice(0, 10)),
  };
}

/** Who would be at a meeting of a proceeding on a day. */
export function whoMeets(
  caseFile: CaseFile,
  proceeding: Proceeding,
  day: string,
): Pick<Meeting, 'officers' | 'persons'> {
  return { officers: officersOn(proceeding, day), persons: personsIn(caseFile, proceeding) };
}

function officersOn(proceeding: Proceeding, day: string): readonly Id[] {
  const people = new Set(proceeding.assignments.map(({ person }) => person));
  return [...people].filter((person) => isAssigned(proceeding, person, day)).toSorted();
}

function personsIn(caseFile: CaseFile, proceeding: Proceeding): readonly string[] {
  const parties = proceeding.matters.flatMap((id) => [
    ...(caseFile.matters[id]?.claimants ?? []),
    ...(caseFile.matters[id]?.respondents ?? []),
  ]);
  const persons = parties.flatMap((id) => {
    const party = caseFile.parties[id];
    return party === undefined ? [] : [party.person, ...(party.marks ?? [])];
  });
  return [...new Set(persons)].toSorted();
}

/** What two meetings at one time share. */
export type ClashKind = 'officer' | 'place' | 'party';

/** A meeting at the same time, by what they share; it names no case. */
export interface Clash {
  readonly kind: ClashKind;
  readonly at: OccurredOn;
}

/** What is compared of a meeting; a place of null is not known, or is none. */
export type PlacedMeeting = Pick<Meeting, 'at' | 'officers' | 'persons'> & { readonly place: string | null };

/**
 * For how many minutes a meeting is taken to last, as nobody says so when one is set: a house rule, no law. Meetings that
 * begin further apart do not meet.
 */
export const meetingMinutes = 60;

/** What two meetings share although they are at one time; empty when both can be. */
export function clashesOf(one: PlacedMeeting, other: PlacedMeeting): readonly ClashKind[] {
  if (!overlap(one.at, other.at)) return [];
  const place = roomOf(one.place);
  return [
    ...(one.officers.some((person) => other.officers.includes(person)) ? ['officer' as const] : []),
    ...(place !== null && place === roomOf(other.place) ? ['place' as const] : []),
    ...(one.persons.some((person) => other.persons.includes(person)) ? ['party' as const] : []),
  ];
}

/** Whether two moments are less than a meeting apart; a day without an hour meets nothing. */
export function overlap(one: OccurredOn, other: OccurredOn): boolean {
  if (one.length < 16 || other.length < 16) return false;
  const apart = Temporal.PlainDateTime.from(one).since(Temporal.PlainDateTime.from(other)).total('minutes');
  return Math.abs(apart) < meetingMinutes;
}

/** A place as it is compared; null for one that any number of meetings can be at. */
function roomOf(place: string | null): string | null {
  const plain = (place ?? '').normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return plain === '' || /线上|网上|在线|视频|电话|腾讯|online|video|phone/.test(plain) ? null : plain;
}

/** What is said of a clash. */
export const clashTexts: Readonly<Record<ClashKind, Text>> = {
  officer: text('同一承办人', 'the same officer'),
  place: text('同一场所', 'the same place'),
  party: text('同一当事人', 'the same party'),
};

/** Whoever sets a meeting hears of others at the same time; the organisation may have its reasons. */
export const noClash = dataRequirement({
  code: 'meeting-clashes',
  effect: 'warns',
  basis: [],
  check: ({ given }) => {
    const clashes = given.found.clashes ?? [];
    if (clashes.length === 0) return null;
    const said = (language: 'zh' | 'en') =>
      clashes
        .map(({ kind, at }) => `${at.slice(11, 16)} ${clashTexts[kind][language]}`)
        .join(language === 'zh' ? '、' : ', ');
    return {
      text: text(
        `本机构同一时段已安排其他会议或开庭：${said('zh')}。`,
        `Other sessions or hearings of your organisation are set for this time: ${said('en')}.`,
      ),
      instead: text('可以改到别的时间或场所。', 'Another time or place would do.'),
      field: 'at',
    };
  },
});
