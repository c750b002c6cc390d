import { type CaseFile, text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import {
  agreementOf,
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

const ruling = proceeding('adminRuling');
const talks = proceeding('adminMediation');
const confirmation = proceeding('judicialConfirmation');

type Told = NonNullable<StoryStep['data']>;

/** One step of the office in Shanghai. */
function step(
  at: string,
  command: string,
  target: StoryStep['target'],
  data: Told = () => ({}),
  more: Partial<StoryStep<StoryLogin>> = {},
): StoryStep<StoryLogin> {
  return { at, by: 'shanghai-officer', command, target, data, ...more };
}

const papers = [
  ['mediationAgreement', '行政调解协议书', 'jointSigned'],
  ['confirmationApplication', '司法确认申请书', 'jointSigned'],
  ['addressConfirmation', '送达地址确认书', 'jointSigned'],
  ['mediationProof', '主持调解证明', 'organisationFile'],
  ['identityDocument', '双方身份证明', 'partyFile'],
] as const;

const owed = (c: CaseFile, subject: string, act: string, dueOn: string, amountFen: number | null = null) => ({
  subject,
  obligor: partyId(c, 'respondent'),
  obligee: partyId(c, 'claimant'),
  act,
  amountFen,
  dueOn,
  mannerNamed: true,
});

/** Furniture designs offered for sale: a ruling is asked for over a series, both settle before the office, and the court confirms on one day. */
export const rc01: Story<StoryLogin> = {
  id: 'rc-01',
  title: text(
    '家居外观设计系列：行政裁决中调解，当日司法确认（非烟台）',
    'A series of furniture designs: settled during the ruling and confirmed in one day (not of Yantai)',
  ),
  source: text(
    '国家知识产权局指导案例第8号改写，当事人已隐去；各步标记：V 原文载明，S 为补足的日期或步骤',
    "After guiding case 8 of the State's office, anonymised; V stated, S added",
  ),
  steps: [
    // 1 V: the holder asks for a ruling over several designs against one respondent (offer for sale). S: three of them.
    step('2020-05-25T09:30', 'openCase', theCase, () => ({
      claimant: { kind: 'legal', name: '某家居公司', telephone: '021-60000101' },
      summary: '被请求人许诺销售的多款产品涉嫌侵害请求人的多件外观设计专利权。',
      respondents: [{ who: { kind: 'legal', name: '上海某公司', telephone: '021-60000102' } }],
      rightKind: 'designPatent',
      rightNumber: 'ZL（系列之一）',
      dispute: 'infringement',
      relief: ['stop', 'damages'],
    })),
    ...[1, 2].flatMap((index) => [
      step(`2020-05-25T09:4${index}`, 'splitMatter', theCase, (c) => ({
        matter: matterId(c, 0),
        respondents: [],
        dispute: 'infringement',
        reason: '系列专利，一件专利一个争议事项',
      })),
      step(`2020-05-25T09:5${index}`, 'describeMatter', matter(index), () => ({
        rightNumber: `ZL（系列之${index === 1 ? '二' : '三'}）`,
      })),
    ]),
    step('2020-05-25T10:00', 'routeHere', proceeding('intake'), () => ({ channel: 'adminRuling' })),
    // 2 V: the office accepts the series and, both willing, opens the mediation.
    step('2020-06-01T10:00', 'fileRuling', ruling, () => ({ number: '沪知局裁〔2020〕1号', standing: 'owner' })),
    step('2020-06-01T10:30', 'beginSettlement', ruling, (c) => ({ agreedBy: Object.keys(c.parties) })),
    step('2020-06-01T11:00', 'fileAdminMediation', talks, () => ({
      number: '沪知局调〔2020〕1号',
      scope: 'infringement',
    })),
    step('2020-06-01T11:10', 'assignMediator', talks, () => ({ mediator: 'shanghai-officer' })),
    // S: rights told, sessions held.
    step('2020-06-10T09:00', 'giveRightsNotice', talks, (c) => ({
      parties: Object.keys(c.parties),
      manner: 'written',
    })),
    step('2020-06-10T11:00', 'openSession', talks, (c) => ({ mode: 'inPerson', present: Object.keys(c.parties) })),
    step('2020-09-16T11:00', 'openSession', talks, (c) => ({ mode: 'online', present: Object.keys(c.parties) })),
    // 3 V: the parties sign. S: the clauses.
    step('2020-09-29T15:00', 'recordAgreement', talks, (c) => ({
      form: 'department',
      clauses: [
        owed(c, 'stopInfringement', '停止许诺销售涉案各款产品', '2020-10-15'),
        owed(c, 'payment', '一次性支付补偿款', '2020-11-30', 20_000_000),
      ],
      signatures: Object.keys(c.parties).map((party) => ({ party, signedOn: '2020-09-29' })),
      sealedOn: '2020-09-29',
    })),
    // S: the addresses and the papers of the application.
    ...(['claimant', 'respondent'] as const).map((side, index) =>
      step(`2020-10-19T09:0${index}`, 'confirmServiceAddress', theCase, (c) => ({
        party: partyId(c, side),
        method: 'email',
      })),
    ),
    ...papers.map(([document, title, itemClass], index) =>
      step(`2020-10-19T09:1${index}`, 'addItem', talks, () => ({ document, title, class: itemClass, pages: 3 })),
    ),
    // 4 V: the joint application; form and content are examined.
    step('2020-10-20T09:00', 'prepareHandoff', talks, (c) => ({
      kind: 'H4',
      to: 'shanghaiIntellectualPropertyCourt',
      agreement: agreementOf(c, 'adminMediation'),
      partiesConsent: true,
      items: itemIds(c, ...papers.map(([document]) => document)),
    })),
    step('2020-10-20T09:10', 'offerHandoff', handoff, undefined, {
      acknowledged: ['court-may-lack-jurisdiction', 'court-may-not-take-administrative-agreements'],
    }),
    step('2020-10-20T09:30', 'receiveHandoff', handoff, undefined, { by: 'shanghai-court' }),
    step('2020-10-20T10:00', 'acceptConfirmation', confirmation, () => ({ number: '（2020）沪73民特1号' }), {
      by: 'shanghai-court',
    }),
    step(
      '2020-10-20T14:00',
      'holdVerification',
      confirmation,
      (c) => ({ present: Object.keys(c.parties), voluntary: true }),
      { by: 'shanghai-court' },
    ),
    // 5 V: the order of the same day.
    step(
      '2020-10-20T16:00',
      'recordConfirmationRuling',
      confirmation,
      (c) => ({
        result: 'confirmed',
        number: '（2020）沪73民特1号',
        judge: '审查法官',
        performanceDueOn: '2020-11-30',
        served: Object.keys(c.parties).map((party) => ({ party, servedOn: '2020-10-20' })),
      }),
      { by: 'shanghai-court' },
    ),
    // S: the ruling is closed: nothing was ruled on.
    step('2020-10-21T10:00', 'closeRuling', ruling),
  ],
};
