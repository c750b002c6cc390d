import type { ChannelId } from '../channels/ids.ts';
import { text } from '../text.ts';
import type { Route } from './transitions.ts';

const outsideCourts = ['peopleMediation', 'commercialMediation'] as const satisfies readonly ChannelId[];
const anyMediation = [
  ...outsideCourts,
  'courtAnnexedMediation',
  'adminMediation',
  'generalAdminMediation',
] as const satisfies readonly ChannelId[];

/** Routes out of a mediation, whichever organisation held it. */
export const routesFromMediation = [
  {
    id: 'T9',
    from: [...outsideCourts, 'courtAnnexedMediation'],
    to: ['judicialConfirmation'],
    condition: text(
      '在依法设立的调解组织主持下达成协议，协议已生效，各方自生效之日起在法定期限内共同申请，内容不涉及权属或效力认定。',
      'An agreement reached before a lawfully established mediation organisation is in effect, all sides apply together within the legal time from that day, and it decides neither ownership nor validity.',
    ),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'CMR', article: '第二十三条' },
      { instrument: 'SDR', article: '第四十二条' },
      { instrument: 'CPLI', article: '第三百五十五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H4',
    verified: 'text',
  },
  {
    id: 'T10',
    from: ['adminMediation', 'generalAdminMediation'],
    to: ['judicialConfirmation'],
    condition: text(
      '行政调解达成协议，且当地法院接受行政调解协议的确认申请（各地做法不一，待核实）。',
      'An administrative mediation ended in an agreement and the local court takes such agreements (practice differs; to be confirmed).',
    ),
    basis: [
      { instrument: 'CPL', article: '第二百零五条' },
      { instrument: 'SDR', article: '第四十二条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H4',
    verified: 'inference',
  },
  {
    id: 'T11',
    from: [...anyMediation, 'adminRuling'],
    to: ['notarisedEnforcement'],
    condition: text(
      '协议有付款或交付内容，并写明不履行时接受强制执行，各方共同向公证机构申请。',
      'The agreement is to pay or deliver, says that it may be enforced on default, and all sides apply to a notary together.',
    ),
    basis: [
      { instrument: 'NL', article: '第三十七条' },
      { instrument: 'O81', article: '第三十五条、第六十九条' },
      { instrument: 'SDR', article: '第四十条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H13',
    verified: 'text',
  },
  {
    id: 'T12',
    from: anyMediation,
    to: ['arbitration'],
    condition: text(
      '已达成和解，并有仲裁条款或事后订立仲裁协议，请求依和解内容作出裁决。',
      'The parties settled and have an arbitration clause, or agree on arbitration now, and want a consent award.',
    ),
    basis: [
      { instrument: 'SDR', article: '第四十一条' },
      { instrument: 'AL25', article: '第六十二条、第六十四条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H10',
    onlyIf: 'settled',
    verified: 'text',
  },
  {
    id: 'T13',
    from: anyMediation,
    to: ['litigation'],
    condition: text(
      '对方不履行协议，可在诉讼时效内就协议起诉；对方不得绕开协议重提原纠纷。',
      'The other side breaks the agreement: sue on it within the limitation period; the old dispute cannot be reopened past the agreement.',
    ),
    basis: [
      { instrument: 'PML', article: '第三十二条' },
      { instrument: 'IMR', article: '第二十五条' },
      { instrument: 'CPLI', article: '第六十一条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H16',
    onlyIf: 'settled',
    verified: 'text',
  },
  {
    id: 'T14',
    // A patent department's mediation leads there by T24, a court's by T17 and T18.
    from: [...outsideCourts, 'generalAdminMediation'],
    to: ['litigation'],
    condition: text(
      '调解不成，任何一方都可以起诉；调解不影响诉权。',
      'Mediation failed: either side may sue; mediation never takes the right to sue away.',
    ),
    basis: [
      { instrument: 'PML', article: '第三条、第二十六条' },
      { instrument: 'TM19', article: '第六十条第三款' },
      { instrument: 'SDR', article: '第三十五条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H16',
    onlyIf: 'notSettled',
    verified: 'text',
  },
  {
    id: 'T15',
    from: anyMediation,
    to: ['arbitration'],
    condition: text(
      '调解不成，已有仲裁协议或现在达成仲裁协议；法院委托的，由法院恢复审理，不在此列。',
      'Mediation failed and an arbitration agreement exists or is made now; what a court entrusted goes on there instead.',
    ),
    basis: [
      { instrument: 'PML', article: '第二十六条' },
      { instrument: 'SDR', article: '第三十五条' },
      { instrument: 'AL25', article: '第四条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H10',
    onlyIf: 'notSettled',
    verified: 'text',
  },
  {
    id: 'T16',
    from: outsideCourts,
    to: ['adminRuling', 'trademarkEnforcement'],
    condition: text(
      '调解不成，符合请求行政裁决的条件，或属于可由市场监管、版权、农业农村或者林业草原部门处理的侵权。',
      'Mediation failed; the conditions for an administrative ruling are met, or the market regulator, the copyright authority or the agriculture or forestry department may act.',
    ),
    basis: [
      { instrument: 'PML', article: '第二十六条' },
      { instrument: 'PL', article: '第六十五条' },
      { instrument: 'TM19', article: '第六十条' },
      { instrument: 'TM26', article: '第七十四条' },
      { instrument: 'CRL', article: '第五十三条' },
      { instrument: 'PVR', article: '第四十一条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H6',
    onlyIf: 'notSettled',
    verified: 'text',
  },
  {
    id: 'T24',
    from: ['adminMediation'],
    to: ['adminRuling', 'litigation'],
    condition: text(
      '行政调解未立案、撤销或未达成协议，可请求行政裁决或起诉，各按其条件。',
      'Administrative mediation was not opened, was cancelled or brought no agreement: ask for a ruling or sue, each under its own conditions.',
    ),
    basis: [{ instrument: 'O81', article: '第六十六条、第六十九条' }],
    decidedBy: 'receiver',
    handoff: null,
    onlyIf: 'notSettled',
    verified: 'text',
  },
  {
    id: 'T32',
    from: ['intake', ...anyMediation],
    to: ['peopleMediation'],
    condition: text(
      '各方同意改由另一家有能力受理的调解组织调解。',
      'All sides agree that another competent organisation mediates.',
    ),
    basis: [
      { instrument: 'OMR', article: '第十二条、第十四条' },
      { instrument: 'SDR', article: '第三十三条' },
    ],
    decidedBy: 'receiver',
    handoff: 'H11',
    verified: 'text',
  },
  {
    id: 'T37',
    from: anyMediation,
    to: ['paymentOrder'],
    condition: text(
      '协议只涉及付款或交付有价证券，可向法院申请支付令。',
      'The agreement is only about paying money or securities: ask the court for a payment order.',
    ),
    basis: [{ instrument: 'CPL', article: '第二百二十五条' }],
    decidedBy: 'receiver',
    handoff: 'H22',
    verified: 'text',
  },
] as const satisfies readonly Route[];
