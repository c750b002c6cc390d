import { authoring, stateMeta, whenFacts } from '../machine.ts';
import { clocksEverywhere } from '../rules/clocks-opinions.ts';
import { text } from '../text.ts';

/** Where a matter goes when a proceeding of that family takes it up. */
export const channelFamilies = [
  'mediation',
  'authority',
  'arbitration',
  'court',
  'confirmation',
  'enforcement',
] as const;
export type ChannelFamily = (typeof channelFamilies)[number];

/**
 * What runs wherever the matter is, mediation included: preservation, or a warned party's demand, before a suit, until the
 * suit is registered, the terms of a fast lane, and what other bodies were asked.
 */
const beforeSuit = [
  'lit.prefiling_preservation.rule',
  'lit.prefiling_preservation.sue',
  'lit.noninfringement.received',
  'lit.noninfringement.sent',
  ...clocksEverywhere,
] as const;

/** Before a patent department is asked: a warned person may ask it for an opinion, a patentee for a ruling over a drug. */
const beforeDepartment = ['ruling.warning_advice', 'ruling.warning_advice.sent', 'ruling.drug_window'] as const;

const takenUp = [
  { target: 'inMediation', guard: whenFacts({ family: 'mediation' }) },
  { target: 'beforeAuthority', guard: whenFacts({ family: 'authority' }) },
  { target: 'inArbitration', guard: whenFacts({ family: 'arbitration' }) },
  { target: 'inCourt', guard: whenFacts({ family: 'court' }) },
] as const;

/** While one proceeding runs another may take the matter up beside it; the path stays with the one that leads. */
const openTransitions = {
  enterChannel: takenUp,
  decideMatter: 'decided',
  settleMatter: 'settled',
  leaveUnresolved: 'unresolved',
  finishMatter: 'over',
} as const;

const enforced = { target: 'inEnforcement', guard: whenFacts({ family: 'enforcement' }) } as const;

/** A ruling is a title of its own; a suit over it does not stop its enforcement (PL 65, O81 80; routes T22, T23). */
const withTitle = { ...openTransitions, enterChannel: [...takenUp, enforced] } as const;

/**
 * The path of one matter, from the door to its end. States that a later event can leave again are not final: a revoked
 * confirmation, a reopened case.
 */
export const pathMachine = authoring.createMachine({
  id: 'path',
  initial: 'triage',
  context: {},
  options: { maxIterations: 100 },
  states: {
    triage: {
      meta: stateMeta({
        label: text('登记分流', 'Triage'),
        clocks: [...beforeSuit, ...beforeDepartment],
        publicLabel: text('已登记，正在确定办理途径', 'Registered; the way forward is being chosen'),
        owner: 'custodian',
        waits: text(
          '登记环节由受理机构随到随办，法律没有规定期限。',
          'The organisation at the door acts at once; no law sets a term.',
        ),
      }),
      on: { enterChannel: takenUp, finishMatter: 'over' },
    },
    inMediation: {
      meta: stateMeta({
        label: text('调解中', 'In mediation'),
        clocks: beforeSuit,
        publicLabel: text('正在调解', 'Being mediated'),
        owner: 'custodian',
        waits: text('期限在调解程序上计算。', 'The clocks run on the mediation itself.'),
      }),
      on: openTransitions,
    },
    unresolved: {
      meta: stateMeta({
        // After a mediation, and after an authority, a court or an enforcement that left the matter open.
        label: text('尚未解决，待选择途径', 'Not resolved; a route is to be chosen'),
        clocks: [...beforeSuit, ...beforeDepartment],
        publicLabel: text('目前尚未解决，可以选择其他途径', 'Not resolved yet; other ways are open to you'),
        owner: 'parties',
        waits: text(
          '由当事人决定是否起诉、申请仲裁、请求行政处理或再次调解。',
          'The parties choose: suit, arbitration, an authority, or mediation again.',
        ),
      }),
      on: { enterChannel: takenUp, settleMatter: 'settled', finishMatter: 'over', returnToTriage: 'triage' },
    },
    settled: {
      meta: stateMeta({
        label: text('已达成协议', 'Settled'),
        publicLabel: text('已达成调解协议', 'A mediation agreement was reached'),
        owner: 'parties',
        clocks: ['conf.apply', 'lit.restore_period', ...beforeSuit],
        documentsDue: ['mediationAgreement'],
      }),
      on: {
        enterChannel: [
          ...takenUp,
          { target: 'beingConfirmed', guard: whenFacts({ family: 'confirmation' }) },
          enforced,
        ],
        settleMatter: 'settled',
        decideMatter: 'decided',
        finishMatter: 'over',
      },
    },
    beingConfirmed: {
      meta: stateMeta({
        label: text('司法确认中', 'Being confirmed'),
        publicLabel: text('法院正在审查调解协议', 'The court is examining the agreement'),
        owner: 'custodian',
        waits: text('期限在司法确认程序上计算。', 'The clocks run on the confirmation itself.'),
      }),
      on: { confirmMatter: 'confirmed', endConfirmation: 'settled', finishMatter: 'over' },
    },
    confirmed: {
      meta: stateMeta({
        label: text('已司法确认', 'Confirmed'),
        publicLabel: text('法院已裁定调解协议有效', 'The court has confirmed the agreement'),
        owner: 'parties',
        clocks: ['enf.apply'],
      }),
      on: {
        enterChannel: enforced,
        finishMatter: 'over',
        endConfirmation: 'settled',
      },
    },
    decided: {
      meta: stateMeta({
        label: text('已有执行依据，待履行', 'Decided; to be performed'),
        publicLabel: text('已有生效的法律文书，等待履行', 'There is a decision in force; it waits to be performed'),
        owner: 'parties',
        clocks: ['enf.apply'],
        waits: text('不履行的，可在期限内申请强制执行。', 'If it is not kept, enforcement may be asked for in time.'),
      }),
      on: {
        enterChannel: [{ target: 'inArbitration', guard: whenFacts({ family: 'arbitration' }) }, enforced],
        finishMatter: 'over',
        leaveUnresolved: 'unresolved',
      },
    },
    beforeAuthority: {
      meta: stateMeta({
        label: text('行政机关处理中', 'Before an authority'),
        publicLabel: text('行政机关正在处理', 'An authority is handling it'),
        owner: 'custodian',
        clocks: clocksEverywhere,
        waits: text('期限在行政程序上计算。', 'The clocks run on the administrative proceeding.'),
      }),
      on: withTitle,
    },
    inArbitration: {
      meta: stateMeta({
        label: text('仲裁中', 'In arbitration'),
        publicLabel: text('仲裁机构正在审理', 'An arbitration institution is hearing it'),
        owner: 'custodian',
        clocks: clocksEverywhere,
        waits: text('期限按仲裁规则计算。', "The institution's rules set the time."),
      }),
      on: openTransitions,
    },
    inCourt: {
      meta: stateMeta({
        label: text('诉讼中', 'In court'),
        publicLabel: text('法院正在审理', 'A court is hearing it'),
        owner: 'custodian',
        clocks: beforeSuit,
        waits: text('期限在诉讼程序上计算。', 'The clocks run on the suit.'),
      }),
      on: withTitle,
    },
    inEnforcement: {
      meta: stateMeta({
        label: text('强制执行中', 'In enforcement'),
        publicLabel: text('法院正在执行', 'The court is enforcing'),
        owner: 'custodian',
        waits: text('期限在执行程序上计算。', 'The clocks run on the enforcement.'),
      }),
      on: {
        finishMatter: 'over',
        endConfirmation: 'settled',
        decideMatter: 'decided',
        leaveUnresolved: 'unresolved',
      },
    },
    over: {
      meta: stateMeta({
        label: text('已结束', 'Over'),
        publicLabel: text('已办结', 'Concluded'),
        owner: 'nobody',
        over: true,
      }),
      // A title may be enforced, or fall, after a matter was concluded; who infringes again after a ruling is penalised (T38).
      on: {
        reopenMatter: 'triage',
        enterChannel: [{ target: 'beforeAuthority', guard: whenFacts({ family: 'authority' }) }, enforced],
        leaveUnresolved: 'unresolved',
      },
    },
  },
});
