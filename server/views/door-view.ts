import type { CaseFile } from '../../workflows/index.ts';
import {
  callBackBy,
  channelOf,
  commands,
  factsOf,
  type Given,
  type Id,
  latestFact,
  mattersOfParty,
  openPartyWords,
  type Party,
  type Proceeding,
  rightKindLabels,
  type Text,
  text,
} from '../../workflows/index.ts';
import { type OrganisationView, organisationView, quoted, same } from './names.ts';

/** What a dispute is about, in neutral words: nobody is an infringer before a decision. */
export interface AboutView {
  readonly right: Text | null;
  readonly number: string | null;
  readonly product: string | null;
}

/** What is expected of a party now, and what follows from doing nothing and from declining. */
export interface ExpectedView {
  readonly expects: Text;
  readonly byWhen: Text;
  readonly silence: Text;
  readonly declining: Text | null;
  /** `answer`: one of the party is awaited. `mediation`: one goes on. `stage`: only what the stage of the matter says. */
  readonly kind: 'answer' | 'mediation' | 'stage';
}

/** One thing the party said itself. Holds nothing of what it said: the page may be in other hands. */
export interface SaidView {
  readonly label: Text;
  readonly on: string;
}

/** What the own page of a party says beside its stage. No names but those of mediators, nothing from inside. */
export interface DoorView {
  readonly about: readonly AboutView[];
  /** Who conducts the mediation; empty while nobody is named, or there is none. */
  readonly mediators: readonly string[];
  /** What it costs; null where there is no mediation. */
  readonly cost: Text | null;
  /** When the next session is set for, and the number of the entry that says where. */
  readonly session: { readonly at: string; readonly entry: number } | null;
  readonly expected: ExpectedView;
  readonly said: readonly SaidView[];
  /** Who rings, and by when, for a party that asked to be called. */
  readonly call: { readonly by: string; readonly who: Text } | null;
}

/** The own page of one party of a case. */
export function doorView(caseFile: CaseFile, party: Party, given: Given): DoorView {
  const own = mattersOfParty(caseFile, party.id);
  const matters = Object.values(caseFile.matters).filter(({ id }) => own.has(id));
  const runs = Object.values(caseFile.proceedings).filter((one) => one.matters.some((id) => own.has(id)));
  const mediation = runs.findLast(({ channel }) => channelOf(channel)?.family === 'mediation') ?? null;
  return {
    about: matters.map(({ right, product }) => ({
      right: right.kind === null ? (right.name === null ? null : same(right.name)) : named(right.kind, right.name),
      number: right.number,
      product: product ?? null,
    })),
    mediators: mediation === null ? [] : mediatorsOf(mediation, given),
    cost: mediation === null || mediation.endedOn !== null ? null : costOf(mediation),
    session: sessionOf(caseFile, mediation, given),
    expected: expectedOf(caseFile, party, mediation),
    said: saidBy(caseFile, party.id),
    call: callTo(caseFile, party.id, given),
  };
}

function named(kind: keyof typeof rightKindLabels, name: string | null): Text {
  const label = rightKindLabels[kind];
  return name === null ? label : text(`${label.zh}${quoted(name)}`, `${label.en} ${quoted(name)}`);
}

function mediatorsOf({ assignments }: Proceeding, { reference }: Given): readonly string[] {
  return assignments
    .filter((one) => one.to === null && one.as === 'officer')
    .flatMap((one) => reference.officers[one.person]?.name ?? []);
}

function costOf({ channel }: Proceeding): Text {
  return channel === 'commercialMediation'
    ? text(
        '商事调解可以收取费用：是否收取、标准和由谁承担须事先书面告知，未经您同意不向您收取。',
        'A commercial mediator may charge: whether, how much and to whom is told in writing first, and nothing is charged to you without your consent.',
      )
    : text(
        '免费。任何人以调解名义收费，请拒绝并致电核实。',
        'Free of charge. Should anybody ask for money, refuse and ring us.',
      );
}

function sessionOf(caseFile: CaseFile, mediation: Proceeding | null, { now }: Given): DoorView['session'] {
  if (mediation === null || mediation.endedOn !== null) return null;
  const fact = latestFact(caseFile, 'scheduleSession', { proceeding: mediation.id });
  const at = fact?.values.at;
  if (fact === null || typeof at !== 'string' || at < now.slice(0, 16)) return null;
  return { at: at.replace('T', ' '), entry: fact.seq };
}

function saidBy(caseFile: CaseFile, party: Id): readonly SaidView[] {
  return Object.values(caseFile.facts)
    .filter((fact) => fact.party === party && fact.values.byParty !== undefined && fact.annulledBy === null)
    .map((fact) => ({ label: labelOf(fact.type, fact.values.answer), on: fact.occurredOn.replace('T', ' ') }))
    .reverse();
}

function labelOf(type: string, answer: unknown): Text {
  if (type === 'recordConsent') {
    return answer === 'agrees' ? text('同意参加调解', 'Agreed to mediate') : text('不参加调解', 'Declined to mediate');
  }
  return saidLabels[type] ?? commands[type]?.label ?? same(type);
}

const saidLabels: Readonly<Record<string, Text>> = {
  addItem: text('上传了材料', 'Uploaded a paper'),
  recordDefence: text('说明了理由', 'Gave a defence'),
};

function callTo(caseFile: CaseFile, party: Id, given: Given): DoorView['call'] {
  const word = openPartyWords(caseFile).findLast(({ fact }) => fact.type === 'askForCall' && fact.party === party);
  if (word === undefined) return null;
  const [mediator] = mediatorsOf(word.proceeding, given);
  const holder: OrganisationView = organisationView({ given }, word.proceeding.organisation);
  return {
    by: callBackBy(word.fact.occurredOn.slice(0, 10), given.calendar),
    who: mediator === undefined ? holder.name : text(`${holder.name.zh} ${mediator}`, `${mediator}, ${holder.name.en}`),
  };
}

const noTerm = text(
  '法律没有规定答复期限；早答复便于安排。',
  'No law sets a time; an early answer helps to arrange things.',
);
const nothingOwed = text('没有需要您办理的期限。', 'There is no time limit for you.');
const nothingFollows = text(
  '没有不利后果；有新的进展会通知您。',
  'Nothing bad follows; you are told of what comes next.',
);

const declining = text(
  '不参加没有任何不利后果，不表示承认任何事情；申请人可以另行仲裁、请求行政机关处理或者起诉，您在那些程序中的权利不受影响。',
  'Declining has no adverse consequence and admits nothing. The claimant may go to arbitration, to an authority or to court, and your rights there stay whole.',
);

/** In the order of the questions people ask: what do you want of me, by when, and if I do not? */
function expectedOf(caseFile: CaseFile, party: Party, mediation: Proceeding | null): ExpectedView {
  const isOpen =
    mediation !== null &&
    mediation.endedOn === null &&
    mediation.matters.some((id) => mediation.outcomes[id] === undefined);
  if (!isOpen || mediation === null) {
    return {
      expects: text(
        '按上面“接下来”的说明办理；没有写明的，不需要您做什么。',
        'See “What comes next” above; otherwise nothing is asked of you.',
      ),
      byWhen: nothingOwed,
      silence: nothingFollows,
      declining: null,
      kind: 'stage',
    };
  }
  if (party.side === 'claimant') {
    return {
      expects: text('可以补充材料、提议调解时间。', 'You may add papers and propose times.'),
      byWhen: nothingOwed,
      silence: text(
        '调解照常进行；需要您到场的，会事先通知。',
        'The mediation goes on; you are told beforehand when you are needed.',
      ),
      declining: text(
        '您可以随时退出调解，另行仲裁、请求行政机关处理或者起诉。',
        'You may leave at any time and go to arbitration, to an authority or to court.',
      ),
      kind: 'mediation',
    };
  }
  return { ...respondentExpected(caseFile, party, mediation), declining };
}

function respondentExpected(caseFile: CaseFile, party: Party, { id }: Proceeding): Omit<ExpectedView, 'declining'> {
  const answer = factsOf(caseFile, 'recordConsent', { proceeding: id, party: party.id }).at(-1)?.values.answer;
  if (answer === 'agrees') {
    return {
      expects: text(
        '您已同意参加。可以提议时间、提交材料、说明理由。',
        'You agreed to take part. You may propose times, hand in papers and give your side.',
      ),
      byWhen: nothingOwed,
      silence: text('调解组织会与您约定时间。', 'The mediators will agree a time with you.'),
      kind: 'mediation',
    };
  }
  if (answer === 'refuses') {
    return {
      expects: text('您已答复不参加，不需要再做什么。', 'You declined; nothing more is asked of you.'),
      byWhen: nothingOwed,
      silence: nothingFollows,
      kind: 'mediation',
    };
  }
  return {
    expects: text('请答复是否愿意参加调解。', 'Please say whether you are willing to mediate.'),
    byWhen: noTerm,
    kind: 'answer',
    silence: text(
      '不答复不算同意，也不算承认。调解组织可能再次联系您，也可能结束调解；申请人可以另走其他途径。',
      'Silence is neither consent nor admission. The mediators may ask again or end the mediation, and the claimant may go another way.',
    ),
  };
}
