import { type CaseFile, type ClauseSubject, type Id, type Order, type Proceeding, patchPart } from '../../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../../command.ts';
import { partiesOfMatters, undecided } from '../../dossier/consent.ts';
import { endOf } from '../../dossier/party-changes.ts';
import { factsOf, latestFact } from '../../facts.ts';
import { choiceOf, itemOf, legalDate, mattersOf, partyOf, rowsOf, textOf } from '../../fields.ts';
import { clauseSubjects } from '../../mediation/agreement-commands.ts';
import { mattersAreOpen } from '../../mediation/requirements.ts';
import { excluded } from '../../rules/guards.ts';
import { labelsOf } from '../../rules/labels.ts';
import { rulingCancelReasons } from '../../rules/reasons-ruling.ts';
import { text } from '../../text.ts';
import { defenceEnds } from './defence.ts';
import { evidenceIsWhole } from './evidence.ts';
import { ended, here, isOnBehalf, officer, receivedRows, respondentsOf } from './shared.ts';

const findings = {
  infringement: text('认定侵权成立，责令停止', 'Infringement found; ordered to stop'),
  noInfringement: text('认定侵权不成立，驳回请求', 'No infringement; request rejected'),
} as const;

interface RulingData {
  readonly matters: readonly Id[];
  readonly result: keyof typeof findings;
  readonly orders: readonly {
    readonly respondent: Id;
    readonly subject: ClauseSubject;
    readonly act: string;
    readonly dueOn: string | null;
  }[];
}

/** The matters a ruling decides: those chosen, or all that are open. */
function decidedBy(data: Pick<RulingData, 'matters'>, proceeding: Proceeding): readonly Id[] {
  return data.matters.length > 0 ? data.matters : undecided(proceeding);
}

/** Every respondent has been served and has defended itself or let its time pass: nobody is ruled on unheard (O81 22). */
const everybodyHeard = dataRequirement<RulingData>({
  code: 'respondent-not-heard',
  basis: [{ instrument: 'O81', article: '第二十二条第一款' }],
  check: ({ data, caseFile, proceeding, given, day }) => {
    if (isOnBehalf(given.actor.organisation, proceeding!)) return null;
    const scope = { proceeding: proceeding!.id };
    const unheard = respondentsOf(caseFile, proceeding!, decidedBy(data, proceeding!)).filter(({ id }) => {
      if (latestFact(caseFile, 'rulingDefenceReceived', { ...scope, party: id }) !== null) return false;
      const ends = defenceEnds(caseFile, { ...scope, party: id }, given.calendar);
      return ends === null || day <= ends;
    });
    return unheard.length === 0
      ? null
      : {
          text: text(
            `有 ${unheard.length} 名被请求人尚未送达，或答辩期未满且未答辩。`,
            `${unheard.length} respondents were not served, or still have time for their defence.`,
          ),
          instead: text(
            '请先登记送达、答辩，或待答辩期届满。',
            'Record service and defence first, or wait for the time to pass.',
          ),
        };
  },
});

const ordersFit = dataRequirement<RulingData>({
  code: 'order-does-not-fit-the-ruling',
  basis: [{ instrument: 'O81', article: '第三十一条' }],
  check: ({ data, caseFile, proceeding }) => {
    const respondents = respondentsOf(caseFile, proceeding!, decidedBy(data, proceeding!)).map(({ id }) => id);
    if (data.orders.some(({ respondent }) => !respondents.includes(respondent)))
      return {
        text: text(
          '责令的对象不是所裁决事项的被请求人。',
          'An order names somebody who is no respondent of what is ruled on.',
        ),
        field: 'orders',
      };
    const fits = (data.result === 'infringement') === data.orders.length > 0;
    return fits
      ? null
      : {
          text: text(
            '认定侵权的，写明责令各被请求人停止的行为、对象和范围；不侵权的，不作责令。',
            'A finding of infringement orders each respondent what to stop; without infringement nothing is ordered.',
          ),
          field: 'orders',
        };
  },
});

const rulingCases = [true, false].flatMap((coversAll) =>
  [true, false].map((infringement) => ({ coversAll, infringement })),
);

function rulingFacts({ data, proceeding }: Context<RulingData>) {
  const decided = decidedBy(data, proceeding!);
  const before = Object.values(proceeding!.outcomes).includes('infringement');
  return {
    coversAll: undecided(proceeding!).every((id) => decided.includes(id)),
    infringement: data.result === 'infringement' || before,
  };
}

/** Revoked and to be made anew: not the same again on the same facts and grounds, unless only the procedure was at fault (APL 71, APLI 90). */
const notTheSameAgain = dataRequirement<RulingData>({
  code: 'same-ruling-after-revocation',
  effect: 'warns',
  basis: [
    { instrument: 'APL', article: '第七十一条' },
    { instrument: 'APLI', article: '第九十条' },
  ],
  check: ({ data, caseFile, proceeding }) => {
    const scope = { proceeding: proceeding!.id };
    const revoked = factsOf(caseFile, 'recordChallengeResult', scope).findLast(
      ({ values }) => values.result === 'revoked',
    );
    const before = factsOf(caseFile, 'issueRuling', scope).findLast(({ seq }) => seq < (revoked?.seq ?? 0));
    return before !== undefined && before.values.result === data.result
      ? {
          text: text(
            '原裁决已被撤销：不得以同一的事实和理由作出基本相同的裁决；仅因违反法定程序被撤销的除外。',
            'The earlier ruling was revoked: no ruling that is the same in substance on the same facts and grounds, unless only the procedure was at fault.',
          ),
          field: 'result',
        }
      : null;
  },
});

/** The ruling: infringement or not, and what each respondent is ordered to do. Damages are never part of it (PL 65, F12). */
const issueRuling = command({
  ...here,
  type: 'issueRuling',
  kind: 'step',
  label: text('作出行政裁决', 'Give the ruling'),
  tone: 'primary',
  by: officer,
  occurredOn: { precision: 'day', label: text('裁决日期', 'Given on') },
  fields: {
    number: textOf({ label: text('裁决书文号', 'Number of the ruling'), maxLength: 60 }),
    result: choiceOf({ label: text('结论', 'Finding'), of: findings }),
    matters: mattersOf({ label: text('涉及的争议事项（不选为全部未决事项）', 'Matters (none: all that are open)') }),
    orders: rowsOf({
      label: text('责令各被请求人', 'What each respondent is ordered'),
      of: {
        respondent: partyOf({ label: text('被请求人', 'Respondent'), side: 'respondent' }),
        subject: choiceOf({ label: text('种类', 'Kind'), of: clauseSubjects }),
        act: textOf({ label: text('行为、对象和范围', 'Acts, objects and scope'), maxLength: 500, multiline: true }),
        dueOn: legalDate({ label: text('履行期限', 'To be done by'), mayBeFuture: true, optional: true }),
      },
    }),
    served: receivedRows,
    scan: itemOf({ label: text('行政裁决书', 'The ruling'), optional: true }),
  },
  requires: [
    mattersAreOpen,
    excluded<RulingData>(
      'F12',
      'ruling-awards-damages',
      'data',
      ({ data }) => data.orders.some(({ subject }) => subject === 'payment'),
      'orders',
    ),
    ordersFit,
    everybodyHeard,
    notTheSameAgain,
    ...evidenceIsWhole,
  ],
  facts: rulingFacts,
  factCases: rulingCases,
  apply: ({ data, caseFile, proceeding, given }) => {
    const matters = decidedBy(data, proceeding!);
    const claimant = matters.flatMap((id) => caseFile.matters[id]?.claimants ?? [])[0] ?? null;
    const orders = data.orders.map(
      ({ respondent, ...rest }): Order => ({
        id: given.ids(),
        matters,
        obligor: respondent,
        obligee: claimant,
        ...rest,
      }),
    );
    return {
      caseFile: ruledOn(caseFile, proceeding!, matters, data.result, orders),
      matters,
      values: { result: data.result, orders: orders.map(({ id }) => id) },
      facts: [
        { type: 'rulingMade', matters, values: { result: data.result } },
        ...data.served.map((row) => ({ type: 'rulingReceived', party: row.party, occurredOn: row.servedOn })),
      ],
      body: { number: data.number },
    };
  },
});

function ruledOn(
  caseFile: CaseFile,
  proceeding: Proceeding,
  matters: readonly Id[],
  result: keyof typeof findings,
  orders: readonly Order[],
): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, result])) },
    orders: [...(proceeding.orders ?? []), ...orders],
  });
}

/** When the ruling reached a party: its own time to sue runs from that day (PL 65). */
const serveRuling = command({
  ...here,
  type: 'serveRuling',
  kind: 'fact',
  label: text('登记裁决送达', 'Record service of the ruling'),
  by: officer,
  occurredOn: { precision: 'day', label: text('送达日期', 'Served on') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    proof: itemOf({ label: text('送达回证', 'Proof of service'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-ruling-to-serve',
      basis: [{ instrument: 'O81', article: '第三十一条' }],
      check: ({ caseFile, proceeding }) =>
        latestFact(caseFile, 'rulingMade', { proceeding: proceeding!.id }) === null
          ? { text: text('还没有作出裁决。', 'No ruling has been given.') }
          : null,
    }),
  ],
  apply: ({ data }) => ({ party: data.party, facts: [{ type: 'rulingReceived', party: data.party }] }),
});

/** Ends the case without a ruling (O81 36); the matter is open again. */
const cancelRuling = command({
  ...here,
  type: 'cancelRuling',
  kind: 'step',
  label: text('撤销案件', 'Cancel the case'),
  tone: 'danger',
  by: officer,
  occurredOn: { precision: 'day', label: text('决定日期', 'Decided on') },
  fields: {
    reason: choiceOf({ label: text('理由', 'Ground'), of: labelsOf(rulingCancelReasons) }),
    decision: itemOf({ label: text('撤销案件决定书', 'The decision'), optional: true }),
  },
  requires: [
    dataRequirement<{ reason: keyof typeof rulingCancelReasons }>({
      code: 'party-end-not-recorded',
      basis: [{ instrument: 'O81', article: '第三十六条' }],
      check: ({ data, caseFile, proceeding }) =>
        data.reason !== 'noSuccessor' ||
        partiesOfMatters(caseFile, proceeding!.matters).some(({ id }) => endOf(caseFile, id) !== null)
          ? null
          : {
              text: text(
                '没有登记任何一方死亡或者终止，不能以没有承受人为由撤销案件。',
                'No party is on record as dead or ended, so the case is not cancelled for want of a successor.',
              ),
              instead: text(
                '请先登记当事人死亡或者终止；有承受人的，登记承继人后继续办理。',
                'Record the death or end of the party first; where somebody succeeds it, record the successor and go on.',
              ),
              field: 'reason',
            },
    }),
  ],
  apply: ({ data, caseFile, proceeding }) => ({
    ...ended(caseFile, proceeding!, 'cancelled'),
    values: { reason: data.reason },
  }),
});

export const decisionCommands: readonly CommandDefinition[] = [issueRuling, serveRuling, cancelRuling];
