import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../errors.ts';
import {
  caseTitle,
  type HandoffRowView,
  type HandoffView,
  handoffInbox,
  handoffView,
  type Look,
  lookAt,
  offersOf,
  packetView,
  receiptView,
} from '../views/index.ts';
import { actorOf, type Dependencies } from '../write/index.ts';
import { actionsOffered } from './actions-offered.ts';
import { corrections } from './actions-shown.ts';
import { agreementShown } from './case-parts.ts';
import * as parts from './components/index.ts';
import { confirmationPacket } from './confirmation/packet-page.ts';
import type { Frame } from './frame.ts';
import { handoffBadge, handoffShown, manifestRow } from './handoffs-shown.ts';
import { attributes, type Html, html } from './html.ts';
import { type Language, say, t } from './i18n.ts';
import { columns, links } from './layout.ts';
import { markShown } from './papers/mark-shown.ts';
import { signInAddress } from './sign-in.ts';
import { handoffTexts } from './texts.ts';

/** The inbox of handoffs, the packet of one, and its receipt. */
export function registerHandoffPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get('/handoffs', async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress('/handoffs'), 303);
    if (viewer.organisationId === null) return reply.redirect(links.desk, 303);
    const inbox = await handoffInbox(actorOf(viewer), dependencies);
    const drafts = inbox.handoffsWaiting.filter(({ state }) => state === 'drafted');
    const waiting = inbox.handoffsWaiting.filter(({ state }) => state !== 'drafted');
    const main = [
      parts.pageHeading({ title: handoffTexts.title }, language),
      inboxCard(handoffTexts.toAnswer, handoffTexts.nothingToAnswer, inbox.handoffsToAnswer, language),
      inboxCard(handoffTexts.waiting, handoffTexts.nothingWaiting, waiting, language),
      inboxCard(handoffTexts.drafts, handoffTexts.noDrafts, drafts, language),
    ];
    return frame.send(request, reply, { title: handoffTexts.title, main, section: 'handoffs' });
  });

  app.get<HandoffRoute>('/cases/:caseId/handoffs/:handoffId', async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const [look, view] = await packet(request, dependencies);
    const application = await packetView(look, view.id, dependencies.store);
    const main =
      application === null
        ? packetPage(look, view, language)
        : confirmationPacket(application, look.current.id, language);
    return frame.send(request, reply, { title: view.label, main, section: 'handoffs' });
  });

  app.get<HandoffRoute>('/cases/:caseId/handoffs/:handoffId/receipt', async (request, reply) => {
    const { viewer, language } = request;
    if (viewer === null) return reply.redirect(signInAddress(request.url), 303);
    const [look, view] = await packet(request, dependencies);
    const { fromProceeding } = look.current.handoffs[view.id] ?? {};
    const home = look.current.proceedings[fromProceeding ?? ''];
    // The sender files the receipt when it comes back signed.
    const isOurs = home !== undefined && home.organisation === viewer.organisationId;
    const paper = { caseId: look.current.id, document: 'serviceReceipt', thing: view.id } as const;
    const filing = isOurs ? await markShown({ ...paper, proceeding: home.id }, request, dependencies, language) : null;
    const main = receiptSheet(look, view, language, filing);
    return frame.send(request, reply, { title: t.receipt, main, section: 'handoffs', width: 'narrow' });
  });
}

interface HandoffRoute {
  readonly Params: { readonly caseId: string; readonly handoffId: string };
}

async function packet(
  request: FastifyRequest<HandoffRoute>,
  dependencies: Dependencies,
): Promise<readonly [Look, HandoffView]> {
  const { viewer, params } = request;
  if (viewer === null) throw new ProblemError('sign-in-needed');
  const actor = actorOf(viewer);
  const look = await lookAt(params.caseId, actor, dependencies);
  const view = look === null ? null : handoffView(look, params.handoffId);
  if (look === null || view === null) throw new ProblemError('not-found');
  return [look, view];
}

/** A list of handoffs with their cases; longest waiting first as given. */
export function inboxCard(
  heading: parts.Words,
  none: parts.Words,
  rows: readonly HandoffRowView[],
  language: Language,
): Html {
  const table = parts.dataTable<HandoffRowView>(
    {
      caption: heading,
      rows,
      empty: none,
      columns: [
        {
          label: handoffTexts.what,
          cell: (row) =>
            html`<a${attributes({ href: handoffAddress(row.case.id, row.id) })}>${say(row.label, language)}</a>`,
        },
        {
          label: handoffTexts.case,
          cell: (row) =>
            html`<span class="case-number">${row.case.code}</span><span class="cell-detail">${say(row.case.title, language)}</span>`,
        },
        {
          label: handoffTexts.route,
          cell: ({ from, to }) => html`${say(from.shortName, language)} → ${say(to.shortName, language)}`,
        },
        { label: handoffTexts.state, cell: (row) => parts.badge(handoffBadge(row), language) },
        { label: t.offeredAt, cell: ({ offeredAt }) => (offeredAt === null ? undefined : parts.date(offeredAt)) },
        {
          label: handoffTexts.waitingDays,
          numeric: true,
          cell: ({ waitingDays }) => (waitingDays === null ? undefined : parts.wholeNumber(waitingDays)),
        },
      ],
    },
    language,
  );
  const count = html`<span class="count">${rows.length}</span>`;
  return parts.card({ heading, content: table, ...(rows.length === 0 ? {} : { aside: count }) }, language);
}

export function handoffAddress(caseId: string, id: string): string {
  return `/cases/${encodeURIComponent(caseId)}/handoffs/${encodeURIComponent(id)}`;
}

/** The packet: what it is, what travels, what is missing, what a court will look at, and what can be done now. */
function packetPage(look: Look, view: HandoffView, language: Language): readonly Html[] {
  const { id } = look.current;
  const { manifest, receiptHref, ...shown } = handoffShown(view, language);
  const rows = (manifest ?? []).map((row) => row);
  const further = html`<p class="packet-links"><a${attributes({ href: `/cases/${id}` })}>${say(handoffTexts.toCase, language)}</a>${receiptHref !== undefined && html` · <a${attributes({ href: receiptHref })}>${say(t.receipt, language)}</a>`}</p>`;
  return [
    parts.pageHeading(
      { title: view.label, caseNumber: look.current.header.code, badges: [handoffBadge(view)] },
      language,
    ),
    columns({
      side: [actionsCard(look, view, language)],
      main: [
        parts.card(
          { content: html`${parts.handoffCard({ ...shown, caseTitle: caseTitle(look) }, language)}${further}` },
          language,
        ),
        parts.card(
          { heading: t.manifest, content: parts.itemsTable(rows, language, { caption: t.manifest }) },
          language,
        ),
        ...papersCard(view, language),
        ...(view.agreement === null
          ? []
          : [
              parts.card(
                { heading: handoffTexts.agreement, content: agreementShown(view.agreement, language) },
                language,
              ),
            ]),
        rulesCard(view, language),
      ],
    }),
  ];
}

function actionsCard(look: Look, view: HandoffView, language: Language): Html {
  const offers = offersOf(look, { kind: 'handoff', id: view.id });
  const onward = view.opened === null ? [] : offersOf(look, { kind: 'proceeding', id: view.opened });
  const possible = [
    ...offers,
    ...onward.filter(({ tone, type }) => tone !== 'normal' && !corrections.has(type)),
  ].filter(({ allowed }) => allowed !== 'no');
  const later = view.open ? offers.filter(({ refusal }) => refusal !== null) : [];
  return actionsOffered(look.current.id, possible, later, language);
}

/** Papers that must travel, each with whether it is there. */
function papersCard({ mustTravel, state }: HandoffView, language: Language): readonly Html[] {
  if (mustTravel.length === 0 || state !== 'drafted') return [];
  const rows = mustTravel.map(
    (paper) =>
      html`<li>${parts.badge(signOf(paper), language)} ${say(paper.label, language)}${paper.onlyIf !== null && html` <span class="muted">${say(handoffTexts.onlyIf, language)}${say(paper.onlyIf, language)}</span>`}</li>`,
  );
  return [parts.card({ heading: handoffTexts.papers, content: html`<ul class="papers">${rows}</ul>` }, language)];
}

function signOf({ there, missing }: HandoffView['mustTravel'][number]): parts.Badge {
  if (missing) return { label: handoffTexts.missing, tone: 'bad' };
  return there ? { label: handoffTexts.there, tone: 'good' } : { label: handoffTexts.notNeeded, tone: 'neutral' };
}

/** What the law says of this kind of handoff. */
function rulesCard(view: HandoffView, language: Language): Html {
  const rows: parts.Definition[] = [];
  const matters = parts.joined(view.matters, language);
  if (matters !== undefined) rows.push({ term: handoffTexts.matters, value: matters });
  rows.push({ term: handoffTexts.custody, value: handoffTexts[`custody_${view.custodyMovesOn}`] });
  rows.push({ term: handoffTexts.silence, value: view.onSilence });
  const reasons =
    parts.joined(
      view.mayReturnFor.map(({ label }) => label),
      language,
    ) ?? view.returnRefusedBecause;
  if (reasons !== null) rows.push({ term: handoffTexts.mayReturnFor, value: reasons });
  const kept = parts.joined(view.mustNotTravel, language);
  if (kept !== undefined) rows.push({ term: handoffTexts.mustNotTravel, value: kept });
  const basis = parts.citation(view.basis, language);
  if (basis !== undefined) rows.push({ term: t.basis, value: basis });
  return parts.card({ heading: handoffTexts.rules, content: parts.definitionList({ rows }, language) }, language);
}

/** The sheet of A4 that both sides print and file. */
function receiptSheet(look: Look, view: HandoffView, language: Language, filing: Html | null): Html {
  const sheet = receiptView(look, view.id);
  if (sheet === null) throw new ProblemError('not-found');
  const rows: parts.Definition[] = [
    { term: handoffTexts.case, value: sheet.caseTitle },
    { term: handoffTexts.what, value: view.label },
    { term: t.handoffFrom, value: view.from.name },
    { term: t.handoffTo, value: view.to.name },
  ];
  if (view.offeredAt !== null) rows.push({ term: t.offeredAt, value: parts.date(view.offeredAt) });
  if (view.receivedAt !== null) rows.push({ term: t.receivedAt, value: parts.date(view.receivedAt) });
  for (const { note } of view.marks) if (note !== null) rows.push({ term: t.markOnBehalf, value: note });
  const verify =
    sheet.entryHash === null
      ? undefined
      : html`${say(handoffTexts.verify, language)} #${sheet.entry} <code class="hash">${sheet.entryHash}</code>${sheet.verifyTelephone !== null && html` · ${say(handoffTexts.ring, language)} ${sheet.verifyTelephone}`}`;
  return parts.receipt(
    {
      title: sheet.title,
      number: sheet.caseCode,
      rows,
      manifest: view.manifest.map((row, index) => manifestRow(row, index, language)),
      statement: sheet.statement,
      signatures: [
        { organisation: view.from.name, sealed: true },
        { organisation: view.to.name, sealed: true },
      ],
      printedAt: sheet.printedAt,
      ...(verify === undefined ? {} : { verify }),
      ...(filing === null ? {} : { filing }),
    },
    language,
  );
}
