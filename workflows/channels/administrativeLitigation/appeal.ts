import type { Calendar } from '../../calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { ended, here, type JudgmentResult, judgmentResults, liaison } from './shared.ts';

const papers = {
  judgment: text('判决', 'The judgment'),
  ruling: text('不予立案或驳回起诉的裁定', 'The ruling not to accept, or to dismiss'),
} as const;

/** When the judgment, or the ruling that turned the suit away, reached a party: its own time to appeal runs from that day (APL 85). */
const recordAdministrativeService = command({
  ...here,
  type: 'recordAdministrativeService',
  kind: 'fact',
  label: text('登记裁判送达当事人', 'Record service on a party'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    paper: choiceOf({ label: text('文书', 'Paper'), of: papers }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    dataRequirement<{ paper: keyof typeof papers }>({
      code: 'nothing-to-serve-yet',
      basis: [{ instrument: 'APL', article: '第八十五条' }],
      check: ({ data, caseFile, proceeding, day }) => {
        const sources =
          data.paper === 'judgment'
            ? ['recordAdministrativeJudgment']
            : ['refuseAdministrativeSuit', 'dismissAdministrativeSuit'];
        const given = sources.flatMap((type) => dayOfFact(caseFile, type, { proceeding: proceeding!.id }) ?? []);
        return given.some((on) => day >= on)
          ? null
          : {
              text: text('还没有登记该裁判，或送达早于裁判。', 'No such paper is recorded, or service lies before it.'),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ data }) => ({
    party: data.party,
    facts: [
      {
        type: data.paper === 'judgment' ? 'administrativeJudgmentServed' : 'administrativeRulingServed',
        party: data.party,
      },
    ],
  }),
});

/** When the judgment reached the authority: it may appeal too, within its own fifteen days (APL 85). */
const recordServiceOnAuthority = command({
  ...here,
  type: 'recordServiceOnAuthority',
  kind: 'fact',
  label: text('登记判决送达被告机关', 'Record service of the judgment on the authority'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'no-administrative-judgment',
      basis: [{ instrument: 'APL', article: '第八十五条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'recordAdministrativeJudgment', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有登记判决。', 'No judgment is recorded yet.') }
          : null,
    }),
  ],
  apply: () => ({ facts: [{ type: 'administrativeJudgmentServedOnAuthority' }] }),
});

/** How far the latest judgment is from its effect: who has not been served, the authority included, and the last day of the last time to appeal (APL 85). */
export function administrativeAppealTerms(caseFile: CaseFile, suit: Proceeding, calendar: Calendar) {
  const judged = latestFact(caseFile, 'recordAdministrativeJudgment', { proceeding: suit.id })?.seq ?? 0;
  const since = (type: string, party?: Id): LegalDate | null => {
    const fact = latestFact(caseFile, type, { proceeding: suit.id, ...(party === undefined ? {} : { party }) });
    return fact !== null && fact.seq > judged ? dayOf(fact.occurredOn) : null;
  };
  const parties = partiesOfMatters(caseFile, suit.matters).map(({ id }) => since('administrativeJudgmentServed', id));
  const authority = since('administrativeJudgmentServedOnAuthority');
  const dues = [
    ...parties.map((on) => (on === null ? null : dueByRule('adminsuit.appeal.judgment', on, calendar).due)),
    authority === null ? null : dueByRule('adminsuit.appeal.authority', authority, calendar).due,
  ];
  return {
    unserved: dues.filter((due) => due === null).length,
    lastDay:
      dues
        .flatMap((due) => due ?? [])
        .sort()
        .at(-1) ?? null,
  };
}

/** The judgment took effect: everybody was served, and the last time to appeal has passed (APL 85). Its result goes back to the ruling. */
const recordAdministrativeFinality = command({
  ...here,
  type: 'recordAdministrativeFinality',
  kind: 'step',
  label: text('登记行政判决生效', 'Record that the judgment took effect'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('生效日期', 'In effect on') },
  fields: {},
  requires: [
    dataRequirement({
      code: 'administrative-appeal-term-running',
      basis: [{ instrument: 'APL', article: '第八十五条' }],
      check: ({ caseFile, proceeding, given, day }) => {
        const { unserved, lastDay } = administrativeAppealTerms(caseFile, proceeding!, given.calendar);
        if (unserved === 0 && lastDay !== null && day > lastDay) return null;
        return {
          text:
            unserved > 0
              ? text(
                  `还有 ${unserved} 方未送达（包括被告机关）。`,
                  `${unserved} have not been served (the authority counts).`,
                )
              : text(`最后一个上诉期至 ${lastDay} 届满。`, `The last time to appeal ends on ${lastDay}.`),
          field: 'occurredOn',
        };
      },
    }),
  ],
  apply: ({ caseFile, proceeding }) => {
    const judged = latestFact(caseFile, 'recordAdministrativeJudgment', { proceeding: proceeding!.id });
    return effective(caseFile, proceeding!, resultOf(judged?.values.result));
  },
});

/** The field of the judgment is the list of results; the fact carries one of them. */
const resultOf = (value: unknown) => value as JudgmentResult;

/** The judgment in effect: the end of the suit, the start of retrial. */
function effective(caseFile: CaseFile, proceeding: Proceeding, result: JudgmentResult) {
  const end = ended(caseFile, proceeding, result);
  return { caseFile: end.caseFile, facts: [...end.facts, { type: 'administrativeJudgmentEffective' }] };
}

/** A party, or the authority, appeals; a late appeal is for the court to judge (APL 85). */
const recordAdministrativeAppeal = command({
  ...here,
  type: 'recordAdministrativeAppeal',
  kind: 'step',
  label: text('收到行政案件上诉', 'Appeal received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('法院收到上诉状日期', 'Received on') },
  fields: {
    party: partyOf({ label: text('上诉人（不选为被告机关）', 'Who appeals (none: the authority)'), optional: true }),
  },
  requires: [
    dataRequirement<{ party: Id | null }>({
      code: 'administrative-appeal-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'APL', article: '第八十五条' }],
      check: ({ data, caseFile, proceeding, given, day, slot }) => {
        const scope = { proceeding: proceeding!.id, ...(data.party === null ? {} : { party: data.party }) };
        const [served, rule] =
          data.party === null
            ? (['administrativeJudgmentServedOnAuthority', 'adminsuit.appeal.authority'] as const)
            : slot?.value === 'turnedAway'
              ? (['administrativeRulingServed', 'adminsuit.appeal.ruling'] as const)
              : (['administrativeJudgmentServed', 'adminsuit.appeal.judgment'] as const);
        const on = dayOfFact(caseFile, served, scope);
        const due = on === null ? null : dueByRule(rule, on, given.calendar).due;
        return due !== null && day > due
          ? {
              text: text(
                `上诉期已于 ${due} 届满，是否受理由法院决定。`,
                `The time to appeal ended on ${due}; the court decides.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({
    ...(data.party === null ? {} : { party: data.party }),
    values: { byAuthority: data.party === null },
    facts: [{ type: 'administrativeAppealReceived' }],
  }),
});

const appealResults = {
  upheld: text('驳回上诉，维持原裁判', 'Dismissed: upheld'),
  changed: text('改判、撤销或者变更', 'Changed or set aside'),
  remanded: text('发回重审或指令立案、审理', 'Remanded, or ordered to be heard'),
  withdrawn: text('准许撤回上诉', 'Appeal withdrawn'),
} as const;

interface ResultData {
  readonly result: keyof typeof appealResults;
  readonly finalResult: JudgmentResult | null;
}

function resultFacts({ data, slot }: Context<ResultData>) {
  return { appeal: data.result === 'remanded' ? 'remanded' : 'decided', appealOf: String(slot!.context.appealOf) };
}

/** The second instance decides for good, and on the ruling too where it changes the judgment (APL 87-89). */
const recordAdministrativeAppealResult = command({
  ...here,
  type: 'recordAdministrativeAppealResult',
  kind: 'step',
  label: text('登记行政二审结果', 'Record the result of the appeal'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('生效日期', 'In effect on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: appealResults }),
    finalResult: choiceOf({
      label: text('改判后对裁决的处理', 'What the changed judgment says of the ruling'),
      of: judgmentResults,
      optional: true,
    }),
    number: textOf({ ...courtNumber, label: text('二审案号', 'Number of the appeal') }),
  },
  requires: [
    dataRequirement<ResultData>({
      code: 'changed-judgment-says-what',
      basis: [{ instrument: 'APL', article: '第八十九条' }],
      check: ({ data, slot }) =>
        data.result === 'changed' && slot?.context.appealOf === 'judgment' && data.finalResult === null
          ? {
              text: text(
                '改判的，应当同时写明对被诉裁决的处理。',
                'A changed judgment also decides on the ruling: say how.',
              ),
              field: 'finalResult',
            }
          : null,
    }),
  ],
  facts: resultFacts,
  factCases: (['remanded', 'decided'] as const).flatMap((appeal) =>
    (['judgment', 'ruling'] as const).map((appealOf) => ({ appeal, appealOf })),
  ),
  apply: ({ data, caseFile, proceeding, slot }) => {
    const own = { values: { result: data.result }, body: { number: data.number } };
    if (slot!.value === 'registered') return { ...own, ...heardAnew(caseFile, proceeding!) };
    if (slot!.value !== 'final') return own;
    const first = latestFact(caseFile, 'recordAdministrativeJudgment', { proceeding: proceeding!.id });
    const result = data.result === 'changed' ? data.finalResult : null;
    return { ...own, ...effective(caseFile, proceeding!, result ?? resultOf(first?.values.result)) };
  },
});

/** Heard anew: the trial term begins again, and the old times to appeal mean nothing any more. */
function heardAnew(caseFile: CaseFile, proceeding: Proceeding) {
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes: {} }),
    facts: [
      { type: 'administrativeTrialBegan' },
      { type: 'administrativeAppealTermEnded' },
      ...partiesOfMatters(caseFile, proceeding.matters).map(({ id }) => ({
        type: 'administrativeAppealTermEnded',
        party: id,
      })),
    ],
  };
}

/** A suit that was turned away ends here, and the ruling stands as it was. */
const closeAdministrativeSuit = command({
  ...here,
  type: 'closeAdministrativeSuit',
  kind: 'step',
  label: text('行政诉讼办结', 'Close the administrative suit'),
  by: liaison,
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [],
  apply: ({ caseFile, proceeding }) =>
    Object.keys(proceeding!.outcomes).length === 0 ? ended(caseFile, proceeding!, 'turnedAway') : {},
});

export const appealCommands: readonly CommandDefinition[] = [
  recordAdministrativeService,
  recordServiceOnAuthority,
  recordAdministrativeAppeal,
  recordAdministrativeFinality,
  recordAdministrativeAppealResult,
  closeAdministrativeSuit,
];
