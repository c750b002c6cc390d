import {
  type Calendar,
  type CaseFile,
  channelLabels,
  clocksOf,
  dayOf,
  type Given,
  type Id,
  kit,
  type Matter,
  type Party,
  type Proceeding,
  ruleInForce,
  sideLabels,
  type Text,
  text,
} from '../../workflows/index.ts';
import { type OrganisationView, organisationView } from './names.ts';

/** Where one line of dispute stands, in plain words, for one party and nobody else. */
export interface PublicMatterView {
  readonly stage: Text;
  readonly holder: OrganisationView;
  readonly procedure: Text;
  readonly whatNext: Text;
  readonly nextDate: { readonly on: string; readonly label: Text } | null;
  readonly over: boolean;
}

/** What a query code opens: the party's own stage. No names, nothing from inside, nothing of other matters. */
export interface PublicStatusView {
  readonly caseCode: string;
  readonly side: Text;
  readonly openedOn: string;
  readonly matters: readonly PublicMatterView[];
  /** Whom to ring: a public number that anyone can look up. */
  readonly contact: OrganisationView;
  readonly asOf: string;
  /** The code of the case into which this one was absorbed, whose stage is shown; absent otherwise. */
  readonly continuesIn?: string;
}

/** The public page of one party; null when the party is none of this case. */
export function publicStatusView(caseFile: CaseFile, partyId: Id, given: Given): PublicStatusView | null {
  const party = caseFile.parties[partyId];
  if (party === undefined) return null;
  const matters = Object.values(caseFile.matters).filter(
    ({ claimants, respondents }) =>
      party.side === 'third' || claimants.includes(partyId) || respondents.includes(partyId),
  );
  const holders = matters.map((matter) => holderOf(caseFile, matter));
  const holder = holders.find((one) => one.endedOn === null) ?? holders[0] ?? first(caseFile);
  return {
    caseCode: caseFile.header.code,
    side: sideLabels[party.side],
    openedOn: caseFile.header.openedOn.slice(0, 10),
    matters: matters.map((matter) => matterView(caseFile, matter, party, given)),
    contact: organisationView({ given }, holder.organisation),
    asOf: given.now,
  };
}

function matterView(caseFile: CaseFile, matter: Matter, party: Party, given: Given): PublicMatterView {
  const meta = kit.meta(matter.slot);
  const holder = holderOf(caseFile, matter);
  const state = kit.states(matter.slot)[0] ?? '';
  return {
    stage: meta.publicLabel,
    holder: organisationView({ given }, holder.organisation),
    procedure: channelLabels[holder.channel],
    whatNext: (next[state] ?? nextElsewhere)[party.side],
    nextDate: nextDateOf(caseFile, matter, party, given),
    over: meta.over,
  };
}

/** Who answers for a matter: the custodian of its latest open proceeding, or of the last one. */
function holderOf(caseFile: CaseFile, matter: Matter): Proceeding {
  const runs = Object.values(caseFile.proceedings).filter((one) => one.matters.includes(matter.id));
  const undecided = runs.filter((one) => one.endedOn === null && one.outcomes[matter.id] === undefined);
  return undecided.at(-1) ?? runs.at(-1) ?? first(caseFile);
}

function first(caseFile: CaseFile): Proceeding {
  const found = Object.values(caseFile.proceedings)[0];
  if (found === undefined) throw new Error(`case ${caseFile.id} has no proceeding`);
  return found;
}

/** The next day that concerns this party; a meeting is over when its minute has passed, a time limit after its last day. */
function nextDateOf(caseFile: CaseFile, matter: Matter, party: Party, given: Given): PublicMatterView['nextDate'] {
  const minute = given.now.slice(0, 16);
  for (const { until, shown } of datesOf(caseFile, matter, party, given.calendar)) {
    if (until >= (until.length > 10 ? minute : given.today)) return shown;
  }
  return null;
}

interface ConcerningDate {
  /** A minute or a day. */
  readonly until: string;
  readonly shown: NonNullable<PublicMatterView['nextDate']>;
}

/** Case files never change in place: whose days these are stays true as long as the file is around. */
const datesFound = new WeakMap<CaseFile, Map<string, readonly ConcerningDate[]>>();

function datesOf(caseFile: CaseFile, matter: Matter, party: Party, calendar: Calendar): readonly ConcerningDate[] {
  const ofFile = datesFound.get(caseFile) ?? new Map<string, readonly ConcerningDate[]>();
  datesFound.set(caseFile, ofFile);
  const key = `${matter.id} ${party.id}`;
  const found = ofFile.get(key) ?? findDates(caseFile, matter, party, calendar);
  ofFile.set(key, found);
  return found;
}

/** Every day that concerns this party, in order: a meeting that was set, or a time limit of its own. */
function findDates(caseFile: CaseFile, matter: Matter, party: Party, calendar: Calendar): readonly ConcerningDate[] {
  const own = new Set(
    Object.values(caseFile.proceedings).flatMap((one) => (one.matters.includes(matter.id) ? [one.id] : [])),
  );
  const sessions = Object.values(caseFile.facts).flatMap(({ type, annulledBy, proceeding, values }) => {
    const at = type === 'scheduleSession' && annulledBy === null ? values.at : null;
    const isOwn = proceeding !== null && own.has(proceeding);
    return typeof at === 'string' && isOwn
      ? [{ until: at, shown: { on: at.replace('T', ' '), label: text('约定的调解时间', 'Meeting agreed for') } }]
      : [];
  });
  const limits = clocksOf(caseFile, calendar).flatMap((clock) => {
    const { rule } = ruleInForce(clock.rule, dayOf(clock.trigger.occurredOn));
    const theirs = rule.duty === 'parties' || (rule.duty === 'party' && clock.party === party.id);
    const ofMatter =
      clock.subject.kind === 'matter'
        ? clock.subject.id === matter.id
        : clock.proceeding !== null && own.has(clock.proceeding);
    return theirs && ofMatter && clock.due !== null
      ? [{ until: clock.due.slice(0, 10), shown: { on: clock.due.replace('T', ' '), label: rule.label } }]
      : [];
  });
  return [...sessions, ...limits].toSorted((left, right) => left.shown.on.localeCompare(right.shown.on));
}

type BySide = Readonly<Record<Party['side'], Text>>;

function bySide(claimant: Text, respondent: Text, third: Text = claimant): BySide {
  return { claimant, respondent, third };
}

function forAll(sentence: Text): BySide {
  return bySide(sentence, sentence);
}

const nextElsewhere = forAll(
  text(
    '请留意承办机构的通知；有疑问请拨打下方公开电话。',
    'Watch for notices of the organisation that handles it, or ring the number below.',
  ),
);

/** What a party can do or expect, by where its matter stands. Declining costs nothing, and nobody is called an infringer. */
const next: Readonly<Record<string, BySide>> = {
  triage: bySide(
    text(
      '受理机构正在确定合适的办理途径，将与您联系；您可以补充材料。',
      'The way forward is being chosen and you will be contacted; you may add papers.',
    ),
    text(
      '有人就与您有关的事项提出了申请，尚未作出任何认定。如征询您是否愿意调解，您可以同意，也可以不同意，不同意没有不利后果。',
      'Somebody has raised a matter that concerns you; nothing has been found. If asked whether you will mediate you may agree or decline; declining costs nothing.',
    ),
  ),
  inMediation: bySide(
    text(
      '调解组织会与您约定时间；您可以随时补充材料，也可以随时退出。',
      'The mediators will agree a time with you; you may add papers, or leave, at any time.',
    ),
    text(
      '调解以自愿为前提：您可以参加、可以不参加，也可以随时退出，均没有不利后果。调解中说的话不会作为对您不利的依据。',
      'Mediation is voluntary: you may take part, decline or leave at any time without any disadvantage. What you say there is not held against you.',
    ),
  ),
  unresolved: bySide(
    text(
      '您可以起诉、依约定申请仲裁、请求行政机关处理，或者再次申请调解。',
      'You may sue, go to arbitration if agreed, ask an authority to act, or ask for mediation again.',
    ),
    text(
      '目前没有需要您办理的事项；申请人另选途径的，相应机构会通知您。',
      'Nothing is asked of you now; should the claimant choose another way, that body will notify you.',
    ),
  ),
  settled: forAll(
    text(
      '请按协议履行。各方可以共同向法院申请司法确认，确认后协议具有强制执行力。',
      'Please perform the agreement. All sides together may ask the court to confirm it; once confirmed it is enforceable.',
    ),
  ),
  beingConfirmed: forAll(
    text(
      '法院正在审查协议，请留意法院的通知，并按要求到场或补充材料。',
      'The court is examining the agreement: watch for its notices and appear or add papers when asked.',
    ),
  ),
  confirmed: bySide(
    text(
      '协议已获法院确认。对方到期不履行的，您可以在期限内申请强制执行。',
      'The agreement is confirmed. If it is not performed when due, you may apply for enforcement in time.',
    ),
    text('协议已获法院确认，请按期履行。', 'The agreement is confirmed; please perform it in time.'),
  ),
  over: forAll(text('本事项已办结，没有需要您办理的事项。', 'This is concluded; nothing is asked of you.')),
};
