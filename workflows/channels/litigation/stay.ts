import type { Calendar } from '../../calendar.ts';
import { type CaseFile, dayOf, type Proceeding } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, flag, organisationOf, textOf } from '../../fields.ts';
import { labelsOf } from '../../rules/labels.ts';
import type { Basis } from '../../rules/law.ts';
import { stayReasons } from '../../rules/reasons-litigation.ts';
import { type Text, text } from '../../text.ts';
import { defenceEnds } from './jurisdiction.ts';
import { here, liaison, respondentsOf } from './shared.ts';

/** What the rules say of a stay after a request for invalidation; the court decides. */
export interface StayAdvice {
  readonly says: 'shall' | 'shallNot' | 'may';
  readonly text: Text;
  readonly basis: readonly Basis[];
}

const advice = {
  shall: text(
    '实用新型、外观设计案件，在答辩期内请求宣告无效的，除例外情形外应当中止诉讼。',
    'Utility model or design, requested within the time for defence: the suit is stayed, save the exceptions.',
  ),
  exception: text(
    '检索报告或评价报告未见问题、属于公知技术、证据明显不足等例外情形，可以不中止。',
    'A clean search or evaluation report, known technology, plainly weak evidence: the suit need not be stayed.',
  ),
  late: text(
    '答辩期届满后请求宣告无效的，不应当中止诉讼，确有必要的除外。',
    'Requested after the time for defence: the suit is not stayed, unless it is necessary.',
  ),
  upheld: text(
    '发明专利，或者已经审查维持有效的专利，可以不中止诉讼。',
    'An invention, or a patent already upheld: the suit may go on.',
  ),
  other: text('该类权利没有当然中止的规定，由法院决定。', 'No rule stays a suit over such a right; the court decides.'),
} as const;

/**
 * Whether a suit is to be stayed because somebody asked to invalidate the right (PDR 5-7); null while nobody has asked.
 * In utility-model and design cases it depends on whether the request came within the time for defence.
 */
export function stayAdvice(caseFile: CaseFile, suit: Proceeding, calendar: Calendar): StayAdvice | null {
  const request = latestFact(caseFile, 'recordInvalidationRequest', { proceeding: suit.id });
  if (request === null) return null;
  const kinds = suit.matters.map((id) => caseFile.matters[id]?.right.kind);
  const rule = (says: StayAdvice['says'], sentence: Text, article: string): StayAdvice => ({
    says,
    text: sentence,
    basis: [{ instrument: 'PDR', article }],
  });
  if (kinds.includes('inventionPatent') || request.values.upheldBefore === true)
    return rule('may', advice.upheld, '第七条');
  if (!kinds.some((kind) => kind === 'utilityModel' || kind === 'designPatent'))
    return { says: 'may', text: advice.other, basis: [{ instrument: 'CPL', article: '第一百五十三条(五)' }] };
  const ends = respondentsOf(caseFile, suit)
    .map((party) => defenceEnds(caseFile, { proceeding: suit.id, party: party.id }, calendar))
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (ends !== undefined && dayOf(request.occurredOn) > ends) return rule('shallNot', advice.late, '第六条');
  return request.values.exception === true
    ? rule('may', advice.exception, '第五条')
    : rule('shall', advice.shall, '第五条');
}

/** Somebody asked to invalidate the right (T33). What follows is for the court, or for the department by its own rule; both rules are shown. */
const recordInvalidationRequest = command({
  ...here,
  sharedWith: ['adminRuling'],
  type: 'recordInvalidationRequest',
  kind: 'fact',
  label: text('登记无效宣告请求', 'Record a request for invalidation'),
  by: ['courtLiaison', 'rulingOfficer'],
  occurredOn: { precision: 'day', label: text('请求日期', 'Requested on') },
  fields: {
    exception: flag({
      label: text(
        '有不中止的例外情形（评价报告未见问题、公知技术、明显不足）',
        'An exception applies (clean report, known technology, plainly weak)',
      ),
    }),
    upheldBefore: flag({ label: text('该专利此前已审查维持有效', 'The patent was upheld before') }),
    repeated: flag({ label: text('撤回无效请求后再次提出', 'Made again after an earlier request was withdrawn') }),
  },
  requires: [],
  apply: ({ data }) => ({
    values: { exception: data.exception, upheldBefore: data.upheldBefore, repeated: data.repeated },
  }),
});

/** A stay that the rules do not call for is recorded all the same: the court decides. */
const staySuit = command({
  ...here,
  type: 'staySuit',
  kind: 'step',
  label: text('登记中止诉讼', 'Record a stay'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    reason: choiceOf({ label: text('原因', 'Ground'), of: labelsOf(stayReasons) }),
    before: organisationOf({
      label: text('另案或无效程序的受理机关（在本系统名录内的）', 'Body before which the other case is (if listed)'),
      kinds: ['court', 'patentAdministrationDepartment', 'arbitrationInstitution'],
      optional: true,
    }),
  },
  requires: [
    dataRequirement<{ reason: keyof typeof stayReasons }>({
      code: 'stay-not-called-for',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PDR', article: '第五条至第七条' }],
      check: ({ data, caseFile, proceeding, given }) => {
        if (data.reason !== 'invalidity') return null;
        const found = stayAdvice(caseFile, proceeding!, given.calendar);
        return found === null || found.says === 'shall' ? null : { text: found.text };
      },
    }),
    dataRequirement<{ reason: keyof typeof stayReasons }>({
      code: 'no-invalidation-request',
      basis: [{ instrument: 'PDR', article: '第五条' }],
      check: ({ data, caseFile, proceeding }) =>
        data.reason === 'invalidity' &&
        latestFact(caseFile, 'recordInvalidationRequest', { proceeding: proceeding!.id }) === null
          ? {
              text: text('还没有登记无效宣告请求。', 'No request for invalidation is recorded.'),
              instead: text('请先登记无效宣告请求及其日期。', 'Record the request and its date first.'),
              field: 'reason',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'suitStayed' }] }),
});

const resumeSuit = command({
  ...here,
  type: 'resumeSuit',
  kind: 'step',
  label: text('恢复诉讼', 'Resume the suit'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {
    because: textOf({ label: text('中止原因如何消除', 'How the cause ended'), maxLength: 200, optional: true }),
  },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: [{ resumeTo: 'registered' }, { resumeTo: 'inTrial' }],
  apply: () => ({ facts: [{ type: 'suitResumed' }] }),
});

/** The rules call for a stay, and the suit goes on: put on record with the ground, for the parties will ask. */
const continueDespiteRequest = command({
  ...here,
  type: 'continueDespiteRequest',
  kind: 'fact',
  label: text('登记不予中止', 'Record that the suit goes on'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: { reason: textOf({ label: text('理由', 'Ground'), maxLength: 300 }) },
  requires: [
    stateRequirement({
      code: 'stay-called-for',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'PDR', article: '第五条' }],
      check: ({ caseFile, proceeding, given }) => {
        const found = stayAdvice(caseFile, proceeding!, given.calendar);
        return found?.says === 'shall' ? { text: found.text } : null;
      },
    }),
  ],
});

export const stayCommands: readonly CommandDefinition[] = [
  recordInvalidationRequest,
  staySuit,
  resumeSuit,
  continueDespiteRequest,
];
