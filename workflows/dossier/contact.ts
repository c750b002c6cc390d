import type { CaseFile, Fact, Id, Proceeding } from '../case-file.ts';
import { command, type FactDraft } from '../command.ts';
import { factsOf } from '../facts.ts';
import { choiceOf, partyOf, textOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';

export const contactChannels = {
  telephone: text('电话', 'Telephone'),
  sms: text('短信', 'Text message'),
  wechat: text('微信', 'WeChat'),
  email: text('电子邮件', 'E-mail'),
  post: text('邮寄', 'Post'),
  visit: text('上门或当面', 'In person'),
} as const;

/** How an answer came: one of those, or given by the party itself on its own page. */
export const answerChannels = {
  ...contactChannels,
  page: text('本人在网页上答复', 'On the party’s own page'),
} as const;

export const contactResults = {
  reached: text('已联系上', 'Reached'),
  noAnswer: text('无人接听或未回复', 'No answer'),
  wrongNumber: text('号码或地址有误', 'Wrong number or address'),
  willCallBack: text('约定再联系', 'Will be in touch again'),
} as const;

/** One line about a contact; it is no inside note. */
export const contactNote = textOf({
  label: text('备注（不要写调解中的意见和让步）', 'Note (nothing said in mediation)'),
  maxLength: 300,
  optional: true,
});

/** In a mediation for a court the other side is asked within days: the fact that ends that clock (OMR 15). */
export function contactFacts(caseFile: CaseFile, proceeding: Proceeding, party: Id): readonly FactDraft[] {
  return proceeding.channel === 'courtAnnexedMediation' && caseFile.parties[party]?.side === 'respondent'
    ? [{ type: 'respondentContacted', party }]
    : [];
}

/** Logs a contact or an attempt: the proof that somebody was asked, or could not be reached. */
export const recordContact = command({
  type: 'recordContact',
  target: 'proceeding',
  kind: 'fact',
  label: text('记录联系', 'Log a contact'),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: { precision: 'minute', label: text('联系时间', 'When') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    channel: choiceOf({ label: text('方式', 'How'), of: contactChannels }),
    result: choiceOf({ label: text('结果', 'Result'), of: contactResults }),
    note: contactNote,
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    party: data.party,
    values: { channel: data.channel, result: data.result },
    facts: data.result === 'reached' ? contactFacts(caseFile, proceeding!, data.party) : [],
  }),
});

/** Gives a party its own query code. The code is shown once; only its keyed hash is kept; an earlier code stops working. */
export const issueQueryCode = command({
  type: 'issueQueryCode',
  target: 'case',
  kind: 'fact',
  label: text('发放查询码', 'Issue a query code'),
  hint: text(
    '查询码只显示一次；重新发放后，原查询码失效。',
    'The code is shown once; issuing a new one ends the old one.',
  ),
  by: deskRoles,
  relation: 'anyCustodian',
  occurredOn: null,
  needs: ['queryCode'],
  fields: { party: partyOf({ label: text('当事人', 'Party') }) },
  requires: [],
  apply: ({ data, given }) => ({
    party: data.party,
    // A letter of the house brings a code of its own; only a person who gives out a new one means to end what was before.
    ...(given.actor.roles.includes('system') ? { values: { byLetter: 1 } } : {}),
    queryCode: { party: data.party, hash: given.found.queryCodeHash ?? '' },
  }),
});

/** Why what a query code opened is closed again: somebody gave out a new code by hand, or an agent's authority ended. */
export type CodeEnd = 'replaced' | 'agencyEnded';

/**
 * What ended the access of whoever held a party's code when the case had `since` entries; null: nothing did. An agent who no
 * longer acts for the party may not go on reading with the code of its letters (CPL 62), so the end of an agency counts, too.
 */
export function codeEnd(caseFile: CaseFile, party: Id, since: number): CodeEnd | null {
  const later = (type: string, counts: (fact: Fact) => boolean = () => true) =>
    factsOf(caseFile, type, { party }).some((fact) => fact.seq > since && counts(fact));
  if (later('issueQueryCode', ({ values }) => values.byLetter === undefined)) return 'replaced';
  return later('endAgency') ? 'agencyEnded' : null;
}

/** Whether the code that a party has now still opens its page: no agency ended after it was given out. */
export function codeStands(caseFile: CaseFile, party: Id): boolean {
  const given = factsOf(caseFile, 'issueQueryCode', { party }).map(({ seq }) => seq);
  return given.length === 0 || codeEnd(caseFile, party, Math.max(...given)) === null;
}
