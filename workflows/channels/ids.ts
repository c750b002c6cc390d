import { type Text, text } from '../text.ts';

/** Every channel the program knows of, with its label; which of them are offered now is in channels/index.ts. */
export const channelLabels = {
  intake: text('登记与分流', 'Intake'),
  peopleMediation: text('人民调解', "People's mediation"),
  commercialMediation: text('商事调解', 'Commercial mediation'),
  courtAnnexedMediation: text('法院委派、委托调解', 'Court-annexed mediation'),
  adminMediation: text('专利纠纷行政调解', 'Administrative mediation (patents)'),
  generalAdminMediation: text('行政调解', 'Administrative mediation (general)'),
  adminRuling: text('专利侵权行政裁决', 'Administrative ruling on patent infringement'),
  trademarkEnforcement: text('行政查处', 'Administrative enforcement'),
  arbitration: text('仲裁', 'Arbitration'),
  judicialConfirmation: text('司法确认', 'Judicial confirmation'),
  litigation: text('诉讼', 'Litigation'),
  administrativeLitigation: text('行政诉讼', 'Administrative suit'),
  enforcement: text('强制执行', 'Enforcement'),
  notarisedEnforcement: text('公证赋强', 'Notarised enforceable instrument'),
  paymentOrder: text('支付令', 'Payment order'),
  criminalReferral: text('行刑衔接移送', 'Criminal referral'),
  invalidation: text('无效宣告', 'Invalidation'),
} as const satisfies Record<string, Text>;

/** A kind of proceeding. */
export type ChannelId = keyof typeof channelLabels;
