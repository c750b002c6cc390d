import { authoring, stateMeta } from '../../machine.ts';
import { endWithoutAgreement } from '../../mediation/transitions.ts';
import { ways } from '../../mediation/ways.ts';
import { text } from '../../text.ts';

const terms = ['med.delegated.term', 'med.entrusted.ordinary', 'med.entrusted.summary'] as const;

const termTask = {
  role: 'mediator',
  text: text(
    '在法院给定的期限内推进：安排会议、记录协议，或终结并退回法院',
    'Move on within the term: set a session, record an agreement, or end it and return it to the court',
  ),
} as const;

const reportTask = {
  role: 'mediator',
  text: text(
    '向法院反馈：达成的报送协议，未达成的即时退回材料，然后结案',
    'Report to the court: send what was agreed, return the rest at once, then close the file',
  ),
} as const;

/** Mediation delegated or entrusted by a court (OMR, IMR, OP25). The court has chosen the organisation before this begins. */
export const courtAnnexedMediationMachine = authoring.createMachine({
  id: 'courtAnnexedMediation',
  initial: 'referred',
  context: { resumeTo: null },
  options: { maxIterations: 100 },
  states: {
    referred: {
      meta: stateMeta({
        label: text('已收到法院委派（委托），待确认', 'Referred; to be acknowledged'),
        publicLabel: text('法院已转来调解，等待调解组织确认', 'Referred by the court; to be acknowledged'),
        owner: 'custodian',
        waits: text(
          '确认接受的期限在移送上计算；在本机构登记的，登记后立即确认。',
          'The time to acknowledge runs on the handoff; what was registered here is acknowledged at once.',
        ),
        tasks: [
          {
            role: 'committeeClerk',
            text: text('确认接受，或写明理由不予接受', 'Acknowledge the referral, or decline it with reasons'),
          },
        ],
        documentsDue: ['complaint', 'consentRecord'],
      }),
      on: { acknowledgeReferral: 'accepted', declineReferral: 'declined' },
    },
    accepted: {
      meta: stateMeta({
        label: text('已接受，待确定调解员', 'Accepted'),
        publicLabel: text('已接受法院委派（委托），正在确定调解员', 'Accepted; a mediator is being named'),
        owner: 'custodian',
        clocks: [...terms, 'online.contact_respondent'],
        tasks: [
          { role: 'committeeClerk', text: text('确定调解员，联系对方当事人', 'Name a mediator, reach the other side') },
        ],
        documentsDue: ['rightsNotice'],
      }),
      on: ways.accepted,
    },
    assigned: {
      meta: stateMeta({
        label: text('已确定调解员', 'Mediator named'),
        publicLabel: text('调解员已确定，准备调解', 'The mediator is named; a session is being prepared'),
        owner: 'custodian',
        clocks: [...terms, 'online.contact_respondent'],
        tasks: [termTask],
        documentsDue: ['rightsNotice', 'addressConfirmation'],
      }),
      on: ways.assigned,
    },
    inSession: {
      meta: stateMeta({
        label: text('调解中', 'In session'),
        publicLabel: text('正在调解', 'Mediation is under way'),
        owner: 'custodian',
        clocks: [...terms, 'online.contact_respondent', 'agency.ratify'],
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
        clocks: [...terms, 'online.contact_respondent'],
        tasks: [termTask],
      }),
      on: ways.adjourned,
    },
    awaitingFormalities: {
      meta: stateMeta({
        label: text('协议待生效', 'Agreement not yet in effect'),
        publicLabel: text('已达成协议，正在签章', 'An agreement was reached and is being signed'),
        owner: 'custodian',
        clocks: [...terms, 'agency.ratify'],
        tasks: [
          {
            role: 'mediator',
            text: text(
              '补齐签章：在线协议须各方均完成电子签章；有一方拒绝签章的，终结调解',
              'Complete the signatures: online, those of all parties; end the mediation when a party refuses to sign',
            ),
          },
        ],
        documentsDue: ['mediationAgreement'],
      }),
      on: { ...ways.awaitingFormalities, endMediation: endWithoutAgreement },
    },
    suspended: {
      meta: stateMeta({
        label: text('中止（疑似虚假调解）', 'Suspended (suspected sham)'),
        publicLabel: text('调解已暂停，正在核实有关情况', 'Mediation is paused while something is checked'),
        owner: 'custodian',
        waits: text(
          '核实清楚前不得继续调解或加盖印章，并向法院报告；法律没有规定核实期限。',
          'Nothing goes on before it is cleared up and reported to the court; no law sets a term.',
        ),
        tasks: [
          {
            role: 'mediator',
            text: text('向法院报告疑点，决定恢复或终结', 'Report to the court, then resume or end'),
          },
        ],
      }),
      on: ways.suspended,
    },
    agreed: {
      meta: stateMeta({
        label: text('全部达成协议', 'Agreed in full'),
        publicLabel: text('已达成调解协议', 'A mediation agreement was reached'),
        owner: 'custodian',
        waits: text(
          '立案前委派的，确认期限在争议事项上计算；立案后委托的，由法院出具调解书或准许撤诉。',
          'Delegated: the window for confirmation runs on the matter. Entrusted: the court issues its document or allows the withdrawal.',
        ),
        tasks: [reportTask],
        documentsDue: ['mediationAgreement', 'mediationProof', 'addressConfirmation'],
      }),
      on: { closeMediation: 'closed' },
    },
    agreedInPart: {
      meta: stateMeta({
        label: text('部分达成协议', 'Agreed in part'),
        publicLabel: text('部分争议已达成调解协议', 'Part of the dispute was settled'),
        owner: 'custodian',
        waits: text(
          '达成的部分报送法院，未达成的部分即时退回法院。',
          'What was settled is reported to the court, the rest is returned to it at once.',
        ),
        tasks: [reportTask],
        documentsDue: ['mediationAgreement', 'mediationProof', 'terminationNotice', 'mediationReport'],
      }),
      on: { closeMediation: 'closed' },
    },
    failed: {
      meta: stateMeta({
        label: text('调解终结，未签协议', 'Ended without an agreement'),
        publicLabel: text(
          '调解终结，未签调解协议，正在退回法院',
          'Mediation ended without an agreement; it returns to the court',
        ),
        owner: 'custodian',
        waits: text(
          '规则要求即时退回法院，没有规定天数。',
          'The rules ask for the return at once and name no number of days.',
        ),
        tasks: [reportTask],
        documentsDue: ['terminationNotice', 'mediationReport'],
      }),
      on: { closeMediation: 'closed' },
    },
    withdrawn: {
      meta: stateMeta({
        label: text('申请人撤回，待退回法院', 'Withdrawn; to be returned'),
        publicLabel: text('申请人已撤回调解，正在退回法院', 'Withdrawn by the claimant; it returns to the court'),
        owner: 'custodian',
        waits: text(
          '规则要求即时退回法院，没有规定天数。',
          'The rules ask for the return at once and name no number of days.',
        ),
        tasks: [reportTask],
        documentsDue: ['terminationNotice'],
      }),
      on: { closeMediation: 'closed' },
    },
    declined: {
      meta: stateMeta({
        label: text('不予接受', 'Declined'),
        publicLabel: text('调解组织未接受，由法院另行指定', 'Not taken; the court names another organisation'),
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
