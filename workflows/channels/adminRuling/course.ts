import type { Id, LegalDate } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { dayOfFact, factsOf, latestFact } from '../../facts.ts';
import { count, flag, itemOf, legalDate, partiesOf, partyOf, textOf } from '../../fields.ts';
import { text } from '../../text.ts';
import { here, officer } from './shared.ts';

const fact = { ...here, kind: 'fact', by: officer } as const;

/** When the request reached a respondent: its time for defence runs from that day, longer without a fixed domicile in China (O81 22). */
const serveRulingRequest = command({
  ...fact,
  type: 'serveRulingRequest',
  label: text('登记请求书送达', 'Record service of the request'),
  tone: 'primary',
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    abroad: flag({ label: text('在中国境内没有固定住所', 'Without fixed domicile in China') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'ruling-not-filed',
      basis: [{ instrument: 'O81', article: '第二十二条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'fileRuling', { proceeding: proceeding!.id }) === null
          ? { text: text('案件尚未立案。', 'The case is not filed yet.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    facts: [{ type: data.abroad ? 'rulingRequestServedAbroad' : 'rulingRequestServed', party: data.party }],
  }),
});

const recordRulingDefence = command({
  ...fact,
  type: 'recordRulingDefence',
  label: text('收到答辩', 'Defence received'),
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    defence: itemOf({ label: text('答辩书', 'The defence'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingDefenceReceived', party: data.party }] }),
});

const forwardRulingDefence = command({
  ...fact,
  type: 'forwardRulingDefence',
  label: text('转送答辩书', 'Forward the defence'),
  occurredOn: { precision: 'day', label: text('转送日期', 'Forwarded on') },
  fields: { party: partyOf({ label: text('谁的答辩', 'Whose defence'), side: 'respondent' }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingDefenceForwarded', party: data.party }] }),
});

/** More time for the defence on application; the panel decides (O81 22). */
const extendRulingDefence = command({
  ...fact,
  type: 'extendRulingDefence',
  label: text('同意延长答辩期', 'Extend the time for defence'),
  fields: {
    party: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
    days: count({ label: text('延长天数', 'Days'), minimum: 1, maximum: 90 }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    facts: [{ type: 'rulingDefenceExtended', party: data.party, values: { days: data.days } }],
  }),
});

/** The notice that sets the evidence period: not less than the law's days from receipt, or what the parties agree and the department approves (O81 54). */
const setEvidencePeriod = command({
  ...fact,
  type: 'setEvidencePeriod',
  label: text('指定举证期限', 'Set the evidence period'),
  occurredOn: { precision: 'day', label: text('通知送达日期', 'Notice received on') },
  fields: {
    parties: partiesOf({ label: text('收到通知的当事人', 'Who received the notice') }),
    until: legalDate({ label: text('举证期限至', 'Evidence until'), mayBeFuture: true }),
    agreed: flag({ label: text('当事人协商一致并经批准', 'Agreed by the parties and approved') }),
  },
  requires: [
    dataRequirement<{ until: string; agreed: boolean }>({
      code: 'evidence-period-too-short',
      basis: [{ instrument: 'O81', article: '第五十四条' }],
      check: ({ data, day, given }) => {
        const { due } = dueByRule('ruling.evidence_period', day, given.calendar);
        return data.agreed || due === null || data.until >= due
          ? null
          : {
              text: text(`举证期限不得早于 ${due} 届满。`, `The evidence period may not end before ${due}.`),
              instead: text(
                '请指定更晚的日期；当事人协商一致并经批准的除外。',
                'Set a later day, unless the parties agreed and it was approved.',
              ),
              field: 'until',
            };
      },
    }),
  ],
  apply: ({ data }) => ({
    values: { until: data.until, agreed: data.agreed },
    facts: data.parties.map((party) => ({ type: 'evidenceNoticeServed', party, values: { until: data.until } })),
  }),
});

/** The last day of a party's evidence period; null before it was set. */
function evidenceEnds(context: Parameters<Parameters<typeof dataRequirement>[0]['check']>[0], party: Id) {
  const notice = latestFact(context.caseFile, 'evidenceNoticeServed', { proceeding: context.proceeding!.id, party });
  return typeof notice?.values.until === 'string' ? notice.values.until : null;
}

/** Longer on a party's application, both told; the added days do not count towards the time to conclude (O81 37, 54). */
const extendEvidencePeriod = command({
  ...fact,
  type: 'extendEvidencePeriod',
  label: text('准许延长举证期限', 'Extend the evidence period'),
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    party: partyOf({ label: text('申请延长的当事人', 'Who asked') }),
    until: legalDate({ label: text('延长至', 'Extended to'), mayBeFuture: true }),
    told: flag({ label: text('已告知其他当事人', 'The other parties were told') }),
  },
  requires: [
    dataRequirement<{ party: Id; until: string }>({
      code: 'evidence-period-not-longer',
      basis: [{ instrument: 'O81', article: '第五十四条' }],
      check: (context) => {
        const ends = evidenceEnds(context, context.data.party);
        return ends !== null && context.data.until > ends
          ? null
          : {
              text: text(
                '该当事人没有举证期限，或新的日期没有更晚。',
                'This party has no evidence period, or the new day is not later.',
              ),
              field: 'until',
            };
      },
    }),
  ],
  apply: (context) => {
    const { party, until, told } = context.data;
    return {
      party,
      values: { until, told },
      facts: [
        { type: 'evidenceExtensionBegan', party, occurredOn: evidenceEnds(context, party) ?? context.day },
        { type: 'evidenceExtensionEnded', party, occurredOn: until },
        { type: 'evidenceNoticeServed', party, values: { until } },
      ],
    };
  },
});

/** Registered preservation of evidence with the head's approval; what becomes of it is decided in seven days (O81 49). */
const preserveEvidence = command({
  ...fact,
  type: 'preserveEvidence',
  label: text('登记保存证据', 'Put evidence under registered preservation'),
  occurredOn: { precision: 'day', label: text('登记保存日期', 'Preserved on') },
  fields: {
    approved: flag({ label: text('已经部门负责人批准', 'Approved by the head of the department') }),
    list: itemOf({ label: text('登记保存清单', 'The list'), optional: true }),
  },
  requires: [
    dataRequirement<{ approved: boolean }>({
      code: 'preservation-not-approved',
      basis: [{ instrument: 'O81', article: '第四十九条第一款' }],
      check: ({ data, given, proceeding }) =>
        data.approved || given.actor.organisation !== proceeding!.organisation
          ? null
          : {
              text: text('登记保存须经部门负责人批准。', 'Registered preservation needs the approval of the head.'),
              field: 'approved',
            },
    }),
  ],
  apply: () => ({ facts: [{ type: 'evidencePreserved' }] }),
});

const decidePreservedEvidence = command({
  ...fact,
  type: 'decidePreservedEvidence',
  label: text('处理登记保存的证据', 'Decide on preserved evidence'),
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: { decision: textOf({ label: text('处理决定', 'What becomes of it'), maxLength: 300 }) },
  requires: [],
  apply: () => ({ facts: [{ type: 'evidenceHoldDecided' }] }),
});

/** Testing or appraisal, asked for before the evidence period ends (O81 53); its days do not count. */
const commissionTesting = command({
  ...fact,
  type: 'commissionTesting',
  label: text('委托检验、鉴定', 'Commission testing or an appraisal'),
  occurredOn: { precision: 'day', label: text('委托日期', 'Commissioned on') },
  fields: {
    party: partyOf({
      label: text('申请人（部门自行委托的不填）', 'Who asked (empty: the department itself)'),
      optional: true,
    }),
    askedOn: legalDate({ label: text('申请日期', 'Asked on'), optional: true }),
    subject: textOf({ label: text('检验、鉴定事项', 'What is tested'), maxLength: 200 }),
  },
  requires: [
    dataRequirement<{ party: Id | null; askedOn: string | null }>({
      code: 'appraisal-asked-late',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第五十三条' }],
      check: (context) => {
        const { party, askedOn } = context.data;
        const ends = party === null ? null : evidenceEnds(context, party);
        return ends !== null && (askedOn ?? context.day) > ends
          ? {
              text: text(
                `鉴定应当在举证期限届满（${ends}）前申请。`,
                `An appraisal is asked for before the evidence period ends (${ends}).`,
              ),
            }
          : null;
      },
    }),
    stateRequirement({
      code: 'testing-still-open',
      basis: [{ instrument: 'O81', article: '第三十七条' }],
      check: ({ caseFile, proceeding }) =>
        openTests(caseFile, proceeding!.id) > 0
          ? { text: text('上一次检验、鉴定尚未结束。', 'The last test has not ended yet.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'testingBegan' }] }),
});

function openTests(caseFile: Parameters<typeof factsOf>[0], proceeding: Id): number {
  return (
    factsOf(caseFile, 'testingBegan', { proceeding }).length - factsOf(caseFile, 'testingEnded', { proceeding }).length
  );
}

const recordTestingResult = command({
  ...fact,
  type: 'recordTestingResult',
  label: text('收到检验、鉴定意见', 'Result of the test received'),
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: { report: itemOf({ label: text('检验报告、鉴定意见', 'The report'), optional: true }) },
  requires: [
    stateRequirement({
      code: 'no-testing-open',
      basis: [{ instrument: 'O81', article: '第五十三条' }],
      check: ({ caseFile, proceeding }) =>
        openTests(caseFile, proceeding!.id) > 0
          ? null
          : { text: text('没有正在进行的检验、鉴定。', 'No test is under way.') },
    }),
  ],
  apply: () => ({ facts: [{ type: 'testingEnded' }] }),
});

/** How long a public notice runs, by the fact that says for whom it was issued. */
const noticeRules = [
  ['lit.notice_service', 'publicNoticeIssued'],
  ['lit.notice_service.abroad', 'publicNoticeIssuedAbroad'],
] as const;

/** A public notice has run: the service it stands for is deemed, and its days did not count. */
const endPublicNotice = command({
  ...fact,
  type: 'endPublicNotice',
  label: text('登记公告期满', 'Public notice has run'),
  occurredOn: { precision: 'day', label: text('公告期满日期', 'Ended on') },
  fields: { party: partyOf({ label: text('受送达人', 'Who was served') }) },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'notice-still-running',
      basis: [{ instrument: 'CPL', article: '第九十五条' }],
      check: ({ data, caseFile, proceeding, given, day }) => {
        const scope = { proceeding: proceeding!.id, party: data.party };
        const due = noticeRules
          .flatMap(([rule, type]) => {
            const issued = dayOfFact(caseFile, type, scope);
            return issued === null ? [] : (dueByRule(rule, issued, given.calendar).due ?? []);
          })
          .reduce<LegalDate | null>((last, day) => (last === null || day > last ? day : last), null);
        return due !== null && day >= due
          ? null
          : {
              text: text(
                '没有对该当事人的公告，或公告期未满。',
                'No notice was issued for this party, or it still runs.',
              ),
              field: 'party',
            };
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    facts: [
      { type: 'publicNoticeEnded', party: data.party },
      { type: 'rulingRequestServed', party: data.party },
    ],
  }),
});

export const courseCommands: readonly CommandDefinition[] = [
  serveRulingRequest,
  recordRulingDefence,
  forwardRulingDefence,
  extendRulingDefence,
  setEvidencePeriod,
  extendEvidencePeriod,
  preserveEvidence,
  decidePreservedEvidence,
  commissionTesting,
  recordTestingResult,
  endPublicNotice,
];
