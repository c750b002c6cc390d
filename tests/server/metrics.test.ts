import { describe, expect, it } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { serve, tellOverHttp } from '../support/server.ts';

const token = 'only-the-operator-knows';
const withToken = { environment: { JIEFEN_METRICS_TOKEN: token } };
const bearer = (value: string) =>
  ({ method: 'GET', url: '/metrics', headers: { authorization: `Bearer ${value}` } }) as const;

describe('metrics behind a token', () => {
  it('are not there for anybody else, not even for people who are signed in', async () => {
    const house = await serve(withToken);
    expect((await house.ask(null, bearer('something-else-entirely'))).status).toBe(404);
    expect((await house.get('admin-system', '/metrics')).status).toBe(404);
    const without = await serve();
    expect((await without.ask(null, bearer(''))).status).toBe(404);
  });

  it('count requests, commands, refusals and commits, and say what waits', async () => {
    const house = await serve(withToken);
    const caseId = await tellOverHttp(house, first, { until: 9 });
    expect((await house.give('sun', caseId, 'withdrawMatter', { target: { kind: 'matter', id: 'none' } })).status).toBe(
      404,
    );
    expect((await house.give('wang', null, 'openCase', { data: {} })).status).toBe(422);
    house.at('2027-03-01T09:00');
    const { status, text, headers } = await house.ask(null, bearer(token));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^jiefen_commands_total\{type="openCase",outcome="done"\} 1$/m);
    expect(text).toMatch(/^jiefen_commands_total\{type="openCase",outcome="refused"\} 1$/m);
    expect(text).toMatch(/^jiefen_refusals_total\{code="[a-z-]+"\} 1$/m);
    expect(text).toMatch(/^jiefen_http_request_seconds_count\{method="POST",route="\/api\/cases",status="201"\} 1$/m);
    expect(text).toMatch(/^jiefen_http_request_seconds_bucket\{.*,le="\+Inf"\} 1$/m);
    expect(text).toMatch(/^jiefen_commit_jobs_count [1-9]\d*$/m);
    expect(text).toMatch(/^jiefen_commit_seconds_sum \d/m);
    expect(text).toMatch(/^jiefen_queue_commands 0$/m);
    expect(text).toMatch(/^jiefen_overdue_clocks\{organisation="yantaiMediationCommittee"\} [1-9]\d*$/m);
    expect(text).toMatch(/^jiefen_event_loop_delay_seconds\{quantile="0\.99"\} \d/m);
    expect(text).toMatch(/^jiefen_process_peak_memory_bytes \d+$/m);
  });

  it('hold no id of a case, no name and nothing that anybody typed', async () => {
    const house = await serve(withToken);
    const caseId = await tellOverHttp(house, first, { until: 9 });
    await house.get('sun', `/api/cases/${caseId}?asOf=2026-09-09`);
    await house.get('sun', '/nowhere/13800000137');
    const { text } = await house.ask(null, bearer(token));
    for (const secret of [caseId, '13800000137', '海岳', '鑫达', 'sun-lihua', '烟知解', '2026-09-09'])
      expect(text).not.toContain(secret);
  });
});

describe('the log', () => {
  it('has one line per answered request, with its id, its route’s pattern and no address', async () => {
    const house = await serve();
    const reply = await house.get('sun', '/api/cases/unknown-13800000137');
    const lines = house.logs
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const answered = lines.filter(({ req }) => req?.route === '/api/cases/:id');
    expect(answered).toHaveLength(1);
    expect(answered[0]).toMatchObject({ reqId: reply.body.requestId, statusCode: 404, req: { method: 'GET' } });
    expect(house.logs.join('')).not.toContain('13800000137');
  });
});
