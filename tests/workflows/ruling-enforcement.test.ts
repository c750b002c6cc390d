import { describe, expect, it } from 'vitest';
import { factsOf } from '../../workflows/facts.ts';
import type { Desk } from '../support/desk.ts';
import { administrativeSuit, courtPaper, suedForDamages, suedOverRuling } from '../support/desk-administrative-suit.ts';
import {
  broughtToCourt,
  heard,
  inEffect,
  infringement,
  respondentIds,
  ruled,
  ruling,
  sentToCourt,
} from '../support/desk-ruling.ts';
import { clocksBy, matter, partyId, pathOf, proceeding, stateOf } from '../support/desk-words.ts';

const enforcement = proceeding('enforcement');
const asked = { kind: 'H12', to: 'zhifuCourt' } as const;
const refusesToAsk = (desk: Desk, code: string, at?: string) =>
  desk.refuses(code, 'adjudicator', 'prepareHandoff', ruling, asked, at === undefined ? {} : { at });
const doubtsOf = async (desk: Desk, data: Record<string, unknown> = asked) =>
  (await desk.refuses('acknowledge-warnings', 'adjudicator', 'prepareHandoff', ruling, data)).warnings.map(
    ({ code }) => code,
  );
const demands = async (desk: Desk) => {
  for (const party of respondentIds(desk))
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party });
};

describe('T23: a ruling is brought to the court by one way (O81 80, AEL 53 and 54, APLI 155 to 158)', () => {
  it('opens the enforcement, and the ruling knows that it was asked for and by whom', async () => {
    const desk = await broughtToCourt(await inEffect());
    expect([stateOf(desk, 'enforcement'), pathOf(desk)]).toEqual(['applied', 'inEnforcement']);
    expect(factsOf(desk.file, 'recordEnforcementRequest').map(({ values }) => values.by)).toEqual(['department']);
    expect(clocksBy(desk, 'ruling.enforce.agency')).toEqual([]);
  });

  it('cannot be noted by hand beside it: nobody asks a court by a note', async () => {
    const desk = await inEffect();
    await desk.refuses('not-allowed', 'adjudicator', 'recordEnforcementRequest', ruling, { by: 'department' });
  });

  it('not while the time to sue runs: the ruling is not in effect (PL 65)', async () => {
    const desk = await ruled();
    await demands(desk);
    await refusesToAsk(desk, 'ruling-not-in-effect', '2026-10-14T10:00');
  });

  it('not before a demand was served on everybody who must perform, and waited for', async () => {
    const desk = await inEffect(undefined, 2);
    const [one, two] = respondentIds(desk);
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party: one });
    await refusesToAsk(desk, 'demand-not-waited-for', '2026-11-10T10:00');
    await desk.gives('adjudicator', 'recordRulingPerformance', ruling, { party: two, result: 'full' });
    await sentToCourt(desk);
    expect(stateOf(desk, 'enforcement')).toBe('applied');
  });

  it('not while the time that the ruling gives to perform runs', async () => {
    const ready = await heard();
    ready.at('2026-09-30T16:00');
    const orders = respondentIds(ready).map((respondent) => ({
      respondent,
      subject: 'stopInfringement',
      act: '销毁库存',
      dueOn: '2026-12-01',
    }));
    const served = Object.keys(ready.file.parties).map((party) => ({ party, servedOn: '2026-09-30' }));
    await ready.gives('adjudicator', 'issueRuling', ruling, infringement(ready, { orders, served }));
    await ready.gives('adjudicator', 'recordRulingFinality', ruling, {}, { at: '2026-10-20T10:00' });
    await demands(ready);
    await refusesToAsk(ready, 'ruling-performance-period-running', '2026-12-01T10:00');
    ready.at('2026-12-02T10:00');
    await sentToCourt(ready);
  });

  it('not when everything was performed', async () => {
    const desk = await inEffect();
    const party = partyId(desk.file, 'respondent');
    await demands(desk);
    await desk.gives('adjudicator', 'recordRulingPerformance', ruling, { party, result: 'full' });
    await refusesToAsk(desk, 'ruling-performed-already', '2026-11-10T10:00');
  });

  it('under suit only with the doubt that the court decides, and not at all once the court suspended the ruling (APL 56)', async () => {
    const desk = await suedOverRuling();
    await demands(desk);
    desk.at('2026-11-10T10:00');
    expect(await doubtsOf(desk)).toEqual(['ruling-under-suit']);
    await desk.gives('adjudicator', 'orderSuspensionOfRuling', administrativeSuit, { order: 'suspended' }, courtPaper);
    await refusesToAsk(desk, 'ruling-execution-suspended');
    await desk.gives('adjudicator', 'orderSuspensionOfRuling', administrativeSuit, { order: 'lifted' }, courtPaper);
    expect(await doubtsOf(desk)).toEqual(['ruling-under-suit']);
  });

  it('by the right holder after the three months of the department, without its demand, and late after six more', async () => {
    const desk = await inEffect();
    desk.at('2027-07-16T10:00');
    expect(await doubtsOf(desk)).toEqual(['ruling-enforcement-late']);
    desk.at('2027-01-18T10:00');
    const early = await inEffect();
    early.at('2027-01-18T10:00');
    await sentToCourt(early);
    expect(factsOf(early.file, 'recordEnforcementRequest').map(({ values }) => values.by)).toEqual(['holder']);
  });

  it('to a basic court; another one is doubted', async () => {
    const desk = await inEffect();
    await demands(desk);
    desk.at('2026-11-10T10:00');
    const elsewhere = { ...asked, to: 'yantaiIntermediateCourt' };
    expect(await doubtsOf(desk, elsewhere)).toEqual(['ruling-for-basic-court']);
  });
});

describe('the court that receives it', () => {
  it('tells the ruling by taking it, and is reminded that it permits enforcement first (AEL 57)', async () => {
    const desk = await broughtToCourt(await inEffect());
    const filing = (c: Desk['file']) => ({ number: '（2026）鲁0602行审8号', creditor: partyId(c, 'claimant') });
    await desk.gives('enforcer', 'acceptEnforcement', enforcement, filing);
    expect(clocksBy(desk, 'ruling.enforce.court_rule')).toHaveLength(1);
    const notice = { debtor: partyId(desk.file, 'respondent'), servedOn: '2026-11-12' };
    const on = { at: '2026-11-12T10:00' };
    const doubt = await desk.refuses(
      'acknowledge-warnings',
      'enforcer',
      'issueExecutionNotice',
      enforcement,
      notice,
      on,
    );
    expect(doubt.warnings.map(({ code }) => code)).toEqual(['ruling-enforcement-not-permitted']);
    await desk.gives('adjudicator', 'recordEnforcementAnswer', ruling, { answer: 'granted' });
    await desk.gives('enforcer', 'issueExecutionNotice', enforcement, notice);
  });

  it('tells it by refusing, and the ruling stands', async () => {
    const desk = await broughtToCourt(await inEffect());
    await desk.gives('enforcer', 'refuseEnforcement', enforcement, { reason: 'unclear' });
    expect(factsOf(desk.file, 'recordEnforcementAnswer').map(({ values }) => values.answer)).toEqual(['refused']);
    expect(stateOf(desk, 'adminRuling')).toBe('effective');
  });

  it('is told what is missing when a creditor applies to it directly', async () => {
    const desk = await ruled();
    await suedForDamages(desk, 'zhifuCourt', 'liu');
    const code = 'acknowledge-warnings';
    const doubt = await desk.refuses(code, 'enforcer', 'recordEnforcementApplication', matter(0));
    expect(doubt.warnings.map((one) => one.code)).toEqual(['ruling-not-enforceable-yet']);
    expect(doubt.warnings[0]!.text.zh).toContain('起诉期限没有届满');
  });
});
