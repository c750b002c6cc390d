import { stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const trialTerm = ['lit.ordinary', 'lit.summary'] as const;

/** Back to where the suit stood. */
const resume = [
  { target: 'received', guard: whenFacts({ resumeTo: 'received' }) },
  { target: 'registered', guard: whenFacts({ resumeTo: 'registered' }) },
  { target: 'inTrial', guard: whenFacts({ resumeTo: 'inTrial' }) },
] as const;

const afterMediation = [
  { target: 'settledBeforeFiling', guard: whenFacts({ result: 'agreed', resumeTo: 'received' }) },
  { target: 'agreementUnderReview', guard: whenFacts({ result: 'agreed', resumeTo: 'registered' }) },
  { target: 'agreementUnderReview', guard: whenFacts({ result: 'agreed', resumeTo: 'inTrial' }) },
  { target: 'received', guard: whenFacts({ result: 'goesOn', resumeTo: 'received' }) },
  { target: 'registered', guard: whenFacts({ result: 'goesOn', resumeTo: 'registered' }) },
  { target: 'inTrial', guard: whenFacts({ result: 'goesOn', resumeTo: 'inTrial' }) },
] as const;

/** Mediation inside the suit: the suit waits while an organisation mediates, and takes up again what comes back. */
export const mediationStates = {
  mediationProposed: {
    meta: stateMeta({
      label: text('征询调解意愿', 'Mediation proposed'),
      publicLabel: text('法院正在征询是否愿意调解', 'The court asks whether the parties want to mediate'),
      owner: 'parties',
      clocks: [...trialTerm, 'online.court_designate'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text('记录各方是否同意；不同意的，恢复原程序', 'Record who agrees; without consent go on'),
        },
      ],
      documentsDue: ['consentRecord'],
    }),
    on: { confirmMediationConsent: 'choosingMediator', declineMediationInSuit: resume, withdrawSuit: 'withdrawn' },
  },
  choosingMediator: {
    meta: stateMeta({
      label: text('选定调解组织', 'Choosing the organisation'),
      publicLabel: text('正在选定调解组织', 'The mediation organisation is being chosen'),
      owner: 'parties',
      clocks: [...trialTerm, 'online.choose_mediator', 'online.court_designate'],
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '登记选定或指定的调解组织，发出委派函或委托函；对方退回或逾期未确认的，另行指定',
            'Record who was chosen or designated and send the referral; returned or unanswered, name another',
          ),
        },
      ],
    }),
    on: {
      chooseMediationOrganisation: 'choosingMediator',
      beginReferredMediation: 'awaitingMediation',
      declineMediationInSuit: resume,
      withdrawSuit: 'withdrawn',
    },
  },
  awaitingMediation: {
    meta: stateMeta({
      label: text('委派（委托）调解中', 'In referred mediation'),
      publicLabel: text('案件正在由调解组织调解', 'An organisation is mediating the case'),
      owner: 'custodian',
      clocks: trialTerm,
      waits: text(
        '调解期限在调解程序上计算；调解组织反馈后恢复。',
        'The term runs on the mediation; the suit goes on when the organisation reports.',
      ),
      tasks: [
        { role: 'courtLiaison', text: text('跟进调解期限，签收反馈材料', 'Follow the term, receive what comes back') },
      ],
    }),
    on: { takeBackFromMediation: afterMediation, withdrawSuit: 'withdrawn' },
  },
  agreementUnderReview: {
    meta: stateMeta({
      label: text('审查调解协议', 'Agreement under review'),
      publicLabel: text('法院正在审查调解协议', 'The court is examining the agreement'),
      owner: 'custodian',
      clocks: trialTerm,
      waits: text(
        '在审理期限内办结；审查协议没有单独的期限。',
        'Done within the trial term; the review has none of its own.',
      ),
      tasks: [
        {
          role: 'courtLiaison',
          text: text(
            '当事人请求的出具调解书，或准许撤诉；不请求出具文书的，以其他方式结案',
            'Issue the mediation document if asked, or allow the withdrawal; otherwise close in another manner',
          ),
        },
      ],
    }),
    on: {
      issueMediationDocument: 'mediationDocumentIssued',
      closeByAgreement: 'closed',
      rejectAgreement: resume,
      withdrawSuit: 'withdrawn',
    },
  },
  mediationDocumentIssued: {
    meta: stateMeta({
      label: text('调解书待签收', 'Mediation document to be signed for'),
      publicLabel: text('法院已出具调解书，等待各方签收', 'The mediation document awaits the signatures'),
      owner: 'parties',
      clocks: trialTerm,
      waits: text(
        '经各方签收后生效；签收前一方反悔的，及时判决。',
        'In effect when all have signed for it; if one goes back on it before, the court gives judgment.',
      ),
      tasks: [{ role: 'courtLiaison', text: text('登记各方签收日期', 'Record when each party signed for it') }],
      documentsDue: ['courtMediationDocument', 'serviceReceipt'],
    }),
    on: {
      recordDocumentReceipt: [
        { target: 'courtMediated', guard: whenFacts({ receipt: 'allSigned' }) },
        { target: 'inTrial', guard: whenFacts({ receipt: 'refused' }) },
        { target: 'mediationDocumentIssued', guard: whenFacts({ receipt: 'someSigned' }) },
      ],
    },
  },
  settledBeforeFiling: {
    meta: stateMeta({
      label: text('诉前调解成功，未立案', 'Settled before registration'),
      publicLabel: text('诉前已达成调解协议', 'Settled before the suit was registered'),
      owner: 'nobody',
      over: true,
    }),
  },
} as const;
