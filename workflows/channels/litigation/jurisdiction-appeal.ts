import type { CaseFile, Id, Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { choiceOf, legalDate, organisationOf, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { here, liaison } from './shared.ts';

/** The ruling on an objection that may be appealed now: the latest word on jurisdiction, given by this court (CPL 157(2)). */
function rulingOnObjection(caseFile: CaseFile, suit: Proceeding) {
  const scope = { proceeding: suit.id };
  const ruled = latestFact(caseFile, 'decideJurisdiction', scope);
  const later = ['orderTransfer', 'recordJurisdictionAppealResult', 'transferProceeding'].some(
    (type) => (latestFact(caseFile, type, scope)?.seq ?? 0) > (ruled?.seq ?? 0),
  );
  return later ? null : ruled;
}

/** A party appeals against the ruling on jurisdiction: the case neither goes on nor goes away until that is decided (CPL 157, 171). */
const appealJurisdictionRuling = command({
  ...here,
  type: 'appealJurisdictionRuling',
  kind: 'step',
  label: text('收到对管辖裁定的上诉', 'Appeal against the ruling on jurisdiction'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('上诉日期', 'Filed on') },
  fields: {
    party: partyOf({ label: text('上诉人', 'Who appeals') }),
    docketedOn: legalDate({
      label: text('二审立案日期（已知的）', 'Docketed by the higher court on, if known'),
      optional: true,
    }),
  },
  requires: [
    stateRequirement({
      code: 'no-jurisdiction-ruling-to-appeal',
      basis: [{ instrument: 'CPL', article: '第一百五十七条' }],
      check: ({ caseFile, proceeding }) =>
        rulingOnObjection(caseFile, proceeding!) === null
          ? {
              text: text(
                '没有可以上诉的管辖异议裁定；依职权移送的裁定不能上诉。',
                'There is no ruling on an objection to appeal; a transfer of the court’s own motion cannot be appealed.',
              ),
            }
          : null,
    }),
    dataRequirement<{ party: Id }>({
      code: 'jurisdiction-appeal-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CPL', article: '第一百七十一条第二款' }],
      check: ({ data, caseFile, proceeding, given, day }) => {
        const served = dayOfFact(caseFile, 'appealableRulingServed', { proceeding: proceeding!.id, party: data.party });
        const due = served === null ? null : dueByRule('lit.appeal.ruling', served, given.calendar).due;
        return due !== null && day > due
          ? {
              text: text(
                `该当事人的上诉期已于 ${due} 届满，是否受理由法院决定。`,
                `This party's time to appeal ended on ${due}; the court decides.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    facts: [
      { type: 'jurisdictionObjectionReceived' },
      ...(data.docketedOn === null ? [] : [{ type: 'jurisdictionAppealDocketed', occurredOn: data.docketedOn }]),
    ],
  }),
});

const results = {
  upheld: text('驳回上诉，维持原裁定', 'Dismissed: the ruling stands'),
  reversed: text('撤销原裁定，改裁', 'Reversed'),
} as const;

interface ResultData {
  readonly result: keyof typeof results;
  readonly to: Id | null;
}

/** Whether the case goes to another court: what this court ruled, or the opposite where the higher one reversed it. */
function goesAway({ data, caseFile, proceeding }: Context<ResultData>): boolean {
  const went = latestFact(caseFile, 'decideJurisdiction', { proceeding: proceeding!.id })?.values.result === 'upheld';
  return data.result === 'upheld' ? went : !went;
}

/** The higher court has the last word on jurisdiction (CPL 182): the case is heard here, or goes to the court that it names. */
const recordJurisdictionAppealResult = command({
  ...here,
  type: 'recordJurisdictionAppealResult',
  kind: 'step',
  label: text('登记管辖上诉结果', 'Result of the appeal on jurisdiction'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('裁定日期', 'Ruled on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: results }),
    to: organisationOf({ label: text('改裁移送至', 'To which court, if reversed'), kinds: ['court'], optional: true }),
    number: textOf({ ...courtNumber, label: text('二审裁定案号', 'Number of the ruling'), optional: true }),
  },
  requires: [
    dataRequirement<ResultData>({
      code: 'reversal-needs-court',
      basis: [{ instrument: 'CPL', article: '第一百三十条' }],
      check: (context) => {
        const { data, proceeding } = context;
        const reversedAway = data.result === 'reversed' && goesAway(context);
        if (!reversedAway || (data.to !== null && data.to !== proceeding!.organisation)) return null;
        return {
          text: text('请选择改裁移送至哪个法院（不能是本院）。', 'Say to which other court it goes.'),
          field: 'to',
        };
      },
    }),
  ],
  facts: (context) => ({ jurisdiction: goesAway(context) ? 'elsewhere' : 'here' }),
  factCases: [{ jurisdiction: 'elsewhere' }, { jurisdiction: 'here' }],
  apply: ({ data, caseFile, proceeding, slot }) => {
    const before = latestFact(caseFile, 'decideJurisdiction', { proceeding: proceeding!.id })?.values.to ?? null;
    const to = slot!.value === 'transferOrdered' ? (data.result === 'reversed' ? data.to : before) : null;
    return { values: { result: data.result, to }, facts: [{ type: 'jurisdictionObjectionDecided' }] };
  },
});

export const jurisdictionAppealCommands: readonly CommandDefinition[] = [
  appealJurisdictionRuling,
  recordJurisdictionAppealResult,
];
