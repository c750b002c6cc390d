import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { opensWithReason } from '../../workflows/index.ts';
import { draftList } from '../openings/index.ts';
import type { Viewer } from '../security/index.ts';
import {
  type CaseRowView,
  caseRows,
  type DeskClockView,
  type DeskTaskView,
  type DeskView,
  deskView,
} from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { toneOf } from './clocks-shown.ts';
import * as parts from './components/index.ts';
import { callsOnDesk } from './daily/call-pages.ts';
import { keysShown } from './daily/keys-shown.ts';
import { quickColumn } from './daily/quick-entry.ts';
import { type Frame, mayOpenCases } from './frame.ts';
import { handoffAddress, inboxCard } from './handoff-pages.ts';
import { headDesk } from './head-pages.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, t } from './i18n.ts';
import { links } from './layout.ts';
import { caseTable, leading } from './lists/case-table.ts';
import { draftsCard } from './opening/shown.ts';
import { paperTexts } from './papers/texts.ts';
import { papersCount } from './papers-shown.ts';
import { queueCard } from './queue/queue-page.ts';
import { signInAddress } from './sign-in.ts';
import { deskTexts, handoffTexts } from './texts.ts';

/** The desk: what is due, what waits for me, what must be answered, my cases. */
export function registerDeskPage(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get('/', async (request, reply) => reply.redirect(request.viewer === null ? links.signIn : links.desk, 303));

  app.get<DeskRoute>('/desk', async (request, reply) => {
    const { viewer, language, query } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const own = administratorPage(viewer);
    if (own !== null) return reply.redirect(own, 303);
    if (viewer.organisationId === null) return outsiderDesk(frame, request, reply);
    const text = typeof query.text === 'string' ? query.text.trim() : '';
    if (text !== '') return reply.redirect(`${links.search}?${new URLSearchParams({ text })}`, 303);
    if (opensWithReason(actorOf(viewer))) return headDesk(dependencies, frame, request, reply, viewer);
    const desk = await deskView(actorOf(viewer), dependencies);
    const cases = await casesShown(dependencies, viewer, query, language);
    const queue = await queueCard(viewer, dependencies, language);
    const calls = await callsOnDesk(viewer, query, desk.myCases, dependencies, language);
    const drafts = draftsCard(await draftList(viewer, dependencies), language);
    const [heading, ...lists] = deskMain(desk, viewer, cases, queue, language);
    const main = [heading, ...calls, ...lists, drafts, keysShown(viewer, language)].filter(
      (part) => part !== undefined,
    );
    return frame.send(request, reply, { title: t.desk, main, section: 'desk' });
  });
}

/** Where an administrator works; null for everybody else. */
function administratorPage({ roles }: Viewer): string | null {
  if (roles.includes('auditAdministrator')) return links.audit;
  if (roles.includes('securityAdministrator')) return links.proposals;
  return roles.includes('systemAdministrator') ? links.accounts : null;
}

interface DeskRoute {
  readonly Querystring: {
    readonly text?: string;
    readonly cases?: string;
    readonly after?: string;
    readonly logged?: string;
  };
}

function deskMain(
  desk: DeskView,
  viewer: Viewer,
  cases: Html,
  queue: Html | null,
  language: Language,
): readonly Html[] {
  const dueToday = desk.due.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= 0).length;
  const waiting = tasksToDo(desk);
  const counts = parts.countsRow(
    [
      { label: deskTexts.dueToday, value: dueToday, href: '#due', tone: 'bad' },
      { label: deskTexts.waiting, value: waiting.length, href: '#waiting', tone: 'warn' },
      { label: deskTexts.toAnswer, value: desk.handoffsToAnswer.length, href: '#handoffs', tone: 'warn' },
      { label: deskTexts.myCases, value: desk.myCases.length, href: '#cases' },
    ],
    language,
  );
  const heading = html`<div class="desk-heading"><h1>${say(desk.organisation?.name ?? t.desk, language)}</h1><p class="desk-links"><a class="button button-secondary" href="/papers">${say(paperTexts.title, language)}</a>${mayOpenCases(viewer.roles) && html` <a class="button button-primary"${attributes({ href: links.openCase })}>${say(deskTexts.openCase, language)}</a>`}</p></div>`;
  const isCourt = viewer.roles.includes('courtLiaison');
  const handoffs =
    queue ??
    html`<div id="handoffs">${inboxCard(handoffTexts.toAnswer, handoffTexts.nothingToAnswer, desk.handoffsToAnswer, language)}</div>`;
  const due = dueCard(desk.due, isCourt, language);
  const tasks = parts.card(
    {
      heading: deskTexts.waiting,
      id: 'waiting',
      content: parts.taskList(
        waiting.map((task) => taskShown(task)),
        language,
      ),
    },
    language,
  );
  return [
    heading,
    counts,
    ...(isCourt
      ? [handoffs, due, tasks]
      : queue === null
        ? [html`<div class="side-by-side">${due}${tasks}</div>`, handoffs]
        : [handoffs, html`<div class="side-by-side">${due}${tasks}</div>`]),
    cases,
  ];
}

/** A handoff to answer stands in its own list; it need not wait twice. */
function tasksToDo({ waitingForMe }: DeskView): readonly DeskTaskView[] {
  return waitingForMe.filter(({ id }) => !id.endsWith(':answer'));
}

function taskShown({ case: of, text, handoff, dueOn, daysLeft }: DeskTaskView): parts.Task {
  return {
    label: text,
    href: handoff === null ? `/cases/${of.id}#actions` : handoffAddress(of.id, handoff),
    caseNumber: of.code,
    caseTitle: of.title,
    ...(dueOn === null ? {} : { dueOn }),
    ...(daysLeft === null ? {} : { daysLeft, kind: 'target' as const }),
  };
}

/** Time limits that are over, end today or come near, nearest first. */
function dueCard(due: readonly DeskClockView[], isCourt: boolean, language: Language): Html {
  const rows = due.map(
    (clock): parts.Task => ({
      label: clock.label,
      href: `/cases/${clock.case.id}#clocks`,
      caseNumber: clock.case.code,
      caseTitle: clock.case.title,
      kind: clock.kind,
      tone: toneOf(clock),
      ...(clock.due === null ? {} : { dueOn: clock.due }),
      ...(clock.daysLeft === null ? {} : { daysLeft: clock.daysLeft }),
    }),
  );
  const heading = isCourt ? deskTexts.courtDue : deskTexts.due;
  return parts.card({ heading, id: 'due', content: parts.taskList(rows, language, deskTexts.nothingDue) }, language);
}

/** My open cases, the organisation's, or all it ever held; a page at a time. */
async function casesShown(
  dependencies: Dependencies,
  viewer: Viewer,
  query: DeskRoute['Querystring'],
  language: Language,
): Promise<Html> {
  const isCourt = viewer.roles.includes('courtLiaison');
  // Applications come to a court before anybody there is assigned.
  const which = listAsked(query.cases) ?? (isCourt ? 'organisation' : 'mine');
  const list = await caseRows(
    actorOf(viewer),
    {
      scope: which === 'all' ? 'all' : 'open',
      mine: String(which === 'mine'),
      // A court goes by the day the law gives.
      ...(isCourt ? { order: 'due' } : {}),
    },
    { after: query.after ?? null, limit: 20 },
    dependencies,
  );
  const tab = (name: 'mine' | 'organisation' | 'all') => ({
    label: deskTexts[name],
    href: `/desk?cases=${name}#cases`,
    current: which === name,
  });
  const content = html`${parts.tabs({ label: deskTexts.lists, tabs: [tab('mine'), tab('organisation'), tab('all')] }, language)}${caseTable({ rows: list.rows, caption: deskTexts.cases, empty: deskTexts.noCases, more: [papersColumn(language), quickColumn(language)] }, language)}${parts.pager(
    {
      ...(query.after === undefined ? {} : { previousHref: `/desk?cases=${which}#cases` }),
      ...(list.next === null ? {} : { nextHref: `/desk?cases=${which}&after=${encodeURIComponent(list.next)}#cases` }),
    },
    language,
  )}`;
  return parts.card({ heading: isCourt ? deskTexts.courtCases : deskTexts.cases, id: 'cases', content }, language);
}

/** How many of the papers that are owed are there, and the way to those that are missing. */
function papersColumn(language: Language): parts.Column<CaseRowView> {
  return {
    label: deskTexts.papers,
    cell: (row) => {
      const papers = leading(row)?.papers;
      if (papers == null || papers.due === 0) return undefined;
      const count = say(papersCount(papers), language);
      return html`<a${attributes({ href: `/cases/${row.id}#papers` })}><span aria-hidden="true">${papers.there}/${papers.due}</span><span class="visually-hidden">${count}</span></a>`;
    },
  };
}

function listAsked(name: string | undefined): 'mine' | 'organisation' | 'all' | undefined {
  return name === 'mine' || name === 'organisation' || name === 'all' ? name : undefined;
}

/** Administrators and others without an organisation see no case. */
function outsiderDesk(frame: Frame, request: FastifyRequest, reply: FastifyReply) {
  const { language } = request;
  const main = parts.card(
    { content: html`<h1>${say(t.desk, language)}</h1>${parts.emptyState({ text: deskTexts.noContent }, language)}` },
    language,
  );
  return frame.send(request, reply, { title: t.desk, main, section: 'desk' });
}
