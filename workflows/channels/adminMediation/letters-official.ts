import type { StepLetter } from '../../letters/step-letter.ts';
import type { Basis } from '../../rules/law.ts';
import type { Reason } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import type { ChannelId } from '../ids.ts';

/** The articles by which an authority mediates, for each letter. */
export interface OfficialBasis {
  readonly filed: readonly Basis[];
  readonly notFiled: readonly Basis[];
  readonly agreed: readonly Basis[];
  readonly ended: readonly Basis[];
}

/** The letters that every mediation before an authority has; the kinds as they are stored are named by each channel. */
export function officialLetters(here: ChannelId, basis: OfficialBasis) {
  return {
    filed: filed(here, basis.filed),
    notFiled: notFiled(here, basis.notFiled),
    agreed: agreed(here, basis.agreed),
    ended: ended(here, basis.ended),
  } as const;
}

/** Nothing is filed before both sides have agreed: it can be told to both. */
function filed(here: ChannelId, basis: readonly Basis[]) {
  return {
    in: here,
    on: ['fileAdminMediation'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('行政调解立案告知', 'The authority mediates'),
    says: [
      text('双方同意调解，{body}已于 {on} 立案。', 'Both sides agreed to mediation, and {body} took it up on {on}.'),
      text('案号：{number}。', 'Number: {number}.'),
      text(
        '调解自愿进行，您可以随时退出，退出不影响您在其他程序中的权利。调解中的意见和让步不作为以后诉讼中对您不利的依据。',
        'Mediation is voluntary: you may leave at any time without losing any right elsewhere. What is offered in mediation is not held against you in a later suit.',
      ),
      text(
        '请告知便于联系的时间，并确认送达地址和送达方式。',
        'Please tell us when you can be reached, and confirm your address and way of service.',
      ),
    ],
    short: text('{body}已对您的调解立案', '{body} took up your mediation'),
    basis: [...basis, { instrument: 'CPLI', article: '第一百零七条' }],
  } as const satisfies StepLetter;
}

function notFiled(here: ChannelId, basis: readonly Basis[]) {
  return {
    in: here,
    on: ['refuseAdminMediation'],
    to: 'claimants',
    keeps: 'forGood',
    reasons: notFiledReasons(basis),
    label: text('行政调解不予立案告知', 'The authority did not take up the mediation'),
    says: [
      text(
        '{body}于 {on} 决定对调解请求不予立案。原因：{reason}。',
        '{body} decided on {on} not to take up the mediation. Ground: {reason}.',
      ),
      otherWays,
    ],
    short: text('调解请求未予立案，其他途径见全文', 'The mediation was not taken up; other ways stand in the letter'),
    basis: [...basis, { instrument: 'SDR', article: '第二十条' }],
  } as const satisfies StepLetter;
}

function agreed(here: ChannelId, basis: readonly Basis[]) {
  return {
    in: here,
    on: ['agreementEffective'],
    to: 'everybody',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'conf.apply',
    label: text('行政调解协议生效及申请司法确认告知', 'Agreement in effect, and the time to ask for confirmation'),
    says: [
      text(
        '在{body}达成的调解协议自 {on} 起生效，对双方具有约束力，请按约定履行。',
        'The agreement reached at {body} has been in effect since {on} and binds both sides; please perform it as agreed.',
      ),
      text(
        '双方可以共同向有管辖权的法院申请司法确认，最后一日为 {lastDay}；申请不收取费用，是否受理由法院决定。涉及知识产权归属、效力的内容，法院不予确认。',
        'Both sides may together ask the competent court to confirm it; the last day is {lastDay}. It is free of charge; whether it accepts is for the court to decide. Who owns a right and whether it is valid is not confirmed.',
      ),
      text(
        '有给付内容并约定接受强制执行的，双方也可以共同申请公证。',
        'Where something is owed and enforcement was accepted, both sides may also have it notarised together.',
      ),
    ],
    short: text(
      '调解协议已生效，申请司法确认最后一日 {lastDay}',
      'The agreement is in effect; last day to ask for confirmation: {lastDay}',
    ),
    basis: [
      ...basis,
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'CPLI', article: '第三百五十五条' },
    ],
  } as const satisfies StepLetter;
}

function ended(here: ChannelId, basis: readonly Basis[]) {
  return {
    in: here,
    on: ['endMediation'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('行政调解终结告知', 'The mediation before the authority has ended'),
    says: [
      text(
        '{body}主持的调解已于 {on} 终结，没有签署调解协议。这不表示任何一方有错，也不影响您的权利。',
        'The mediation by {body} ended on {on} without a signed agreement. That says nothing about who is right and takes away none of your rights.',
      ),
      otherWays,
      text(
        '调解中的意见和让步不作为以后诉讼中对您不利的依据。',
        'What was offered in mediation is not held against you in a later suit.',
      ),
    ],
    short: text('调解已于 {on} 终结，没有签署协议', 'The mediation ended on {on} without an agreement'),
    basis: [...basis, { instrument: 'CPLI', article: '第一百零七条' }],
  } as const satisfies StepLetter;
}

const otherWays = text(
  '您仍可以：双方愿意的，申请人民调解等其他调解；有仲裁协议的，申请仲裁；请求有关行政机关依法处理；向法院起诉。',
  'You may still ask for another mediation if both sides wish, arbitrate under an arbitration agreement, turn to the competent authority, or sue in court.',
);

function notFiledReasons(basis: readonly Basis[]): Readonly<Record<string, Reason>> {
  const reason = (zh: string, en: string): Reason => ({ label: text(zh, en), basis, verified: 'text' });
  return {
    refused: reason('对方没有同意调解', 'the other side did not agree to mediation'),
    silent: reason('对方没有在期限内答复', 'the other side did not answer in time'),
    outsideScope: reason(
      '不属于可以调解的范围或者本机关管辖',
      'outside what the authority mediates, or its jurisdiction',
    ),
  };
}
