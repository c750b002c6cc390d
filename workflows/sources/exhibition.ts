import { dueOf } from '../calendar.ts';
import type { Id, LegalDate } from '../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { choiceOf, choicesOf, count, flag, itemOf, legalDate, organisationOf, partyOf, textOf } from '../fields.ts';
import { penalisingBodies } from '../handoff/kinds-crime.ts';
import { ruleInForce } from '../rules/clock-rules.ts';
import { text } from '../text.ts';
import { cameInBy, isOnRecord, onMatter } from './shared.ts';

const atShow = { ...onMatter, concerns: cameInBy('exhibition') } as const;
const minute = (zh: string, en: string) => ({ precision: 'minute', label: text(zh, en) }) as const;

/** What is going on where: the show's last day is the day on which nothing may be left open at the desk. */
const recordExhibitionComplaint = command({
  ...atShow,
  type: 'recordExhibitionComplaint',
  label: text('登记展会投诉', 'Record a complaint at a show'),
  occurredOn: minute('投诉时间', 'Complained at'),
  fields: {
    show: textOf({ label: text('展会名称', 'Show'), maxLength: 120 }),
    booth: textOf({ label: text('展位', 'Booth'), maxLength: 60 }),
    opensOn: legalDate({ label: text('开幕日', 'Opens on'), mayBeFuture: true }),
    closesOn: legalDate({ label: text('闭幕日', 'Closes on'), mayBeFuture: true }),
    desk: textOf({ label: text('投诉机构或工作站', 'Complaint desk'), maxLength: 120, optional: true }),
  },
  requires: [
    dataRequirement<{ opensOn: LegalDate; closesOn: LegalDate }>({
      code: 'show-closes-before-it-opens',
      basis: [{ instrument: 'EXM', article: '第六条' }],
      check: ({ data }) =>
        data.closesOn < data.opensOn
          ? { text: text('闭幕日不能早于开幕日。', 'It cannot close before it opens.'), field: 'closesOn' }
          : null,
    }),
  ],
  apply: ({ data }) => ({
    values: { opensOn: data.opensOn, closesOn: data.closesOn },
    facts: [{ type: 'exhibitionComplaint', values: { closesOn: data.closesOn } }],
  }),
});

const complaintOnRecord = stateRequirement({
  code: 'no-exhibition-complaint',
  basis: [{ instrument: 'EXM', article: '第八条' }],
  check: (context) =>
    isOnRecord(context, 'exhibitionComplaint')
      ? null
      : { text: text('还没有登记展会投诉。', 'No complaint at a show is recorded.') },
});

/** Incomplete papers start no clock: the complainant is told what to supply, and otherwise it is not taken (EXM 8, 9). */
const checkExhibitionPapers = command({
  ...atShow,
  type: 'checkExhibitionPapers',
  label: text('核对投诉材料', 'Check the papers'),
  occurredOn: minute('收到材料时间', 'Papers received at'),
  fields: {
    complete: flag({ label: text('材料齐备', 'Complete') }),
    missing: textOf({
      label: text('需要补充的材料', 'What is missing'),
      maxLength: 300,
      multiline: true,
      optional: true,
    }),
  },
  requires: [
    complaintOnRecord,
    dataRequirement<{ complete: boolean; missing: string | null }>({
      code: 'missing-papers-not-named',
      basis: [{ instrument: 'EXM', article: '第九条' }],
      check: ({ data }) =>
        data.complete || data.missing !== null
          ? null
          : { text: text('材料不齐的，请写明需要补充的材料。', 'Say which papers are missing.'), field: 'missing' },
    }),
  ],
  apply: ({ data }) => ({
    values: { complete: data.complete },
    facts: data.complete ? [{ type: 'exhibitionPapersComplete' }] : [],
  }),
});

const passExhibitionComplaint = command({
  ...atShow,
  type: 'passExhibitionComplaint',
  label: text('将投诉转交主管部门', 'Pass the complaint on'),
  occurredOn: minute('转交时间', 'Passed on at'),
  fields: {
    to: organisationOf({ label: text('主管部门', 'Department'), kinds: penalisingBodies }),
    proof: itemOf({ label: text('转交凭据', 'Proof'), optional: true }),
  },
  requires: [
    complaintOnRecord,
    stateRequirement({
      code: 'exhibition-papers-incomplete',
      effect: 'marks',
      basis: [{ instrument: 'EXM', article: '第十一条' }],
      check: (context) =>
        isOnRecord(context, 'exhibitionPapersComplete')
          ? null
          : {
              text: text('投诉材料尚未齐备即转交。', 'The papers were passed on before they were complete.'),
              instead: text('请补齐材料并补交主管部门。', 'Have them completed and passed on.'),
            },
    }),
  ],
  apply: ({ data }) => ({ values: { to: data.to }, facts: [{ type: 'complaintPassedOn' }] }),
});

/** Served at the booth, with the hour: the exhibitor's hours run through nights and holidays. */
const notifyExhibitor = command({
  ...atShow,
  type: 'notifyExhibitor',
  label: text('通知参展方', 'Notify the exhibitor'),
  occurredOn: minute('送达时间', 'Served at'),
  fields: {
    party: partyOf({ label: text('参展方', 'Exhibitor'), side: 'respondent' }),
    proof: itemOf({ label: text('展位送达凭据', 'Proof of service at the booth'), optional: true }),
  },
  requires: [complaintOnRecord],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'exhibitorNotified', party: data.party }] }),
});

interface ReplyPeriod {
  readonly amount: number;
  readonly unit: 'hour' | 'calendarDay' | 'workingDay';
}

/** The department may set the time to reply so that it fits the show (EXM 13); a late reply does not stop its decision (EXM 14). */
const setExhibitionReplyPeriod = command({
  ...atShow,
  type: 'setExhibitionReplyPeriod',
  label: text('登记主管部门指定的答辩期限', 'Record the time to reply set by the department'),
  hint: text(
    '主管部门可以根据展期指定；展会结束前应当届满。',
    'The department may set it to fit the show; it should end before the show closes.',
  ),
  occurredOn: minute('送达参展方时间', 'Served on the exhibitor at'),
  fields: {
    party: partyOf({ label: text('参展方', 'Exhibitor'), side: 'respondent' }),
    department: organisationOf({ label: text('主管部门', 'Department'), kinds: penalisingBodies }),
    amount: count({ label: text('期限', 'Time'), minimum: 1, maximum: 99 }),
    unit: choiceOf({
      label: text('单位', 'Unit'),
      of: {
        hour: text('小时', 'Hours'),
        calendarDay: text('日', 'Days'),
        workingDay: text('工作日', 'Working days'),
      },
    }),
    proof: itemOf({ label: text('指定期限的通知', 'The notice that sets it'), optional: true }),
  },
  requires: [
    complaintOnRecord,
    dataRequirement<ReplyPeriod>({
      code: 'reply-period-beyond-show',
      effect: 'marks',
      basis: [{ instrument: 'EXM', article: '第十三条' }],
      check: ({ data, caseFile, matter, occurredOn, given }) => {
        const { closesOn } = latestFact(caseFile, 'exhibitionComplaint', { matter: matter!.id })?.values ?? {};
        const { due } = dueOf({ trigger: occurredOn, ...termIn(data) }, given.calendar);
        return due !== null && typeof closesOn === 'string' && due.slice(0, 10) > closesOn
          ? {
              text: text(
                `指定的期限至 ${due.replace('T', ' ')}，晚于闭幕日 ${closesOn}，与展期不符。`,
                `It ends at ${due.replace('T', ' ')}, after the show closes on ${closesOn}: it does not fit the show.`,
              ),
              instead: text(
                '请主管部门另行指定展会结束前届满的期限，并重新通知参展方。',
                'Have the department set a time that ends before the show closes, and notify the exhibitor again.',
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    values: { department: data.department },
    facts: [{ type: 'exhibitionReplySet', party: data.party, values: { ...termIn(data) } }],
  }),
});

const termIn = ({ amount, unit }: ReplyPeriod): ReplyPeriod => ({ amount, unit });

const recordExhibitorReply = command({
  ...atShow,
  type: 'recordExhibitorReply',
  label: text('登记参展方说明', 'Record the exhibitor’s reply'),
  occurredOn: minute('提交时间', 'Replied at'),
  fields: {
    party: partyOf({ label: text('参展方', 'Exhibitor'), side: 'respondent' }),
    what: choiceOf({
      label: text('内容', 'What'),
      of: {
        statement: text('书面说明和证据', 'Written statement and evidence'),
        goodReason: text('说明未能按时提交的正当理由', 'A good reason for being late'),
        admits: text('承认侵权', 'Admits infringement'),
      },
    }),
  },
  requires: [],
  apply: ({ data }) => ({
    party: data.party,
    values: { what: data.what },
    facts: [{ type: 'exhibitorReplied', party: data.party }],
  }),
});

interface MeasureData {
  readonly party: Id;
  readonly trigger: 'noReply' | 'effectiveDocument' | 'admitted';
}

/** Whether the hours of a notified exhibitor still ran, or it had answered. */
function mayStillAnswer({ caseFile, matter, data, occurredOn, given }: Context<MeasureData>): boolean {
  const scope = { matter: matter!.id, party: data.party };
  const notified = latestFact(caseFile, 'exhibitorNotified', scope);
  if (notified === null || latestFact(caseFile, 'exhibitorReplied', scope) !== null) return true;
  if (notified.occurredOn.length < 16 || occurredOn.length < 16) return false;
  const { rule } = ruleInForce('exhib.reply', notified.occurredOn.slice(0, 10));
  const { due } = dueOf({ trigger: notified.occurredOn, amount: rule.amount, unit: rule.unit }, given.calendar);
  return due !== null && occurredOn <= due;
}

/** Three separate grounds; only the missing reply is a matter of time (guideline art. 14). */
const recordExhibitionMeasure = command({
  ...atShow,
  type: 'recordExhibitionMeasure',
  label: text('登记主办方措施', 'Record what the organiser did'),
  occurredOn: minute('采取措施时间', 'Taken at'),
  fields: {
    party: partyOf({ label: text('参展方', 'Exhibitor'), side: 'respondent' }),
    trigger: choiceOf({
      label: text('依据', 'Ground'),
      of: {
        noReply: text('无正当理由未按时说明', 'No reply in time without good reason'),
        effectiveDocument: text('生效文书已认定侵权', 'An effective document settled the infringement'),
        admitted: text('参展方承认侵权', 'The exhibitor admits it'),
      },
    }),
    measures: choicesOf({
      label: text('措施', 'Measures'),
      of: {
        removed: text('撤展', 'Removed'),
        covered: text('遮盖', 'Covered'),
        deleted: text('删除、屏蔽、断开链接', 'Deleted, blocked or unlinked'),
      },
    }),
  },
  requires: [
    complaintOnRecord,
    dataRequirement<MeasureData>({
      code: 'exhibitor-may-still-answer',
      effect: 'marks',
      basis: [{ instrument: 'EXG', article: '第十四条' }],
      check: (context) =>
        context.data.trigger === 'noReply' && mayStillAnswer(context)
          ? {
              text: text(
                '参展方未被通知、已作说明，或说明时限未满。',
                'The exhibitor was not notified, has answered, or its time still ran.',
              ),
              instead: text(
                '请通知参展方并听取说明；措施无依据的恢复展示。',
                'Notify and hear the exhibitor; without a ground the display is restored.',
              ),
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, values: { trigger: data.trigger, measures: data.measures } }),
});

/** On the last day of the show what is open goes to somebody who stays. */
const handOverAfterShow = command({
  ...atShow,
  type: 'handOverAfterShow',
  label: text('闭幕移交', 'Hand over at the end of the show'),
  hint: text('移送其他机构的，另行准备移送。', 'To pass the case to another organisation, prepare a handoff too.'),
  occurredOn: { precision: 'day', label: text('移交日期', 'Handed over on') },
  fields: {
    results: textOf({
      label: text('办理情况和移交材料', 'What was done and handed over'),
      maxLength: 500,
      multiline: true,
    }),
  },
  requires: [complaintOnRecord],
});

/** A complaint at an exhibition, from the desk to the handover on the closing day. */
export const exhibitionCommands: readonly CommandDefinition[] = [
  recordExhibitionComplaint,
  checkExhibitionPapers,
  passExhibitionComplaint,
  notifyExhibitor,
  setExhibitionReplyPeriod,
  recordExhibitorReply,
  recordExhibitionMeasure,
  handOverAfterShow,
];
