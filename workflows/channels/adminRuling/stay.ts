import type { CaseFile, Proceeding } from '../../case-file.ts';
import { type CommandDefinition, command, dataRequirement, stateRequirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { choiceOf, partyOf, textOf } from '../../fields.ts';
import { labelsOf } from '../../rules/labels.ts';
import type { Basis } from '../../rules/law.ts';
import { rulingGoesOnReasons, rulingStayReasons } from '../../rules/reasons-ruling.ts';
import { type Text, text } from '../../text.ts';
import { here, isOnBehalf, officer } from './shared.ts';

/** What the rules say of a stay while the right is under attack. */
export interface RulingStayAdvice {
  readonly says: 'shall' | 'may';
  readonly text: Text;
  readonly basis: readonly Basis[];
}

/**
 * Whether a ruling is to be stayed because the right is attacked (O81 28, 29); null while no request for invalidation is
 * known since the case last went on: what ended with a resumption is spent, and a new request is a new question.
 */
export function rulingStayAdvice(caseFile: CaseFile, ruling: Proceeding): RulingStayAdvice | null {
  const request = openAttack(caseFile, ruling);
  if (request === null) return null;
  const kinds = ruling.matters.map((id) => caseFile.matters[id]?.right.kind);
  const { exception, upheldBefore, repeated } = request.values;
  const mayGoOn = kinds.includes('inventionPatent') || exception === true || upheldBefore === true || repeated === true;
  return mayGoOn
    ? {
        says: 'may',
        text: text(
          '发明专利、评价报告未见缺陷、撤回后再次请求或者已被维持有效的，可以不中止。',
          'An invention, a clean report, a request made again after withdrawal, or a patent already upheld: the case may go on.',
        ),
        basis: [{ instrument: 'O81', article: '第二十九条' }],
      }
    : {
        says: 'shall',
        text: text(
          '实用新型、外观设计专利的无效宣告请求已被受理的，应当中止。',
          'Utility model or design, request for invalidation accepted: the case is stayed.',
        ),
        basis: [{ instrument: 'O81', article: '第二十八条(一)' }],
      };
}

/** The request for invalidation that still counts: recorded after the last resumption. */
function openAttack(caseFile: CaseFile, ruling: Proceeding) {
  const scope = { proceeding: ruling.id };
  const request = latestFact(caseFile, 'recordInvalidationRequest', scope);
  const resumed = latestFact(caseFile, 'resumeRuling', scope);
  return request !== null && request.seq > (resumed?.seq ?? 0) ? request : null;
}

/** A party asks for a stay. Every request is decided on its own: a second one after the case went on is a new decision. */
const recordStayRequest = command({
  ...here,
  type: 'recordStayRequest',
  kind: 'fact',
  label: text('收到中止请求', 'A stay is asked for'),
  by: officer,
  occurredOn: { precision: 'day', label: text('请求日期', 'Asked on') },
  fields: {
    party: partyOf({ label: text('请求人', 'Who asks') }),
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(rulingStayReasons) }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party, values: { reason: data.reason } }),
});

/** Requests to stay that nobody has decided yet. */
function undecidedRequest(caseFile: CaseFile, ruling: Proceeding) {
  const scope = { proceeding: ruling.id };
  const asked = latestFact(caseFile, 'recordStayRequest', scope);
  const decided = Math.max(
    latestFact(caseFile, 'stayRuling', scope)?.seq ?? 0,
    latestFact(caseFile, 'refuseStay', scope)?.seq ?? 0,
  );
  return asked !== null && asked.seq > decided ? asked : null;
}

const stayRuling = command({
  ...here,
  type: 'stayRuling',
  kind: 'step',
  label: text('中止处理', 'Stay the case'),
  by: officer,
  occurredOn: { precision: 'day', label: text('中止日期', 'Stayed on') },
  fields: { reason: choiceOf({ label: text('原因', 'Ground'), of: labelsOf(rulingStayReasons) }) },
  requires: [
    dataRequirement<{ reason: keyof typeof rulingStayReasons }>({
      code: 'no-attack-on-the-right',
      basis: [{ instrument: 'O81', article: '第二十八条(一)' }],
      check: ({ data, caseFile, proceeding }) =>
        data.reason === 'invalidity' && openAttack(caseFile, proceeding!) === null
          ? {
              text: text(
                '没有登记（恢复处理之后的）无效宣告请求。',
                'No request for invalidation is on record since the case last went on.',
              ),
              instead: text('请先登记无效宣告请求及其日期。', 'Record the request and its date first.'),
              field: 'reason',
            }
          : null,
    }),
    dataRequirement<{ reason: keyof typeof rulingStayReasons }>({
      code: 'stay-not-owed',
      effect: 'warns',
      basis: [{ instrument: 'O81', article: '第二十九条' }],
      check: ({ data, caseFile, proceeding }) => {
        const advice = data.reason === 'invalidity' ? rulingStayAdvice(caseFile, proceeding!) : null;
        return advice?.says === 'may' ? { text: advice.text } : null;
      },
    }),
  ],
  apply: ({ data }) => ({ values: { reason: data.reason }, facts: [{ type: 'rulingStayed' }] }),
});

/** The case goes on although a stay was asked for, with the ground the rules allow (O81 29). */
const refuseStay = command({
  ...here,
  type: 'refuseStay',
  kind: 'fact',
  label: text('不予中止', 'Refuse the stay'),
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(rulingGoesOnReasons) }),
    explanation: textOf({ label: text('说明', 'Explanation'), maxLength: 300, multiline: true, optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-stay-asked',
      basis: [{ instrument: 'O81', article: '第二十八条' }],
      check: ({ caseFile, proceeding }) =>
        undecidedRequest(caseFile, proceeding!) === null
          ? { text: text('没有待决定的中止请求。', 'No request for a stay is waiting.') }
          : null,
    }),
    stateRequirement({
      code: 'stay-owed',
      basis: [{ instrument: 'O81', article: '第二十八条(一)' }],
      check: ({ caseFile, proceeding, given }) => {
        const advice = rulingStayAdvice(caseFile, proceeding!);
        return advice?.says === 'shall' && !isOnBehalf(given.actor.organisation, proceeding!)
          ? {
              text: advice.text,
              instead: text(
                '请中止处理；有例外情形的，先在无效宣告请求中登记。',
                'Stay the case, or record the exception with the request first.',
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ values: { reason: data.reason } }),
});

const resumeRuling = command({
  ...here,
  type: 'resumeRuling',
  kind: 'step',
  label: text('恢复处理', 'Resume the case'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('恢复日期', 'Resumed on') },
  fields: {
    because: textOf({ label: text('中止原因如何消除', 'How the cause ended'), maxLength: 200, optional: true }),
  },
  requires: [],
  facts: ({ slot }) => ({ resumeTo: String(slot!.context.resumeTo) }),
  factCases: [{ resumeTo: 'filed' }, { resumeTo: 'deliberation' }],
  apply: () => ({ facts: [{ type: 'rulingResumed' }] }),
});

export const rulingStayCommands: readonly CommandDefinition[] = [
  recordStayRequest,
  stayRuling,
  refuseStay,
  resumeRuling,
];
