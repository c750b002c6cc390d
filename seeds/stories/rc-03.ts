import { text } from '../../workflows/index.ts';
import type { StoryLogin } from '../cast.ts';
import { partyId, proceeding, type Story, type StoryStep, theCase } from './story.ts';

const ruling = proceeding('adminRuling');
const attack = proceeding('invalidation');
const by = 'cnipa-officer';

/** One step of the office on the ruling. */
function step(
  at: string,
  command: string,
  data: NonNullable<StoryStep['data']> = () => ({}),
  more: Partial<StoryStep<StoryLogin>> = {},
): StoryStep<StoryLogin> {
  return { at, by, command, target: ruling, data, ...more };
}

const everybody: NonNullable<StoryStep['data']> = (c) => ({ parties: Object.keys(c.parties) });

/** A national ruling over a medicine patent: stayed, taken up again, a second stay refused, ruled, sued over and not stayed. */
export const rc03: Story<StoryLogin> = {
  id: 'rc-03',
  title: text(
    '重大专利侵权纠纷行政裁决：药品专利，中止与恢复（非烟台）',
    'National ruling on a major case: a medicine patent, stayed and taken up again (not of Yantai)',
  ),
  source: text(
    '国知保裁字[2021]1号公开报道改写，当事人已隐去；各步标记：V 原文载明，V~ 仅到月份或先后，S 为补足的日期或步骤',
    'After reports on ruling [2021] No. 1, anonymised; V stated, V~ stated to the month or order, S added',
  ),
  steps: [
    // S: the request arrives, five working days before it is filed.
    step(
      '2021-10-29T09:30',
      'openCase',
      () => ({
        claimant: { kind: 'legal', name: '境外某制药公司', email: 'counsel@example.org' },
        summary: '请求人认为两名被请求人制造、销售、许诺销售的药品侵害其发明专利权。',
        respondents: [
          { who: { kind: 'legal', name: '某制药公司', telephone: '010-60000301' } },
          { who: { kind: 'legal', name: '某医药销售公司', telephone: '010-60000302' } },
        ],
        rightKind: 'inventionPatent',
        dispute: 'infringement',
        relief: ['stop'],
      }),
      { target: theCase },
    ),
    step(
      '2021-10-29T09:40',
      'describeParty',
      (c) => ({ party: partyId(c, 'claimant'), capacity: 'full', foreign: true }),
      {
        target: theCase,
      },
    ),
    step('2021-10-29T09:50', 'routeHere', () => ({ channel: 'adminRuling' }), { target: proceeding('intake') }),
    // 1 V: the office accepts the request of a foreign maker.
    step('2021-11-05T10:00', 'fileRuling', () => ({
      number: '国知保裁字[2021]1号',
      standing: 'owner',
      variant: 'major',
      majorGround: 'publicInterest',
      foreignAuthority: true,
    })),
    // S: the panel, service and defence.
    step('2021-11-08T10:00', 'formRulingPanel', (c) => ({
      lead: 'cnipa-officer',
      size: 5,
      told: Object.keys(c.parties),
    })),
    step('2021-11-10T10:00', 'serveRulingRequest', (c) => ({ party: partyId(c, 'respondent', 0) })),
    step('2021-11-10T10:05', 'serveRulingRequest', (c) => ({ party: partyId(c, 'respondent', 1) })),
    step('2021-11-25T10:00', 'recordRulingDefence', (c) => ({ party: partyId(c, 'respondent', 0) })),
    step('2021-11-25T10:05', 'recordRulingDefence', (c) => ({ party: partyId(c, 'respondent', 1) })),
    step('2021-11-26T10:00', 'forwardRulingDefence', (c) => ({ party: partyId(c, 'respondent', 0) })),
    step('2021-11-26T10:05', 'forwardRulingDefence', (c) => ({ party: partyId(c, 'respondent', 1) })),
    // 2 V: a respondent attacks the patent and asks for a stay.
    step('2021-12-10T14:00', 'recordInvalidationRequest', () => ({})),
    step('2021-12-10T14:10', 'recordStayRequest', (c) => ({
      party: partyId(c, 'respondent', 0),
      reason: 'invalidity',
    })),
    // S: the attack is accepted.
    step('2021-12-13T10:00', 'acceptInvalidation', () => ({ kind: 'patentInvalidation' }), { target: attack }),
    // 3 V: stayed. An invention may go on; the office chose to wait.
    step('2021-12-15T10:00', 'stayRuling', () => ({ reason: 'invalidity' }), { acknowledged: ['stay-not-owed'] }),
    // 4 V: the respondent withdrew its attack (S: the day), and the case goes on.
    step('2022-05-13T10:00', 'withdrawInvalidation', () => ({}), { target: attack }),
    step('2022-05-16T09:30', 'resumeRuling', () => ({ because: '被请求人撤回无效宣告请求' })),
    // 5 V: it asks for a stay again.
    step('2022-05-18T10:00', 'recordInvalidationRequest', () => ({ repeated: true })),
    step('2022-05-18T10:10', 'recordStayRequest', (c) => ({
      party: partyId(c, 'respondent', 0),
      reason: 'invalidity',
    })),
    // 6 S: the hearing is set in time; the second request is refused, the sides are heard.
    step('2022-05-20T09:00', 'scheduleOralHearing', () => ({ at: '2022-05-25T09:30', place: '审理庭' })),
    step('2022-05-20T09:30', 'noticeOralHearing', everybody),
    step('2022-05-25T09:00', 'refuseStay', () => ({ reason: 'repeatRequest' })),
    step('2022-05-25T12:00', 'holdOralHearing', (c) => ({ present: Object.keys(c.parties) })),
    // S: one month more, before the time to conclude was over.
    step('2022-06-30T10:00', 'extendRuling', () => ({ months: 1, by: 'head' })),
    // 7 V: the ruling. Two respondents stop; one of them also comes off the procurement platform at once.
    step('2022-07-27T10:00', 'issueRuling', (c) => ({
      number: '国知保裁字[2021]1号裁决',
      result: 'infringement',
      orders: [
        ...[0, 1].map((index) => ({
          respondent: partyId(c, 'respondent', index),
          subject: 'stopInfringement',
          act: '立即停止制造、销售、许诺销售涉案药品',
        })),
        {
          respondent: partyId(c, 'respondent', 0),
          subject: 'removeListing',
          act: '立即在药品采购平台撤网',
          dueOn: '2022-07-27',
        },
      ],
      served: Object.keys(c.parties).map((party) => ({ party, servedOn: '2022-07-27' })),
    })),
    // S: published in time.
    step('2022-08-08T10:00', 'publishRuling', () => ({ redacted: true })),
    // 8 V~ (S: the day, the last of its time): sued over; the ruling stays enforceable.
    step('2022-08-11T16:00', 'recordAdministrativeSuit', (c) => ({ party: partyId(c, 'respondent', 0) })),
  ],
};
