import { patchPart } from '../../case-file.ts';
import { type CommandDefinition, command } from '../../command.ts';
import { choiceOf, flag, itemOf, legalDate, textOf } from '../../fields.ts';
import { rulingClocks } from '../../rules/clocks-ruling.ts';
import { correctedUntil, untilAfterNotice } from '../../rules/correction.ts';
import { labelsOf } from '../../rules/labels.ts';
import { rulingRefusalReasons } from '../../rules/reasons-ruling.ts';
import { text } from '../../text.ts';
import { canRequestRuling, standings } from './admission.ts';
import { ended, here, levelOf, officer, respondentsOf } from './shared.ts';
import { majorGrounds, type RulingVariantId, rulingVariants } from './variants.ts';

/** What is missing is said once and in writing, with a day (O81 16). */
const requireRulingSupplement = command({
  ...here,
  type: 'requireRulingSupplement',
  kind: 'step',
  label: text('告知补正', 'Require a correction of the request'),
  by: officer,
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {
    papers: textOf({
      label: text('需要补正的内容（一次性书面告知）', 'What is missing (said once, in writing)'),
      maxLength: 500,
      multiline: true,
    }),
    until: correctedUntil,
  },
  requires: [untilAfterNotice('supplement-term-before-start', [{ instrument: 'O81', article: '第十六条' }])],
  apply: ({ data }) => ({
    values: { until: data.until },
    facts: [{ type: 'rulingSupplementRequired', values: { until: data.until } }],
  }),
});

/** The corrected request arrived: the time to file runs from here. */
const recordRulingSupplement = command({
  ...here,
  type: 'recordRulingSupplement',
  kind: 'step',
  label: text('收到补正的请求材料', 'Corrected request received'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {},
  requires: [],
  apply: () => ({ facts: [{ type: 'rulingRequested' }] }),
});

/** Five more working days for the decision on filing, by the head of the department (O81 20). */
const extendRulingFiling = command({
  ...here,
  type: 'extendRulingFiling',
  kind: 'fact',
  label: text('批准延长立案期限', 'Time to file extended'),
  by: officer,
  fields: {
    because: textOf({ label: text('特别复杂或者其他特殊情况', 'What makes the case complex'), maxLength: 200 }),
  },
  requires: [],
  // How long stands with the rule and nowhere else.
  apply: () => ({
    facts: [{ type: 'rulingFilingExtended', values: { days: rulingClocks['ruling.file'].extendedAtMost } }],
  }),
});

/** An office of the State rules on major cases unless somebody says otherwise. */
function variantOf(chosen: RulingVariantId | null, national: boolean): RulingVariantId {
  return chosen ?? (national ? 'major' : 'ordinary');
}

/** Files the case: the conditions of O81 12 are met. The time to conclude and the time to serve begin (O81 20, 22, 37). */
const fileRuling = command({
  ...here,
  type: 'fileRuling',
  kind: 'step',
  label: text('立案', 'File the case'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('立案日期', 'Filed on') },
  fields: {
    number: textOf({ label: text('案号（照立案通知书填写）', 'Case number, as on the notice'), maxLength: 60 }),
    standing: choiceOf({ label: text('请求人资格', "Requester's standing"), of: standings }),
    variant: choiceOf({ label: text('裁决种类', 'Kind of ruling'), of: labelsOf(rulingVariants), optional: true }),
    majorGround: choiceOf({
      label: text('重大案件的理由', 'Ground of a major case'),
      of: majorGrounds,
      optional: true,
    }),
    drugPublishedOn: legalDate({ label: text('药品上市申请公开日', 'Drug application published on'), optional: true }),
    commission: itemOf({
      label: text(
        '委托承办的文书（县级部门、保护中心承办的）',
        'Commission, if a county department or a centre carries it out',
      ),
      optional: true,
    }),
    foreignAuthority: flag({
      label: text(
        '境外请求人的委托手续已公证认证（条约另有规定的除外）',
        "A foreign requester's authority is notarised and authenticated, or a treaty frees it",
      ),
    }),
    operatorDiffers: flag({
      label: text(
        '个体工商户的登记经营者与实际经营者不一致',
        'The registered and the actual operator of a business differ',
      ),
    }),
    otherRouteAgreed: flag({
      label: text('当事人约定了其他解决方式（如仲裁）', 'The parties agreed on another way, such as arbitration'),
    }),
    suedElsewhere: flag({ label: text('当事人已就该纠纷向法院起诉', 'A party has sued over the dispute') }),
  },
  requires: canRequestRuling,
  apply: ({ data, caseFile, proceeding, given }) => {
    const national = levelOf(given.reference.organisations[proceeding!.organisation]) === 'national';
    const variant = variantOf(data.variant, national);
    return {
      caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, { number: data.number }),
      values: { variant, standing: data.standing, majorGround: data.majorGround },
      facts: [
        { type: rulingVariants[variant].filedFact },
        ...(data.drugPublishedOn === null
          ? []
          : [{ type: 'drugApplicationPublished', occurredOn: data.drugPublishedOn }]),
        ...respondentsOf(caseFile, proceeding!).map((party) => ({ type: 'rulingRequestToServe', party: party.id })),
      ],
    };
  },
});

/** Not filed, with the ground in writing (O81 16, 20). */
const refuseRuling = command({
  ...here,
  type: 'refuseRuling',
  kind: 'step',
  label: text('不予立案', 'Do not file the case'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(rulingRefusalReasons) }),
    notice: itemOf({ label: text('不予立案通知书', 'The notice'), optional: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'notAccepted'),
    values: { reason: data.reason },
  }),
});

/** Before filing the requester may simply take it back, and ask again later. */
const withdrawRulingRequest = command({
  ...here,
  type: 'withdrawRulingRequest',
  kind: 'step',
  label: text('立案前撤回请求', 'Request withdrawn before filing'),
  by: officer,
  fields: {},
  requires: [],
  apply: ({ caseFile, proceeding }) => ended(caseFile, proceeding!, 'withdrawn'),
});

export const requestCommands: readonly CommandDefinition[] = [
  fileRuling,
  requireRulingSupplement,
  recordRulingSupplement,
  extendRulingFiling,
  refuseRuling,
  withdrawRulingRequest,
];
