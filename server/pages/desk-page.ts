import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { opensWithReason } from '../../workflows/index.ts';
import { draftList } from '../openings/index.ts';
import type { Viewer } from '../security/index.ts';
import {
  type CaseRowView,
  caseListView,
  type DeskClockView,
  type DeskTaskView,
  type DeskView,
  deskView,
  lookAt,
} from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { toneOf } from './clocks-shown.ts';
import * as parts from './components/index.ts';
import { findCases } from './find-cases.ts';
import { type Frame, mayOpenCases } from './frame.ts';
import { handoffAddress, inboxCard } from './handoff-pages.ts';
import { headDesk } from './head-pages.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, t } from './i18n.ts';
import { links } from './layout.ts';
import { draftsCard } from './opening/shown.ts';
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
    if (opensWithReason(actorOf(viewer))) {
      const caseId = await dependencies.store.reads.caseIdByCode(text.normalize('NFC'));
      const found = caseId === null ? null : await lookAt(caseId, actorOf(viewer), dependencies);
      return found === null
        ? headDesk(dependencies, frame, request, reply, viewer)
        : reply.redirect(`/cases/${found.current.id}`, 303);
    }
    if (text !== '') return searchDesk(dependencies, frame, request, reply, viewer, text);
    const desk = await deskView(actorOf(viewer), dependencies);
    const cases = await casesShown(dependencies, viewer, query, language);
    const drafts = draftsCard(await draftList(viewer, dependencies), language);
    const main = [...deskMain(desk, viewer, cases, language), ...(drafts === undefined ? [] : [drafts])];
    return frame.send(request, reply, { title: t.desk, main, section: 'desk' });
  });
}

/** Where an administrator works; null for everybody else. */
function administratorPage({ roles }: Viewer): string | null {
  if (roles.includes('auditAdministrator')) return links.audit;
  if (roles.includes('securityAdministrator')) return links.proposals;
  return roles.includes('systemAdministrator') ? links.accounts : null;
}

type DeskRoute = { readonly Querystring: { readonly text?: string; readonly cases?: string; readonly after?: string } };

function deskMain(desk: DeskView, viewer: Viewer, cases: Html, language: Language): readonly Html[] {
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
  const heading = html`<div class="desk-heading"><h1>${say(desk.organisation?.name ?? t.desk, language)}</h1>${mayOpenCases(viewer.roles) && html`<a class="button button-primary"${attributes({ href: links.openCase })}>${say(deskTexts.openCase, language)}</a>`}</div>`;
  const isCourt = viewer.roles.includes('courtLiaison');
  const handoffs = html`<div id="handoffs">${inboxCard(isCourt ? deskTexts.courtQueue : handoffTexts.toAnswer, handoffTexts.nothingToAnswer, desk.handoffsToAnswer, language)}</div>`;
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
    ...(isCourt ? [handoffs, due, tasks] : [html`<div class="side-by-side">${due}${tasks}</div>`, handoffs]),
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
  const list = await caseListView(
    actorOf(viewer),
    { scope: which === 'all' ? 'all' : 'open', mine: which === 'mine', after: query.after ?? null, limit: 20 },
    dependencies,
  );
  const tab = (name: 'mine' | 'organisation' | 'all') => ({
    label: deskTexts[name],
    href: `/desk?cases=${name}#cases`,
    current: which === name,
  });
  const content = html`${parts.tabs({ label: deskTexts.lists, tabs: [tab('mine'), tab('organisation'), tab('all')] }, language)}${caseTable(isCourt ? byDue(list.rows) : list.rows, language)}${parts.pager(
    {
      ...(query.after === undefined ? {} : { previousHref: `/desk?cases=${which}#cases` }),
      ...(list.next === null ? {} : { nextHref: `/desk?cases=${which}&after=${encodeURIComponent(list.next)}#cases` }),
    },
    language,
  )}`;
  return parts.card({ heading: isCourt ? deskTexts.courtCases : deskTexts.cases, id: 'cases', content }, language);
}

function listAsked(name: string | undefined): 'mine' | 'organisation' | 'all' | undefined {
  return name === 'mine' || name === 'organisation' || name === 'all' ? name : undefined;
}

/** By the day the law gives, nearest first; those without one last. */
function byDue(rows: readonly CaseRowView[]): readonly CaseRowView[] {
  const due = ({ proceedings }: CaseRowView) =>
    proceedings.flatMap(({ open, nextDue }) => (open && nextDue !== null ? [nextDue] : [])).toSorted()[0] ?? '9999';
  return rows.toSorted((left, right) => due(left).localeCompare(due(right)));
}

/** Cases as a dense table, one card each on a phone. */
function caseTable(rows: readonly CaseRowView[], language: Language): Html {
  const latest = ({ proceedings }: CaseRowView) => proceedings.findLast((one) => one.open) ?? proceedings.at(-1);
  return parts.dataTable<CaseRowView>(
    {
      caption: deskTexts.cases,
      rows,
      empty: deskTexts.noCases,
      columns: [
        {
          label: deskTexts.code,
          cell: ({ id, code }) => html`<a class="case-number"${attributes({ href: `/cases/${id}` })}>${code}</a>`,
        },
        { label: deskTexts.title, cell: ({ title }) => title },
        { label: deskTexts.proceeding, cell: (row) => latest(row)?.label },
        {
          label: deskTexts.stage,
          cell: (row) => {
            const one = latest(row);
            return (
              one &&
              parts.badge(
                {
                  label: one.stateLabel,
                  tone: row.over || !one.open ? 'good' : 'warn',
                  icon: row.over || !one.open ? 'check' : 'clock',
                },
                language,
              )
            );
          },
        },
        {
          label: deskTexts.nextDue,
          cell: (row) => {
            const one = latest(row);
            return one == null || one.daysLeft === null
              ? undefined
              : parts.daysLeftText({ daysLeft: one.daysLeft, kind: 'guideline' }, language);
          },
        },
        { label: deskTexts.officer, cell: (row) => parts.joined(latest(row)?.officers ?? [], language) },
      ],
    },
    language,
  );
}

async function searchDesk(
  dependencies: Dependencies,
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
  text: string,
) {
  const { language } = request;
  const found = await findCases(text, actorOf(viewer), dependencies);
  if (found.exact !== null) return reply.redirect(`/cases/${found.exact}`, 303);
  const heading = html`<h1>${say(deskTexts.found, language)}“${text}”</h1>`;
  const table = parts.card(
    {
      content: html`${heading}${caseTable(found.rows, language)}<p><a href="/desk">${say(deskTexts.back, language)}</a></p>`,
    },
    language,
  );
  return frame.send(request, reply, { title: t.search, main: table, section: 'desk', searchText: text });
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
