import { authoring, stateMeta } from '../../machine.ts';
import { withdraw } from '../../mediation/transitions.ts';
import { ways } from '../../mediation/ways.ts';
import { text } from '../../text.ts';

const termTask = {
  role: 'mediator',
  text: text(
    '推进调解：安排会议、记录协议，或终止并告知其他途径',
    'Move the mediation on: set a session, record an agreement, or end it and tell of other routes',
  ),
} as const;

/** People's and industry mediation (PML, PMW, SDR). */
export const peopleMediationMachine = authoring.createMachine({
  id: 'peopleMediation',
  initial: 'applied',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: {
    applied: {
      meta: stateMeta({
        label: text('待受理', 'Applied'),
        publicLabel: text('调解申请已收到', 'The application for mediation has arrived'),
        owner: 'custodian',
        waits: text(
          '人民调解法没有规定受理期限，收到后应当及时受理。',
          'The law sets no term for taking a dispute up; it is to be done without delay.',
        ),
        tasks: [
          {
            role: 'committeeClerk',
            text: text('征询各方意愿，决定是否受理', 'Ask the parties, then accept or decline'),
          },
        ],
        documentsDue: ['mediationApplication', 'identityDocument'],
      }),
      on: {
        askConsent: 'consentPending',
        acceptMediation: 'accepted',
        declineMediation: 'declined',
        withdrawApplication: withdraw,
      },
    },
    consentPending: {
      meta: stateMeta({
        label: text('征询意愿中', 'Asking for consent'),
        publicLabel: text('正在征询对方是否愿意调解', 'The other side is being asked whether it wants to mediate'),
        owner: 'parties',
        waits: text(
          '等待当事人答复；法律没有规定答复期限，久无答复的可以受理后再邀请或不予受理。',
          'The parties answer; no law sets a term, and the committee may accept or decline meanwhile.',
        ),
        tasks: [
          {
            role: 'committeeClerk',
            text: text('联系未答复的当事人并记录结果', 'Reach the parties who have not answered, and record it'),
          },
        ],
      }),
      on: {
        askConsent: 'consentPending',
        acceptMediation: 'accepted',
        declineMediation: 'declined',
        withdrawApplication: withdraw,
      },
    },
    accepted: {
      meta: stateMeta({
        label: text('已受理，待指定调解员', 'Accepted'),
        publicLabel: text('已受理，正在安排调解员', 'Accepted; a mediator is being named'),
        owner: 'custodian',
        clocks: ['pm.term'],
        tasks: [{ role: 'committeeClerk', text: text('指定调解员', 'Name a mediator') }],
        documentsDue: ['acceptanceNotice', 'rightsNotice'],
      }),
      on: ways.accepted,
    },
    assigned: {
      meta: stateMeta({
        label: text('已指定调解员', 'Mediator assigned'),
        publicLabel: text('调解员已确定，准备调解', 'The mediator is named; a session is being prepared'),
        owner: 'custodian',
        clocks: ['pm.term'],
        tasks: [termTask],
        documentsDue: ['rightsNotice'],
      }),
      on: ways.assigned,
    },
    inSession: {
      meta: stateMeta({
        label: text('调解中', 'In session'),
        publicLabel: text('正在调解', 'Mediation is under way'),
        owner: 'custodian',
        clocks: ['pm.term', 'agency.ratify'],
        tasks: [termTask],
        documentsDue: ['mediationRecord'],
      }),
      on: ways.inSession,
    },
    adjourned: {
      meta: stateMeta({
        label: text('休会', 'Adjourned'),
        publicLabel: text('暂时休会，等待下次会议', 'Adjourned until the next session'),
        owner: 'custodian',
        clocks: ['pm.term'],
        tasks: [termTask],
      }),
      on: ways.adjourned,
    },
    awaitingFormalities: {
      meta: stateMeta({
        label: text('协议待生效', 'Agreement not yet in effect'),
        publicLabel: text(
          '已达成协议，正在签字盖章',
          'An agreement was reached; signatures and seal are being completed',
        ),
        owner: 'custodian',
        clocks: ['pm.term', 'agency.ratify'],
        tasks: [
          {
            role: 'mediator',
            text: text(
              '补齐签字盖章：书面协议须各方、调解员签名并加盖印章',
              'Complete the signatures: all parties, the mediator, and the seal',
            ),
          },
        ],
        documentsDue: ['mediationAgreement'],
      }),
      on: ways.awaitingFormalities,
    },
    suspended: {
      meta: stateMeta({
        label: text('中止（疑似虚假调解）', 'Suspended (suspected sham)'),
        publicLabel: text('调解已暂停，正在核实有关情况', 'Mediation is paused while something is checked'),
        owner: 'custodian',
        waits: text(
          '核实清楚前不得继续调解或加盖印章；法律没有规定核实期限。',
          'Nothing goes on before it is cleared up; no law sets a term.',
        ),
        tasks: [
          { role: 'mediator', text: text('核实疑点并报告，决定恢复或终止', 'Clear up and report, then resume or end') },
        ],
      }),
      on: ways.suspended,
    },
    agreed: {
      meta: stateMeta({
        label: text('全部达成协议', 'Agreed in full'),
        publicLabel: text('已达成调解协议', 'A mediation agreement was reached'),
        owner: 'parties',
        waits: text(
          '申请司法确认的期限在争议事项上计算；委员会督促履行并回访。',
          'The window for confirmation runs on the matter; the committee follows performance up.',
        ),
        tasks: [
          {
            role: 'mediator',
            text: text('告知司法确认权利，督促履行并回访', 'Tell of the right to confirmation; follow up performance'),
          },
        ],
        documentsDue: ['mediationAgreement', 'mediationProof', 'followUpRecord'],
      }),
      on: { closeMediation: 'closed' },
    },
    agreedInPart: {
      meta: stateMeta({
        label: text('部分达成协议', 'Agreed in part'),
        publicLabel: text('部分争议已达成调解协议', 'Part of the dispute was settled'),
        owner: 'parties',
        waits: text(
          '达成部分的确认期限在争议事项上计算；未达成部分由当事人选择其他途径。',
          'The window runs on the settled matter; for the rest the parties choose another route.',
        ),
        tasks: [
          {
            role: 'mediator',
            text: text(
              '告知司法确认权利和其他途径，督促履行并回访',
              'Tell of confirmation and other routes; follow up',
            ),
          },
        ],
        documentsDue: ['mediationAgreement', 'mediationProof', 'terminationNotice', 'followUpRecord'],
      }),
      on: { closeMediation: 'closed' },
    },
    failed: {
      meta: stateMeta({
        label: text('调解不成', 'Not agreed'),
        publicLabel: text('调解未达成协议，已告知其他途径', 'No agreement; you were told of other ways'),
        owner: 'custodian',
        waits: text(
          '终止后由当事人选择其他途径；委员会整理案卷后结案。',
          'The parties choose another route; the committee closes its file.',
        ),
        tasks: [
          {
            role: 'mediator',
            text: text('发出终结书，整理案卷后结案', 'Issue the termination notice and close the file'),
          },
        ],
        documentsDue: ['terminationNotice'],
      }),
      on: { closeMediation: 'closed' },
    },
    declined: {
      meta: stateMeta({
        label: text('不予受理', 'Declined'),
        publicLabel: text('未受理调解，已告知其他途径', 'Not taken for mediation; you were told of other ways'),
        owner: 'nobody',
        over: true,
      }),
    },
    withdrawn: {
      meta: stateMeta({
        label: text('已撤回', 'Withdrawn'),
        publicLabel: text('申请人已撤回', 'Withdrawn by the claimant'),
        owner: 'nobody',
        over: true,
      }),
    },
    closed: {
      meta: stateMeta({
        label: text('已结案', 'Closed'),
        publicLabel: text('调解程序已结案', 'The mediation file is closed'),
        owner: 'nobody',
        over: true,
      }),
    },
  },
});
