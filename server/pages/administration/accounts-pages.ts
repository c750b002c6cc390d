import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Account, accountRoles } from '../../../db/accounts.ts';
import {
  type AccountView,
  accountViewOf,
  accountViews,
  invitePerson,
  newLink,
  proposeNewSignIn,
  proposeRoles,
  revokeSessions,
  setSuspended,
} from '../../administration/index.ts';
import { linkAddress } from '../../api/index.ts';
import { type Problem, ProblemError } from '../../errors.ts';
import type { Dependencies } from '../../write/index.ts';
import * as parts from '../components/index.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Frame } from '../frame.ts';
import { attributes, type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { links } from '../layout.ts';
import { roleLabels } from '../texts.ts';
import { actButton, doneAt, formErrors, orProblem, viewerHere } from './shared.ts';
import { accountTexts as texts } from './texts.ts';

interface OneAccount {
  readonly Params: { readonly id: string };
}

/** The accounts of the house: list, invitation, and one account with what can be done to it. */
export function registerAccountPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const at = links.accounts;
  app.get(at, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const rows = await accountViews(viewer, dependencies);
    const mayInvite = viewer.roles.includes('systemAdministrator');
    const main = accountsMain(rows, mayInvite, request.language);
    return frame.send(request, reply, { title: texts.title, main, section: 'accounts' });
  });

  app.get(`${at}/new`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    if (!viewer.roles.includes('systemAdministrator')) throw new ProblemError('not-allowed');
    return showInvitation(request, reply, {}, null);
  });

  app.post(at, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const sent = sentOf(request);
    const invitation = {
      login: entered(sent, 'login').trim().slice(0, 65),
      name: entered(sent, 'name'),
      organisationId: entered(sent, 'organisation') || null,
      roles: sent.roles ?? [],
      workEmail: entered(sent, 'workEmail'),
    };
    const done = await orProblem(invitePerson(viewer, invitation, dependencies));
    if ('problem' in done) return showInvitation(request, reply, sent, done.problem);
    return showLink(frame, request, reply, done.value.account, done.value.token, dependencies);
  });

  app.get<OneAccount>(`${at}/:id`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const account = await accountViewOf(viewer, request.params.id, dependencies);
    const isSystem = viewer.roles.includes('systemAdministrator');
    const main = accountMain(account, isSystem, account.id === viewer.accountId, request.language);
    return frame.send(request, reply, { title: account.name, main, section: 'accounts' });
  });
  registerAccountActs(app, dependencies, frame);

  async function showInvitation(request: FastifyRequest, reply: FastifyReply, sent: Sent, wrong: Problem | null) {
    const main = invitationForm(sent, wrong, dependencies, request.language);
    const content = { title: texts.invite, main, section: 'accounts', width: 'narrow', address: `${at}/new` } as const;
    return frame.send(request, reply, content, wrong?.status ?? 200);
  }
}

function registerAccountActs(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const at = (id: string) => `${links.accounts}/${id}`;
  const acts = {
    suspend: {
      done: 'accountSuspended',
      run: (...[viewer, id]: Given) => setSuspended(viewer, id, true, dependencies),
    },
    resume: { done: 'accountResumed', run: (...[viewer, id]: Given) => setSuspended(viewer, id, false, dependencies) },
    'revoke-sessions': {
      done: 'sessionsRevoked',
      run: (...[viewer, id]: Given) => revokeSessions(viewer, id, dependencies),
    },
    'new-sign-in': { done: 'proposed', run: (...[viewer, id]: Given) => proposeNewSignIn(viewer, id, dependencies) },
    roles: {
      done: 'proposed',
      run: (...[viewer, id, sent]: Given) => proposeRoles(viewer, id, sent.roles ?? [], dependencies),
    },
  } as const;
  for (const [name, { done, run }] of Object.entries(acts)) {
    app.post<OneAccount>(`${links.accounts}/:id/${name}`, async (request, reply) => {
      const viewer = viewerHere(request, reply);
      if (viewer === null) return reply;
      await run(viewer, request.params.id, sentOf(request));
      return doneAt(reply, at(request.params.id), done);
    });
  }
  app.post<OneAccount>(`${links.accounts}/:id/link`, async (request, reply) => {
    const viewer = viewerHere(request, reply);
    if (viewer === null) return reply;
    const token = await newLink(viewer, request.params.id, dependencies);
    const account = await accountViewOf(viewer, request.params.id, dependencies);
    return showLink(frame, request, reply, account, token, dependencies);
  });
}

type Given = readonly [viewer: NonNullable<FastifyRequest['viewer']>, id: string, sent: Sent];

function accountsMain(rows: readonly AccountView[], mayInvite: boolean, language: Language): Html {
  const invite =
    mayInvite &&
    html`<a class="button button-primary"${attributes({ href: `${links.accounts}/new` })}>${say(texts.invite, language)}</a>`;
  const table = parts.dataTable<AccountView>(
    {
      caption: texts.title,
      rows,
      columns: [
        {
          label: texts.name,
          cell: ({ id, name }) => html`<a${attributes({ href: `${links.accounts}/${id}` })}>${name}</a>`,
        },
        { label: texts.login, cell: ({ login }) => html`<code>${login}</code>` },
        { label: texts.organisation, cell: ({ organisationName }) => organisationName ?? undefined },
        { label: texts.roles, cell: (account) => rolesShown(account, language) },
        { label: texts.status, cell: (account) => statusShown(account, language) },
      ],
    },
    language,
  );
  return html`<div class="desk-heading"><h1>${say(texts.title, language)}</h1>${invite}</div>${parts.card({ content: table }, language)}`;
}

/** The roles of an account as words. */
export function rolesShown({ roles }: Pick<Account, 'roles'>, language: Language): Html {
  return (
    parts.joined(
      roles.map((role) => roleLabels[role]),
      language,
    ) ?? html`<span class="muted">${say(texts.rolesNone, language)}</span>`
  );
}

function statusShown({ status, open }: AccountView, language: Language): Html {
  const tones = { active: 'good', invited: 'warn', suspended: 'bad' } as const;
  const waiting = open.length > 0 && html` ${parts.badge({ label: texts.waiting, tone: 'warn' }, language)}`;
  return html`${parts.badge({ label: texts[status], tone: tones[status] }, language)}${waiting}`;
}

function accountMain(account: AccountView, isSystem: boolean, isOwn: boolean, language: Language): readonly Html[] {
  const { id, status, roles, organisationName, login, name } = account;
  const facts: parts.Definition[] = [
    { term: texts.login, value: login },
    { term: texts.roles, value: rolesShown(account, language) },
    { term: texts.status, value: statusShown(account, language) },
  ];
  if (organisationName !== null) facts.push({ term: texts.organisation, value: organisationName });
  if (account.workEmail) facts.push({ term: texts.workEmail, value: account.workEmail });
  const heading = parts.pageHeading({ title: name, facts }, language);
  if (isOwn) return [heading];
  const to = (act: string) => `${links.accounts}/${id}/${act}`;
  const buttons = [
    ...(status === 'suspended' ? [] : [actButton(to('suspend'), texts.suspend, language, 'danger')]),
    ...(status === 'suspended' && isSystem ? [actButton(to('resume'), texts.resume, language)] : []),
    actButton(to('revoke-sessions'), texts.revoke, language),
    ...(isSystem && roles.length === 0 && status !== 'suspended'
      ? [actButton(to('link'), texts.newLink, language)]
      : []),
    ...(isSystem && roles.length > 0 ? [actButton(to('new-sign-in'), texts.newSignIn, language)] : []),
  ];
  const acts = parts.card({ heading: texts.acts, content: html`<div class="form-buttons">${buttons}</div>` }, language);
  if (!isSystem) return [heading, acts];
  const form = html`<form class="form" method="post"${attributes({ action: to('roles') })}><p>${say(texts.proposeHint, language)}</p>${roleBoxes(roles, language)}<button class="button button-primary" type="submit">${say(texts.propose, language)}</button></form>`;
  return [heading, acts, parts.card({ heading: texts.propose, content: form }, language)];
}

function roleBoxes(ticked: readonly string[], language: Language): Html {
  const choices = accountRoles.map((role) => ({ value: role, label: roleLabels[role] }));
  return parts.checkboxGroup({ name: 'roles', label: texts.roles, choices, values: ticked, required: true }, language);
}

function invitationForm(sent: Sent, wrong: Problem | null, { town }: Dependencies, language: Language): Html {
  const value = (name: string) => ({ value: entered(sent, name) });
  const organisations = Object.values(town.organisations)
    .filter(({ onSystem }) => onSystem)
    .map(({ id, name }) => ({ value: id, label: name }));
  return parts.formPage(
    {
      heading: texts.invite,
      introduction: texts.inviteHint,
      action: links.accounts,
      errors: wrong === null ? [] : formErrors(wrong),
      submitLabel: texts.invite,
      cancelHref: links.accounts,
      fields: [
        parts.textField(
          { name: 'name', label: texts.name, required: true, maxLength: 60, autocomplete: 'off', ...value('name') },
          language,
        ),
        parts.textField(
          {
            name: 'login',
            label: texts.login,
            required: true,
            maxLength: 64,
            width: 'short',
            autocomplete: 'off',
            ...value('login'),
          },
          language,
        ),
        parts.selectField(
          {
            name: 'organisation',
            label: texts.organisation,
            hint: texts.organisationHint,
            choices: organisations,
            ...value('organisation'),
          },
          language,
        ),
        parts.textField(
          {
            name: 'workEmail',
            label: texts.workEmail,
            hint: texts.workEmailHint,
            maxLength: 120,
            autocomplete: 'off',
            ...value('workEmail'),
          },
          language,
        ),
        roleBoxes(sent.roles ?? [], language),
      ],
    },
    language,
  );
}

/** Shows a one-time link the only time it is ever shown. */
export async function showLink(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  { name, login }: Pick<Account, 'name' | 'login'>,
  token: string,
  dependencies: Dependencies,
): Promise<FastifyReply> {
  const { language } = request;
  const address = linkAddress(request, token, dependencies);
  const main = parts.card(
    {
      content: html`<h1>${say(texts.link, language)}</h1><p>${name} · <code>${login}</code></p>
        <p>${parts.copyable({ text: address, label: texts.link }, language)}</p><p>${say(texts.linkOnce, language)}</p>
        <p><a class="button button-secondary" href="${links.accounts}">${say(texts.back, language)}</a></p>`,
    },
    language,
  );
  reply.header('cache-control', 'no-store');
  return frame.send(request, reply, { title: texts.link, main, width: 'narrow', address: links.accounts });
}
