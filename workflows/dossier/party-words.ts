/** What parties said or asked for, until somebody has dealt with it. */
import type { CaseFile, Fact, Id, Proceeding } from '../case-file.ts';
import { channelOf } from '../channels/index.ts';
import { command, stateRequirement } from '../command.ts';
import { oneOf, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { type Text, text } from '../text.ts';

interface Kind {
  /** What the desk is asked to do. Holds nothing of what was said inside a mediation. */
  readonly asks: Text;
  /** Facts that answer it when they come later; of the same party where they name one. */
  readonly answeredBy: readonly string[];
  /** A later one of the same party takes its place. */
  readonly replaced?: true;
  /** Stands also when somebody at the desk wrote it down for the party. */
  readonly alsoWritten?: true;
  /** Outlives its proceeding. */
  readonly outlives?: true;
}

const wentOn = [
  'acceptMediation',
  'declineMediation',
  'assignMediator',
  'scheduleSession',
  'openSession',
  'endMediation',
  'withdrawApplication',
];

const statement: Kind = {
  asks: text('当事人提交了新的陈述，请在案卷中查看', 'A party has stated something new: read it in the file'),
  answeredBy: [],
};

const kinds: Readonly<Record<string, Kind>> = {
  askForCall: {
    asks: text('回电', 'Call back'),
    answeredBy: ['recordContact'],
    replaced: true,
    alsoWritten: true,
    outlives: true,
  },
  recordConsent: {
    asks: text('当事人答复了是否参加调解，请据此办理', 'A party answered whether it will mediate: act on it'),
    answeredBy: wentOn,
    replaced: true,
  },
  proposeTime: {
    asks: text('当事人提议了调解时间，请安排或者回复', 'A party proposed times: set a session or reply'),
    answeredBy: ['scheduleSession'],
    replaced: true,
    alsoWritten: true,
  },
  askForMediator: {
    asks: text('当事人请求更换调解员，请决定并告知', 'A party asks for another mediator: decide and tell it'),
    answeredBy: ['assignMediator'],
    replaced: true,
    alsoWritten: true,
  },
  recordDefence: statement,
  nameSupplier: { ...statement, alsoWritten: true },
  addItem: { asks: text('当事人上传了材料，请查看', 'A party uploaded a paper: look at it'), answeredBy: [] },
  tellPerformance: {
    asks: text('当事人说明了履行情况，请核实', 'A party told of performance: check it'),
    answeredBy: ['recordPerformance', 'recordReturnVisit'],
    replaced: true,
    alsoWritten: true,
    outlives: true,
  },
};

/** Something a party said that waits for somebody. */
export interface PartyWord {
  readonly fact: Fact;
  readonly proceeding: Proceeding;
  readonly asks: Text;
}

/** What parties said and nobody has dealt with yet, oldest first. */
export function openPartyWords(caseFile: CaseFile): readonly PartyWord[] {
  const facts = Object.values(caseFile.facts).filter((fact) => fact.annulledBy === null);
  const settled = new Set(facts.filter(({ type }) => type === 'settlePartyWord').map(({ values }) => values.word));
  return facts.flatMap((fact) => {
    const kind = Object.hasOwn(kinds, fact.type) ? kinds[fact.type] : undefined;
    const proceeding = caseFile.proceedings[fact.proceeding ?? ''];
    if (kind === undefined || proceeding === undefined || settled.has(fact.id)) return [];
    if (fact.values.byParty === undefined && kind.alsoWritten !== true) return [];
    if (proceeding.endedOn !== null && kind.outlives !== true) return [];
    return facts.some((later) => answers(later, fact, kind)) ? [] : [{ fact, proceeding, asks: kind.asks }];
  });
}

function answers(later: Fact, word: Fact, { answeredBy, replaced }: Kind): boolean {
  if (later.seq <= word.seq || later.proceeding !== word.proceeding) return false;
  if (replaced === true && later.type === word.type && later.party === word.party) return true;
  if (!answeredBy.includes(later.type) || (later.party !== null && later.party !== word.party)) return false;
  // Nobody answered: the call is still owed.
  return later.type !== 'recordContact' || later.values.result !== 'noAnswer';
}

/** What a word is called in a list: never what it says. */
export function wordLabel({ fact, asks }: PartyWord): Text {
  const on = fact.occurredOn.replace('T', ' ');
  return text(`${on} ${asks.zh}`, `${on} ${asks.en}`);
}

/** Somebody has dealt with what a party said or asked for, where no other record shows it. */
export const settlePartyWord = command({
  type: 'settlePartyWord',
  target: 'proceeding',
  kind: 'fact',
  label: text('办结当事人的请求', 'Deal with what a party said'),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: null,
  concerns: ({ caseFile, proceeding }) => wordsIn(caseFile, proceeding?.id ?? '').length > 0,
  fields: {
    word: oneOf({
      label: text('请求', 'What it said'),
      choices: ({ caseFile, proceeding }) =>
        wordsIn(caseFile, proceeding?.id ?? '').map((word) => ({
          value: word.fact.id,
          label: wordLabel(word),
          person: caseFile.parties[word.fact.party ?? '']?.person ?? null,
        })),
    }),
    how: textOf({ label: text('如何处理', 'How'), maxLength: 300 }),
  },
  requires: [
    stateRequirement({
      code: 'nothing-to-settle',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        wordsIn(caseFile, proceeding?.id ?? '').length === 0
          ? { text: text('没有待处理的请求。', 'There is nothing to deal with.') }
          : null,
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    party: caseFile.facts[data.word]?.party ?? null,
    values: { word: data.word },
    compartment: isInside(caseFile.facts[data.word], proceeding!),
  }),
});

function wordsIn(caseFile: CaseFile, proceeding: Id): readonly PartyWord[] {
  return openPartyWords(caseFile).filter((one) => one.proceeding.id === proceeding);
}

/** What was said inside a mediation is dealt with inside it. */
function isInside(fact: Fact | undefined, { channel }: Proceeding): boolean {
  const kept = ['recordDefence', 'nameSupplier'];
  return channelOf(channel)?.family === 'mediation' && kept.includes(fact?.type ?? '');
}
