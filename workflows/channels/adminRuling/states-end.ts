import { stateMeta, whenFacts } from '../../machine.ts';
import { crimeClocksBeside } from '../../rules/clocks-criminal.ts';
import { text } from '../../text.ts';

const afterRuling = ['ruling.sue', 'ruling.reconsider', 'ruling.publish', ...crimeClocksBeside] as const;

const waitsForSuit = text(
  '起诉和复议的期限自收到裁决之日起按当事人分别计算；起诉不停止裁决的执行。',
  'The time to sue or to ask for reconsideration runs per party from receipt; a suit does not stay the ruling.',
);
const ruledTask = {
  role: 'rulingOfficer',
  text: text(
    '登记裁决送达各方的日期，公开裁决；登记起诉、复议，或登记裁决生效',
    'Record service on each party and publish; record suits and reconsideration, or the effect of the ruling',
  ),
} as const;

/** What may follow a ruling while it can still be attacked. */
const attackable = {
  recordAdministrativeSuit: 'challenged',
  recordReconsideration: 'challenged',
  recordRulingFinality: 'effective',
} as const;

const revised = [
  { target: 'annulled', guard: whenFacts({ revision: 'annulled' }) },
  { target: 'effective', guard: whenFacts({ revision: 'changed' }) },
] as const;

/** From the ruling to the end: served, sued over or not, in effect, performed or enforced. */
export const endStates = {
  ruledInfringement: {
    meta: stateMeta({
      label: text('已裁决：认定侵权', 'Ruled: infringement'),
      publicLabel: text('行政机关认定侵权成立，责令停止', 'The department found infringement and ordered it to stop'),
      owner: 'parties',
      clocks: [...afterRuling, 'ruling.enforce.demand'],
      waits: waitsForSuit,
      tasks: [ruledTask],
      documentsDue: ['rulingDecision', 'serviceReceipt'],
    }),
    on: attackable,
  },
  ruledNoInfringement: {
    meta: stateMeta({
      label: text('已裁决：侵权不成立', 'Ruled: no infringement'),
      publicLabel: text('行政机关认定侵权不成立，驳回请求', 'The department found no infringement'),
      owner: 'parties',
      clocks: afterRuling,
      waits: waitsForSuit,
      tasks: [ruledTask],
      documentsDue: ['rulingDecision', 'serviceReceipt'],
    }),
    on: attackable,
  },
  challenged: {
    meta: stateMeta({
      label: text('已起诉或申请复议，裁决不停止执行', 'Sued or under reconsideration; not stayed'),
      publicLabel: text(
        '当事人已起诉或申请复议，裁决继续执行',
        'A party has sued or asked for reconsideration; the ruling stays enforceable',
      ),
      owner: 'custodian',
      clocks: [
        ...afterRuling,
        'adminsuit.defence',
        'ruling.enforce.demand',
        'ruling.enforce.court_accept',
        'ruling.enforce.court_rule',
      ],
      waits: text(
        '期限由法院或复议机关掌握；结果到达后登记。',
        'The court keeps its own time; its result is recorded when it comes.',
      ),
      tasks: [
        {
          role: 'rulingOfficer',
          text: text('登记诉讼或复议的结果', 'Record the result of the suit or reconsideration'),
        },
      ],
    }),
    on: {
      recordAdministrativeSuit: 'challenged',
      recordReconsideration: 'challenged',
      recordChallengeResult: [
        { target: 'effective', guard: whenFacts({ result: 'stands' }) },
        { target: 'filed', guard: whenFacts({ result: 'revoked' }) },
        { target: 'annulled', guard: whenFacts({ result: 'annulled' }) },
      ],
    },
  },
  effective: {
    meta: stateMeta({
      label: text('裁决已生效', 'Ruling in effect'),
      publicLabel: text('行政裁决已经生效', 'The ruling is in effect'),
      owner: 'parties',
      clocks: [
        'ruling.publish',
        'ruling.enforce.demand',
        'ruling.enforce.agency',
        'ruling.enforce.holder',
        'ruling.enforce.court_accept',
        'ruling.enforce.court_rule',
        ...crimeClocksBeside,
      ],
      waits: text(
        '由被请求人履行；不履行的，催告后申请强制执行。',
        'To be obeyed; otherwise enforcement follows a demand.',
      ),
      tasks: [
        {
          role: 'rulingOfficer',
          text: text(
            '跟踪履行；不履行的催告、申请强制执行；重复侵权的登记',
            'Follow performance; demand it and apply for enforcement; record repeated infringement',
          ),
        },
      ],
    }),
    on: { reviseRuling: revised, closeRuling: 'closed' },
  },
  mediated: {
    meta: stateMeta({
      label: text('调解结案', 'Closed by mediation'),
      publicLabel: text('双方达成调解协议，裁决程序结束', 'The sides have settled; the ruling ends'),
      owner: 'custodian',
      clocks: crimeClocksBeside,
      waits: text(
        '协议的确认期限在争议事项上计算；整理案卷后办结。',
        'The window for confirmation runs on the matter; the file is closed.',
      ),
      tasks: [{ role: 'rulingOfficer', text: text('整理案卷后办结', 'Put the file in order and close it') }],
      documentsDue: ['mediationAgreement'],
    }),
    on: { closeRuling: 'closed' },
  },
  cancelled: {
    meta: stateMeta({
      label: text('已撤销案件', 'Case cancelled'),
      publicLabel: text('行政机关已撤销案件', 'The department has cancelled the case'),
      owner: 'nobody',
      documentsDue: ['cancelDecision'],
      over: true,
    }),
  },
  annulled: {
    meta: stateMeta({
      label: text('裁决已撤销', 'Ruling annulled'),
      publicLabel: text('行政裁决已被撤销', 'The ruling has been annulled'),
      owner: 'nobody',
      over: true,
    }),
  },
  closed: {
    meta: stateMeta({
      label: text('已结案', 'Closed'),
      publicLabel: text('行政裁决案件已结案', 'The ruling is closed'),
      owner: 'nobody',
      over: true,
    }),
    // The right may fall after the file was closed (O81 33).
    on: { reviseRuling: revised },
  },
} as const;
