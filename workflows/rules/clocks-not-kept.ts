import { type Text, text } from '../text.ts';

/** A time limit that was read and that no clock of the program keeps, with the reason. */
export interface ClockNotKept {
  readonly label: Text;
  readonly why: Text;
}

/** The terms of an institution's own rules are no table of the law: they come from `Reference.arbitrationRules`. */
const ownRules = text(
  '仲裁机构自己规则中的期限取自为该机构登记的规则。此处只是未载明机构名称的示例，来源核实前停用，不据以计算任何日期。',
  "The terms of an institution's own rules come from the rules recorded for it. This is the example of an institution its source does not name; it is switched off until its source is confirmed, and no date is computed from it.",
);

/** Time limits of the reading notes without a clock, by their id. Shown on the page of clocks, so that nobody relies on them. */
export const clocksNotKept: Readonly<Record<string, ClockNotKept>> = {
  'arb.template.summary.arbitrator': {
    label: text('示例规则·简易程序：选定独任仲裁员', 'Example rules, summary procedure: choosing the sole arbitrator'),
    why: ownRules,
  },
  'arb.template.summary.hearing_notice': {
    label: text('示例规则·简易程序：开庭通知', 'Example rules, summary procedure: notice of the hearing'),
    why: ownRules,
  },
  'arb.template.summary.award': {
    label: text('示例规则·简易程序：作出裁决', 'Example rules, summary procedure: making the award'),
    why: ownRules,
  },
};
