import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReassignmentSummary } from '../../../db/reassignments.ts';
import {
  endStandIn,
  nameStandIn,
  organisers,
  reassignmentList,
  type StandInView,
  standInViews,
} from '../../administration/index.ts';
import type { Problem } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { actButton, doneAt, formErrors, orProblem, viewerHere } from './shared.ts';
import { peopleTexts as texts } from './texts.ts';

/** A colleague as a form offers them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Who stands in for whom, and for those who organise the work: somebody leaves. */
export function registerPeoplePages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.people, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    return viewer === null ? reply : show(request, reply, viewer, {}, null);
  });
  app.post(`${links.people}/stand-ins`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const given = {
      person: entered(sent, 'person') || viewer.accountId,
      deputy: entered(sent, 'deputy'),
      from: entered(sent, 'from'),
      to: entered(sent, 'to'),
    };
    const done = await orProblem(nameStandIn(viewer, given, dependencies));
    if ('problem' in done) return show(request, reply, viewer, sent, done.problem);
    return doneAt(reply, links.people, 'standInNamed');
  });
  app.post<{ Params: { id: string } }>(`${links.people}/stand-ins/:id/end`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    await endStandIn(viewer, request.params.id, dependencies);
    return doneAt(reply, links.people, 'standInEnded');
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    viewer: Viewer,
    sent: Sent,
    wrong: Problem | null,
  ): Promise<FastifyReply> {
    const { language } = request;
    const rows = await standInViews(viewer, dependencies);
    const colleagues = await colleaguesOf(viewer, dependencies);
    const jobs = mayOrganise(viewer) ? await reassignmentList(viewer, dependencies) : [];
    const main = [
      html`<h1>${say(texts.title, language)}</h1>`,
      standInsCard(rows, viewer, language),
      standInForm(colleagues, viewer, sent, wrong, language),
      ...(mayOrganise(viewer) ? [leavingCard(colleagues, language), jobsCard(jobs, colleagues, language)] : []),
    ];
    const content = { title: texts.title, main, section: 'people', address: links.people } as const;
    return frame.send(request, reply, content, wrong?.status ?? 200);
  }
}

/** The people of the viewer's organisation, by name. */
export async function colleaguesOf(viewer: Viewer, { accounts }: Dependencies): Promise<readonly Colleague[]> {
  return (await accounts.list())
    .filter(({ organisationId }) => organisationId !== null && organisationId === viewer.organisationId)
    .map(({ id, name, status, roles }) => ({ id, name, active: status === 'active' && roles.length > 0 }));
}

export function mayOrganise({ roles }: Viewer): boolean {
  return organisers.some((role) => roles.includes(role));
}

/** Colleagues as choices of a form; `activeOnly` for those who are to get work. */
export function choicesOf(colleagues: readonly Colleague[], activeOnly: boolean): readonly parts.Choice[] {
  return colleagues.filter(({ active }) => active || !activeOnly).map(({ id, name }) => ({ value: id, label: name }));
}

function standInsCard(rows: readonly StandInView[], viewer: Viewer, language: Language): Html {
  const mayEnd = ({ person }: StandInView) => mayOrganise(viewer) || person === viewer.accountId;
  const content = parts.dataTable<StandInView>(
    {
      caption: texts.standIns,
      rows,
      empty: texts.noStandIns,
      columns: [
        { label: texts.person, cell: ({ personName }) => personName },
        { label: texts.deputy, cell: ({ deputyName }) => deputyName },
        { label: texts.from, cell: ({ from }) => parts.date(from) },
        { label: texts.to, cell: ({ to }) => parts.date(to) },
        {
          label: texts.end,
          cell: (row) =>
            mayEnd(row) ? actButton(`${links.people}/stand-ins/${row.id}/end`, texts.end, language) : undefined,
        },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.standIns, content }, language);
}

function standInForm(
  colleagues: readonly Colleague[],
  viewer: Viewer,
  sent: Sent,
  wrong: Problem | null,
  language: Language,
): Html {
  const value = (name: string) => ({ value: entered(sent, name) });
  const person = parts.selectField(
    {
      name: 'person',
      label: texts.person,
      choices: choicesOf(colleagues, false),
      value: entered(sent, 'person') || viewer.accountId,
      required: true,
    },
    language,
  );
  const form = html`${wrong !== null && parts.errorSummary(formErrors(wrong), language)}<p>${say(texts.standInHint, language)}</p>
    <form class="form" method="post" novalidate${attributes({ action: `${links.people}/stand-ins`, 'data-once': true })}>${mayOrganise(viewer) && person}
    ${parts.selectField({ name: 'deputy', label: texts.deputy, choices: choicesOf(colleagues, true), required: true, ...value('deputy') }, language)}
    ${parts.dateField({ name: 'from', label: texts.from, required: true, ...value('from') }, language)}${parts.dateField({ name: 'to', label: texts.to, required: true, ...value('to') }, language)}
    <button class="button button-primary" type="submit">${say(texts.name, language)}</button></form>`;
  return parts.card({ heading: texts.name, content: form }, language);
}

function leavingCard(colleagues: readonly Colleague[], language: Language): Html {
  const choices = choicesOf(colleagues, false);
  const form = html`<p>${say(texts.leavingHint, language)}</p><form class="form" method="get" action="${links.people}/leaving">
    ${parts.selectField({ name: 'leaver', label: texts.leaver, choices, required: true }, language)}
    <button class="button button-secondary" type="submit">${say(texts.list, language)}</button></form>`;
  return parts.card({ heading: texts.leaving, content: form }, language);
}

function jobsCard(jobs: readonly ReassignmentSummary[], colleagues: readonly Colleague[], language: Language): Html {
  const nameOf = (id: string) => colleagues.find((one) => one.id === id)?.name ?? id;
  const content = parts.dataTable<ReassignmentSummary>(
    {
      caption: texts.jobs,
      rows: jobs,
      columns: [
        {
          label: texts.leaver,
          cell: ({ id, person }) =>
            html`<a${attributes({ href: `${links.people}/reassignments/${id}` })}>${nameOf(person)}</a>`,
        },
        { label: texts.from, cell: ({ from }) => parts.date(from) },
        { label: texts.done, cell: ({ done }) => String(done), numeric: true },
        { label: texts.waiting, cell: ({ waiting }) => String(waiting), numeric: true },
        { label: texts.refused, cell: ({ refused }) => String(refused), numeric: true },
      ],
    },
    language,
  );
  return parts.card({ heading: texts.jobs, content }, language);
}
