import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allBoxes } from '../../../db/listings.ts';
import { opensWithReason } from '../../../workflows/index.ts';
import { startAssigning } from '../../administration/index.ts';
import { startRunning } from '../../api/index.ts';
import type { Viewer } from '../../security/index.ts';
import {
  boxLabels,
  type CaseListQuery,
  type CaseListView,
  type CaseRowView,
  caseListView,
  knownPage,
} from '../../views/index.ts';
import { actorOf, type Dependencies } from '../../write/index.ts';
import { type Colleague, choicesOf, colleaguesOf, mayOrganise } from '../administration/people-page.ts';
import { formErrors, orProblem, viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { caseTable, leading } from './case-table.ts';
import { askedIn, filterForm, isNarrowed, listAddress } from './list-filters.ts';
import { savedShown, saveForm } from './saved-lists.ts';
import { listTexts as texts } from './texts.ts';

const rowsPerPage = 50;

/** An organisation's cases by box, narrowed as the address says; who organises the work assigns several at once. */
export function registerListPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const showList = listShown(dependencies, frame);
  app.get(links.cases, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    // Heads have numbers and administrators their own pages; both are led there.
    if (viewer.organisationId === null || opensWithReason(actorOf(viewer))) return reply.redirect(links.desk, 303);
    return showList(request, reply, viewer, new URL(request.url, 'http://here.invalid').search);
  });

  app.post(`${links.cases}/assign`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const officer = entered(sent, 'assignee');
    const chosen = (sent.chosen ?? []).flatMap((one) => {
      const [caseId, proceeding] = one.split('/');
      return caseId === undefined || proceeding === undefined ? [] : [{ caseId, proceeding }];
    });
    const missing: parts.FieldError[] = [
      ...(chosen.length === 0 ? [{ message: texts.noneSelected }] : []),
      ...(officer === '' ? [{ field: 'assignee', message: texts.noOfficer }] : []),
    ];
    const back = entered(sent, 'list');
    if (mayOrganise(viewer) && missing.length > 0) return showList(request, reply, viewer, back, sent, missing, 422);
    const reason = entered(sent, 'reason').slice(0, 200) || null;
    const done = await orProblem(startAssigning(viewer, { chosen, officer, reason }, dependencies));
    if ('problem' in done) {
      if (!mayOrganise(viewer)) return reply.redirect(links.desk, 303);
      // The filter above has an officer of its own.
      const errors = formErrors(done.problem).map((one) =>
        one.field === 'officer' ? { ...one, field: 'assignee' } : one,
      );
      return showList(request, reply, viewer, back, sent, errors, done.problem.status);
    }
    startRunning(app, done.value, dependencies);
    return reply.redirect(`${links.people}/reassignments/${done.value}`, 303);
  });
}

/** Draws a list; also again, with what was ticked, when an assignment could not be started. */
function listShown(dependencies: Dependencies, frame: Frame) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    search: string,
    sent: Sent = {},
    errors: readonly parts.FieldError[] = [],
    status = 200,
  ): Promise<FastifyReply> => {
    const { language } = request;
    const { query, after } = askedIn(search);
    const actor = actorOf(viewer);
    const [list, colleagues, saved] = await Promise.all([
      knownPage(caseListView(actor, query, { after, limit: rowsPerPage }, dependencies)),
      colleaguesOf(viewer, dependencies),
      dependencies.store.savedLists.of(viewer.accountId),
    ]);
    const assigning = mayOrganise(viewer)
      ? { colleagues, sent, search: listAddress(query).slice(links.cases.length) }
      : null;
    const main = [
      errors.length > 0 ? parts.errorSummary(errors, language) : html``,
      parts.card(
        {
          content: html`<h1>${say(texts.title, language)}</h1>${whoseTabs(query, language)}${boxTabs(query, list, language)}${savedShown(saved, query, language)}${filterForm(query, colleagues, viewer, dependencies, language)}`,
        },
        language,
      ),
      html`<div class="landscape">${parts.card({ content: html`${rowsShown(list, query, assigning, language)}${pages(list, query, after, language)}` }, language)}</div>`,
      saveForm(query, language),
    ];
    return frame.send(
      request,
      reply,
      { title: texts.title, main, section: 'cases', address: listAddress(query) },
      status,
    );
  };
}

function whoseTabs(query: CaseListQuery, language: Language): Html {
  const tab = (mine: 'true' | '') => ({
    label: mine === 'true' ? texts.mine : texts.organisation,
    href: listAddress(query, { mine, ...(mine === 'true' ? { officer: '' } : {}) }),
    current: (query.mine === 'true') === (mine === 'true'),
  });
  return parts.tabs({ label: texts.whose, tabs: [tab('true'), tab('')] }, language);
}

/** The boxes with their counts under the same filter. */
function boxTabs(query: CaseListQuery, { counts }: CaseListView, language: Language): Html {
  const all = allBoxes.reduce((sum, box) => sum + counts[box], 0);
  const tabs = allBoxes.map((box) => ({
    label: boxLabels[box],
    href: listAddress(query, { box }),
    current: query.box === box,
    count: counts[box],
  }));
  const every = {
    label: texts.allBoxes,
    href: listAddress(query, { box: '' }),
    current: query.box === undefined,
    count: all,
  };
  return parts.tabs({ label: texts.boxes, tabs: [...tabs, every] }, language);
}

interface Assigning {
  readonly colleagues: readonly Colleague[];
  readonly sent: Sent;
  /** The query of the list that the form comes back to. */
  readonly search: string;
}

function rowsShown(
  { rows }: CaseListView,
  query: CaseListQuery,
  assigning: Assigning | null,
  language: Language,
): Html {
  if (rows.length === 0) {
    const box = allBoxes.find((one) => one === query.box);
    const isEmpty = !isNarrowed(query);
    const action = isEmpty ? {} : { action: { label: texts.clear, href: links.cases } };
    return parts.emptyState(
      { text: isEmpty ? (box === undefined ? texts.empty : texts[box]) : texts.none, ...action },
      language,
    );
  }
  const table = { rows, caption: texts.title, empty: texts.none };
  if (assigning === null) return caseTable<CaseRowView>(table, language);
  const { colleagues, sent, search } = assigning;
  const select: parts.Column<CaseRowView> = {
    label: texts.select,
    cell: (row) => tickBox(row, sent.chosen ?? [], language),
  };
  const officer = parts.selectField(
    { name: 'assignee', label: texts.assignTo, choices: choicesOf(colleagues, true), value: entered(sent, 'assignee') },
    language,
  );
  const reason = parts.textField(
    { name: 'reason', label: texts.reason, maxLength: 200, value: entered(sent, 'reason') },
    language,
  );
  return html`<form method="post"${attributes({ action: `${links.cases}/assign`, 'data-once': true })}>${parts.hiddenInput('list', search)}
    <label class="tick no-print"${attributes({ hidden: true, 'data-ticks': 'chosen' })}><input type="checkbox">${say(texts.selectAll, language)}</label>
    ${caseTable<CaseRowView>({ ...table, more: [select] }, language)}
    <fieldset class="field-group no-print"><legend>${say(texts.assign, language)}</legend><p class="hint">${say(texts.assignHint, language)}</p><div class="moment-form">${officer}${reason}
    <button class="button button-primary" type="submit">${say(texts.assign, language)}</button></div></fieldset></form>`;
}

/** Only an open proceeding of the organisation's own can be assigned. */
function tickBox(row: CaseRowView, chosen: readonly string[], language: Language): Html | undefined {
  const one = leading(row);
  if (one === undefined || !one.open) return undefined;
  const value = `${row.id}/${one.id}`;
  const own = attributes({ type: 'checkbox', name: 'chosen', value, checked: chosen.includes(value) });
  return html`<label class="tick"><input${own}><span class="visually-hidden">${say(texts.select, language)} ${row.code}</span></label>`;
}

function pages({ next }: CaseListView, query: CaseListQuery, after: string | null, language: Language): Html {
  return parts.pager(
    {
      ...(after === null ? {} : { previousHref: listAddress(query) }),
      ...(next === null ? {} : { nextHref: listAddress(query, { after: next }) }),
    },
    language,
  );
}
