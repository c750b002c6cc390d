import { describe, expect, it } from 'vitest';
import { stories } from '../../seeds/stories/index.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { kit } from '../../workflows/index.ts';
import { latest, serve, tellOverHttp } from '../support/server.ts';

const first: Story = stories.first!;
/** Up to the packet that is ready to be sent. */
const prepared = first.steps.findIndex(({ command }) => command === 'offerHandoff');

describe('a court that is not on the system', () => {
  /** The story with Laishan's court instead, up to the sent handoff. */
  const offSystem: Story = {
    ...first,
    steps: first.steps
      .slice(0, prepared + 1)
      .map((step) =>
        step.command !== 'prepareHandoff'
          ? step
          : { ...step, data: (file) => ({ ...step.data?.(file), to: 'laishanCourt' }) },
      ),
  };

  it('is served by recording its acts for it, each with its proof, up to the ruling', async () => {
    const house = await serve();
    const steps = offSystem.steps.map((step) =>
      step.command === 'offerHandoff' ? { ...step, acknowledged: ['court-may-lack-jurisdiction'] } : step,
    );
    const caseId = await tellOverHttp(house, { ...offSystem, steps });
    house.at('2026-10-12T09:10');
    const handoff = latest(await house.file(caseId), 'handoff');
    const without = await house.give('limin', caseId, 'receiveHandoff', { target: handoff });
    expect([without.status, without.body.code, without.body.field]).toEqual([422, 'evidence-needed', 'evidence']);

    const evidence = '10月12日与立案庭电话核实，见通话记录';
    const received = await house.give('limin', caseId, 'receiveHandoff', { target: handoff, evidence });
    expect(received.status).toBe(200);
    const confirmation = latest(await house.file(caseId), 'proceeding', 'judicialConfirmation');
    const number = '（2026）鲁0613诉前调确88号';
    house.at('2026-10-14T10:00');
    await house.give('limin', caseId, 'acceptConfirmation', { target: confirmation, evidence, data: { number } });
    house.at('2026-10-22T10:00');
    const parties = Object.values((await house.file(caseId)).parties);
    const ruling = {
      result: 'confirmed',
      number,
      judge: '法官',
      performanceDueOn: '2026-11-30',
      served: parties.slice(0, 2).map(({ id }) => ({ party: id, servedOn: '2026-10-22' })),
    };
    const ruled = await house.give('limin', caseId, 'recordConfirmationRuling', {
      target: confirmation,
      evidence,
      data: ruling,
    });
    expect([ruled.status, ruled.text]).toEqual([200, ruled.text]);
    const caseFile = await house.file(caseId);
    expect(kit.states(caseFile.proceedings[confirmation.id]!.slot)).toEqual(['confirmed']);
    const { body } = await house.get('limin', `/api/cases/${caseId}/timeline`);
    const { rows } = body as unknown as { rows: { type: string; marks: { kind: string; note: { zh: string } }[] }[] };
    expect(rows.find(({ type }) => type === 'recordConfirmationRuling')?.marks).toMatchObject([
      { kind: 'onBehalf', note: { zh: expect.stringContaining('莱山区人民法院') } },
    ]);
  });
});

describe('two people who answer one handoff at once', () => {
  it('are told apart: one is taken, the other learns who was faster', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: prepared + 1 });
    house.at('2026-10-12T09:10');
    const handoff = latest(await house.file(caseId), 'handoff');
    const both = await Promise.all([
      house.give('liu', caseId, 'receiveHandoff', { target: handoff }),
      house.give('liu', caseId, 'returnHandoff', {
        target: handoff,
        data: { reason: 'incompletePapers', explanation: '缺材料' },
      }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, expect.toBeOneOf([409, 412])]);
    const { handoffs, proceedings } = await house.file(caseId);
    expect(Object.values(handoffs).map(({ slot }) => slot.value)).toEqual(['accepted']);
    expect(Object.values(proceedings)).toHaveLength(3);
  });

  it('with a page that is out of date is answered with what changed and by whom, and changes nothing', async () => {
    const house = await serve();
    const caseId = await tellOverHttp(house, first, { until: prepared + 1 });
    house.at('2026-10-12T09:10');
    const handoff = latest(await house.file(caseId), 'handoff');
    const seen = `"${(await house.file(caseId)).handoffs[handoff.id]!.revision}"`;
    await house.give('liu', caseId, 'receiveHandoff', { target: handoff });
    const { version } = await house.file(caseId);
    const late = await house.give('sun', caseId, 'recallHandoff', {
      target: handoff,
      ifMatch: seen,
      data: { reason: '误发' },
    });
    expect([late.status, late.body.code]).toEqual([412, 'stale-revision']);
    expect(late.body.changes).toMatchObject([
      { label: { zh: '签收' }, by: '刘洋', organisation: { zh: '烟台市芝罘区人民法院' } },
      { label: { zh: '接受移送' } },
    ]);
    expect((await house.file(caseId)).version).toBe(version);
  });
});
