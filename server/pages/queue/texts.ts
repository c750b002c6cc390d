import type { Text } from '../i18n.ts';

type Texts = Readonly<Record<string, Text>>;

export const queueTexts = {
  title: { zh: '按法定期限先后办理', en: 'To be dealt with, by the day the law gives' },
  lead: {
    zh: '收到的移送、申请和本机构在办的程序，按法律规定的日期排列；没有日期的按等候天数排在后面。',
    en: 'Handoffs and applications received, and proceedings at work here, by the day the law gives; what has no day comes after, by how long it has waited.',
  },
  nothing: { zh: '没有待答复的移送，也没有在办的程序。', en: 'No handoff to answer and nothing at work here.' },
  what: { zh: '事项', en: 'What' },
  case: { zh: '案件', en: 'Case' },
  limit: { zh: '法定日期', en: 'The day the law gives' },
  waiting: { zh: '已等候', en: 'Waiting' },
  record: { zh: '登记', en: 'Record' },
  all: { zh: '查看全部', en: 'See all' },
  unanswered: { zh: '移送后无人答复', en: 'Handoffs nobody has answered' },
  noneUnanswered: { zh: '移出的案件都已答复。', en: 'Everything sent has been answered.' },
  toDesk: { zh: '回到案件台', en: 'To the desk' },
} as const satisfies Texts;

export const seriesTexts = {
  title: { zh: '晨间清单：系列申请', en: 'Morning list: applications of a series' },
  lead: {
    zh: '同一权利人（同一权利）经同一调解组织达成、或者相互关联的司法确认申请放在一起，与多数不同之处加标记。姓名、日期、金额之外的用语不同才算条款不同。',
    en: 'Applications of one right holder (or over one right) before one organisation, or of linked cases, side by side; what most do not say is marked. Names, days and sums in the words are no difference of wording.',
  },
  none: { zh: '目前没有成系列的司法确认申请。', en: 'No applications form a series now.' },
  committee: { zh: '调解组织', en: 'Mediated by' },
  usual: { zh: '多数申请的条款', en: 'What most applications say' },
  clause: { zh: '条款', en: 'Clause' },
  wording: { zh: '用语', en: 'Words' },
  amount: { zh: '金额', en: 'Amount' },
  by: { zh: '期限', en: 'By' },
  applications: { zh: '逐件比较', en: 'Each application beside it' },
  application: { zh: '申请', en: 'Application' },
  respondent: { zh: '被申请人', en: 'Respondent' },
  limit: { zh: '法定日期', en: 'Day' },
  clauses: { zh: '条款（与多数不同的加标记）', en: 'Clauses (differences marked)' },
  open: { zh: '预检待注意', en: 'Pre-flight' },
  differs: { zh: '与多数不同：', en: 'differs from most: ' },
  extra: { zh: '多数没有这一项', en: 'most have no such clause' },
  lacks: { zh: '缺少多数有的条款', en: 'lacks what most have' },
  nothingOpen: { zh: '未见问题', en: 'Nothing found' },
} as const satisfies Texts;

/** 3 天 / 3 days: how long something has waited. */
export function daysWaited(days: number): Text {
  return { zh: `${days} 天`, en: days === 1 ? '1 day' : `${days} days` };
}

/** The acts of a row that have no button of their own. */
export function moreActs(count: number): Text {
  return { zh: `其他 ${count} 项`, en: `${count} more` };
}
