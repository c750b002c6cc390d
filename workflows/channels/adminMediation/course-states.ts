import { stateMeta } from '../../machine.ts';
import { endWithoutAgreement } from '../../mediation/transitions.ts';
import { ways } from '../../mediation/ways.ts';
import type { Role } from '../../reference.ts';
import type { ClockRuleId } from '../../rules/clock-rules.ts';
import { type Text, text } from '../../text.ts';

const noTerm = text(
  '没有读到该类调解的期限规定；各方同意即可继续。',
  'No term was read for this kind of mediation; it goes on while all agree.',
);

/** The course of a mediation before an authority, from its filing to its end; the opening differs by channel. */
export function courseStates(officer: Role, clocks: readonly ClockRuleId[]) {
  const running = { owner: 'custodian', clocks, waits: noTerm } as const;
  const task = {
    role: officer,
    text: text(
      '推进调解：安排会议、记录协议，或终止并告知其他途径',
      'Move on: set a session, record an agreement, or end it and tell of other routes',
    ),
  } as const;
  return {
    ...namingStates(running, task),
    ...talkingStates(running, task),
    ...signingState(running, task),
    ...closingStates(officer, clocks),
    ...overStates(clocks),
  } as const;
}

/** What the states of the course share. */
interface Running {
  readonly owner: 'custodian';
  readonly clocks: readonly ClockRuleId[];
  readonly waits: Text;
}
interface CourseTask {
  readonly role: Role;
  readonly text: Text;
}

function namingStates(running: Running, task: CourseTask) {
  return {
    accepted: {
      meta: stateMeta({
        ...running,
        label: text('已立案，待确定承办人', 'Filed'),
        publicLabel: text('行政机关已立案调解', 'The authority has taken the mediation up'),
        tasks: [{ role: task.role, text: text('确定调解的承办人', 'Name who mediates') }],
        documentsDue: ['rightsNotice'],
      }),
      on: ways.accepted,
    },
    assigned: {
      meta: stateMeta({
        ...running,
        label: text('已确定承办人', 'Officer named'),
        publicLabel: text('承办人已确定，准备调解', 'Who mediates is named; a session is being prepared'),
        tasks: [task],
        documentsDue: ['rightsNotice'],
      }),
      on: ways.assigned,
    },
  } as const;
}

function talkingStates(running: Running, task: CourseTask) {
  return {
    inSession: {
      meta: stateMeta({
        ...running,
        label: text('调解中', 'In session'),
        publicLabel: text('正在调解', 'Mediation is under way'),
        clocks: [...running.clocks, 'agency.ratify'],
        tasks: [task],
        documentsDue: ['mediationRecord'],
      }),
      on: ways.inSession,
    },
    adjourned: {
      meta: stateMeta({
        ...running,
        label: text('休会', 'Adjourned'),
        publicLabel: text('暂时休会，等待下次会议', 'Adjourned until the next session'),
        tasks: [task],
      }),
      on: ways.adjourned,
    },
  } as const;
}

function signingState(running: Running, task: CourseTask) {
  return {
    awaitingFormalities: {
      meta: stateMeta({
        ...running,
        label: text('协议待生效', 'Agreement not yet in effect'),
        publicLabel: text(
          '已达成协议，正在签字盖章',
          'An agreement was reached; signatures and seal are being completed',
        ),
        clocks: [...running.clocks, 'agency.ratify'],
        tasks: [
          {
            role: task.role,
            text: text('补齐双方签字并加盖部门印章', "Complete both signatures and the authority's seal"),
          },
        ],
        documentsDue: ['mediationAgreement'],
      }),
      on: { ...ways.awaitingFormalities, endMediation: endWithoutAgreement },
    },
  } as const;
}

function closingStates(officer: Role, clocks: readonly ClockRuleId[]) {
  const followed = {
    owner: 'parties',
    clocks,
    waits: text(
      '申请司法确认的期限在争议事项上计算；达成付款内容的可办理公证。',
      'The window for confirmation runs on the matter; what is to be paid may be notarised.',
    ),
    tasks: [
      {
        role: officer,
        text: text('告知司法确认和公证的途径，跟踪履行', 'Tell of confirmation and of the notary; follow performance'),
      },
    ],
  } as const;
  return {
    suspended: {
      meta: stateMeta({
        label: text('中止（疑似虚假调解）', 'Suspended (suspected sham)'),
        publicLabel: text('调解已暂停，正在核实有关情况', 'Mediation is paused while something is checked'),
        owner: 'custodian',
        waits: text('核实清楚前不得继续调解或加盖印章。', 'Nothing goes on before it is cleared up.'),
        tasks: [{ role: officer, text: text('核实疑点，决定恢复或终止', 'Clear up, then resume or end') }],
      }),
      on: ways.suspended,
    },
    agreed: {
      meta: stateMeta({
        ...followed,
        label: text('全部达成协议', 'Agreed in full'),
        publicLabel: text('已达成调解协议', 'A mediation agreement was reached'),
        documentsDue: ['mediationAgreement', 'mediationProof'],
      }),
      on: { closeMediation: 'closed' },
    },
    agreedInPart: {
      meta: stateMeta({
        ...followed,
        label: text('部分达成协议', 'Agreed in part'),
        publicLabel: text('部分争议已达成调解协议', 'Part of the dispute was settled'),
        documentsDue: ['mediationAgreement', 'mediationProof', 'terminationNotice'],
      }),
      on: { closeMediation: 'closed' },
    },
    failed: {
      meta: stateMeta({
        label: text('未达成协议，撤销案件', 'Not agreed; cancelled'),
        publicLabel: text('调解未达成协议，已告知其他途径', 'No agreement; you were told of other ways'),
        owner: 'custodian',
        clocks,
        waits: text('由当事人选择其他途径；整理案卷后结案。', 'The parties choose another route; the file is closed.'),
        tasks: [
          { role: officer, text: text('告知其他途径，整理案卷后结案', 'Tell of other routes and close the file') },
        ],
        documentsDue: ['cancelDecision'],
      }),
      on: { closeMediation: 'closed' },
    },
  } as const;
}

function overStates(clocks: readonly ClockRuleId[]) {
  return {
    declined: {
      meta: stateMeta({
        label: text('不予立案', 'Not filed'),
        publicLabel: text('未立案调解，已告知其他途径', 'Not taken up; you were told of other ways'),
        owner: 'nobody',
        over: true,
      }),
    },
    withdrawn: {
      meta: stateMeta({
        label: text('已撤回', 'Withdrawn'),
        publicLabel: text('请求人已撤回', 'Withdrawn by the requester'),
        owner: 'nobody',
        over: true,
      }),
    },
    closed: {
      meta: stateMeta({
        label: text('已结案', 'Closed'),
        publicLabel: text('调解程序已结案', 'The mediation is closed'),
        owner: 'nobody',
        clocks,
        over: true,
      }),
    },
  } as const;
}
