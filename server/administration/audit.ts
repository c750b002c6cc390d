import type { FastifyInstance } from 'fastify';
import { type AuditFilter, type AuditKind, type AuditRecord, auditKinds, everyAuditRecord } from '../../db/audit.ts';
import { CursorInvalid, type Page } from '../../db/store.ts';
import { ProblemError } from '../errors.ts';
import { isFormOfAnId } from '../searches/index.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { requireRole } from './roles.ts';

/** What is asked of the audit store, as it comes from an address; empty or absent: any. */
export type AuditQuery = { readonly [name in keyof AuditFilter]?: string | undefined };

const exportPiece = 500;

/** A page of the audit store, newest first, for the audit administrator alone. */
export async function auditPage(
  viewer: Viewer,
  query: AuditQuery,
  after: string | null,
  limit: number,
  { audit }: Dependencies,
): Promise<Page<AuditRecord>> {
  requireRole(viewer, 'auditAdministrator');
  await audit.flush();
  try {
    return await audit.page(filterOf(query), after, limit);
  } catch (error) {
    if (error instanceof CursorInvalid) throw new ProblemError('bad-request');
    throw error;
  }
}

/**
 * What was typed as a query of the audit store: a person's name or login becomes the id of the one account that has it, so
 * that addresses and exports hold ids alone. `unknown` names the fields that are neither.
 */
export async function auditQueryTyped(
  viewer: Viewer,
  typed: AuditQuery,
  { accounts }: Dependencies,
): Promise<{ readonly query: AuditQuery; readonly unknown: readonly string[] }> {
  requireRole(viewer, 'auditAdministrator');
  const everybody = await accounts.list();
  const meant = (text: string | undefined): string | undefined => {
    if (!text) return text;
    const found = everybody.filter(({ id, login, name }) => [id, login, name].includes(text));
    return found.length === 1 ? found[0]?.id : text;
  };
  const query = { ...typed, person: meant(typed.person), account: meant(typed.account) };
  const unknown = (['person', 'account', 'caseId'] as const).filter((name) => !isFormOfAnId(query[name] ?? ''));
  return { query, unknown };
}

/** The records asked for as JSON lines, oldest first, the taking of them being the last of the chain but not of the file. */
export async function auditExport(
  viewer: Viewer,
  query: AuditQuery,
  { audit, now }: Dependencies,
): Promise<AsyncIterable<string>> {
  requireRole(viewer, 'auditAdministrator');
  const filter = filterOf(query);
  await audit.flush();
  const newest = (await audit.page(everyAuditRecord, null, 1)).rows[0]?.seq ?? 0;
  const asked = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  const at = momentOf(now());
  await audit.record({ kind: 'auditExported', at, person: viewer.accountId, details: { asked, upTo: newest } });
  return lines(filter, newest, audit);
}

async function* lines(filter: AuditFilter, upTo: number, audit: Dependencies['audit']): AsyncGenerator<string> {
  let seq = 0;
  for (;;) {
    const records = await audit.following(filter, seq, exportPiece);
    const wanted = records.filter((record) => record.seq <= upTo);
    if (wanted.length > 0) yield wanted.map((record) => `${JSON.stringify(record)}\n`).join('');
    if (records.length < exportPiece || wanted.length < records.length) return;
    seq = records.at(-1)?.seq ?? upTo;
  }
}

/** Keeps every 403 that a signed-in person got: who, which route, and of a case which. What hides behind a 404 is kept where it is hidden. */
export function noteRefusals(app: FastifyInstance, { audit, now }: Pick<Dependencies, 'audit' | 'now'>): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (reply.statusCode === 403 && request.viewer !== null) {
      const route = request.routeOptions?.url ?? '';
      audit.note({
        kind: 'accessRefused',
        at: momentOf(now()),
        person: request.viewer.accountId,
        caseId: caseIdOf(route, request.params),
        thing: `${request.method} ${route}`,
      });
    }
    done();
  });
}

/** An id only when it has the form of one: people paste other things into addresses. */
function caseIdOf(route: string, params: unknown): string | null {
  if (!/^(\/api)?\/cases\//.test(route)) return null;
  const given = new Map<string, unknown>(Object.entries(params ?? {}));
  const id = given.get('caseId') ?? given.get('id');
  return typeof id === 'string' && /^[0-9a-z]{23}$/.test(id) ? id : null;
}

function filterOf(query: AuditQuery): AuditFilter {
  const { kind, person, account, caseId, from, to } = query;
  return {
    kind: kindOf(kind),
    person: person || null,
    account: account || null,
    caseId: caseId || null,
    from: dayOf(from),
    to: dayOf(to),
  };
}

function kindOf(text: string | undefined): AuditKind | null {
  if (text === undefined || text === '') return null;
  const kind = auditKinds.find((one) => one === text);
  if (kind === undefined) throw new ProblemError('invalid-input', { fields: [{ pointer: '/kind' }] });
  return kind;
}

function dayOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    throw new ProblemError('invalid-input', { fields: [{ pointer: '/from' }] });
  }
}
