import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { agreementOf, handoff, itemIds, partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const ruling = proceeding('adminRuling');
const talks = proceeding('adminMediation');
const confirmation = proceeding('judicialConfirmation');

type Told = NonNullable<StoryStep['data']>;

/** One step of the county bureau, or of whoever `more` names. */
function step(
  at: string,
  command: string,
  target: StoryStep['target'],
  data: Told = () => ({}),
  more: Partial<StoryStep<StoryLogin>> = {},
): StoryStep<StoryLogin> {
  return { at, by: 'lixin-officer', command, target, data, ...more };
}

const papers = [
  ['assistanceLetter', '请市局协助办理司法确认的函', 'organisationFile'],
  ['mediationAgreement', '行政调解协议书', 'jointSigned'],
  ['confirmationApplication', '司法确认申请书', 'jointSigned'],
  ['addressConfirmation', '送达地址确认书', 'jointSigned'],
  ['mediationProof', '主持调解证明', 'organisationFile'],
  ['identityDocument', '双方身份证明', 'partyFile'],
] as const;
const court = { by: 'bozhou-court' } as const;

/** Door curtains in Lixin county: the county bureau mediates, the city bureau helps with the application, the court confirms on one day. */
export const rc06: Story<StoryLogin> = {
  id: 'rc-06',
  title: text(
    '门帘外观设计：县局调解，市局协助，中院当日确认（非烟台）',
    'Door-curtain design: mediated by the county, assisted by the city, confirmed in one day (not of Yantai)',
  ),
  source: text(
    '亳州当地报道改写（原文未载年份，以2021年代之），当事人已隐去；各步标记：V 原文载明，V~ 仅到月份，S 为补足的日期或步骤',
    'After a report of Bozhou (the year is not in it; 2021 stands in), anonymised; V stated, V~ to the month, S added',
  ),
  steps: [
    // 1 V~ (June): a screen-door company asks the county bureau; make, sell, offer. S: the day.
    step('2021-06-15T09:30', 'openCase', theCase, () => ({
      claimant: { kind: 'legal', name: '某纱门公司', telephone: '0558-6000101' },
      summary: '被请求人制造、销售、许诺销售的门帘涉嫌侵害请求人的外观设计专利权。',
      respondents: [{ who: { kind: 'legal', name: '某针织公司', telephone: '0558-6000102' } }],
      rightKind: 'designPatent',
      dispute: 'infringement',
      relief: ['stop', 'damages'],
    })),
    step('2021-06-15T09:50', 'routeHere', proceeding('intake'), () => ({ channel: 'adminRuling' })),
    // 2 S: accepted by the county, whose commission is not on record: it warns and is acknowledged; V: both willing to mediate.
    step('2021-06-18T10:00', 'fileRuling', ruling, () => ({ number: '利市监专〔2021〕1号', standing: 'owner' }), {
      acknowledged: ['commission-needed'],
    }),
    step('2021-06-18T10:30', 'beginSettlement', ruling, (c) => ({ agreedBy: Object.keys(c.parties) })),
    step('2021-06-18T11:00', 'fileAdminMediation', talks, () => ({
      number: '利市监调〔2021〕1号',
      scope: 'infringement',
    })),
    step('2021-06-18T11:10', 'assignMediator', talks, () => ({ mediator: 'lixin-officer' })),
    step('2021-07-06T09:00', 'giveRightsNotice', talks, (c) => ({ parties: Object.keys(c.parties), manner: 'oral' })),
    step('2021-07-06T11:00', 'openSession', talks, (c) => ({ mode: 'inPerson', present: Object.keys(c.parties) })),
    // 3 S: the agreement is signed.
    step('2021-07-20T15:00', 'recordAgreement', talks, (c) => ({
      form: 'department',
      clauses: [
        {
          subject: 'stopInfringement',
          obligor: partyId(c, 'respondent'),
          obligee: partyId(c, 'claimant'),
          act: '停止制造、销售、许诺销售涉案门帘',
          dueOn: '2021-07-31',
          mannerNamed: true,
        },
        {
          subject: 'payment',
          obligor: partyId(c, 'respondent'),
          obligee: partyId(c, 'claimant'),
          act: '一次性支付补偿款',
          amountFen: 3_000_000,
          dueOn: '2021-08-31',
          mannerNamed: true,
        },
      ],
      signatures: Object.keys(c.parties).map((party) => ({ party, signedOn: '2021-07-20' })),
      sealedOn: '2021-07-20',
    })),
    ...(['claimant', 'respondent'] as const).map((side, index) =>
      step(`2021-07-26T09:0${index}`, 'confirmServiceAddress', theCase, (c) => ({
        party: partyId(c, side),
        method: 'sms',
      })),
    ),
    ...papers.map(([document, title, itemClass], index) =>
      step(`2021-07-26T09:1${index}`, 'addItem', talks, () => ({ document, title, class: itemClass, pages: 3 })),
    ),
    // 4 V: the city bureau helps; the case stays with the county.
    step('2021-07-26T10:00', 'prepareHandoff', talks, (c) => ({
      kind: 'H18',
      to: 'bozhouPatentDepartment',
      items: itemIds(c, 'assistanceLetter', 'mediationAgreement'),
      note: '请协助当事人向中级人民法院申请司法确认。',
    })),
    step('2021-07-26T10:10', 'offerHandoff', handoff),
    step('2021-07-26T14:00', 'receiveHandoff', handoff, undefined, { by: 'bozhou-officer' }),
    step('2021-07-26T14:10', 'acceptHandoff', handoff, undefined, { by: 'bozhou-officer' }),
    // 4 S: 28 July. Both apply to the Intermediate Court.
    step('2021-07-28T09:00', 'prepareHandoff', talks, (c) => ({
      kind: 'H4',
      to: 'bozhouIntermediateCourt',
      agreement: agreementOf(c, 'adminMediation'),
      partiesConsent: true,
      items: itemIds(c, ...papers.slice(1).map(([document]) => document)),
    })),
    step('2021-07-28T09:10', 'offerHandoff', handoff, undefined, {
      acknowledged: ['court-may-lack-jurisdiction', 'court-may-not-take-administrative-agreements'],
    }),
    // 5 V: accepted and confirmed the same day; the first in the city.
    step('2021-07-28T09:40', 'receiveHandoff', handoff, undefined, court),
    step('2021-07-28T10:00', 'acceptConfirmation', confirmation, () => ({ number: '（2021）皖16民特1号' }), court),
    step(
      '2021-07-28T11:00',
      'holdVerification',
      confirmation,
      (c) => ({ present: Object.keys(c.parties), voluntary: true }),
      court,
    ),
    step(
      '2021-07-28T16:00',
      'recordConfirmationRuling',
      confirmation,
      (c) => ({
        result: 'confirmed',
        number: '（2021）皖16民特1号',
        judge: '审查法官',
        performanceDueOn: '2021-08-31',
        served: Object.keys(c.parties).map((party) => ({ party, servedOn: '2021-07-28' })),
      }),
      court,
    ),
    step('2021-07-29T10:00', 'closeRuling', ruling),
  ],
};
