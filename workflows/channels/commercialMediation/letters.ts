import { stepLettersOf } from '../../letters/step-letter.ts';
import { mayChargeWords } from '../../letters/wording.ts';
import type { Basis } from '../../rules/law.ts';
import { text } from '../../text.ts';

const here = 'commercialMediation';
const cmr = (article: string): Basis => ({ instrument: 'CMR', article });

const confidential = text(
  '调解不公开；调解中的意见和让步不作为以后诉讼中对您不利的依据。',
  'The mediation is not public, and what is offered in it is not held against you in a later suit.',
);

/** Letters of commercial mediation beside the invitation and those about sessions, which it shares with every mediation. */
export const commercialMediationLetters = stepLettersOf({
  commercialAccepted: {
    in: here,
    on: ['mediationAccepted'],
    to: 'claimants',
    keeps: 'untilEnd',
    label: text('商事调解受理告知', 'Your commercial mediation was accepted'),
    says: [
      text('{writer}已于 {on} 受理您的商事调解申请。', '{writer} accepted your commercial mediation on {on}.'),
      text('案号：{number}。', 'Number: {number}.'),
      mayChargeWords,
      text(
        '请告知便于联系的时间，并确认送达地址和送达方式。',
        'Please tell us when you can be reached, and confirm your address and way of service.',
      ),
    ],
    short: text('本机构已受理您的商事调解申请', 'We accepted your commercial mediation'),
    basis: [cmr('第二条、第十六条')],
  },
  commercialRights: {
    in: here,
    on: ['mediationAccepted'],
    to: 'everybody',
    keeps: 'untilEnd',
    label: text('商事调解权利义务告知', 'Your rights and duties in commercial mediation'),
    says: [
      text(
        '调解自愿进行：您可以不参加，也可以随时退出，不影响您在其他程序中的权利。',
        'Mediation is voluntary: you may decline, and leave at any time, without losing any right elsewhere.',
      ),
      text(
        '调解员由各方共同选定，或者由各方共同委托本机构推荐。调解员与争议有利害关系的，应当披露并退出，各方书面同意的除外。',
        'The parties choose the mediator together, or together ask us to recommend one. A mediator with an interest in the dispute must say so and step back, unless all agree in writing.',
      ),
      confidential,
      mayChargeWords,
      text(
        '请如实陈述，不要串通虚构争议：对虚假调解依法处理。',
        'Please tell the truth and do not invent a dispute together: sham mediation is acted on as the law provides.',
      ),
    ],
    short: text('请查收调解权利义务告知', 'Please read your rights and duties in mediation'),
    basis: [cmr('第十五条至第十七条、第十九条至第二十一条'), { instrument: 'CPLI', article: '第一百零七条' }],
  },
  commercialAgreementEffective: {
    in: here,
    on: ['agreementEffective'],
    to: 'everybody',
    keeps: 'forGood',
    again: true,
    lastDayBy: 'conf.apply',
    label: text('商事调解协议生效及申请司法确认告知', 'Agreement in effect, and the time to ask for confirmation'),
    says: [
      text(
        '商事调解协议自 {on} 起生效，对双方具有约束力，请按约定履行。',
        'The agreement has been in effect since {on} and binds both sides; please perform it as agreed.',
      ),
      text(
        '双方可以共同向有管辖权的法院申请司法确认，最后一日为 {lastDay}；申请不收取费用，是否受理由法院决定。',
        'Both sides may together ask the competent court to confirm it; the last day is {lastDay}. It is free of charge; whether it accepts is for the court to decide.',
      ),
      text(
        '有给付内容的，也可以共同申请公证；有仲裁协议的，可以请求依协议作出裁决。',
        'Where something is owed, it may also be notarised; under an arbitration agreement an award on the agreed terms may be asked for.',
      ),
    ],
    short: text(
      '调解协议已生效，申请司法确认最后一日 {lastDay}',
      'The agreement is in effect; last day to ask for confirmation: {lastDay}',
    ),
    basis: [
      cmr('第二十二条、第二十三条'),
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'SDR', article: '第四十条、第四十一条' },
    ],
  },
  commercialEnded: {
    in: here,
    on: ['endMediation'],
    to: 'everybody',
    keeps: 'forGood',
    label: text('商事调解终结告知', 'The commercial mediation has ended'),
    says: [
      text(
        '调解已于 {on} 终结，没有签署调解协议。这不表示任何一方有错，也不影响您的权利。',
        'The mediation ended on {on} without a signed agreement. That says nothing about who is right and takes away none of your rights.',
      ),
      text(
        '您仍可以：有仲裁协议的，申请仲裁；请求有关行政机关依法处理；向法院起诉；双方愿意的，再次申请调解。',
        'You may still arbitrate under an arbitration agreement, turn to the competent authority, sue in court, or, if both sides wish, ask for mediation again.',
      ),
      confidential,
    ],
    short: text('调解已于 {on} 终结，没有签署协议', 'The mediation ended on {on} without an agreement'),
    basis: [
      cmr('第十九条、第二十一条'),
      { instrument: 'CPLI', article: '第一百零七条' },
      { instrument: 'SDR', article: '第二十条' },
    ],
  },
});
