import { remember, stateMeta, whenFacts } from '../../machine.ts';
import { text } from '../../text.ts';

const leave = { withdrawArbitration: 'withdrawn' } as const;

/** Until the tribunal is formed. */
export const filingStates = {
  applied: {
    meta: stateMeta({
      label: text('已收到仲裁申请', 'Request received'),
      publicLabel: text('仲裁申请已收到，正在审查', 'The request for arbitration has arrived and is examined'),
      owner: 'custodian',
      clocks: ['arb.accept'],
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text(
            '登记仲裁协议，决定受理、要求补正或不予受理',
            'Record the arbitration agreement; accept, ask for what is missing, or refuse',
          ),
        },
      ],
      documentsDue: ['arbitrationApplication', 'arbitrationAgreement', 'identityDocument'],
    }),
    on: {
      requireRequestSupplement: 'supplementRequired',
      acceptArbitration: 'accepted',
      refuseArbitration: 'refused',
      ...leave,
    },
  },
  supplementRequired: {
    meta: stateMeta({
      label: text('待补正', 'To be completed'),
      publicLabel: text('仲裁机构要求补正申请材料', 'The institution asks for more papers'),
      owner: 'parties',
      clocks: ['arb.supplement'],
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text(
            '收到补正后登记；逾期未补正的，可以不予受理',
            'Record what arrives; without it the request may be refused',
          ),
        },
      ],
    }),
    on: { recordRequestSupplement: 'applied', refuseArbitration: 'refused', ...leave },
  },
  accepted: {
    meta: stateMeta({
      label: text('已受理，待组庭', 'Accepted'),
      publicLabel: text('已受理，正在组成仲裁庭', 'Accepted; the tribunal is being formed'),
      owner: 'parties',
      clocks: ['arb.rules.answer', 'arb.rules.tribunal'],
      waits: text(
        '组庭和答辩的期限由仲裁规则规定；没有登记规则的，不显示日期。',
        "The institution's rules set the time; without recorded rules no date is shown.",
      ),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('送达规则和名册，登记仲裁庭的组成', 'Serve the rules and the panel list; record the tribunal'),
        },
      ],
    }),
    on: {
      appointTribunal: 'tribunalFormed',
      objectToArbitration: { target: 'objectionExamined', actions: remember({ resumeTo: 'accepted' }) },
      stayArbitration: { target: 'stayed', actions: remember({ resumeTo: 'accepted' }) },
      ...leave,
    },
  },
  objectionExamined: {
    meta: stateMeta({
      label: text('仲裁协议异议审查中', 'Objection to the agreement examined'),
      publicLabel: text('有当事人对仲裁协议提出异议，正在审查', 'A party objects to the arbitration agreement'),
      owner: 'custodian',
      waits: text(
        '由仲裁机构、仲裁庭或法院决定，法律没有规定期限；法院的裁定优先。',
        'The institution, the tribunal or a court decides; no law sets a term, and the court’s ruling prevails.',
      ),
      tasks: [
        { role: 'arbitrationSecretary', text: text('登记对异议的决定或裁定', 'Record the decision on the objection') },
      ],
    }),
    on: {
      decideArbitrationObjection: [
        { target: 'dismissed', guard: whenFacts({ objection: 'upheld' }) },
        { target: 'accepted', guard: whenFacts({ objection: 'dismissed', resumeTo: 'accepted' }) },
        { target: 'tribunalFormed', guard: whenFacts({ objection: 'dismissed', resumeTo: 'tribunalFormed' }) },
        { target: 'inHearing', guard: whenFacts({ objection: 'dismissed', resumeTo: 'inHearing' }) },
      ],
      ...leave,
    },
  },
  stayed: {
    meta: stateMeta({
      label: text('中止仲裁', 'Stayed'),
      publicLabel: text('仲裁已中止', 'The arbitration is stayed'),
      owner: 'custodian',
      waits: text('中止的原因消除后恢复；由仲裁规则规定。', 'It goes on when the cause is gone; the rules say how.'),
      tasks: [
        {
          role: 'arbitrationSecretary',
          text: text('关注中止原因，消除后恢复', 'Watch the cause; resume when it is gone'),
        },
      ],
    }),
    on: {
      resumeArbitration: [
        { target: 'accepted', guard: whenFacts({ resumeTo: 'accepted' }) },
        { target: 'tribunalFormed', guard: whenFacts({ resumeTo: 'tribunalFormed' }) },
        { target: 'inHearing', guard: whenFacts({ resumeTo: 'inHearing' }) },
      ],
      ...leave,
    },
  },
} as const;
