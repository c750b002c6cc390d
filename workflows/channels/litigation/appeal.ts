import type { Calendar } from '../../calendar.ts';
import { type CaseFile, dayOf, type Id, type LegalDate, type Proceeding, patchPart } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { dayOfFact, latestFact } from '../../facts.ts';
import { choiceOf, flag, itemOf, legalDate, partyOf, textOf } from '../../fields.ts';
import { courtNumber } from '../../rules/court-number-field.ts';
import { text } from '../../text.ts';
import { ended, here, liaison, served } from './shared.ts';

/** When the judgment reached a party: its own time to appeal runs from that day (CPL 171, 286). */
const recordJudgmentService = command({
  ...here,
  type: 'recordJudgmentService',
  kind: 'fact',
  label: text('登记判决送达', 'Record service of the judgment'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    abroad: flag({ label: text('在中国境内没有住所', 'Without domicile in China') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    dataRequirement({
      code: 'judgment-service-without-judgment',
      basis: [{ instrument: 'CPL', article: '第一百五十一条' }],
      check: ({ caseFile, proceeding, day }) => {
        const given = dayOfFact(caseFile, 'recordJudgment', { proceeding: proceeding!.id });
        return given !== null && day >= given
          ? null
          : {
              text: text('还没有登记判决，或送达早于判决。', 'No judgment is recorded, or service lies before it.'),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ data, day }) => ({
    party: data.party,
    facts: [served('judgmentServed', data.party, day, data.abroad)],
  }),
});

/** A party says in writing that it will not appeal. */
const waiveAppeal = command({
  ...here,
  type: 'waiveAppeal',
  kind: 'fact',
  label: text('登记服判、放弃上诉', 'Record that a party will not appeal'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('表示日期', 'Said on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    evidence: itemOf({ label: text('书面表示', 'In writing'), optional: true }),
  },
  requires: [],
  apply: ({ data }) => ({ party: data.party }),
});

/** What is still in the way of a judgment's effect: parties not served, or the last day of the latest time to appeal (CPL 158, 171). */
export interface AppealTerms {
  /** Parties whom the judgment has not reached and who have not waived. */
  readonly unserved: readonly Id[];
  /** The last day of the last term that runs; null when nobody's term counts (all waived). */
  readonly lastDay: LegalDate | null;
}

/** How far the latest judgment is from its effect; earlier judgments that were remanded do not count. */
export function appealTerms(caseFile: CaseFile, suit: Proceeding, calendar: Calendar): AppealTerms {
  const judged = latestFact(caseFile, 'recordJudgment', { proceeding: suit.id })?.seq ?? 0;
  const since = (type: string, party: Id) => {
    const fact = latestFact(caseFile, type, { proceeding: suit.id, party });
    return fact !== null && fact.seq >= judged ? dayOf(fact.occurredOn) : null;
  };
  const unserved: Id[] = [];
  const days: LegalDate[] = [];
  for (const party of partiesOfMatters(caseFile, suit.matters)) {
    if (since('waiveAppeal', party.id) !== null) continue;
    const atHome = since('judgmentServed', party.id);
    const abroad = since('judgmentServedAbroad', party.id);
    const start = atHome ?? abroad;
    if (start === null) unserved.push(party.id);
    else
      days.push(
        dueByRule(atHome === null ? 'lit.appeal.judgment.abroad' : 'lit.appeal.judgment', start, calendar).due ?? '',
      );
  }
  return { unserved, lastDay: days.sort().at(-1) ?? null };
}

/** The judgment took effect: only when the last party's time to appeal has passed, or all have waived (CPL 158). */
const recordFinality = command({
  ...here,
  type: 'recordFinality',
  kind: 'step',
  label: text('登记判决生效', 'Record that the judgment took effect'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('生效日期', 'In effect on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'judgment-not-served-on-all',
      basis: [{ instrument: 'CPL', article: '第一百七十一条第一款' }],
      check: ({ caseFile, proceeding, given }) => {
        const { unserved } = appealTerms(caseFile, proceeding!, given.calendar);
        return unserved.length === 0
          ? null
          : {
              text: text(`还有 ${unserved.length} 方未送达。`, `${unserved.length} have not been served.`),
              instead: text('请先登记送达日期。', 'Record the service first.'),
            };
      },
    }),
    dataRequirement({
      code: 'appeal-term-running',
      basis: [
        { instrument: 'CPL', article: '第一百七十一条第一款' },
        { instrument: 'CPL', article: '第一百五十八条' },
      ],
      check: ({ caseFile, proceeding, given, day }) => {
        const { lastDay } = appealTerms(caseFile, proceeding!, given.calendar);
        return lastDay === null || day > lastDay
          ? null
          : {
              text: text(
                `最后一个上诉期至 ${lastDay} 届满，此前判决不生效。`,
                `The last time to appeal ends on ${lastDay}; the judgment has no effect before.`,
              ),
              field: 'occurredOn',
            };
      },
    }),
  ],
  apply: ({ caseFile, proceeding, day }) => effective(caseFile, proceeding!, day),
});

/** The judgment in effect: the end of the suit, the start of retrial and enforcement. */
function effective(caseFile: CaseFile, proceeding: Proceeding, day: LegalDate) {
  const end = ended(caseFile, proceeding, 'adjudicated');
  const due = latestFact(caseFile, 'recordJudgment', { proceeding: proceeding.id })?.values.performanceDueOn;
  return {
    caseFile: end.caseFile,
    facts: [
      ...end.facts,
      { type: 'judgmentEffective', occurredOn: day },
      { type: 'performanceDue', occurredOn: typeof due === 'string' ? due : day },
    ],
  };
}

/** An appeal by one party keeps the judgment from taking effect for all; a late one is for the court to judge (CPL 171-173). */
const recordAppeal = command({
  ...here,
  type: 'recordAppeal',
  kind: 'step',
  label: text('收到上诉', 'Appeal received'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('上诉日期', 'Filed on') },
  fields: { party: partyOf({ label: text('上诉人', 'Who appeals') }) },
  requires: [
    dataRequirement<{ party: Id }>({
      code: 'appeal-late',
      effect: 'warns',
      decidedBy: 'receiver',
      basis: [{ instrument: 'CPL', article: '第一百七十一条' }],
      check: ({ data, caseFile, proceeding, given, day }) => {
        const scope = { proceeding: proceeding!.id, party: data.party };
        const rules = [
          ['judgmentServed', 'lit.appeal.judgment'],
          ['judgmentServedAbroad', 'lit.appeal.judgment.abroad'],
          ['appealableRulingServed', 'lit.appeal.ruling'],
        ] as const;
        const dues = rules.flatMap(([type, rule]) => {
          const start = dayOfFact(caseFile, type, scope);
          return start === null ? [] : (dueByRule(rule, start, given.calendar).due ?? []);
        });
        const last = dues.sort().at(-1);
        return last !== undefined && day > last
          ? {
              text: text(
                `该当事人的上诉期已于 ${last} 届满，是否受理由法院决定。`,
                `This party's time to appeal ended on ${last}; the court decides.`,
              ),
            }
          : null;
      },
    }),
  ],
  apply: ({ data }) => ({ party: data.party }),
});

const appealResults = {
  upheld: text('驳回上诉，维持原裁判', 'Dismissed: upheld'),
  changed: text('改判、撤销或者变更', 'Changed or set aside'),
  remanded: text('发回重审或指令审理', 'Remanded, or ordered to be heard'),
  withdrawn: text('准许撤回上诉', 'Appeal withdrawn'),
  mediated: text('二审调解结案', 'Settled on appeal'),
} as const;

interface ResultData {
  readonly result: keyof typeof appealResults;
}

/** How the machine sees a result: what remands goes on, what is mediated is a title, everything else decides. */
function resultFacts({ data, slot }: Context<ResultData>) {
  const appeal = data.result === 'remanded' || data.result === 'mediated' ? data.result : 'decided';
  return { appeal, appealOf: String(slot!.context.appealOf) };
}

const resultCases = (['remanded', 'mediated', 'decided'] as const).flatMap((appeal) =>
  (['judgment', 'ruling'] as const).map((appealOf) => ({ appeal, appealOf })),
);

/** The second instance decides for good (CPL 177, 182); its number is typed from its paper. */
const recordAppealResult = command({
  ...here,
  type: 'recordAppealResult',
  kind: 'step',
  label: text('登记二审结果', 'Record the result of the appeal'),
  tone: 'primary',
  by: liaison,
  occurredOn: { precision: 'day', label: text('送达生效日期', 'Served and in effect on') },
  fields: {
    result: choiceOf({ label: text('结果', 'Result'), of: appealResults }),
    number: textOf({ ...courtNumber, label: text('二审案号', 'Number of the appeal') }),
    performanceDueOn: legalDate({ label: text('履行期限', 'To be performed by'), mayBeFuture: true, optional: true }),
  },
  requires: [],
  facts: resultFacts,
  factCases: resultCases,
  apply: ({ data, caseFile, proceeding, slot, day }) => {
    const state = slot!.value;
    const own = { values: { result: data.result }, body: { number: data.number } };
    if (state === 'final') {
      const done = effective(caseFile, proceeding!, day);
      const due = data.performanceDueOn;
      return {
        ...own,
        caseFile: done.caseFile,
        facts:
          due === null
            ? done.facts
            : done.facts.map((fact) => (fact.type === 'performanceDue' ? { ...fact, occurredOn: due } : fact)),
      };
    }
    if (state === 'courtMediated') {
      const end = ended(caseFile, proceeding!, 'courtMediated');
      return {
        ...own,
        caseFile: end.caseFile,
        facts: [...end.facts, { type: 'performanceDue', occurredOn: data.performanceDueOn ?? day }],
      };
    }
    return state === 'registered' ? { ...own, ...reopened(caseFile, proceeding!) } : own;
  },
});

/** Remanded: the matters are open again, the trial term begins anew, and the old times to appeal mean nothing any more. */
function reopened(caseFile: CaseFile, proceeding: Proceeding) {
  const parties = partiesOfMatters(caseFile, proceeding.matters);
  return {
    caseFile: patchPart(caseFile, 'proceedings', proceeding.id, { outcomes: {} }),
    facts: [
      { type: 'suitReopened' },
      { type: 'ordinaryTrialBegan' },
      ...parties.map((party) => ({ type: 'appealTermEnded', party: party.id })),
    ],
  };
}

/** An outsider whom the judgment harms learned of it: six months, never extended, to sue for its revocation (CPL 59). */
const recordThirdPartyLearned = command({
  ...here,
  type: 'recordThirdPartyLearned',
  kind: 'fact',
  label: text('登记案外人知悉', 'Record that an outsider learned of it'),
  by: liaison,
  occurredOn: { precision: 'day', label: text('知道或者应当知道受损害之日', 'Harm known, or to be known, on') },
  fields: {},
  requires: [
    stateRequirement({
      code: 'nothing-in-effect-to-revoke',
      basis: [{ instrument: 'CPL', article: '第五十九条第三款' }],
      check: ({ caseFile, proceeding }) =>
        ['judgmentEffective', 'mediationDocumentEffective'].some(
          (type) => latestFact(caseFile, type, { proceeding: proceeding!.id }) !== null,
        )
          ? null
          : { text: text('还没有生效的判决或调解书。', 'No judgment or mediation document is in effect yet.') },
    }),
  ],
});

const closeSuit = command({
  ...here,
  type: 'closeSuit',
  kind: 'step',
  label: text('办结', 'Close the suit'),
  by: liaison,
  fields: { archiveNumber: textOf({ label: text('卷号', 'File number'), maxLength: 60, optional: true }) },
  requires: [],
});

export const appealCommands: readonly CommandDefinition[] = [
  recordJudgmentService,
  waiveAppeal,
  recordAppeal,
  recordFinality,
  recordAppealResult,
  recordThirdPartyLearned,
  closeSuit,
];
