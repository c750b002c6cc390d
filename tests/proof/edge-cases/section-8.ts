import { held, type RulesRead } from './rule.ts';

/** §8 of the reading notes: how terms are counted. */
export const section8: RulesRead = {
  '8.1a': held(
    '开始之日不计入，从次日起算。',
    'The day that starts a term is not counted.',
    'calendar › does not count the day that starts it',
  ),
  '8.1b': held(
    '开始之时不计入，从下一整点起算。',
    'The hour that starts a term is not counted.',
    'calendar › does not count the hour that starts it, even when that hour has just begun',
  ),
  '8.2a': held(
    '按月、年计算的，止于触发日的对应日，没有对应日的止于月末。',
    'Months and years end on the corresponding day, or at the end of the month.',
    'calendar › ends on the corresponding day of the trigger',
    'calendar › ends on the month’s end where there is no such day',
  ),
  '8.2b': held(
    '2026年11月30日起三个月，至2027年3月1日（暂定）。',
    'Three months from 2026-11-30 end on 2027-03-01, provisionally.',
    'calendar › of three months from 2026-11-30 ends on Sunday 2027-02-28 and therefore on Monday 2027-03-01, provisionally',
  ),
  '8.3a': held(
    '最后一日是休息日的，顺延至其后第一个工作日。',
    'A last day off moves to the next working day.',
    'calendar › that ends on a Sunday moves to Monday',
    'calendar › that ends within a holiday moves to the first working day after all of it',
  ),
  '8.3b': held(
    '按工作日计算的，跳过休息日并计入调休上班日。',
    'Terms in working days skip days off and count make-up days.',
    'calendar › skips the Spring Festival and counts its make-up workdays',
  ),
  '8.3c': held(
    '没有放假通知的年份，结果为暂定。',
    'In a year without a notice the result is provisional.',
    'calendar › is any number of working days counted across such a year',
    'calendar-holidays › answers provisionally for a holiday, a weekend and an ordinary day alike',
  ),
  '8.4a': held(
    '期满前交邮的，不算过期。',
    'What is posted on the last day is in time.',
    'calendar › is in time when it was posted on the last day, however late it is looked at',
    'clocks › judges a filing by the day it was posted',
  ),
  '8.4b': held(
    '在途时间不计入。',
    'Travelling time is not counted.',
    'edge-cases-recorded › is not counted: posted on the last day it is in time, however many days the post took',
  ),
  '8.5a': held(
    '送达日为送达回证上的日期，各人分别计算。',
    'Service counts from the day on the receipt, for each by itself.',
    'edge-cases-claims › counts from the day on the receipt, for each defendant its own',
  ),
  '8.5b': held(
    '电子送达须受送达人同意，以到达为准。',
    'Electronic service counts for who agreed to it, on arrival.',
    'letters-service › is service where the party confirmed that way, and else only on record as sent',
  ),
  '8.5c': held(
    '公告送达三十日。',
    'Service by public notice takes thirty days.',
    'litigation-judgment › wait thirty days for a service by public notice, and no longer once it reached the party',
  ),
  '8.5d': held(
    '境外当事人的公告送达六十日。',
    'By public notice to a party abroad it takes sixty.',
    'edge-cases-claims › takes thirty days by public notice, and sixty for a party without domicile in China',
  ),
  '8.6': held(
    '各方的上诉期分别计算，最后一方届满时生效。',
    'Appeal terms run per party; the last one to end makes it final.',
    'litigation-judgment › is final only after the last time to appeal, which runs for each party from its own service',
  ),
  '8.7a': held(
    '中止是一组区间，各有原因。',
    'Tolling is a list of intervals with reasons.',
    'calendar-tolling › loses the 152 days of a stay from 2021-12-15 to 2022-05-16',
    'calendar-tolling › loses a day tolled twice only once',
  ),
  '8.7b': held(
    '没有规定可以扣除的期限，不得扣除。',
    'A term without a ground for tolling is never tolled.',
    'law-data › are tolled only where the notes give them an interval that is not counted',
    'edge-cases-law › %s loses no days to any interval',
  ),
  '8.8': held(
    '以小时计算的，须有分钟级的时间。',
    'A term in hours needs the minute.',
    'edge-cases-law › starts from commands that are told the minute, every one of them',
    'edge-cases-law › has no last moment while only the day is known, says that the minute is needed, and is counted once it is told',
    'calendar › is refused as hours without a moment, and as hours mixed with days',
  ),
  '8.9a': held(
    '期限分五类。',
    'There are five kinds of time limits.',
    'edge-cases-law › are five, each used, and what exhibitions are told is a guideline',
  ),
  '8.9b': held(
    '指引期限到期不算逾期。',
    'A guideline is never overdue.',
    'server/pages/components › that is only a guideline stays amber after its day and is never called overdue',
  ),
  '8.9c': held(
    '提前期向前倒数。',
    'Lead times are counted back.',
    'calendar › of three working days before a hearing on Friday ends on Tuesday',
  ),
  '8.9d': held(
    '等待期内不得提前进行。',
    'Nothing happens before a waiting period has ended.',
    'ruling-decision › takes effect only when everybody was served and the last time to sue has passed',
  ),
  '8.10': held(
    '行政程序适用同样的计算规则。',
    'Administrative terms are counted by the same rules.',
    'clocks-ruling › is filed or refused within five working days of its arrival, and five more with the approval of the head',
    'clocks-ruling › stand still during a stay, in actual days',
  ),
};
