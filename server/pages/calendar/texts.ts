import type { Text } from '../i18n.ts';

export const calendarTexts = {
  title: { zh: '日历', en: 'Calendar' },
  whose: { zh: '谁的日历', en: 'Whose calendar' },
  mine: { zh: '我的', en: 'Mine' },
  organisation: { zh: '本机构', en: 'The organisation' },
  weeks: { zh: '换周', en: 'Other weeks' },
  previous: { zh: '上一周', en: 'Previous week' },
  today: { zh: '本周', en: 'This week' },
  next: { zh: '下一周', en: 'Next week' },
  due: { zh: '当日到期', en: 'Due this day' },
  nothing: { zh: '没有安排。', en: 'Nothing.' },
  emptyWeek: {
    zh: '这一周没有会议、开庭，也没有到期的期限。',
    en: 'No session, hearing or time limit this week.',
  },
  held: { zh: '已开', en: 'Held' },
  clash: { zh: '时间冲突', en: 'Clash' },
  assumed: {
    zh: '会议未记时长的，按一小时判断是否冲突。',
    en: 'Whether meetings clash is judged as if each took an hour.',
  },
  subscribe: { zh: '在自己的日历中订阅', en: 'Subscribe in your own calendar' },
  subscribeHint: {
    zh: '只含本人会议和开庭的案件码、时间和地点，不含当事人和内容。地址等同钥匙，请勿转发；重新生成后，原地址失效。',
    en: 'Only the code, time and place of your own sessions and hearings, no parties and no content. The address is a key: do not pass it on. A new one ends the old one.',
  },
  make: { zh: '生成订阅地址', en: 'Make an address' },
  makeAgain: { zh: '重新生成（原地址失效）', en: 'Make a new one (ends the old one)' },
  end: { zh: '停用订阅地址', en: 'End the address' },
  since: { zh: '已有订阅地址，生成于', en: 'You have an address, made on' },
  address: { zh: '订阅地址', en: 'Address' },
  once: {
    zh: '这个地址只显示这一次。请复制到手机或电脑的日历程序中，作为“订阅的日历”添加。',
    en: 'It is shown only this once. Copy it into the calendar program of your telephone or computer, as a subscribed calendar.',
  },
  back: { zh: '回到日历', en: 'Back to the calendar' },
} as const satisfies Readonly<Record<string, Text>>;
