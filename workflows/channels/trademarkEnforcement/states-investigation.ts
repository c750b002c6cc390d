import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

/** What runs while a filed case is open: its term, its measures, a suspected crime, an opinion to be answered. */
const running = [
  'tm.penalty.decide',
  'tm.measure',
  'tm.evidence.hold',
  'crim.approve',
  'crim.transfer',
  'crim.reconsider',
  'crim.supplement.give',
  'crim.opinion.reply',
] as const;

const withoutPenalty = [
  { target: 'noViolation', guard: whenFacts({ ending: 'noViolation' }) },
  { target: 'notPunished', guard: whenFacts({ ending: 'lawfulSource' }) },
  { target: 'notPunished', guard: whenFacts({ ending: 'notPunished' }) },
  { target: 'dropped', guard: whenFacts({ ending: 'dropped' }) },
] as const;

/** From the lead to the last word before the decision. */
export const investigationStates = {
  verifying: {
    meta: stateMeta({
      label: text('线索核查中', 'Verifying'),
      publicLabel: text('行政机关已收到投诉，正在核查', 'The authority has the complaint and is checking it'),
      owner: 'custodian',
      clocks: ['tm.penalty.file', 'tm.measure', 'tm.evidence.hold', 'crim.opinion.reply'],
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '核查线索：立案、不予立案，或经批准延长核查',
            'Verify the lead: file the case, decline, or extend with approval',
          ),
        },
      ],
      documentsDue: ['enforcementComplaint', 'identityDocument'],
    }),
    on: { fileEnforcementCase: 'investigating', declineEnforcementCase: 'notFiled' },
  },
  investigating: {
    meta: stateMeta({
      label: text('立案调查中', 'Investigating'),
      publicLabel: text('行政机关已立案，正在调查', 'The authority has filed the case and is investigating'),
      owner: 'custodian',
      clocks: running,
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '调查取证并登记查明的事实；涉嫌犯罪的报告移送；拟处罚的先行告知',
            'Investigate and record the findings; report a suspected crime; before a penalty give notice',
          ),
        },
      ],
      documentsDue: ['investigationReport'],
    }),
    on: {
      giveStatementNotice: 'noticeGiven',
      suspendEnforcement: { target: 'suspended', actions: remember({ resumeTo: 'investigating' }) },
      closeWithoutPenalty: withoutPenalty,
      awaitCriminalCase: 'withPolice',
    },
  },
  noticeGiven: {
    meta: stateMeta({
      label: text('已告知，听取陈述申辩', 'Notice given'),
      publicLabel: text(
        '已告知拟作出的处理，可以陈述、申辩',
        'The proposed decision was notified; statements are heard',
      ),
      owner: 'parties',
      clocks: [...running, 'tm.hearing.request'],
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '登记送达、陈述申辩和听证要求，复核后决定',
            'Record service, statements and any request for a hearing; review, then decide',
          ),
        },
      ],
    }),
    on: {
      giveStatementNotice: 'noticeGiven',
      requestHearing: 'hearingDue',
      decidePenalty: 'decided',
      suspendEnforcement: { target: 'suspended', actions: remember({ resumeTo: 'noticeGiven' }) },
      closeWithoutPenalty: withoutPenalty,
      awaitCriminalCase: 'withPolice',
    },
  },
  hearingDue: {
    meta: stateMeta({
      label: text('待听证', 'Hearing to be held'),
      publicLabel: text('当事人要求听证', 'A hearing was asked for'),
      owner: 'custodian',
      clocks: running,
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '通知听证时间地点，由非本案调查人员主持',
            'Set the hearing, led by somebody who did not investigate',
          ),
        },
      ],
    }),
    on: { holdHearing: 'heard', withdrawHearing: 'noticeGiven', awaitCriminalCase: 'withPolice' },
  },
  heard: {
    meta: stateMeta({
      label: text('已听证，待决定', 'Heard'),
      publicLabel: text('已举行听证，正在研究决定', 'The hearing was held; a decision is being made'),
      owner: 'custodian',
      clocks: running,
      tasks: [
        { role: 'enforcementOfficer', text: text('根据听证笔录作出决定', 'Decide on the record of the hearing') },
      ],
    }),
    on: {
      giveStatementNotice: 'noticeGiven',
      decidePenalty: 'decided',
      closeWithoutPenalty: withoutPenalty,
      awaitCriminalCase: 'withPolice',
    },
  },
  suspended: {
    meta: stateMeta({
      label: text('中止', 'Suspended'),
      publicLabel: text('案件中止办理', 'The case is suspended'),
      owner: 'custodian',
      clocks: ['tm.measure', 'tm.evidence.hold', 'crim.opinion.reply'],
      waits: text(
        '中止原因消除前，办案期限不计算；查封、扣押的期限继续计算。',
        'Until the cause ends the handling term stands still; that of a seizure goes on.',
      ),
      tasks: [{ role: 'enforcementOfficer', text: text('中止原因消除后恢复', 'Resume when the cause has ended') }],
    }),
    on: {
      resumePenaltyCase: [
        { target: 'investigating', guard: whenFacts({ resumeTo: 'investigating' }) },
        { target: 'noticeGiven', guard: whenFacts({ resumeTo: 'noticeGiven' }) },
      ],
      closeWithoutPenalty: withoutPenalty,
    },
  },
  withPolice: {
    meta: stateMeta({
      label: text('已移送公安机关', 'With the police'),
      publicLabel: text('涉嫌犯罪，已移送公安机关', 'Passed to the police on suspicion of a crime'),
      owner: 'receiver',
      clocks: ['crim.handover', 'crim.supplement.give', 'crim.opinion.reply'],
      waits: text(
        '公安机关决定前不得以罚代刑；移送前已作出的警告、责令停产停业等不停止执行。',
        'No fine replaces the criminal case; a warning or stop order given before the transfer stays in force.',
      ),
      tasks: [
        {
          role: 'enforcementOfficer',
          text: text(
            '跟进公安机关是否立案；立案后移交涉案物品和材料',
            'Follow whether the police open a case; then hand over goods and papers',
          ),
        },
      ],
    }),
    on: { takeBackFromPolice: 'investigating', closeAsTransferred: 'transferred' },
  },
} as const;
