/** `docs/reference/clocks.md`: every time limit the program keeps, with its article, and those that were read and are not kept. */
import { citeAll, clockRules } from '../../workflows/index.ts';
import type { ClockRule } from '../../workflows/rules/clock-rule.ts';
import { clocksNotKept } from '../../workflows/rules/clocks-not-kept.ts';
import { instruments } from '../../workflows/rules/instruments.ts';
import type { Instrument } from '../../workflows/rules/law.ts';
import { timeLimitsRead } from './time-limits-read.ts';

const rules = Object.entries<ClockRule>(clockRules);

/** Time limits of the reading notes that are neither a rule nor on the list of those not kept. */
export const unaccountedTimeLimits: readonly string[] = timeLimitsRead.filter(
  (id) => !Object.hasOwn(clockRules, id) && !Object.hasOwn(clocksNotKept, id),
);

const units = {
  hour: '小时 h',
  workingDay: '工作日 working days',
  calendarDay: '日 days',
  month: '个月 months',
  year: '年 years',
} as const;

const kinds = {
  statutory: '法定 statutory',
  target: '目标 target',
  guideline: '指引 guideline',
  waitingPeriod: '等待期 waiting period',
  leadTime: '提前期 lead time',
} as const;

/** How the term is read: an amount, or the day another body sets. */
function termOf({ amount, unit, dueOn, termInFact }: ClockRule): string {
  if (termInFact) return '由机构规则或主管部门确定 set by rules or by the department';
  return dueOn === undefined ? `${amount} ${units[unit]}` : '由办理机关确定 set by the body';
}

/** From when and until when a row is in force; a day that is the instrument's own and from memory is marked. */
function inForce({ basis, effectiveFrom, effectiveTo }: ClockRule): string {
  if (effectiveFrom === null && effectiveTo === null) return '';
  const isFromMemory = basis.some(({ instrument }) => {
    const known: Instrument = instruments[instrument];
    return known.dateFromMemory && known.effectiveFrom === effectiveFrom;
  });
  return `${effectiveFrom ?? ''}${isFromMemory ? '（施行日期待核实）' : ''} – ${effectiveTo ?? ''}`;
}

/** The citation of a row; a row that rests on a secondary text or less is marked, where its articles are not marked already. */
function basisOf({ basis, verified }: ClockRule): string {
  const cited = citeAll(basis, 'zh');
  return verified === 'text' || cited.includes('待核实') ? cited : `${cited}（待核实）`;
}

/** The page as text. */
export function clocksPage(): string {
  const kept = rules.map(
    ([id, rule]) =>
      `| \`${id}\` | ${rule.label.zh}<br>${rule.label.en} | ${termOf(rule)}${rule.judgedOnly === true ? '（仅在提出时审查 judged when filed）' : ''} | ${kinds[rule.kind]} | ${basisOf(rule)} | ${inForce(rule)} |`,
  );
  const notKept = Object.entries(clocksNotKept).map(
    ([id, { label, why }]) => `| \`${id}\` | ${label.zh}<br>${label.en} | ${why.zh}<br>${why.en} |`,
  );
  return `# 期限一览 · Clocks

由程序中的规则生成。“待核实”表示尚未与法律文本原文核对；每条期限的起算、扣除和届满后果在案件页面的期限说明里逐步写出。

Generated from the rules of the program. 待核实 marks a rule that was not read in the text of its instrument. How a running clock was computed, step by step, is shown on the case page.

## 程序计算的期限 · Clocks the program keeps (${rules.length})

| id | 期限 | 时长 | 性质 | 依据 | 施行期间 |
|---|---|---|---|---|---|
${kept.join('\n')}

## 已知而不计算的期限 · Time limits that are known and not kept (${notKept.length})

| id | 期限 | 原因 |
|---|---|---|
${notKept.join('\n')}
`;
}
