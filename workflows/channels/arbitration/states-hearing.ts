import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const waitsByRules = text(
  '裁决期限由仲裁规则规定；没有登记规则的，不显示日期。',
  "The institution's rules set the time for the award; without recorded rules no date is shown.",
);

/** What may happen while a tribunal sits, wherever it stands. */
function sitting<State extends 'tribunalFormed' | 'inHearing'>(own: State) {
  return {
    appointTribunal: own,
    holdArbitrationHearing: 'inHearing',
    objectToArbitration: { target: 'objectionExamined', actions: remember({ resumeTo: own }) },
    openArbitralMediation: { target: 'mediating', actions: remember({ resumeTo: own }) },
    stayArbitration: { target: 'stayed', actions: remember({ resumeTo: own }) },
    makeAward: 'awarded',
    dismissArbitration: 'dismissed',
    withdrawArbitration: 'withdrawn',
  } as const;
}

/** While the tribunal hears the case, or mediates it. */
export const hearingStates = {
  tribunalFormed: {
    meta: stateMeta({
      label: text('已组庭', 'Tribunal formed'),
      publicLabel: text('仲裁庭已组成，准备开庭', 'The tribunal is formed; a hearing is being prepared'),
      owner: 'custodian',
      clocks: ['arb.adhoc.record', 'arb.rules.answer', 'arb.rules.award'],
      waits: waitsByRules,
      tasks: [
        { role: 'arbitrationSecretary', text: text('安排开庭并通知各方', 'Set a hearing and give notice of it') },
      ],
      documentsDue: ['tribunalNotice'],
    }),
    on: sitting('tribunalFormed'),
  },
  inHearing: {
    meta: stateMeta({
      label: text('审理中', 'In hearing'),
      publicLabel: text('仲裁庭正在审理', 'The tribunal is hearing the case'),
      owner: 'custodian',
      clocks: ['arb.adhoc.record', 'arb.rules.award'],
      waits: waitsByRules,
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('登记开庭、调解、撤回或裁决', 'Record hearings, mediation, withdrawal or the award'),
        },
      ],
    }),
    on: sitting('inHearing'),
  },
  mediating: {
    meta: stateMeta({
      label: text('仲裁中调解', 'Mediation in arbitration'),
      publicLabel: text('仲裁庭正在主持调解', 'The tribunal is mediating'),
      owner: 'custodian',
      clocks: ['arb.rules.award'],
      waits: text(
        '调解以各方自愿为限；调解不成的，应当及时裁决。',
        'As long as both sides want it; failing that, the award follows without delay.',
      ),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text(
            '登记调解书、依协议作出的裁决，或调解不成',
            'Record the mediation document, the consent award, or that it failed',
          ),
        },
      ],
    }),
    on: {
      issueArbitralMediationDocument: 'documentIssued',
      makeAward: 'awarded',
      endArbitralMediation: [
        { target: 'tribunalFormed', guard: whenFacts({ resumeTo: 'tribunalFormed' }) },
        { target: 'inHearing', guard: whenFacts({ resumeTo: 'inHearing' }) },
      ],
      withdrawArbitration: 'withdrawn',
    },
  },
  documentIssued: {
    meta: stateMeta({
      label: text('调解书待签收', 'Mediation document to be signed for'),
      publicLabel: text('仲裁调解书已作出，等待双方签收', 'The mediation document waits to be signed for'),
      owner: 'parties',
      waits: text(
        '双方签收后生效；签收前反悔的，仲裁庭应当及时裁决。',
        'In effect when both have signed for it; if one goes back on it, the award follows without delay.',
      ),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('登记各方签收或反悔', 'Record who signed for it, or went back on it'),
        },
      ],
      documentsDue: ['arbitralMediationDocument', 'serviceReceipt'],
    }),
    on: {
      recordArbitralDocumentReceipt: [
        { target: 'documentEffective', guard: whenFacts({ receipt: 'allSigned' }) },
        { target: 'documentIssued', guard: whenFacts({ receipt: 'someSigned' }) },
        { target: 'inHearing', guard: whenFacts({ receipt: 'refused' }) },
      ],
    },
  },
} as const;
