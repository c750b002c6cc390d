import { authoring, stateMeta } from '../../machine.ts';
import { withdraw } from '../../mediation/transitions.ts';
import { ways } from '../../mediation/ways.ts';
import { type Text, text } from '../../text.ts';

const noTerm = text(
  '商事调解条例没有规定调解期限，由各方约定；一方不同意继续的，应当终止。',
  'The regulation sets no term; the parties agree on one, and it ends when one of them will not go on.',
);
const goOn = {
  role: 'mediator',
  text: text(
    '推进调解：安排会议、记录协议，或终止并告知其他途径',
    'Move the mediation on: a session, an agreement, or its end and the other routes',
  ),
} as const;
const prepare = {
  role: 'committeeClerk',
  text: text(
    '征询各方意愿，核对执业和收费告知，决定是否受理',
    'Ask the parties, check licence and fees, then accept or decline',
  ),
} as const;

function end(label: Text, publicLabel: Text) {
  return { meta: stateMeta({ label, publicLabel, owner: 'nobody', over: true }) };
}

const opening = {
  askConsent: 'consentPending',
  acceptCommercialMediation: 'accepted',
  declineMediation: 'declined',
  withdrawApplication: withdraw,
} as const;

/** Commercial mediation (CMR 2, 15-23); before 2026-05-01 a mediation by contract of the parties. */
export const commercialMediationMachine = authoring.createMachine({
  id: 'commercialMediation',
  initial: 'applied',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: {
    applied: {
      meta: stateMeta({
        label: text('待受理', 'Applied'),
        publicLabel: text('商事调解申请已收到', 'The application for commercial mediation has arrived'),
        owner: 'custodian',
        waits: text('条例没有规定受理期限。', 'The regulation sets no term for taking a dispute up.'),
        tasks: [prepare],
        documentsDue: ['mediationApplication', 'identityDocument'],
      }),
      on: opening,
    },
    consentPending: {
      meta: stateMeta({
        label: text('征询意愿中', 'Asking for consent'),
        publicLabel: text('正在征询对方是否愿意调解', 'The other side is being asked whether it wants to mediate'),
        owner: 'parties',
        waits: text('等待当事人答复；条例没有规定答复期限。', 'The parties answer; no term is set.'),
        tasks: [prepare],
      }),
      on: opening,
    },
    accepted: {
      meta: stateMeta({
        label: text('已受理，待选定调解员', 'Accepted'),
        publicLabel: text('已受理，正在选定调解员', 'Accepted; the mediator is being chosen'),
        owner: 'parties',
        waits: noTerm,
        tasks: [
          {
            role: 'committeeClerk',
            text: text(
              '请各方共同选定调解员，或共同委托推荐',
              'Have the parties choose the mediator together, or ask for a recommendation',
            ),
          },
        ],
        documentsDue: ['acceptanceNotice', 'rightsNotice'],
      }),
      on: ways.accepted,
    },
    assigned: {
      meta: stateMeta({
        label: text('已选定调解员', 'Mediator chosen'),
        publicLabel: text('调解员已确定，准备调解', 'The mediator is named; a session is being prepared'),
        owner: 'custodian',
        waits: noTerm,
        tasks: [goOn],
        documentsDue: ['rightsNotice'],
      }),
      on: ways.assigned,
    },
    inSession: {
      meta: stateMeta({
        label: text('调解中', 'In session'),
        publicLabel: text('正在调解', 'Mediation is under way'),
        owner: 'custodian',
        clocks: ['agency.ratify'],
        waits: noTerm,
        tasks: [goOn],
        documentsDue: ['mediationRecord'],
      }),
      on: ways.inSession,
    },
    adjourned: {
      meta: stateMeta({
        label: text('休会', 'Adjourned'),
        publicLabel: text('暂时休会，等待下次会议', 'Adjourned until the next session'),
        owner: 'custodian',
        waits: noTerm,
        tasks: [goOn],
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
        clocks: ['agency.ratify'],
        waits: noTerm,
        tasks: [
          {
            role: 'mediator',
            text: text(
              '补齐各方和调解员签名，并加盖组织印章',
              'Complete the signatures of parties and mediator, and the seal',
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
          '核实清楚前不得继续；意图利用调解达到非法目的的，应当终止。',
          'Nothing goes on before it is cleared up; an unlawful purpose ends the mediation.',
        ),
        tasks: [{ role: 'mediator', text: text('核实疑点，决定恢复或终止', 'Clear it up, then resume or end') }],
      }),
      on: ways.suspended,
    },
    agreed: {
      meta: stateMeta({
        label: text('全部达成协议', 'Agreed in full'),
        publicLabel: text('已达成商事调解协议', 'A commercial mediation agreement was reached'),
        owner: 'parties',
        waits: text('申请司法确认的期限在争议事项上计算。', 'The window for confirmation runs on the matter.'),
        tasks: [
          {
            role: 'mediator',
            text: text('告知司法确认、公证、仲裁等途径', 'Tell of confirmation, notarisation and arbitration'),
          },
        ],
        documentsDue: ['mediationAgreement', 'mediationProof'],
      }),
      on: { closeMediation: 'closed' },
    },
    agreedInPart: {
      meta: stateMeta({
        label: text('部分达成协议', 'Agreed in part'),
        publicLabel: text('部分争议已达成调解协议', 'Part of the dispute was settled'),
        owner: 'parties',
        waits: text(
          '达成部分的确认期限在争议事项上计算；其余由当事人选择其他途径。',
          'The window runs on the settled matter; for the rest the parties choose another route.',
        ),
        tasks: [
          { role: 'mediator', text: text('告知司法确认和其他途径', 'Tell of confirmation and the other routes') },
        ],
        documentsDue: ['mediationAgreement', 'mediationProof', 'terminationNotice'],
      }),
      on: { closeMediation: 'closed' },
    },
    failed: {
      meta: stateMeta({
        label: text('调解不成', 'Not agreed'),
        publicLabel: text('调解未达成协议，已告知其他途径', 'No agreement; you were told of other ways'),
        owner: 'custodian',
        waits: text(
          '终止后由当事人选择其他途径；整理案卷后结案。',
          'The parties choose another route; the file is closed.',
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
    declined: end(
      text('不予受理', 'Declined'),
      text('未受理调解，已告知其他途径', 'Not taken; you were told of other ways'),
    ),
    withdrawn: end(text('已撤回', 'Withdrawn'), text('申请人已撤回', 'Withdrawn by the claimant')),
    closed: end(text('已结案', 'Closed'), text('调解程序已结案', 'The mediation file is closed')),
  },
});
