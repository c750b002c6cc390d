import { type Id, type LegalDate, patchPart } from '../case-file.ts';
import { type Change, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { factLabel } from '../fact-labels.ts';
import { itemOf, legalDate, oneOf, partyOf, rowsOf, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import { deskRoles } from '../reference.ts';
import type { ClockRule } from '../rules/clock-rule.ts';
import { type ClockRuleId, clockRules } from '../rules/clock-rules.ts';
import { text } from '../text.ts';

interface RunningCase {
  readonly state: string;
  readonly dates: readonly { readonly fact: string; readonly on: LegalDate; readonly party: Id | null }[];
}

const ruleOf = (id: ClockRuleId): ClockRule => clockRules[id];

/** States a running proceeding may already be in: neither its first one nor one that is over. */
function runningStates({ slot }: Context<unknown>) {
  return kit.describe(slot!.machine).states.filter(({ initial, meta }) => !initial && !meta.over);
}

/** The rules whose clocks run in one of these states. */
function rulesIn(states: ReturnType<typeof runningStates>): readonly ClockRule[] {
  return [...new Set(states.flatMap(({ meta }) => meta.clocks))].map(ruleOf);
}

function chosen(context: Context<RunningCase>) {
  return runningStates(context).filter(({ id }) => id === context.data.state);
}

/**
 * Enters a case that was running before this register began: the state its proceeding is in, since when, the days from which
 * its clocks run, and where all of that is written. It is the one way into a state that is no step, and only for a
 * proceeding that has not moved yet.
 */
export const openAsOf = command({
  type: 'openAsOf',
  target: 'proceeding',
  kind: 'fact',
  label: text('登记在办程序', 'Enter a running proceeding'),
  hint: text(
    '旧台账中正在办理的案件，按其现在的状态和原有日期登记，并写明出处。',
    'For a case that was running in an older register: its state now, its own dates, and where they are written.',
  ),
  by: deskRoles,
  relation: 'custodian',
  concerns: ({ caseFile }) => caseFile.header.source === 'olderRegister',
  occurredOn: { precision: 'day', label: text('进入该状态的日期', 'In this state since') },
  fields: {
    state: oneOf({
      label: text('现在的状态', 'State it is in'),
      choices: (context) =>
        runningStates(context).map(({ id, meta }) => ({ value: id, label: meta.label, person: null })),
    }),
    number: textOf({ label: text('原案号', 'Its number'), maxLength: 60, optional: true }),
    dates: rowsOf({
      label: text('期限起算的日期', 'Days from which its clocks run'),
      of: {
        fact: oneOf({
          label: text('事实', 'What happened'),
          choices: (context) =>
            [...new Set(rulesIn(runningStates(context)).map(({ startsWith }) => startsWith))].map((type) => ({
              value: type,
              label: factLabel(type),
              person: null,
            })),
        }),
        on: legalDate({ label: text('日期', 'On') }),
        party: partyOf({
          label: text('当事人（各方分别计算的）', 'Party, where each has its own time'),
          optional: true,
        }),
      },
    }),
    source: textOf({ label: text('出处（台账名称、页码或案卷号）', 'Where it is written'), maxLength: 200 }),
    scan: itemOf({ label: text('证明材料', 'Evidence'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'proceeding-has-moved',
      basis: [],
      check: ({ proceeding }) =>
        proceeding!.lastStep === null
          ? null
          : {
              text: text(
                '该程序在本系统中已经办理过，不能再按在办程序登记。',
                'This proceeding has moved here already; it cannot be entered as a running one.',
              ),
              instead: text('记错了的，请用更正类操作。', 'If something is wrong, correct it.'),
            },
    }),
    dataRequirement<RunningCase>({
      code: 'party-of-date-needed',
      basis: [],
      check: (context) => {
        const perParty = new Set(
          rulesIn(chosen(context))
            .filter((rule) => rule.perParty)
            .map((rule) => rule.startsWith),
        );
        return context.data.dates.every(({ fact, party }) => party !== null || !perParty.has(fact))
          ? null
          : {
              text: text('这一日期各方分别计算，请选择当事人。', 'Each party has its own time here: choose the party.'),
              field: 'dates',
            };
      },
    }),
    dataRequirement<RunningCase>({
      code: 'clock-start-unknown',
      effect: 'marks',
      // A period is counted from the day after the one it starts from: without that day there is none.
      basis: [{ instrument: 'CC', article: '第二百零一条' }],
      check: (context) => {
        const silent = context.data.dates.length > 0 ? [] : rulesIn(chosen(context));
        return silent.length === 0
          ? null
          : {
              text: text(
                `没有登记起算日期，下列期限不会计算：${silent.map(({ label }) => label.zh).join('、')}。`,
                `Without the day they start from, these clocks will not run: ${silent.map(({ label }) => label.en).join(', ')}.`,
              ),
              instead: text(
                '请查明起算日期，并在相应操作中补记。',
                'Find out the day and record it with the command it belongs to.',
              ),
              field: 'dates',
            };
      },
    }),
  ],
  apply: ({ data, caseFile, slot, target, occurredOn, proceeding }): Change => ({
    caseFile: patchPart(caseFile, 'proceedings', target.id, {
      slot: { ...slot!, value: data.state },
      lastStep: { seq: caseFile.seq + 1, occurredOn },
      number: data.number ?? proceeding!.number,
    }),
    values: { state: data.state },
    facts: data.dates.map(({ fact, on, party }) => ({ type: fact, occurredOn: on, party })),
  }),
});
