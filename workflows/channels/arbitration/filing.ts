import { patchPart } from '../../case-file.ts';
import {
  type CommandDefinition,
  type Context,
  command,
  dataRequirement,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, legalDate, oneOf, textOf } from '../../fields.ts';
import { awardInForce } from '../../path/standing.ts';
import { excluded } from '../../rules/guards.ts';
import { instruments } from '../../rules/instruments.ts';
import { labelsOf } from '../../rules/labels.ts';
import { arbitrationRefusalReasons, arbitrationWithdrawalKinds } from '../../rules/reasons-arbitration.ts';
import { text } from '../../text.ts';
import { ended, here, rulesOffered, secretary, termsBegin } from './shared.ts';

/** What is missing is said once, with a day. */
const requireRequestSupplement = command({
  ...here,
  type: 'requireRequestSupplement',
  kind: 'step',
  label: text('要求补正申请', 'Ask for what is missing'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: {
    papers: textOf({ label: text('需要补正的内容', 'What is missing'), maxLength: 500, multiline: true }),
    until: legalDate({ label: text('补正期限至', 'To be completed by'), mayBeFuture: true }),
  },
  requires: [
    dataRequirement<{ until: string }>({
      code: 'supplement-term-before-notice',
      basis: [{ instrument: 'AL25', article: '第三十三条' }],
      check: ({ data, day }) =>
        data.until > day
          ? null
          : { text: text('补正期限应晚于通知日期。', 'The day must lie after the notice.'), field: 'until' },
    }),
  ],
  apply: ({ data }) => ({
    values: { until: data.until },
    facts: [{ type: 'requestSupplementRequired', values: { until: data.until } }],
  }),
});

/** The completed request arrived: the five days run from here. */
const recordRequestSupplement = command({
  ...here,
  type: 'recordRequestSupplement',
  kind: 'step',
  label: text('收到补正', 'Completed'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'arbitrationRequested' }] }),
});

const agreementFact = ({ caseFile, proceeding }: Context) =>
  latestFact(caseFile, 'recordArbitrationAgreement', { proceeding: proceeding!.id });

/** No agreement, no arbitration (F4; AL25 4, 32). */
const thereIsAnAgreement: Requirement = excluded(
  'F4',
  'no-arbitration-agreement',
  'state',
  (context) => agreementFact(context) === null,
);

/** Without a clear institution, and without a supplement, the agreement is void (AL25 29); and it must cover the matter (27, 28). */
const agreementHolds: Requirement = stateRequirement({
  code: 'arbitration-agreement-void',
  basis: [
    { instrument: 'AL25', article: '第二十八条、第二十九条' },
    { instrument: 'AL17', article: '第十七条、第十八条' },
  ],
  check: (context) => {
    const agreed = agreementFact(context)?.values;
    if (agreed === undefined || (agreed.institution !== 'unclear' && agreed.coversMatter === true)) return null;
    return {
      text: text(
        '仲裁机构约定不明且未补充，或者争议不在约定范围内，仲裁协议不能作为受理依据。',
        'The institution is unclear and was not supplemented, or the matter is outside the agreement.',
      ),
      instead: text(
        '请由当事人补充协议后重新登记；达不成的，书面通知不予受理，告知可以起诉。',
        'Have the parties supplement it and record it again; failing that, refuse in writing and tell them that they may sue.',
      ),
    };
  },
});

/** Contracts and other property can be arbitrated; whether a registered right is valid cannot (AL25 3). */
const isArbitrable: Requirement = stateRequirement({
  code: 'not-arbitrable',
  basis: [
    { instrument: 'AL25', article: '第三条' },
    { instrument: 'AL17', article: '第三条' },
  ],
  check: ({ caseFile, proceeding }) =>
    undecided(proceeding!).some((id) => caseFile.matters[id]?.dispute === 'validity')
      ? {
          text: text(
            '注册权利是否有效由主管机关认定，不能仲裁。',
            'Whether a registered right is valid is for the competent authority and cannot be arbitrated.',
          ),
          instead: text('请拆分该事项，或不予受理。', 'Split that matter off, or refuse the request.'),
        }
      : null,
});

/** Ad hoc arbitration: foreign-related, maritime or between enterprises registered in a free-trade zone, since 2026-03-01 (AL25 82). */
const adHocIsLawful: Requirement<{ readonly foreignRelated: boolean; readonly adHocGround: string | null }> =
  dataRequirement({
    code: 'ad-hoc-not-open',
    basis: [{ instrument: 'AL25', article: '第八十二条' }],
    check: ({ data, day, ...context }) => {
      if (agreementFact(context as Context)?.values.institution !== 'adHoc') return null;
      return data.foreignRelated && data.adHocGround !== null && day >= instruments.AL25.effectiveFrom!
        ? null
        : {
            text: text(
              '临时仲裁仅限2026年3月1日起的涉外海事纠纷，或自贸试验区等区域内登记企业之间的涉外纠纷。',
              'Ad hoc arbitration is open since 2026-03-01 for foreign-related maritime disputes and foreign-related disputes between enterprises registered in a free-trade zone.',
            ),
            field: 'adHocGround',
          };
    },
  });

/** Accepts, under which rules; terms that the rules set begin (AL25 35, 36). */
const acceptArbitration = command({
  ...here,
  type: 'acceptArbitration',
  kind: 'step',
  label: text('受理', 'Accept'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: {
    number: textOf({ label: text('仲裁案号', 'Number of the arbitration'), maxLength: 60 }),
    foreignRelated: flag({ label: text('涉外', 'Foreign-related') }),
    adHocGround: choiceOf({
      label: text('临时仲裁的依据', 'Ground of ad hoc arbitration'),
      of: {
        freeTradeZone: text('双方均为自贸试验区等区域内登记的企业', 'Both registered in a free-trade zone'),
        maritime: text('涉外海事纠纷', 'Foreign-related maritime dispute'),
      },
      optional: true,
    }),
    rules: oneOf({
      label: text('适用的仲裁规则（未登记的不计算期限）', 'Rules that apply (none: no dates are counted)'),
      optional: true,
      choices: (context) => rulesOffered(context).map(({ id, name }) => ({ value: id, label: name, person: null })),
    }),
  },
  requires: [
    thereIsAnAgreement,
    agreementHolds,
    isArbitrable,
    adHocIsLawful,
    excluded('F5', 'award-in-force', 'state', ({ caseFile, proceeding }) =>
      awardInForce(caseFile, proceeding!.matters, proceeding!.id),
    ),
  ],
  apply: (context) => {
    const { data, caseFile, proceeding, given } = context;
    const rules = given.reference.arbitrationRules.find(({ id }) => id === data.rules) ?? null;
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number }),
      values: { foreignRelated: data.foreignRelated, rules: data.rules, adHocGround: data.adHocGround },
      facts: [{ type: 'arbitrationAccepted' }, ...termsBegin(rules, data.foreignRelated, 'answer', 'tribunal')],
      body: { number: data.number },
    };
  },
});

/** Refused in writing with its reasons (AL25 35). */
const refuseArbitration = command({
  ...here,
  type: 'refuseArbitration',
  kind: 'step',
  label: text('不予受理', 'Refuse'),
  tone: 'danger',
  by: secretary,
  occurredOn: { precision: 'day', label: text('通知日期', 'Told on') },
  fields: { reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(arbitrationRefusalReasons) }) },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'refused'),
    values: { reason: data.reason },
  }),
});

/** The claimant withdraws, is deemed to, or settled; whoever is let down after a settlement may arbitrate again (AL25 54, 62, 63). */
const withdrawArbitration = command({
  ...here,
  type: 'withdrawArbitration',
  kind: 'step',
  label: text('登记撤回', 'Record a withdrawal'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('撤回日期', 'Withdrawn on') },
  fields: { how: choiceOf({ label: text('方式', 'How'), of: labelsOf(arbitrationWithdrawalKinds) }) },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, data.how === 'settled' ? 'settled' : 'withdrawn'),
    values: { how: data.how },
  }),
});

export const filingCommands: readonly CommandDefinition[] = [
  requireRequestSupplement,
  recordRequestSupplement,
  acceptArbitration,
  refuseArbitration,
  withdrawArbitration,
];
