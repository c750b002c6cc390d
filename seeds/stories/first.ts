import { text } from '../../workflows/index.ts';
import {
  handoff,
  itemIds,
  matter,
  matterId,
  partyId,
  proceeding,
  type Story,
  type StoryStep,
  theCase,
} from './story.ts';

const mediation = proceeding('peopleMediation');
const confirmation = proceeding('judicialConfirmation');

/** A paper original on the mediation's file. */
function paper(at: string, document: string, title: string, itemClass: string, pages: number): StoryStep {
  return {
    at,
    by: 'limin',
    command: 'addItem',
    target: mediation,
    data: () => ({ document, title, class: itemClass, pages, provenance: '窗口收取' }),
  };
}

const settledRow = (caseFile: Parameters<NonNullable<StoryStep['data']>>[0], days: readonly [string, string]) => [
  { party: partyId(caseFile, 'claimant'), signedOn: days[0] },
  { party: partyId(caseFile, 'respondent', 0), signedOn: days[1] },
];

/** A people's mediation with two respondents, one of whom settles, up to the court's confirmation. */
export const first: Story = {
  id: 'first',
  title: text('一案两被申请人：一方和解并获司法确认', 'Two respondents: one settles and the court confirms'),
  source: text('虚构案例，人物、企业均为虚构', 'Invented: people and companies do not exist'),
  steps: [
    {
      at: '2026-09-07T09:20',
      by: 'limin',
      command: 'openCase',
      target: theCase,
      data: () => ({
        claimant: {
          kind: 'legal',
          name: '烟台海岳电器有限公司',
          telephone: '0535-6000137',
          creditCode: '91370602MA3DEM0P1N',
        },
        summary: '两家商行销售标有本公司“海岳”注册商标的电热水壶，非本公司产品。',
        source: 'window',
        respondents: [
          { who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', telephone: '13800000137' } },
          { who: { kind: 'individualBusiness', name: '莱山区万顺日用品店', telephone: '13800000138' } },
        ],
        rightKind: 'trademark',
        rightNumber: '第12345678号',
        rightName: '海岳',
        dispute: 'infringement',
        relief: ['stop', 'damages'],
        amountFen: 18_600_000,
      }),
    },
    {
      at: '2026-09-07T09:40',
      by: 'limin',
      command: 'screenDispute',
      target: proceeding('intake'),
      data: () => ({
        mediability: 'mediable',
        arbitrationAgreement: 'no',
        suitPending: 'no',
        earlierOutcome: 'no',
        standing: 'owner',
        knownSince: '2026-08-20',
      }),
    },
    {
      at: '2026-09-07T09:45',
      by: 'limin',
      command: 'routeHere',
      target: proceeding('intake'),
      data: () => ({ channel: 'peopleMediation' }),
    },
    {
      at: '2026-09-07T10:00',
      by: 'limin',
      command: 'askConsent',
      target: mediation,
      data: (c) => ({ parties: [partyId(c, 'respondent', 0), partyId(c, 'respondent', 1)] }),
    },
    {
      at: '2026-09-08T10:10',
      by: 'limin',
      command: 'recordConsent',
      target: mediation,
      data: (c) => ({ party: partyId(c, 'respondent', 0), answer: 'agrees', channel: 'telephone', level: '1' }),
    },
    {
      at: '2026-09-08T15:30',
      by: 'limin',
      command: 'recordConsent',
      target: mediation,
      data: (c) => ({ party: partyId(c, 'respondent', 1), answer: 'agrees', channel: 'telephone', level: '1' }),
    },
    { at: '2026-09-09T09:00', by: 'limin', command: 'acceptMediation', target: mediation },
    {
      at: '2026-09-09T09:05',
      by: 'limin',
      command: 'assignMediator',
      target: mediation,
      data: () => ({ mediator: 'sun-lihua', deputies: ['zhou-jianguo'] }),
    },
    paper('2026-09-09T09:10', 'mediationApplication', '调解申请书', 'partyFile', 2),
    paper('2026-09-09T09:11', 'identityDocument', '各方身份证明', 'partyFile', 3),
    {
      at: '2026-09-16T09:00',
      by: 'sun',
      command: 'giveRightsNotice',
      target: mediation,
      data: (c) => ({ parties: Object.keys(c.parties), manner: 'written' }),
    },
    {
      at: '2026-09-16T11:30',
      by: 'sun',
      command: 'openSession',
      target: mediation,
      occurredOn: '2026-09-16T09:30',
      data: (c) => ({ mode: 'inPerson', present: Object.keys(c.parties), minutes: 90 }),
    },
    {
      at: '2026-09-16T11:40',
      by: 'sun',
      command: 'noteInside',
      target: mediation,
      data: () => ({
        kind: 'proposal',
        note: '鑫达商行愿意赔偿六万元并停止销售；万顺日用品店认为产品来源合法，不同意赔偿。',
      }),
    },
    {
      at: '2026-09-22T14:00',
      by: 'sun',
      command: 'splitMatter',
      target: theCase,
      data: (c) => ({
        matter: matterId(c, 0),
        respondents: [partyId(c, 'respondent', 1)],
        reason: '两名被申请人意见不同，分别处理',
      }),
    },
    {
      at: '2026-09-22T16:00',
      by: 'sun',
      command: 'openSession',
      target: mediation,
      occurredOn: '2026-09-22T14:30',
      data: (c) => ({ mode: 'inPerson', present: [partyId(c, 'claimant'), partyId(c, 'respondent', 0)], minutes: 60 }),
    },
    {
      at: '2026-09-24T10:00',
      by: 'sun',
      command: 'recordAgreement',
      target: mediation,
      data: (c) => ({
        form: 'written',
        matters: [matterId(c, 0)],
        number: '（2026）烟知人调协字第001号',
        clauses: [
          {
            subject: 'stopInfringement',
            obligor: partyId(c, 'respondent', 0),
            obligee: partyId(c, 'claimant'),
            act: '停止销售标有“海岳”商标的涉案电热水壶并撤下全部展示',
            dueOn: '2026-09-30',
            mannerNamed: true,
          },
          {
            subject: 'payment',
            obligor: partyId(c, 'respondent', 0),
            obligee: partyId(c, 'claimant'),
            act: '一次性支付赔偿款',
            amountFen: 6_000_000,
            dueOn: '2026-11-30',
            mannerNamed: true,
          },
        ],
        signatures: settledRow(c, ['2026-09-24', '2026-09-24']),
        mediatorSignedOn: '2026-09-24',
      }),
    },
    {
      at: '2026-09-28T09:00',
      by: 'limin',
      command: 'completeFormalities',
      target: mediation,
      occurredOn: '2026-09-28',
      data: (c) => ({
        agreement: Object.keys(
          Object.values(c.proceedings).find((one) => one.channel === 'peopleMediation')!.agreements,
        )[0],
        sealedOn: '2026-09-28',
      }),
    },
    {
      at: '2026-10-09T09:30',
      by: 'sun',
      command: 'endMediation',
      target: mediation,
      data: () => ({ reason: 'tooFarApart', routesTold: true }),
    },
    {
      at: '2026-10-09T10:00',
      by: 'limin',
      command: 'confirmServiceAddress',
      target: theCase,
      data: (c) => ({ party: partyId(c, 'claimant'), method: 'email' }),
    },
    {
      at: '2026-10-09T10:05',
      by: 'limin',
      command: 'confirmServiceAddress',
      target: theCase,
      data: (c) => ({ party: partyId(c, 'respondent', 0), method: 'post' }),
    },
    paper('2026-10-09T10:10', 'mediationAgreement', '人民调解协议书', 'jointSigned', 3),
    paper('2026-10-09T10:11', 'confirmationApplication', '司法确认申请书', 'jointSigned', 2),
    paper('2026-10-09T10:12', 'mediationProof', '主持调解证明', 'organisationFile', 1),
    paper('2026-10-09T10:13', 'addressConfirmation', '送达地址确认书', 'jointSigned', 2),
    {
      at: '2026-10-09T10:20',
      by: 'sun',
      command: 'prepareHandoff',
      target: mediation,
      data: (c) => ({
        kind: 'H4',
        to: 'zhifuCourt',
        agreement: Object.keys(
          Object.values(c.proceedings).find((one) => one.channel === 'peopleMediation')!.agreements,
        )[0],
        partiesConsent: true,
        items: itemIds(
          c,
          'mediationAgreement',
          'confirmationApplication',
          'mediationProof',
          'addressConfirmation',
          'identityDocument',
        ),
      }),
    },
    { at: '2026-10-09T10:30', by: 'sun', command: 'offerHandoff', target: handoff },
    { at: '2026-10-12T09:10', by: 'liu', command: 'receiveHandoff', target: handoff },
    {
      at: '2026-10-13T10:00',
      by: 'liu',
      command: 'acceptConfirmation',
      target: confirmation,
      data: () => ({ number: '(2026)鲁0602诉前调确123号' }),
    },
    {
      at: '2026-10-20T10:30',
      by: 'liu',
      command: 'holdVerification',
      target: confirmation,
      occurredOn: '2026-10-20T09:30',
      data: (c) => ({ present: [partyId(c, 'claimant'), partyId(c, 'respondent', 0)], voluntary: true }),
    },
    {
      at: '2026-10-21T16:00',
      by: 'liu',
      command: 'recordConfirmationRuling',
      target: confirmation,
      data: (c) => ({
        result: 'confirmed',
        number: '（2026）鲁0602诉前调确123号',
        judge: '审查法官',
        performanceDueOn: '2026-11-30',
        served: [
          { party: partyId(c, 'claimant'), servedOn: '2026-10-21' },
          { party: partyId(c, 'respondent', 0), servedOn: '2026-10-21' },
        ],
      }),
    },
    {
      at: '2026-10-21T16:30',
      by: 'limin',
      command: 'finishMatter',
      target: matter(1),
      data: () => ({ reason: 'otherRoute' }),
    },
  ],
};
