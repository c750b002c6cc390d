import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { agreementOf, handoff, itemIds, partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const suit = proceeding('litigation');
const mediation = proceeding('courtAnnexedMediation');
const confirmation = proceeding('judicialConfirmation');

/** A paper original on a file. */
function paper(
  at: string,
  by: StoryLogin,
  target: StoryStep['target'],
  [document, title, itemClass]: readonly [string, string, string],
): StoryStep<StoryLogin> {
  return { at, by, command: 'addItem', target, data: () => ({ document, title, class: itemClass, pages: 2 }) };
}

/** A design-patent suit that the court delegates to a district committee; agreed, and confirmed by the inviting court. */
export const rc09: Story<StoryLogin> = {
  id: 'rc-09',
  title: text(
    '网售外观设计专利：中院委派区调委会，调解后司法确认（非烟台）',
    'Design patent sold online: delegated to a district committee, then confirmed (not of Yantai)',
  ),
  source: text(
    '中国质量报 2024-10-29 报道改写，当事人已隐去；各步标记：V 原文载明，V~ 原文仅到月份或先后，S 为补足的日期或步骤',
    'After a report of China Quality Daily, 2024-10-29, anonymised; V stated, V~ stated to the month or order, S added',
  ),
  steps: [
    // 1 V~ (before August 2024): a company from Guangdong sues over a listing on a platform. S: the day.
    {
      at: '2024-07-29T09:30',
      by: 'nanping-court',
      command: 'openCase',
      target: theCase,
      data: () => ({
        claimant: { kind: 'legal', name: '广东某公司', telephone: '020-60000100' },
        summary: '原告起诉被告在电商平台销售侵害其外观设计专利权的商品。',
        source: 'window',
        respondents: [{ who: { kind: 'individualBusiness', name: '南平某网店', telephone: '13800000900' } }],
        rightKind: 'designPatent',
        dispute: 'infringement',
        relief: ['stop', 'damages'],
      }),
    },
    // 1 V~: at the Nanping Intermediate Court.
    {
      at: '2024-07-29T09:40',
      by: 'nanping-court',
      command: 'routeHere',
      target: proceeding('intake'),
      data: () => ({ channel: 'litigation' }),
    },
    // 2 V~ (August 2024): the court delegates before registration. S: the day, the pre-filing number.
    {
      at: '2024-08-01T10:00',
      by: 'nanping-court',
      command: 'proposeMediation',
      target: suit,
      data: () => ({ mode: 'delegated', number: '（2024）闽07民诉前调112号' }),
    },
    // 2 S: the claimant agrees; the other side is asked by the mediator.
    {
      at: '2024-08-01T10:20',
      by: 'nanping-court',
      command: 'recordConsent',
      target: suit,
      data: (c) => ({ party: partyId(c, 'claimant'), answer: 'agrees', channel: 'visit', level: '2' }),
    },
    { at: '2024-08-01T10:25', by: 'nanping-court', command: 'confirmMediationConsent', target: suit },
    // 2 V: to the district committee founded in 2023. S: designated by the court.
    {
      at: '2024-08-02T09:00',
      by: 'nanping-court',
      command: 'chooseMediationOrganisation',
      target: suit,
      data: () => ({ chosenBy: 'court', organisation: 'yanpingMediationCommittee' }),
    },
    paper('2024-08-02T09:05', 'nanping-court', suit, ['delegationLetter', '委派调解函', 'organisationFile']),
    paper('2024-08-02T09:06', 'nanping-court', suit, ['complaint', '民事起诉状', 'partyFile']),
    paper('2024-08-02T09:07', 'nanping-court', suit, ['consentRecord', '调解意愿记录', 'organisationFile']),
    {
      at: '2024-08-02T09:20',
      by: 'nanping-court',
      command: 'prepareHandoff',
      target: suit,
      data: (c) => ({
        kind: 'H1',
        to: 'yanpingMediationCommittee',
        partiesConsent: true,
        items: itemIds(c, 'delegationLetter', 'complaint', 'consentRecord'),
      }),
    },
    { at: '2024-08-02T09:30', by: 'nanping-court', command: 'offerHandoff', target: handoff },
    // 2 S: received, and taken within three working days.
    { at: '2024-08-09T15:00', by: 'yanping-clerk', command: 'receiveHandoff', target: handoff },
    { at: '2024-08-12T09:00', by: 'yanping-clerk', command: 'acceptHandoff', target: handoff },
    // 3 V: the mediator hears both and explains the law. S: the days.
    {
      at: '2024-08-12T09:30',
      by: 'yanping-clerk',
      command: 'assignMediator',
      target: mediation,
      data: () => ({ mediator: 'yanping-mediator' }),
    },
    {
      at: '2024-08-14T10:00',
      by: 'yanping-clerk',
      command: 'recordConsent',
      target: mediation,
      data: (c) => ({ party: partyId(c, 'respondent'), answer: 'agrees', channel: 'telephone', level: '1' }),
    },
    {
      at: '2024-08-20T09:00',
      by: 'yanping-mediator',
      command: 'giveRightsNotice',
      target: mediation,
      data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
    },
    {
      at: '2024-08-20T11:30',
      by: 'yanping-mediator',
      command: 'openSession',
      target: mediation,
      occurredOn: '2024-08-20T09:30',
      data: (c) => ({ mode: 'online', present: Object.keys(c.parties), minutes: 100 }),
    },
    // 3 V: an agreement with amount and day of payment. S: 10 September, the amount, the day.
    {
      at: '2024-09-10T16:00',
      by: 'yanping-mediator',
      command: 'recordAgreement',
      target: mediation,
      data: (c) => ({
        form: 'online',
        clauses: [
          {
            subject: 'removeListing',
            obligor: partyId(c, 'respondent'),
            obligee: partyId(c, 'claimant'),
            act: '下架涉案商品并停止销售',
            dueOn: '2024-09-15',
            mannerNamed: true,
          },
          {
            subject: 'payment',
            obligor: partyId(c, 'respondent'),
            obligee: partyId(c, 'claimant'),
            act: '一次性支付赔偿款',
            amountFen: 1_500_000,
            dueOn: '2024-10-31',
            mannerNamed: true,
          },
        ],
        signatures: Object.keys(c.parties).map((party) => ({ party, signedOn: '2024-09-10' })),
        mediatorSignedOn: '2024-09-10',
        sealedOn: '2024-09-10',
      }),
    },
    // 3 S: the result goes back to the court.
    ...(['claimant', 'respondent'] as const).map(
      (side, index): StoryStep<StoryLogin> => ({
        at: `2024-09-11T09:0${index}`,
        by: 'yanping-clerk',
        command: 'confirmServiceAddress',
        target: theCase,
        data: (c) => ({ party: partyId(c, side), method: 'email' }),
      }),
    ),
    paper('2024-09-11T09:10', 'yanping-clerk', mediation, ['mediationAgreement', '调解协议书', 'jointSigned']),
    paper('2024-09-11T09:11', 'yanping-clerk', mediation, ['mediationProof', '主持调解证明', 'organisationFile']),
    paper('2024-09-11T09:12', 'yanping-clerk', mediation, ['identityDocument', '各方身份证明', 'partyFile']),
    paper('2024-09-11T09:13', 'yanping-clerk', mediation, ['addressConfirmation', '送达地址确认书', 'jointSigned']),
    {
      at: '2024-09-11T09:20',
      by: 'yanping-mediator',
      command: 'prepareHandoff',
      target: mediation,
      data: (c) => ({
        kind: 'H2',
        to: 'nanpingIntermediateCourt',
        partiesConsent: true,
        items: itemIds(c, 'mediationAgreement', 'mediationProof', 'identityDocument', 'addressConfirmation'),
      }),
    },
    { at: '2024-09-11T09:30', by: 'yanping-mediator', command: 'offerHandoff', target: handoff },
    { at: '2024-09-11T14:00', by: 'nanping-court', command: 'receiveHandoff', target: handoff },
    { at: '2024-09-11T14:10', by: 'nanping-court', command: 'acceptHandoff', target: handoff },
    // 4 V: both apply for confirmation. S: 20 September.
    paper('2024-09-20T09:00', 'yanping-clerk', mediation, ['confirmationApplication', '司法确认申请书', 'jointSigned']),
    {
      at: '2024-09-20T09:10',
      by: 'yanping-mediator',
      command: 'prepareHandoff',
      target: mediation,
      data: (c) => ({
        kind: 'H4',
        to: 'nanpingIntermediateCourt',
        agreement: agreementOf(c, 'courtAnnexedMediation'),
        partiesConsent: true,
        items: itemIds(
          c,
          'mediationAgreement',
          'confirmationApplication',
          'mediationProof',
          'identityDocument',
          'addressConfirmation',
        ),
      }),
    },
    { at: '2024-09-20T09:20', by: 'yanping-mediator', command: 'offerHandoff', target: handoff },
    { at: '2024-09-20T15:00', by: 'nanping-court', command: 'receiveHandoff', target: handoff },
    // 5 S: accepted and examined.
    {
      at: '2024-09-23T10:00',
      by: 'nanping-court',
      command: 'acceptConfirmation',
      target: confirmation,
      data: () => ({ number: '（2024）闽07诉前调确9号' }),
    },
    {
      at: '2024-09-27T10:30',
      by: 'nanping-court',
      command: 'holdVerification',
      target: confirmation,
      occurredOn: '2024-09-27T09:30',
      data: (c) => ({ present: Object.keys(c.parties), voluntary: true }),
    },
    // 5 V~ (before 29 October 2024): the order. S: the day.
    {
      at: '2024-10-11T16:00',
      by: 'nanping-court',
      command: 'recordConfirmationRuling',
      target: confirmation,
      data: (c) => ({
        result: 'confirmed',
        number: '（2024）闽07诉前调确9号',
        judge: '审查法官',
        performanceDueOn: '2024-10-31',
        served: Object.keys(c.parties).map((party) => ({ party, servedOn: '2024-10-11' })),
      }),
    },
    // 5 S: the committee follows performance up after the confirmation.
    {
      at: '2024-10-14T10:00',
      by: 'yanping-mediator',
      command: 'recordPerformance',
      target: mediation,
      occurredOn: '2024-09-15',
      data: (c) => ({
        party: partyId(c, 'respondent'),
        obligation: `${agreementOf(c, 'courtAnnexedMediation')}-1`,
        result: 'full',
      }),
    },
  ],
};
