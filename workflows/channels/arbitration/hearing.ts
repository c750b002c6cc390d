import { type CommandDefinition, type Context, command, dataRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, legalDate, moment, money, partiesOf, partyOf, textOf } from '../../fields.ts';
import { noClash } from '../../meetings.ts';
import { labelsOf } from '../../rules/labels.ts';
import { arbitrationDismissalReasons } from '../../rules/reasons-arbitration.ts';
import { text } from '../../text.ts';
import { resumeStates } from './resume.ts';
import { ended, here, isForeignRelated, rulesOf, secretary } from './shared.ts';

/** The defence arrived; without one the arbitration goes on all the same (AL25 36). */
const recordArbitrationDefence = command({
  ...here,
  type: 'recordArbitrationDefence',
  kind: 'fact',
  label: text('收到答辩书', 'Defence received'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: { party: partyOf({ label: text('被申请人', 'Respondent'), side: 'respondent' }) },
  requires: [],
  apply: ({ data }) => ({ party: data.party }),
});

/** The respondent claims back (AL25 38). */
const recordCounterclaim = command({
  ...here,
  type: 'recordCounterclaim',
  kind: 'fact',
  label: text('登记反请求', 'Record a counterclaim'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('提出日期', 'Raised on') },
  fields: {
    party: partyOf({ label: text('提出反请求的当事人', 'Who raises it'), side: 'respondent' }),
    amountFen: money({ label: text('金额', 'Amount'), optional: true }),
    claim: textOf({ label: text('反请求', 'Counterclaim'), maxLength: 300 }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { amountFen: data.amountFen } }),
});

/** The last day on which a notice of a hearing may still reach the parties, by the rules; null where they set none. */
function lastNoticeDay(context: Context, at: string): string | null {
  const notice = rulesOf(context)?.hearingNotice ?? null;
  if (notice === null) return null;
  const days = isForeignRelated(context.caseFile, context.proceeding!.id) ? notice.foreignDays : notice.days;
  return Temporal.PlainDate.from(at.slice(0, 10)).subtract({ days }).toString();
}

/** Gives notice of a hearing; the rules say how long before (AL25 53). */
const scheduleArbitrationHearing = command({
  ...here,
  type: 'scheduleArbitrationHearing',
  kind: 'fact',
  label: text('通知开庭', 'Give notice of a hearing'),
  by: secretary,
  occurredOn: null,
  fields: {
    at: moment({ label: text('开庭时间', 'When') }),
    place: textOf({ label: text('地点或线上方式', 'Where'), maxLength: 200 }),
    toldOn: legalDate({ label: text('通知送达日期', 'Notice reached the parties on') }),
  },
  needs: ['clashes'],
  requires: [
    noClash,
    dataRequirement<{ at: string; toldOn: string }>({
      code: 'hearing-notice-short',
      effect: 'marks',
      basis: [
        { instrument: 'AL25', article: '第五十三条' },
        { instrument: 'AL17', article: '第四十一条' },
      ],
      check: ({ data, ...context }) => {
        const last = lastNoticeDay({ ...context, data: null }, data.at);
        return last !== null && data.toldOn > last
          ? {
              text: text(
                `按仲裁规则，开庭通知最迟应于 ${last} 送达。`,
                `By the rules the notice should have been there by ${last}.`,
              ),
              instead: text('请取得各方同意，或另定开庭时间。', 'Have all parties agree, or set another time.'),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ values: { at: data.at, toldOn: data.toldOn } }),
});

/** Whoever claimed an agreement that the other side has not denied: the tribunal points it out and records it (AL25 27). */
const silenceWasPointedOut = dataRequirement<{ readonly agreementPointedOut: boolean }>({
  code: 'implied-agreement-not-pointed-out',
  effect: 'marks',
  basis: [{ instrument: 'AL25', article: '第二十七条' }],
  check: ({ data, caseFile, proceeding }) =>
    !data.agreementPointedOut &&
    latestFact(caseFile, 'recordArbitrationAgreement', { proceeding: proceeding!.id })?.values.kind === 'claimed'
      ? {
          text: text(
            '申请人仅主张有仲裁协议：首次开庭前须由仲裁庭提示并记录对方未否认。',
            'The agreement was only claimed: before the first hearing the tribunal points it out and records that it was not denied.',
          ),
          instead: text('请补记提示，或登记对方的异议。', 'Record that it was pointed out, or the objection.'),
        }
      : null,
});

const holdArbitrationHearing = command({
  ...here,
  type: 'holdArbitrationHearing',
  kind: 'step',
  label: text('登记开庭', 'Record a hearing'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'minute', label: text('开庭时间', 'Held at') },
  fields: {
    mode: choiceOf({
      label: text('方式', 'How'),
      of: {
        inPerson: text('当面', 'In person'),
        online: text('线上', 'Online'),
        papers: text('各方同意书面审理', 'On the papers, by agreement'),
      },
    }),
    present: partiesOf({ label: text('到庭的当事人', 'Parties present'), minimum: 0 }),
    agreementPointedOut: flag({
      label: text('仲裁庭已提示仲裁协议并记录各方未否认', 'The tribunal pointed the agreement out; nobody denied it'),
    }),
  },
  requires: [silenceWasPointedOut],
  apply: ({ data }) => ({ values: { mode: data.mode, present: data.present.length } }),
});

/** Fabricated facts or collusion: the whole request is dismissed (AL25 61). */
const dismissArbitration = command({
  ...here,
  type: 'dismissArbitration',
  kind: 'step',
  label: text('驳回仲裁请求', 'Dismiss the request'),
  tone: 'danger',
  by: secretary,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: { reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(arbitrationDismissalReasons) }) },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'dismissed'),
    values: { reason: data.reason },
  }),
});

const stayArbitration = command({
  ...here,
  type: 'stayArbitration',
  kind: 'step',
  label: text('中止仲裁', 'Stay'),
  by: secretary,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({
      label: text('原因', 'Ground'),
      of: {
        validity: text('权利效力程序未决', 'Validity of the right is pending'),
        otherCase: text('须以另一案的结果为依据', 'Another case must be decided first'),
        partyGone: text('当事人死亡、终止，等待承受人', 'A party died or ended; its successor is awaited'),
        agreed: text('当事人共同请求', 'The parties ask for it together'),
      },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'arbitrationStayed' }] }),
});

const resumeArbitration = command({
  ...here,
  type: 'resumeArbitration',
  kind: 'step',
  label: text('恢复仲裁', 'Resume'),
  tone: 'primary',
  by: secretary,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {},
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: resumeStates.map((resumeTo) => ({ resumeTo })),
  apply: () => ({ facts: [{ type: 'arbitrationResumed' }] }),
});

export const hearingCommands: readonly CommandDefinition[] = [
  recordArbitrationDefence,
  recordCounterclaim,
  scheduleArbitrationHearing,
  holdArbitrationHearing,
  dismissArbitration,
  stayArbitration,
  resumeArbitration,
];
