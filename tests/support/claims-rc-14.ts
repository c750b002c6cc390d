/** What the story of RC-14 must show, whichever way it is told: through `decide` or over HTTP. */
import { expect } from 'vitest';
import { type CaseFile, clocksOf, factsOf, kit, latestFact } from '../../workflows/index.ts';
import type { StoryClaims } from './story-claims.ts';

const one = (caseFile: CaseFile, channel: string, organisation: string) => {
  const found = Object.values(caseFile.proceedings).find(
    (proceeding) => proceeding.channel === channel && proceeding.organisation === organisation,
  );
  if (found === undefined) throw new Error(`no ${channel} at ${organisation}`);
  return found;
};

/** The promises as sentences, each with what it asks of the told case. */
export const rc14Claims: StoryClaims = {
  'ends the criminal case in one city and begins an administrative one in another': ({ end }) => {
    expect(kit.states(one(end, 'criminalReferral', 'haishuProcuratorate').slot)).toEqual(['answered']);
    const penalty = one(end, 'trademarkEnforcement', 'yongjiaMarketSupervision');
    expect(kit.states(penalty.slot)).toEqual(['closed']);
    expect(Object.values(penalty.outcomes)).toEqual(['penalised']);
    expect(end.handoffs[penalty.openedByHandoff ?? '']).toMatchObject({ kind: 'H8', route: 'T27' });
    const first = one(end, 'trademarkEnforcement', 'haishuMarketSupervision');
    expect(kit.states(first.slot)).toEqual(['transferred']);
  },
  'sends the opinion to one addressee, and copies to two others that take nothing over': ({ end }) => {
    const sent = Object.values(end.handoffs).filter(({ manifest }) =>
      manifest.some(({ document }) => document === 'procuratorialOpinion'),
    );
    expect(sent.map(({ kind, toOrganisation, opened }) => [kind, toOrganisation, opened !== null])).toEqual([
      ['H19', 'haishuMarketSupervision', false],
      ['H19', 'haishuPublicSecurity', false],
      ['H8', 'yongjiaMarketSupervision', true],
    ]);
    const letter = factsOf(end, 'issueOpinion')[0]!.values;
    expect(letter).toMatchObject({
      addressee: 'yongjiaMarketSupervision',
      copies: ['haishuMarketSupervision', 'haishuPublicSecurity'],
    });
  },
  'runs the clock of the reply on both desks from the opinion, and ends it with the answer': ({
    afterStep,
    calendar,
    end,
  }) => {
    const dues = (caseFile: CaseFile) =>
      clocksOf(caseFile, calendar)
        .filter(({ rule }) => rule === 'crim.opinion.reply')
        .map(({ organisation, due }) => [organisation, due]);
    expect(dues(afterStep('decidePenalty')).sort()).toEqual([
      ['haishuProcuratorate', '2023-12-27'],
      ['yongjiaMarketSupervision', '2023-12-27'],
    ]);
    expect(dues(end)).toEqual([]);
  },
  'has repayment and forgiveness on record before the decision not to prosecute': ({ end }) => {
    const decision = latestFact(end, 'recordProsecutionDecision')!;
    const before = factsOf(end, 'recordMitigation').filter(({ seq }) => seq < decision.seq);
    expect(before.map(({ values }) => values.kind)).toEqual(['repaid', 'forgiven', 'firstOffence']);
    expect(decision).toMatchObject({ occurredOn: '2023-10', values: { ground: 'minor' } });
  },
  'keeps the days that the source states': ({ end }) => {
    const on = (type: string) => factsOf(end, type).at(-1)!.occurredOn.slice(0, 10);
    expect([on('holdConference'), on('reviewNecessity'), on('issueOpinion'), on('decidePenalty')]).toEqual([
      '2023-10-19',
      '2023-10-27',
      '2023-10-27',
      '2023-12-15',
    ]);
  },
  'marks nothing as irregular, and hands over to the police within a day of the approval': ({
    afterStep,
    calendar,
    end,
  }) => {
    expect(Object.values(end.facts).flatMap(({ irregular }) => irregular.map(({ code }) => code))).toEqual([]);
    const due = clocksOf(afterStep('decideTransfer'), calendar).find(({ rule }) => rule === 'crim.transfer')!.due!;
    expect(latestFact(end, 'transferReceived')!.occurredOn <= due).toBe(true);
  },
};
