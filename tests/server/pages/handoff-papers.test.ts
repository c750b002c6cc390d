import { expect, it } from 'vitest';
import { serve } from '../../support/server.ts';

it('a handoff in preparation says of a paper whose condition is not met that it is not needed, and not that it is there', async () => {
  const house = await serve();
  const claimant = { name: '张三', telephone: '13800000000' };
  const { body } = await house.give('wang', null, 'openCase', { data: { claimant, summary: '一句话' } });
  const caseId = String(body.caseId);
  const target = { kind: 'proceeding', id: Object.keys((await house.file(caseId)).proceedings)[0]! } as const;
  const data = { kind: 'H5', to: 'yantaiMediationCommittee', items: [], partiesConsent: true };
  const prepared = await house.give('wang', caseId, 'prepareHandoff', { target, data });
  expect([prepared.status, prepared.text]).toEqual([200, prepared.text]);
  const handoff = Object.keys((await house.file(caseId)).handoffs)[0];
  const page = await house.get('wang', `/cases/${caseId}/handoffs/${handoff}`);
  const card = /必须随移的材料[\s\S]*?<\/ul>/.exec(page.text)?.[0].replace(/<[^>]+>/g, ' ') ?? '';
  expect(card).toMatch(/本案不需要\s+分流筛查表\s+仅限：已完成分流筛查/);
  expect(card).not.toMatch(/齐备\s+分流筛查表/);
});
