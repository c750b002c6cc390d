import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { auditKinds } from '../../db/audit.ts';
import {
  accountViewOf,
  accountViews,
  auditExport,
  auditPage,
  confirmProposal,
  invitePerson,
  newLink,
  proposalViews,
  proposeNewSignIn,
  proposeRoles,
  rejectProposal,
  revokeSessions,
  setOwnWorkEmail,
  setSuspended,
  withdrawProposal,
  workEmailOf,
} from '../administration/index.ts';
import { requireViewer, type Viewer } from '../security/index.ts';
import type { Dependencies } from '../write/index.ts';
import { type IdParams, idParams, shortText } from './schemas.ts';

/** The doors of the three administrators. Each act says in `server/administration` who may. */
export function registerAdministration(app: FastifyInstance, dependencies: Dependencies): void {
  registerAccounts(app, dependencies);
  registerOwnAccount(app, dependencies);
  registerProposals(app, dependencies);
  registerAudit(app, dependencies);
}

const tags = ['administration'];
const accounts = '/api/administration/accounts';
const proposals = '/api/administration/proposals';

function registerAccounts(app: FastifyInstance, dependencies: Dependencies): void {
  app.get(accounts, { schema: { tags, summary: '账号列表 / List accounts' } }, async (request) => ({
    rows: await accountViews(requireViewer(request), dependencies),
  }));
  app.get<{ Params: IdParams }>(
    `${accounts}/:id`,
    { schema: { tags, summary: '账号 / An account', params: idParams } },
    async (request) => accountViewOf(requireViewer(request), request.params.id, dependencies),
  );
  app.post<{ Body: InvitationBody }>(
    accounts,
    {
      schema: {
        tags,
        summary: '邀请人员（岗位待安全管理员确认） / Invite a person; the roles wait for the security administrator',
        description: 'link 只在此返回一次。 The link is returned here and never again.',
        body: invitationBody,
      },
    },
    async (request, reply) => {
      const { organisationId = null, ...rest } = request.body;
      const invited = await invitePerson(requireViewer(request), { ...rest, organisationId }, dependencies);
      const { account, token } = invited;
      reply.code(201).header('location', `${accounts}/${account.id}`).header('cache-control', 'no-store');
      return { account, link: linkAddress(request, token, dependencies) };
    },
  );
  app.post<{ Params: IdParams; Body: RolesBody }>(
    `${accounts}/:id/roles`,
    {
      schema: {
        tags,
        summary: '提出岗位（全部岗位；由安全管理员确认） / Propose the complete set of roles',
        params: idParams,
        body: rolesBody,
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      await proposeRoles(viewer, request.params.id, request.body.roles, dependencies);
      return reply.code(202).send(await accountViewOf(viewer, request.params.id, dependencies));
    },
  );
  app.post<{ Params: IdParams }>(
    `${accounts}/:id/link`,
    { schema: { tags, summary: '尚无岗位者的新链接 / A fresh link for somebody without roles', params: idParams } },
    async (request, reply) => {
      const token = await newLink(requireViewer(request), request.params.id, dependencies);
      reply.header('cache-control', 'no-store');
      return { link: linkAddress(request, token, dependencies) };
    },
  );
  const acts: Readonly<Record<string, Act>> = {
    'new-sign-in': {
      summary: '提出重设登录（密码和动态验证码） / Propose to set up password and second factor anew',
      run: proposeNewSignIn,
    },
    suspend: {
      summary: '停用，立即退出 / Suspend, signed out at once',
      run: (viewer, id, all) => setSuspended(viewer, id, true, all),
    },
    resume: { summary: '恢复 / Resume', run: (viewer, id, all) => setSuspended(viewer, id, false, all) },
    'revoke-sessions': { summary: '退出全部登录 / End all sessions', run: revokeSessions },
  };
  registerActs(app, accounts, acts, dependencies);
}

/** One's own account: anybody signed in. */
function registerOwnAccount(app: FastifyInstance, dependencies: Dependencies): void {
  const summary = '更改本人工作邮箱 / Change one’s own work e-mail';
  app.put<{ Body: Static<typeof workEmailBody> }>(
    '/api/account/work-email',
    { schema: { tags, summary, body: workEmailBody } },
    async (request) => {
      const viewer = requireViewer(request);
      await setOwnWorkEmail(viewer, request.body.address, dependencies);
      return { workEmail: await workEmailOf(viewer.accountId, dependencies) };
    },
  );
}

function registerProposals(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Querystring: Static<typeof proposalQuery> }>(
    proposals,
    { schema: { tags, summary: '待确认的申请 / Proposals', querystring: proposalQuery } },
    async (request) => ({
      rows: await proposalViews(requireViewer(request), request.query.state ?? 'open', dependencies),
    }),
  );
  app.post<{ Params: IdParams }>(
    `${proposals}/:id/confirm`,
    {
      schema: {
        tags,
        summary: '确认（安全管理员） / Confirm, as security administrator',
        description: '重设登录时返回一次性链接，仅此一次。 For a new sign-in the one-time link, never again.',
        params: idParams,
      },
    },
    async (request, reply) => {
      const token = await confirmProposal(requireViewer(request), request.params.id, dependencies);
      reply.header('cache-control', 'no-store');
      return { link: token === null ? null : linkAddress(request, token, dependencies) };
    },
  );
  registerActs(
    app,
    proposals,
    {
      reject: { summary: '驳回（安全管理员） / Reject', run: rejectProposal },
      withdraw: { summary: '撤回（系统管理员） / Withdraw', run: withdrawProposal },
    },
    dependencies,
  );
}

interface Act {
  readonly summary: string;
  readonly run: (viewer: Viewer, id: string, dependencies: Dependencies) => Promise<void>;
}

function registerActs(
  app: FastifyInstance,
  under: string,
  acts: Readonly<Record<string, Act>>,
  dependencies: Dependencies,
): void {
  for (const [name, { summary, run }] of Object.entries(acts)) {
    app.post<{ Params: IdParams }>(
      `${under}/:id/${name}`,
      { schema: { tags, summary, params: idParams } },
      async (request, reply) => {
        await run(requireViewer(request), request.params.id, dependencies);
        return reply.code(204).send();
      },
    );
  }
}

function registerAudit(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Querystring: AuditPageQuery }>(
    '/api/administration/audit',
    { schema: { tags, summary: '审计记录 / The audit store, newest first', querystring: auditPageQuery } },
    async (request) => {
      const { after = null, limit = '50', ...query } = request.query;
      return auditPage(requireViewer(request), query, after, Number(limit), dependencies);
    },
  );
  app.get<{ Querystring: AuditFilterQuery }>(
    '/api/administration/audit/export',
    {
      schema: {
        tags,
        summary: '导出审计记录（JSON Lines，导出本身留痕） / Export as JSON lines; the export is itself on record',
        querystring: auditFilterQuery,
        produces: ['application/jsonl'],
      },
    },
    async (request, reply) => {
      const lines = await auditExport(requireViewer(request), request.query, dependencies);
      return reply
        .type('application/jsonl; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="audit.jsonl"')
        .send(Readable.from(lines));
    },
  );
}

/** Where a person opens a one-time link. */
export function linkAddress(request: FastifyRequest, token: string, { config }: Dependencies): string {
  return `${config.publicUrl ?? `${request.protocol}://${request.host}`}/link/${token}`;
}

const roles = Type.Array(shortText(40), { minItems: 1, maxItems: 12 });
const invitationBody = Type.Object(
  {
    login: shortText(64),
    name: shortText(60),
    organisationId: Type.Optional(Type.Union([shortText(60), Type.Null()])),
    roles,
    workEmail: Type.Optional(Type.String({ maxLength: 120, description: '提醒发到这里 / where reminders go' })),
  },
  { additionalProperties: false },
);
type InvitationBody = Static<typeof invitationBody>;

const workEmailBody = Type.Object(
  { address: Type.String({ maxLength: 120, description: '留空即删除 / empty: removed' }) },
  { additionalProperties: false },
);

const rolesBody = Type.Object({ roles }, { additionalProperties: false });
type RolesBody = Static<typeof rolesBody>;

const proposalQuery = Type.Object(
  { state: Type.Optional(Type.Enum(['open', 'decided'])) },
  { additionalProperties: false },
);

const filters = {
  kind: Type.Optional(Type.Enum([...auditKinds])),
  person: Type.Optional(shortText(60)),
  account: Type.Optional(shortText(60)),
  caseId: Type.Optional(shortText(60)),
  from: Type.Optional(Type.String({ format: 'date' })),
  to: Type.Optional(Type.String({ format: 'date' })),
};
const auditFilterQuery = Type.Object(filters, { additionalProperties: false });
type AuditFilterQuery = Static<typeof auditFilterQuery>;

const auditPageQuery = Type.Object(
  {
    ...filters,
    after: Type.Optional(shortText(40)),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|100)$', description: '1–100' })),
  },
  { additionalProperties: false },
);
type AuditPageQuery = Static<typeof auditPageQuery>;
