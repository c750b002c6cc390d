import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type AuditRecord, auditKinds } from '../../../db/audit.ts';
import type { Page } from '../../../db/store.ts';
import { type AuditQuery, auditExport, auditPage } from '../../administration/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { viewerHere } from './shared.ts';
import { auditKindLabels, auditTexts as texts } from './texts.ts';

const rowsPerPage = 50;
const names = ['kind', 'person', 'account', 'caseId', 'from', 'to'] as const;

/** The audit store for the audit administrator: filters, pages, export. Nothing here changes anything. */
export function registerAuditPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.audit, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const { query, after } = asked(request.url);
    const page = await auditPage(viewer, query, after, rowsPerPage, dependencies);
    const main = auditMain(page, query, after, request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'audit' });
  });
  app.get(`${links.audit}/export`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const lines = await auditExport(viewer, asked(request.url).query, dependencies);
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="audit.jsonl"')
      .send(Readable.from(lines));
  });
}

function asked(url: string): { readonly query: AuditQuery; readonly after: string | null } {
  const { searchParams } = new URL(url, 'http://here.invalid');
  const query = Object.fromEntries(names.map((name) => [name, (searchParams.get(name) ?? '').trim().slice(0, 60)]));
  return { query, after: searchParams.get('after') };
}

function auditMain(
  { rows, next }: Page<AuditRecord>,
  query: AuditQuery,
  after: string | null,
  language: Language,
): readonly Html[] {
  const filled = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  const address = (path: string, more: readonly [string, string][] = []) => {
    const search = new URLSearchParams([...filled, ...more]).toString();
    return search === '' ? path : `${path}?${search}`;
  };
  const table = parts.dataTable<AuditRecord>(
    {
      caption: texts.title,
      rows,
      empty: texts.none,
      columns: [
        { label: texts.number, cell: ({ seq }) => String(seq), numeric: true },
        { label: texts.at, cell: ({ at }) => at.slice(0, 19).replace('T', ' ') },
        { label: texts.kind, cell: ({ kind }) => auditKindLabels[kind] },
        { label: texts.person, cell: ({ person }) => code(person) },
        { label: texts.account, cell: ({ account }) => code(account) },
        { label: texts.caseId, cell: ({ caseId }) => code(caseId) },
        { label: texts.details, cell: detailsShown },
      ],
    },
    language,
  );
  const pager = parts.pager(
    {
      ...(after === null ? {} : { previousHref: address(links.audit) }),
      ...(next === null ? {} : { nextHref: address(links.audit, [['after', next]]) }),
    },
    language,
  );
  const exporting = html`<p><a class="button button-secondary"${attributes({ href: address(`${links.audit}/export`) })}>${say(texts.export, language)}</a> <span class="muted">${say(texts.exportHint, language)}</span></p>`;
  return [
    parts.card(
      { content: html`<h1>${say(texts.title, language)}</h1>${filterForm(query, language)}${exporting}` },
      language,
    ),
    parts.card({ content: html`${table}${pager}` }, language),
  ];
}

function filterForm(query: AuditQuery, language: Language): Html {
  const text = (name: 'person' | 'account' | 'caseId') =>
    parts.textField({ name, label: texts[name], value: query[name] ?? '', width: 'short', maxLength: 60 }, language);
  const day = (name: 'from' | 'to') =>
    parts.dateField({ name, label: texts[name], value: query[name] ?? '' }, language);
  const kinds = auditKinds.map((kind) => ({ value: kind, label: auditKindLabels[kind] }));
  return html`<form class="moment-form" method="get" action="${links.audit}">
    ${parts.selectField({ name: 'kind', label: texts.kind, choices: kinds, value: query.kind ?? '' }, language)}${text('person')}${text('account')}${text('caseId')}${day('from')}${day('to')}
    <button class="button button-secondary" type="submit">${say(texts.show, language)}</button></form>`;
}

function code(id: string | null): Html | undefined {
  return id === null ? undefined : html`<code>${id}</code>`;
}

function detailsShown({ thing, details, reason }: AuditRecord): Html | undefined {
  const more = Object.entries(details).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' ') : value}`,
  );
  const all = [...(thing === null ? [] : [thing]), ...more, ...(reason === null ? [] : [`“${reason}”`])];
  return all.length === 0 ? undefined : html`${all.map((one) => html`<span class="cell-line">${one}</span>`)}`;
}
