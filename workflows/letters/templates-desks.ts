import { text } from '../text.ts';
import type { NoticeId } from './letter.ts';
import type { Templates } from './templates.ts';
import { moment } from './wording.ts';

type DeskNotice = Extract<
  NoticeId,
  'handoffOffered' | 'handoffReturned' | 'handoffUnanswered' | 'clockWarning' | 'weeklyDigest'
>;

/** Letters between desks: case codes, kinds and dates, and nothing of what the cases say. */
export const deskTemplates: Templates<DeskNotice> = {
  handoffOffered: ({ kind, from, offeredOn }) => {
    const at = offeredOn === null ? text('', '') : moment(offeredOn);
    return {
      subject: text('有新的移送待签收', 'A handoff waits for receipt'),
      paragraphs: [
        text(
          `${from.zh}${at.zh === '' ? '' : `于 ${at.zh} `}发来移送：${kind.zh}。请签收后核对随案材料并答复。`,
          `${from.en} sent a handoff${at.en === '' ? '' : ` on ${at.en}`}: ${kind.en}. Please receive it, check the papers and answer.`,
        ),
      ],
      short: text(`有新的移送待签收：${kind.zh}`, `A handoff waits for receipt: ${kind.en}`),
    };
  },

  handoffReturned: ({ kind, to, reason }) => ({
    subject: text('移送被退回', 'A handoff was returned'),
    paragraphs: [
      text(
        `${to.zh}退回了移送：${kind.zh}。理由：${reason.zh}。本案仍由贵单位承办，期限继续计算。`,
        `${to.en} returned the handoff: ${kind.en}. Reason: ${reason.en}. You are still the custodian and the clocks go on.`,
      ),
    ],
    short: text(`移送被退回：${kind.zh}`, `A handoff was returned: ${kind.en}`),
  }),

  handoffUnanswered: ({ kind, from, to, offeredOn, lapsed }) => {
    const at = offeredOn === null ? text('—', '—') : moment(offeredOn);
    return {
      subject: lapsed
        ? text('移送逾期失效', 'A handoff lapsed')
        : text('移送尚未答复', 'A handoff is still unanswered'),
      paragraphs: [
        text(
          `${from.zh}于 ${at.zh} 发给${to.zh}的移送（${kind.zh}）${lapsed ? '逾期未答复，已失效。' : '至今没有答复，请联系对方或及时办理。'}`,
          `The handoff that ${from.en} sent to ${to.en} on ${at.en} (${kind.en}) ${lapsed ? 'was not answered in time and has lapsed.' : 'has had no answer yet; please get in touch or deal with it.'}`,
        ),
        text('未答复前，移送方仍是承办机构。', 'Until there is an answer, the sender stays custodian.'),
      ],
      short: text(`移送尚未答复：${kind.zh}`, `A handoff is unanswered: ${kind.en}`),
    };
  },

  clockWarning: ({ clock, due, provisional, basis }) => {
    const at = moment(due);
    const mark = provisional ? text('（暂算）', ' (provisional)') : text('', '');
    return {
      subject: text('期限临近', 'A time limit is near'),
      paragraphs: [
        text(
          `“${clock.zh}”的最后期限为 ${at.zh}${mark.zh}。依据：${basis.zh}。`,
          `“${clock.en}” ends on ${at.en}${mark.en}. Basis: ${basis.en}.`,
        ),
      ],
      short: text(`“${clock.zh}”至 ${at.zh}${mark.zh}`, `“${clock.en}” until ${at.en}${mark.en}`),
    };
  },

  weeklyDigest: ({ week, tasks, handoffs, clocks }) => ({
    subject: text('每周工作摘要', 'Weekly digest'),
    paragraphs: [
      text(
        `${week} 起的一周：待办 ${tasks} 项，待答复的移送 ${handoffs} 件，两周内到期的期限 ${clocks.length} 个。`,
        `The week from ${week}: ${tasks} tasks, ${handoffs} handoffs to answer, ${clocks.length} time limits within two weeks.`,
      ),
      ...clocks.map(({ code, clock, due }) =>
        text(`${moment(due).zh} · ${code} · ${clock.zh}`, `${moment(due).en} · ${code} · ${clock.en}`),
      ),
    ],
    short: text(`本周待办 ${tasks} 项`, `${tasks} tasks this week`),
  }),
};
