import type { Clause, ClauseSubject, Id, Proceeding, Signature } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import { dataRequirement, type Objection, type Requirement, stateRequirement } from '../command.ts';
import { refusing, undecided } from '../dossier/consent.ts';
import { factsOf, latestFact } from '../facts.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import { maySettle } from './agreements.ts';
import { unclearClauses } from './definiteness.ts';

/** No mediation against a clear refusal of any party of the matters still open (PML 17). */
export const nobodyRefuses: Requirement = excluded<unknown>(
  'F1',
  'mediation-refused',
  'state',
  ({ caseFile, proceeding }) => refusing(caseFile, undecided(proceeding!)).length > 0,
);

/** What stands in the place of people's-mediation law before a commercial organisation. */
export function commercially({ channel }: Proceeding, article: string): Pick<Objection, 'basis'> {
  return channel === 'commercialMediation' ? { basis: [{ instrument: 'CMR', article }] } : {};
}

/** Rights and duties are told before mediation begins (PMW 30); a session held without it is recorded and marked. */
export const rightsWereTold: Requirement = stateRequirement({
  code: 'rights-notice-missing',
  effect: 'marks',
  basis: [{ instrument: 'PMW', article: '第三十条' }],
  check: ({ caseFile, proceeding }) =>
    latestFact(caseFile, 'giveRightsNotice', { proceeding: proceeding!.id }) === null
      ? {
          text: text('调解前未告知权利义务。', 'The rights and duties were not told before mediation.'),
          ...commercially(proceeding!, '第十五条至第十七条、第十九条至第二十一条'),
          instead: text(
            '请补行告知（口头、书面均可）并记录日期。',
            'Tell them now, orally or in writing, and record the date.',
          ),
        }
      : null,
});

const mustBeWaived: readonly ChannelId[] = ['courtAnnexedMediation', 'commercialMediation'];

/** Who disclosed a relation goes on only when all parties, knowing it, agree; otherwise somebody else is named first (OMR 13, IMR 15, CMR 20). */
export const recusalIsSettled: Requirement = stateRequirement({
  code: 'recusal-open',
  effect: 'marks',
  basis: [
    { instrument: 'OMR', article: '第十三条' },
    { instrument: 'IMR', article: '第十五条' },
    { instrument: 'CMR', article: '第二十条' },
  ],
  check: ({ caseFile, proceeding }) => {
    if (!mustBeWaived.includes(proceeding?.channel ?? 'intake') || proceeding === null) return null;
    const disclosed = latestFact(caseFile, 'discloseRelation', { proceeding: proceeding.id });
    const named = latestFact(caseFile, 'assignMediator', { proceeding: proceeding.id });
    const open = disclosed !== null && disclosed.values.waived !== true && (named?.seq ?? 0) < disclosed.seq;
    return open
      ? {
          text: text(
            '调解员已披露利害关系，各方尚未表示同意其继续调解。',
            'The mediator disclosed a relation and the parties have not agreed to go on.',
          ),
          instead: text(
            '请更换调解员，或再次登记披露并记明各方同意。',
            'Name another mediator, or record the disclosure again with the consent of all.',
          ),
        }
      : null;
  },
});

/** Everybody's duty to report a crime, where no law of the mediation says more. */
const reportedByAnybody: Pick<Objection, 'basis'> = { basis: [{ instrument: 'CRPL', article: '第一百一十条第一款' }] };

/** Signs of a crime are reported, not settled away: an agreement made before that is recorded with the mark (PML 25; elsewhere CRPL 110). */
export const crimeIsReported: Requirement = stateRequirement({
  code: 'crime-not-reported',
  effect: 'marks',
  basis: [{ instrument: 'PML', article: '第二十五条' }],
  check: ({ caseFile, proceeding }) => {
    const seen = latestFact(caseFile, 'screenDispute')?.values.crimeIndicators;
    const reported = factsOf(caseFile, 'reportRisk').some(({ values }) => values.kind === 'crime');
    return Array.isArray(seen) && seen.length > 0 && !reported
      ? {
          text: text('登记过刑事线索，尚未报告有关机关。', 'Signs of a crime were noted and have not been reported.'),
          ...(proceeding!.channel === 'peopleMediation' ? {} : reportedByAnybody),
          instead: text(
            '请用“报告风险”报告公安机关；达成协议不免除报告。',
            'Report them with “Report a risk”: an agreement takes nothing away from that.',
          ),
        }
      : null;
  },
});

interface AgreementData {
  readonly matters: readonly Id[];
  readonly clauses: readonly Clause[];
  readonly signatures: readonly Omit<Signature, 'level'>[];
}

/** Only those may sign who can settle: an agent with general authority cannot (CPL 62); nor one of another party or out of term (CC 165). */
export const signersMaySettle: Requirement<Pick<AgreementData, 'signatures'>> = dataRequirement({
  code: 'agent-cannot-settle',
  basis: [
    { instrument: 'CPL', article: '第六十二条' },
    { instrument: 'CC', article: '第一百六十五条' },
  ],
  check: ({ data, caseFile }) => {
    for (const { party, agent: id, signedOn } of data.signatures) {
      if (id === null) continue;
      const agent = caseFile.parties[party]?.agents.find((one) => one.id === id);
      if (agent === undefined)
        return {
          text: text('签字的代理人不是该当事人的代理人。', 'The signing agent does not act for that party.'),
          field: 'signatures',
        };
      if (!maySettle(agent)) {
        return {
          text: text('一般授权代理人不能代为和解、签署调解协议。', 'An agent with general authority cannot settle.'),
          instead: text(
            '请由当事人本人签署，或补交特别授权的委托书。',
            'Have the party sign, or file a special authority.',
          ),
          field: 'signatures',
        };
      }
      if (agent.from > signedOn || (agent.to !== null && agent.to < signedOn)) {
        return {
          text: text('签字时代理人不在授权期限内。', 'The agent had no authority on the day of signing.'),
          field: 'signatures',
        };
      }
    }
    return null;
  },
});

/** People's mediation costs the parties nothing, whatever an agreement says (PML 4, SDR 62). */
export const mediationIsFree: Requirement<Pick<AgreementData, 'clauses'>> = excluded(
  'F18',
  'mediation-is-free',
  'data',
  ({ data, proceeding }) =>
    proceeding?.channel === 'peopleMediation' && data.clauses.some(({ act }) => /调解费|mediation fee/i.test(act)),
  'clauses',
);

const determining: readonly ClauseSubject[] = ['ownership', 'validity'];

/** A clause on ownership or validity of a right cannot be confirmed by a court (CPLI 355(五)); the court decides, so we warn. */
export const ownershipClausesWarn: Requirement<Pick<AgreementData, 'clauses'>> = {
  ...excluded<Pick<AgreementData, 'clauses'>>(
    'F6',
    'ownership-clause-cannot-be-confirmed',
    'data',
    ({ data }) => data.clauses.some((clause) => determining.includes(clause.subject)),
    'clauses',
  ),
};

export const clausesAreDefinite: Requirement<Pick<AgreementData, 'clauses'>> = dataRequirement({
  code: 'clause-unclear',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [
    { instrument: 'CPLI', article: '第三百五十八条(五)' },
    { instrument: 'PML', article: '第二十九条' },
  ],
  check: ({ data }) => {
    const unclear = unclearClauses(data.clauses);
    return unclear.length === 0
      ? null
      : {
          text: text(
            `第 ${unclear.join('、')} 项条款不够明确，法院可能以内容不明确驳回确认申请。`,
            `Clause ${unclear.join(', ')} is not definite; a court may reject the application for it.`,
          ),
          instead: text(
            '给付条款写明付款人、收款人、金额、日期和账户；行为条款写明由谁、何时完成。',
            'For payments name payer, payee, amount, day and account; for acts who does it and by when.',
          ),
          field: 'clauses',
        };
  },
});

/** The matters chosen are still undecided here. */
export const mattersAreOpen: Requirement<{ readonly matters: readonly Id[] }> = dataRequirement({
  code: 'matter-already-decided',
  basis: [],
  check: ({ data, proceeding }) => {
    const open = undecided(proceeding!);
    return data.matters.every((matter) => open.includes(matter)) && open.length > 0
      ? null
      : {
          text: text('所选争议事项在本程序中已有结果。', 'A chosen matter already has its outcome in this proceeding.'),
          field: 'matters',
        };
  },
});
