import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type AuditRecord, auditKinds } from '../../../db/audit.ts';
import type { Page } from '../../../db/store.ts';
import { type AuditQuery, auditExport, auditPage, auditQueryTyped } from '../../administration/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import { entered } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { detailInWords } from './audit-words.ts';
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
  app.post(links.audit, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const typed = Object.fromEntries(names.map((name) => [name, entered(sent, name).trim().slice(0, 60)]));
    const { query, unknown } = await auditQueryTyped(viewer, typed, dependencies);
    if (unknown.length === 0) return reply.redirect(addressOf(links.audit, query), 303);
    const { language } = request;
    const errors = unknown.map((field) => ({ field, message: texts.unknownId }));
    const main = html`${parts.errorSummary(errors, language)}${parts.card({ content: html`<h1>${say(texts.title, language)}</h1>${filterForm(typed, language, unknown)}` }, language)}`;
    return frame.send(request, reply, { title: texts.title, main, section: 'audit', address: links.audit }, 422);
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
        { label: texts.details, cell: (record) => detailsShown(record, language) },
      ],
    },
    language,
  );
  const pager = parts.pager(
    {
      ...(after === null ? {} : { previousHref: addressOf(links.audit, query) }),
      ...(next === null ? {} : { nextHref: addressOf(links.audit, query, [['after', next]]) }),
    },
    language,
  );
  const exporting = html`<p><a class="button button-secondary"${attributes({ href: addressOf(`${links.audit}/export`, query) })}>${say(texts.export, language)}</a> <span class="muted">${say(texts.exportHint, language)}</span></p>`;
  return [
    parts.card(
      { content: html`<h1>${say(texts.title, language)}</h1>${filterForm(query, language)}${exporting}` },
      language,
    ),
    parts.card({ content: html`${table}${pager}` }, language),
  ];
}

function addressOf(path: string, query: AuditQuery, more: readonly [string, string][] = []): string {
  const filled = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  const search = new URLSearchParams([...filled, ...more]).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Names may be typed, so that the form is posted; the address then has ids. */
function filterForm(query: AuditQuery, language: Language, unknown: readonly string[] = []): Html {
  const text = (name: 'person' | 'account' | 'caseId') =>
    parts.textField(
      {
        name,
        label: texts[name],
        value: query[name] ?? '',
        width: 'short',
        maxLength: 60,
        autocomplete: 'off',
        ...(name === 'caseId' ? {} : { hint: texts.whoHint }),
        ...(unknown.includes(name) ? { error: texts.unknownId } : {}),
      },
      language,
    );
  const day = (name: 'from' | 'to') =>
    parts.dateField({ name, label: texts[name], value: query[name] ?? '' }, language);
  const kinds = auditKinds.map((kind) => ({ value: kind, label: auditKindLabels[kind] }));
  return html`<form class="moment-form" method="post" action="${links.audit}">
    ${parts.selectField({ name: 'kind', label: texts.kind, choices: kinds, value: query.kind ?? '' }, language)}${text('person')}${text('account')}${text('caseId')}${day('from')}${day('to')}
    <button class="button button-secondary" type="submit">${say(texts.show, language)}</button></form>`;
}

function code(id: string | null): Html | undefined {
  return id === null ? undefined : html`<code>${id}</code>`;
}

function detailsShown({ thing, details, reason }: AuditRecord, language: Language): Html | undefined {
  const more = Object.entries(details).map(([name, value]) => detailInWords(name, value, language));
  const all = [...(thing === null ? [] : [thing]), ...more, ...(reason === null ? [] : [`“${reason}”`])];
  return all.length === 0 ? undefined : html`${all.map((one) => html`<span class="cell-line">${one}</span>`)}`;
}
