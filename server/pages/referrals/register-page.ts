import type { FastifyInstance } from 'fastify';
import { type OrganisationKind, referralModes } from '../../../workflows/index.ts';
import { sendSheet } from '../../api/index.ts';
import {
  answerLabels,
  formatAsked,
  openLabels,
  type RegisterPage,
  type RegisterQuery,
  registerExport,
  registerPage,
  registerQueryNames,
} from '../../registers/index.ts';
import type { Viewer } from '../../security/index.ts';
import type { CameBackView, LimitView, ReferralView } from '../../views/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say, t } from '../i18n.ts';
import { links } from '../layout.ts';
import { registerTexts as texts } from './texts.ts';

const rowsPerPage = 50;

/** The register of referrals: filters that stay in the address, pages, export, print. Nothing here changes anything. */
export function registerRegisterPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.referrals, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const { query, after } = asked(request.url);
    const page = await registerPage(viewer, query, after, rowsPerPage, dependencies);
    const others = counterparts(viewer, dependencies);
    const main = registerMain(page, query, after, others, request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'referrals' });
  });
  app.get(`${links.referrals}/export`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const { query, format } = asked(request.url);
    const language = request.language === 'en' ? 'en' : 'zh';
    const file = await registerExport(viewer, query, formatAsked(format), language, dependencies);
    return sendSheet(reply, file, 'referrals');
  });
}

function asked(url: string): {
  readonly query: RegisterQuery;
  readonly after: string | null;
  readonly format?: string;
} {
  const { searchParams } = new URL(url, 'http://here.invalid');
  const typed = registerQueryNames.map((name) => [name, (searchParams.get(name) ?? '').trim().slice(0, 60)]);
  const format = searchParams.get('format');
  return {
    query: Object.fromEntries(typed.filter(([, value]) => value !== '')),
    after: searchParams.get('after'),
    ...(format === null ? {} : { format }),
  };
}

/** The organisations that can be on the other side: for a court those that mediate, for those the courts. */
export function counterparts(viewer: Viewer, { town }: Dependencies): readonly parts.Choice[] {
  const mediators: readonly OrganisationKind[] = [
    'peopleMediationCommittee',
    'industryMediationOrganisation',
    'commercialMediationOrganisation',
  ];
  const own = town.organisations[viewer.organisationId ?? '']?.kind;
  const wanted: readonly OrganisationKind[] =
    own === 'court' ? mediators : own !== undefined && mediators.includes(own) ? ['court'] : ['court', ...mediators];
  return Object.values(town.organisations)
    .filter(({ kind, id }) => wanted.includes(kind) && id !== viewer.organisationId)
    .map(({ id, shortName }) => ({ value: id, label: shortName }));
}

function registerMain(
  { rows, next }: RegisterPage,
  query: RegisterQuery,
  after: string | null,
  others: readonly parts.Choice[],
  language: Language,
): readonly Html[] {
  const address = (path: string, more: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams({ ...query, ...more }).toString();
    return search === '' ? path : `${path}?${search}`;
  };
  const isNarrowed = Object.keys(query).length > 0;
  const exportLink = (format: 'xlsx' | 'csv') =>
    html`<a class="button button-secondary"${attributes({ href: address(`${links.referrals}/export`, { format }) })}>${say(texts[format], language)}</a> `;
  const tools = html`<div class="form-buttons no-print">${exportLink('xlsx')}${exportLink('csv')}<a class="button button-secondary"${attributes({ href: `${links.referrals}/reconcile` })}>${say(texts.reconcile, language)}</a> <span class="muted">${say(texts.exportHint, language)}</span></div>`;
  const table =
    rows.length === 0 && isNarrowed
      ? parts.emptyState({ text: texts.none, action: { label: texts.all, href: links.referrals } }, language)
      : registerTable(rows, language);
  const pager = parts.pager(
    {
      ...(after === null ? {} : { previousHref: address(links.referrals) }),
      ...(next === null ? {} : { nextHref: address(links.referrals, { after: next }) }),
    },
    language,
  );
  return [
    parts.card(
      {
        content: html`<h1>${say(texts.title, language)}</h1><p class="lead">${say(texts.lead, language)}</p>${filterForm(query, others, language)}${tools}`,
      },
      language,
    ),
    html`<div class="landscape">${parts.card({ content: html`${table}${pager}` }, language)}</div>`,
  ];
}

function filterForm(query: RegisterQuery, others: readonly parts.Choice[], language: Language): Html {
  const day = (name: 'from' | 'to') =>
    parts.dateField({ name, label: texts[name], value: query[name] ?? '' }, language);
  const select = (name: 'with' | 'mode' | 'state', choices: readonly parts.Choice[]) =>
    parts.selectField({ name, label: texts[name], choices, value: query[name] ?? '' }, language);
  const choicesOf = (labels: Readonly<Record<string, parts.Words>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return html`<form class="moment-form" method="get" action="${links.referrals}">
    ${day('from')}${day('to')}${select('with', others)}${select('mode', choicesOf(referralModes))}${select('state', choicesOf(openLabels))}
    <button class="button button-secondary no-print" type="submit">${say(texts.show, language)}</button></form>`;
}

function registerTable(rows: readonly ReferralView[], language: Language): Html {
  return parts.dataTable<ReferralView>(
    {
      caption: texts.title,
      rows,
      empty: texts.none,
      columns: [
        { label: texts.number, cell: (row) => numberShown(row, language) },
        { label: texts.organisations, cell: (row) => organisationsShown(row, language) },
        { label: texts.mode, cell: ({ modeLabel }) => modeLabel },
        { label: texts.sent, cell: ({ sentOn }) => (sentOn === null ? texts.onPaper : parts.date(sentOn)) },
        { label: texts.answer, cell: (row) => answerShown(row, language) },
        { label: texts.term, cell: ({ term }) => (term === null ? undefined : termShown(term, language)) },
        { label: texts.result, cell: (row) => resultShown(row, language) },
        { label: texts.returned, cell: (row) => returnShown(row, language) },
      ],
    },
    language,
  );
}

const lines = (all: readonly (Html | string | false)[]) =>
  html`${all.map((one) => html`${one !== false && html`<span class="cell-line">${one}</span>`}`)}`;

function numberShown({ numbers, case: of }: ReferralView, language: Language): Html {
  const shown = numbers.length === 0 ? [say(texts.noNumber, language)] : numbers;
  return lines([
    ...shown.map((number) => html`<span class="case-number">${number}</span>`),
    html`<a class="case-number"${attributes({ href: `/cases/${of.id}` })}>${of.code}</a>`,
    html`<span class="muted">${say(of.title, language)}</span>`,
  ]);
}

function organisationsShown({ court, organisation, heldBy }: ReferralView, language: Language): Html {
  return lines([
    html`${say(court.shortName, language)} → ${say(organisation.shortName, language)}`,
    heldBy !== null && html`<span class="muted">${say(texts.now, language)} ${say(heldBy.shortName, language)}</span>`,
  ]);
}

const answerTones = { inTime: 'good', late: 'bad', overdue: 'bad', waiting: 'warn', notCounted: 'neutral' } as const;

/** When it was answered, whether that was within three working days, by which article, and the last day. */
function answerShown({ answer, answeredOn, answerLimit }: ReferralView, language: Language): Html {
  return lines([
    answeredOn !== null && parts.date(answeredOn),
    parts.badge({ label: answerLabels[answer], tone: answerTones[answer] }, language),
    answerLimit !== null &&
      html`<span class="muted">${say(texts.answerBy, language)} ${dueShown(answerLimit, language)}</span>`,
    answerLimit !== null && html`<span class="article">${say(answerLimit.basis, language)}</span>`,
  ]);
}

function termShown(term: LimitView, language: Language): Html {
  return lines([
    dueShown(term, language),
    term.over && parts.badge({ label: texts.termOver, tone: 'bad' }, language),
    parts.disclosure(
      { summary: t.basis, content: html`<span class="article">${say(term.basis, language)}</span>` },
      language,
    ),
  ]);
}

function dueShown({ due }: LimitView, language: Language): Html | string {
  return due === null ? say(texts.suspended, language) : parts.date(due);
}

function resultShown({ stageLabel, reason, open }: ReferralView, language: Language): Html {
  return lines([
    html`<strong>${say(stageLabel, language)}</strong>`,
    reason !== null && say(reason, language),
    !open && parts.badge({ label: openLabels.closed, tone: 'neutral', icon: 'check' }, language),
  ]);
}

function returnShown({ returnedOn, cameBack, case: of }: ReferralView, language: Language): Html {
  const link = ({ id, label, papers }: CameBackView) =>
    html`<a${attributes({ href: `/cases/${of.id}/handoffs/${id}` })}>${say(label, language)}</a> <span class="muted">${parts.joined(papers, language)}</span>`;
  return lines([
    returnedOn === null ? html`<span class="muted">${say(texts.notYet, language)}</span>` : parts.date(returnedOn),
    ...cameBack.map(link),
  ]);
}
