import { randomUUID } from 'node:crypto';
import type { Bytes } from './bare.ts';
import type { Request } from './connection.ts';
import type { Cookies } from './load.ts';
import { askOnce } from './processes.ts';

/** A read of the product, and the bare server's that returns the same bytes. */
export interface ComparedRead {
  readonly request: Request;
  readonly bareRequest: Request;
}

type ReadName = 'status' | 'casePage' | 'list';

/** The three reads over one prepared case: a party's status by its code, the whole case as JSON, a page of twenty cases. */
export async function readRequests(
  origin: string,
  cookies: Cookies,
  caseId: string,
): Promise<{ readonly requests: Readonly<Record<ReadName, ComparedRead>>; readonly bytes: Bytes }> {
  const headers = { cookie: cookies.limin ?? '' };
  const casePage: Request = { method: 'GET', path: `/api/cases/${caseId}`, headers };
  const list: Request = { method: 'GET', path: '/api/cases?limit=20&scope=all', headers };
  const view: { readonly revision: number; readonly parties: readonly { readonly id: string }[] } = JSON.parse(
    (await askOnce(origin, casePage)).body,
  );
  const json = { 'content-type': 'application/json' };
  const issued = await askOnce(origin, {
    method: 'POST',
    path: `/api/cases/${caseId}/commands/issueQueryCode`,
    headers: { ...headers, ...json, 'if-match': `"${view.revision}"`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ data: { party: view.parties[0]?.id } }),
  });
  const { queryCode: code }: { readonly queryCode?: string } = JSON.parse(issued.body);
  const status: Request = { method: 'POST', path: '/api/status', headers: json, body: JSON.stringify({ code }) };
  const compared = {
    status: { request: status, bareRequest: status },
    casePage: { request: casePage, bareRequest: { method: 'GET', path: '/bytes/casePage', headers } },
    list: { request: list, bareRequest: { method: 'GET', path: '/bytes/list', headers } },
  } as const satisfies Record<ReadName, ComparedRead>;
  const bytes: Record<string, Bytes[string]> = {};
  for (const [name, { request }] of Object.entries(compared)) {
    const { status: answered, head, body } = await askOnce(origin, request);
    if (answered !== 200) throw new Error(`${name}: ${answered} ${body.slice(0, 300)}`);
    bytes[name] = { headers: headersIn(head), body };
  }
  return { requests: compared, bytes };
}

/** The headers that the product set itself; the rest every server adds. */
function headersIn(head: string): Readonly<Record<string, string>> {
  const lines = head.split('\r\n').slice(1);
  const pairs = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return Object.fromEntries(pairs.filter(([name]) => !ofEveryServer.has(name)));
}

const ofEveryServer = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding']);
