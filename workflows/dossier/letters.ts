import { recordKeeper } from '../access.ts';
import type { CaseFile, Fact, Id, LegalDate } from '../case-file.ts';
import { type Change, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { factsOf } from '../facts.ts';
import { type Choice, choiceOf, flag, itemOf, legalDate, someOf, textOf } from '../fields.ts';
import { isNotice, noticeKeeps, noticeLabels } from '../letters/letter.ts';
import { deskRoles } from '../reference.ts';
import { type Text, text } from '../text.ts';

/** How a letter reached a person, as the service record names it. */
export const serviceMethods = {
  email: text('电子邮件', 'E-mail'),
  sms: text('短信', 'Text message'),
  post: text('邮寄', 'Post'),
  inPerson: text('当面交付', 'Handed over'),
  leftAtAddress: text('留置或放置', 'Left at the address'),
  viaAgent: text('代理人或代收人签收', 'Received by an agent'),
  told: text('电话核实已收到', 'Receipt confirmed by telephone'),
} as const;

/** Why a letter has to be printed. */
export const printReasons = {
  byPost: text('当事人选择邮寄或当面', 'The party chose post or in person'),
  noAddress: text('没有可用的电子地址', 'There is no electronic address'),
  filed: text('未配置发信服务，仅写成文件', 'No mail service is set up; it was only written to a file'),
  undeliverable: text('电子方式未能送到', 'It could not be delivered electronically'),
} as const;

const letterFields = {
  letter: textOf({ label: text('通知', 'Letter'), maxLength: 60 }),
  notice: textOf({ label: text('种类', 'Kind'), maxLength: 40 }),
  party: textOf({ label: text('当事人', 'Party'), maxLength: 60, optional: true }),
  agent: textOf({ label: text('代收的代理人', 'Agent who receives'), maxLength: 60, optional: true }),
  proceeding: textOf({ label: text('程序', 'Proceeding'), maxLength: 60, optional: true }),
  writtenOn: legalDate({ label: text('写成日期', 'Written on') }),
} as const;

/** A letter went out. `served`: to an address and in a way the party confirmed, so that it counts as service that day (CPL 90). */
export const noteLetterSent = command({
  type: 'noteLetterSent',
  target: 'case',
  kind: 'fact',
  label: text('通知已发出', 'A letter went out'),
  by: ['system'],
  relation: 'system',
  occurredOn: null,
  fields: {
    ...letterFields,
    method: choiceOf({ label: text('方式', 'How'), of: serviceMethods }),
    served: flag({ label: text('计为送达', 'Counts as service') }),
  },
  requires: [],
  apply: ({ data }) => {
    const values = {
      letter: data.letter,
      notice: data.notice,
      agent: data.agent,
      about: data.proceeding,
      writtenOn: data.writtenOn,
      method: data.method,
    };
    const served = { type: 'letterServed', party: data.party, proceeding: data.proceeding, values };
    return {
      party: data.party,
      proceeding: data.proceeding,
      values,
      facts: data.served ? [served] : [],
    };
  },
});

/** A letter has to go by hand: it is printed, and somebody posts it or hands it over. */
export const noteLetterToPrint = command({
  type: 'noteLetterToPrint',
  target: 'case',
  kind: 'fact',
  label: text('通知待邮寄或当面交付', 'A letter is to be posted or handed over'),
  by: ['system'],
  relation: 'system',
  occurredOn: null,
  fields: { ...letterFields, reason: choiceOf({ label: text('原因', 'Reason'), of: printReasons }) },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    proceeding: data.proceeding,
    values: {
      letter: data.letter,
      notice: data.notice,
      agent: data.agent,
      about: data.proceeding,
      writtenOn: data.writtenOn,
      reason: data.reason,
    },
  }),
});

/** What the case file knows of each letter: the last thing that became of it. */
export interface LetterTrace {
  readonly letter: Id;
  readonly proceeding: Id | null;
  /** No service lies before this day. */
  readonly writtenOn: LegalDate;
  readonly fact: Fact;
  readonly state: 'sent' | 'toPrint' | 'served';
}

const traces: Readonly<Record<string, LetterTrace['state']>> = {
  noteLetterSent: 'sent',
  noteLetterToPrint: 'toPrint',
  letterServed: 'served',
};

/** The letters that have left the outbox, in the order in which they first did; a service that was recorded stands whatever follows. */
export function letterTraces(caseFile: CaseFile): readonly LetterTrace[] {
  const found = new Map<Id, LetterTrace>();
  for (const fact of Object.values(caseFile.facts)) {
    const state = traces[fact.type];
    const letter = String(fact.values.letter);
    if (state === undefined || fact.annulledBy !== null || found.get(letter)?.state === 'served') continue;
    const { about: of } = fact.values;
    const writtenOn = found.get(letter)?.writtenOn ?? String(fact.values.writtenOn);
    found.set(letter, { letter, proceeding: typeof of === 'string' ? of : null, writtenOn, fact, state });
  }
  return [...found.values()];
}

/** Letters that somebody still has to bring to a party: not those that came to nothing with their session or proceeding. */
export function lettersToBring(caseFile: CaseFile): readonly LetterTrace[] {
  return letterTraces(caseFile).filter(({ proceeding: id, fact, state }) => {
    const notice = String(fact.values.notice);
    const keeps = isNotice(notice) ? noticeKeeps[notice] : 'forGood';
    if (state !== 'toPrint' || keeps === 'forGood') return state === 'toPrint';
    const proceeding = caseFile.proceedings[id ?? ''];
    if (proceeding?.endedOn !== null) return false;
    const held = factsOf(caseFile, 'openSession', { proceeding: proceeding.id });
    return keeps === 'untilEnd' || !held.some(({ seq }) => seq > fact.seq);
  });
}

/** Letters of the actor's own desk whose service is not on record. */
function unservedLetters({ caseFile, given }: Context): readonly Choice[] {
  return letterTraces(caseFile)
    .filter(({ state, proceeding: id }) => {
      const proceeding = caseFile.proceedings[id ?? ''];
      if (state === 'served' || proceeding === undefined) return false;
      return recordKeeper(caseFile, proceeding, given.reference) === given.actor.organisation;
    })
    .map(({ letter, fact, writtenOn }) => {
      const party = caseFile.parties[fact.party ?? ''];
      const agent = party?.agents.find(({ id }) => id === fact.values.agent);
      const label = datedNotice(fact, writtenOn);
      return {
        value: letter,
        label: agent === undefined ? label : text(`${label.zh}（代理人）`, `${label.en} (agent)`),
        person: agent?.person ?? party?.person ?? null,
      };
    });
}

function chosenLetters(caseFile: CaseFile, letters: readonly Id[]): readonly LetterTrace[] {
  return letterTraces(caseFile).filter(({ letter }) => letters.includes(letter));
}

function datedNotice({ values }: Fact, writtenOn: LegalDate): Text {
  const notice = String(values.notice);
  const label = isNotice(notice) ? noticeLabels[notice] : text('通知', 'Letter');
  return text(`${writtenOn} ${label.zh}`, `${writtenOn} ${label.en}`);
}

/** Where a letter came to a party: when, how and with what proof. Clocks that start with service run from this day. */
export const recordService = command({
  type: 'recordService',
  target: 'case',
  kind: 'fact',
  label: text('登记送达', 'Record service'),
  hint: text(
    '通知寄出或当面交给当事人之后登记；同一方式、同一天的可以一并登记。',
    'After letters were posted or handed over; those of one day and way together.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    letters: someOf({ label: text('送达了哪些通知', 'Which letters'), choices: unservedLetters }),
    method: choiceOf({ label: text('送达方式', 'How'), of: serviceMethods }),
    proof: itemOf({ label: text('送达回证或凭据', 'Proof of service'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-letter-to-serve',
      basis: [],
      check: ({ caseFile }) =>
        letterTraces(caseFile).some(({ state }) => state !== 'served')
          ? null
          : { text: text('没有待登记送达的通知。', 'No letter waits for its service to be recorded.') },
    }),
    dataRequirement<{ letters: readonly Id[] }>({
      code: 'served-before-written',
      basis: [],
      check: ({ data, caseFile, day }) =>
        chosenLetters(caseFile, data.letters).some(({ writtenOn }) => day < writtenOn)
          ? {
              text: text('送达日期不能早于通知写成之日。', 'A letter cannot be served before it was written.'),
              field: 'occurredOn',
            }
          : null,
    }),
  ],
  apply: ({ data, caseFile }) => {
    const traces = chosenLetters(caseFile, data.letters);
    const facts = traces.map(({ letter, fact, proceeding }) => ({
      type: 'letterServed',
      party: fact.party,
      proceeding,
      values: {
        letter,
        notice: fact.values.notice ?? null,
        agent: fact.values.agent ?? null,
        about: proceeding,
        method: data.method,
        proof: data.proof,
      },
    }));
    return { ...common(traces), values: { letters: data.letters, method: data.method }, facts };
  },
});

/** The party and the proceeding of an entry about several letters, where it is one. */
function common(traces: readonly LetterTrace[]): Pick<Change, 'party' | 'proceeding'> {
  const [first] = traces;
  const isOne = traces.every(({ fact }) => fact.party === first?.fact.party);
  return { party: isOne ? (first?.fact.party ?? null) : null, proceeding: first?.proceeding ?? null };
}

/** Sends a letter once more, e.g. after an address was corrected. It says the same; a served one need not go again. */
export const resendLetters = command({
  type: 'resendLetters',
  target: 'case',
  kind: 'fact',
  label: text('重新发送通知', 'Send letters again'),
  hint: text('更正联系方式或送达方式之后使用。', 'After an address or the way of service was corrected.'),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: null,
  fields: {
    letters: someOf({ label: text('重新发送哪些通知', 'Which letters'), choices: unservedLetters }),
  },
  requires: [
    stateRequirement({
      code: 'no-letter-to-resend',
      basis: [],
      check: ({ caseFile }) =>
        letterTraces(caseFile).some(({ state }) => state !== 'served')
          ? null
          : { text: text('没有可重新发送的通知。', 'There is no letter to send again.') },
    }),
  ],
  apply: ({ data, caseFile }) => ({
    ...common(chosenLetters(caseFile, data.letters)),
    values: { letters: data.letters },
  }),
});
