import type { FastifyInstance } from 'fastify';
import {
  accountViewOf,
  confirmProposal,
  type ProposalView,
  proposalViews,
  rejectProposal,
  withdrawProposal,
} from '../../administration/index.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { roleLabels } from '../texts.ts';
import { rolesShown, showLink } from './accounts-pages.ts';
import { actButton, doneAt, viewerHere } from './shared.ts';
import { proposalTexts as texts } from './texts.ts';

interface OneProposal {
  readonly Params: { readonly id: string };
}

/** What two administrators do together: what waits, and what was decided. */
export function registerProposalPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  app.get(links.proposals, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const open = await proposalViews(viewer, 'open', dependencies);
    const decided = await proposalViews(viewer, 'decided', dependencies);
    const main = proposalsMain(open, decided, viewer, request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'proposals' });
  });
  app.post<OneProposal>(`${links.proposals}/:id/confirm`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const proposal = await dependencies.proposals.find(request.params.id);
    const token = await confirmProposal(viewer, request.params.id, dependencies);
    if (token === null || proposal === undefined) return doneAt(reply, links.proposals, 'proposalConfirmed');
    const account = await accountViewOf(viewer, proposal.accountId, dependencies);
    return showLink(frame, request, reply, account, token, dependencies);
  });
  app.post<OneProposal>(`${links.proposals}/:id/reject`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    await rejectProposal(viewer, request.params.id, dependencies);
    return doneAt(reply, links.proposals, 'proposalRejected');
  });
  app.post<OneProposal>(`${links.proposals}/:id/withdraw`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    await withdrawProposal(viewer, request.params.id, dependencies);
    return doneAt(reply, links.proposals, 'proposalWithdrawn');
  });
}

function proposalsMain(
  open: readonly ProposalView[],
  decided: readonly ProposalView[],
  viewer: Viewer,
  language: Language,
): readonly Html[] {
  const columns: parts.Column<ProposalView>[] = [
    { label: texts.account, cell: ({ account, accountId }) => account?.name ?? accountId },
    { label: texts.what, cell: (proposal) => whatShown(proposal, language) },
    { label: texts.by, cell: ({ proposedByName, proposedAt }) => html`${proposedByName} ${parts.date(proposedAt)}` },
  ];
  const waiting = parts.dataTable<ProposalView>(
    {
      caption: texts.title,
      rows: open,
      empty: texts.none,
      columns: [...columns, { label: texts.confirm, cell: ({ id }) => buttons(id, viewer, language) }],
    },
    language,
  );
  const past = parts.dataTable<ProposalView>(
    {
      caption: texts.decided,
      rows: decided,
      columns: [
        ...columns,
        {
          label: texts.at,
          cell: ({ state, decidedByName, decidedAt }) =>
            state === 'open' || decidedAt === null
              ? undefined
              : html`${say(texts[state], language)} · ${decidedByName} ${parts.date(decidedAt)}`,
        },
      ],
    },
    language,
  );
  const heading = html`<h1>${say(texts.title, language)}</h1><p>${say(texts.introduction, language)}</p>`;
  return [
    parts.card({ content: html`${heading}${waiting}` }, language),
    parts.card({ heading: texts.decided, content: past }, language),
  ];
}

function whatShown({ kind, roles, account }: ProposalView, language: Language): Html {
  if (kind === 'newSignIn') return html`${say(texts.newSignIn, language)}`;
  const wanted = parts.joined(
    roles.map((role) => roleLabels[role]),
    language,
  );
  return html`${wanted}${account && html`<span class="cell-detail">${say(texts.present, language)}${rolesShown(account, language)}</span>`}`;
}

function buttons(id: string, { roles }: Viewer, language: Language): Html {
  const to = (act: string) => `${links.proposals}/${id}/${act}`;
  return roles.includes('securityAdministrator')
    ? html`${actButton(to('confirm'), texts.confirm, language, 'primary')}${actButton(to('reject'), texts.reject, language)}`
    : actButton(to('withdraw'), texts.withdraw, language);
}
