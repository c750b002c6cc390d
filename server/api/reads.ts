import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type CaseMoment, commands, type Target } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { requireViewer } from '../security/index.ts';
import {
  caseCompetenceViews,
  caseListView,
  caseTriageViews,
  caseView,
  clockViews,
  conferenceViews,
  deskView,
  type FieldView,
  fileViews,
  formView,
  goodsView,
  handoffInbox,
  handoffViews,
  itemViews,
  knownPage,
  type Look,
  letterViews,
  lookAt,
  narrowed,
  offerViews,
  orderViews,
  relatedView,
  searchView,
  timelineFilterOf,
  timelineView,
} from '../views/index.ts';
import { actorOf, type Dependencies, momentOf } from '../write/index.ts';
import { momentAsked, sendTagged } from './answers.ts';
import {
  type CaseParams,
  type ChoiceParams,
  type CommandParams,
  caseParams,
  choiceParams,
  commandParams,
  type ItemParams,
  itemParams,
  type ListQuery,
  listQuery,
  type MomentQuery,
  momentQuery,
  type SearchBody,
  searchBody,
  type TargetQuery,
  type TimelineQuery,
  targetQuery,
  timelineQuery,
} from './schemas.ts';

/** How many choices stand in a form itself; more are behind a URL. */
const choicesInline = 30;

/** Reading cases: what one viewer may see, logged outside the reply. */
export function registerReads(app: FastifyInstance, dependencies: Dependencies): void {
  const tags = ['cases'];
  app.get<{ Querystring: ListQuery }>(
    '/api/cases',
    { schema: { tags, summary: '案件列表 / List cases', querystring: listQuery } },
    async (request) => {
      const { after = null, limit = '20', ...query } = request.query;
      const page = { after, limit: Number(limit) };
      const { scope = query.box === undefined ? 'open' : 'all' } = query;
      return knownPage(caseListView(actorOf(requireViewer(request)), { ...query, scope }, page, dependencies));
    },
  );
  app.post<{ Body: SearchBody }>(
    '/api/cases/search',
    {
      schema: {
        tags,
        summary: '查找案件 / Find cases',
        description:
          '不改变任何内容；词语只在正文中，不在网址里。 Changes nothing; words stand in the body, in no address.',
        body: searchBody,
      },
    },
    async (request) => {
      const { text: typed, after = null, limit = '20' } = request.body;
      const asked = { text: typed, after, limit: Number(limit) };
      return knownPage(searchView(actorOf(requireViewer(request)), asked, dependencies));
    },
  );
  // Where words once stood in the address: whoever still asks there is told where they belong.
  app.get('/api/search', { schema: { hide: true } }, async () => {
    throw new ProblemError('words-in-address');
  });
  app.get<{ Params: CaseParams; Querystring: MomentQuery }>(
    '/api/cases/:id',
    { schema: { tags, summary: '案件 / A case', params: caseParams, querystring: momentQuery } },
    async (request, reply) => {
      const look = await seen(request, dependencies, 'case', momentAsked(request.query));
      return sendTagged(request, reply, caseView(look));
    },
  );
  registerSections(app, dependencies);
  registerForms(app, dependencies);
  registerFiles(app, dependencies);
  app.get('/api/handoffs', { schema: { tags, summary: '移送收件箱 / Handoff inbox' } }, async (request) =>
    handoffInbox(actorOf(requireViewer(request)), dependencies),
  );
  app.get('/api/desk', { schema: { tags, summary: '案件台 / The desk' } }, async (request) =>
    deskView(actorOf(requireViewer(request)), dependencies),
  );
}

/** The look behind a reply, logged as seen. Throws 404 for a case that the viewer may not know of. */
async function seen(
  request: FastifyRequest<{ Params: CaseParams }>,
  dependencies: Dependencies,
  what: string,
  moment: CaseMoment | null = null,
): Promise<Look> {
  const looking = { moment, what, reason: reasonOf(request) };
  const look = await lookAt(request.params.id, actorOf(requireViewer(request)), dependencies, looking);
  if (look === null) throw new ProblemError('not-found');
  return look;
}

/** The reason of a reader who must give one: percent-encoded in a header, because addresses are kept in many places. */
function reasonOf({ headers }: FastifyRequest): string | null {
  const sent = headers['jiefen-reason'];
  if (typeof sent !== 'string') return null;
  try {
    return decodeURIComponent(sent).slice(0, 200);
  } catch {
    throw new ProblemError('bad-request');
  }
}

/** The sections of a case, each by itself, now or as it stood. */
function registerSections(app: FastifyInstance, dependencies: Dependencies): void {
  const tags = ['cases'];
  const parts = {
    handoffs: { summary: '移送 / Handoffs', view: handoffViews },
    clocks: { summary: '期限 / Clocks', view: clockViews },
    orders: { summary: '行政裁决的责令事项 / Orders of administrative rulings', view: orderViews },
    conferences: { summary: '会商和联合行动 / Conferences and joint action', view: conferenceViews },
    items: { summary: '材料 / Items', view: itemViews },
    papers: { summary: '案卷材料是否齐全 / Which papers are due, there and missing', view: fileViews },
    letters: { summary: '通知及送达记录 / Letters and their service', view: letterViews },
    triage: { summary: '可走的途径 / Ways that are open', view: caseTriageViews },
    jurisdiction: { summary: '有权办理的机构 / Competent bodies', view: caseCompetenceViews },
    commands: {
      summary: '可办理的操作及不可办理的理由 / Commands, and why the rest is not possible',
      view: offerViews,
    },
  };
  for (const [part, { summary, view }] of Object.entries(parts)) {
    app.get<{ Params: CaseParams; Querystring: MomentQuery }>(
      `/api/cases/:id/${part}`,
      { schema: { tags, summary, params: caseParams, querystring: momentQuery } },
      async (request, reply) => {
        const look = await seen(request, dependencies, part, momentAsked(request.query));
        return sendTagged(request, reply, { rows: view(look) });
      },
    );
  }
  app.get<{ Params: CaseParams; Querystring: TimelineQuery }>(
    '/api/cases/:id/timeline',
    { schema: { tags, summary: '卷宗时间线 / Timeline', params: caseParams, querystring: timelineQuery } },
    async (request, reply) => {
      const { query } = request;
      const look = await seen(request, dependencies, 'timeline', momentAsked(query));
      return sendTagged(request, reply, { rows: narrowed(timelineView(look), timelineFilterOf(query)) });
    },
  );
  app.get<{ Params: CaseParams; Querystring: MomentQuery }>(
    '/api/cases/:id/goods',
    {
      schema: {
        tags,
        summary: '涉案物品及保管流转 / Goods and their custody',
        params: caseParams,
        querystring: momentQuery,
      },
    },
    async (request, reply) =>
      sendTagged(request, reply, goodsView(await seen(request, dependencies, 'goods', momentAsked(request.query)))),
  );
  app.get<{ Params: CaseParams }>(
    '/api/cases/:id/related',
    { schema: { tags, summary: '关联案件及提示 / Related cases and hints', params: caseParams } },
    async (request) => relatedView(await seen(request, dependencies, 'related'), dependencies.store),
  );
}

function registerForms(app: FastifyInstance, dependencies: Dependencies): void {
  const tags = ['commands'];
  app.get<{ Params: CommandParams; Querystring: TargetQuery }>(
    '/api/cases/:id/commands/:type',
    {
      schema: {
        tags,
        summary: '操作表单及选项 / A command with its choices',
        params: commandParams,
        querystring: targetQuery,
      },
    },
    async (request) => {
      const form = await formAsked(request, dependencies);
      const { id, type } = request.params;
      const { target } = request.query;
      const query = target === undefined ? '' : `?target=${target}`;
      const href = (field: string) => `/api/cases/${id}/commands/${type}/choices/${field}${query}`;
      return { ...form, fields: form.fields.map((field) => shortened(field, field.name, href)) };
    },
  );
  app.get<{ Params: ChoiceParams; Querystring: TargetQuery }>(
    '/api/cases/:id/commands/:type/choices/:field',
    {
      schema: {
        tags,
        summary: '一个栏目的全部选项 / All choices of a field',
        params: choiceParams,
        querystring: targetQuery,
      },
    },
    async (request) => {
      const { fields } = await formAsked(request, dependencies);
      const field = request.params.field
        .split('.')
        .reduce<FieldView | undefined>(
          (at, name, index) => (index === 0 ? fields.find((one) => one.name === name) : columnOf(at, name)),
          undefined,
        );
      if (field?.choices == null) throw new ProblemError('not-found');
      return { rows: field.choices };
    },
  );
}

function columnOf(field: FieldView | undefined, name: string): FieldView | undefined {
  return field?.control.kind === 'rows' ? field.control.fields.find((one) => one.name === name) : undefined;
}

async function formAsked(
  request: FastifyRequest<{ Params: CommandParams; Querystring: TargetQuery }>,
  dependencies: Dependencies,
) {
  const look = await seen(request, dependencies, 'form');
  const { id, type } = request.params;
  const kind = commands[type]?.target ?? 'case';
  const target: Target = { kind, id: kind === 'case' ? id : (request.query.target ?? '') };
  const form = formView(look, type, target);
  if (form === null) throw new ProblemError('not-found');
  return form;
}

/** A field with at most thirty choices inline. */
function shortened(field: FieldView, path: string, href: (path: string) => string): object {
  const { control, choices } = field;
  const inner =
    control.kind === 'rows'
      ? { control: { ...control, fields: control.fields.map((one) => shortened(one, `${path}.${one.name}`, href)) } }
      : {};
  if (choices === null || choices.length <= choicesInline) return { ...field, ...inner };
  return { ...field, ...inner, choices: choices.slice(0, choicesInline), choicesHref: href(path) };
}

function registerFiles(app: FastifyInstance, dependencies: Dependencies): void {
  app.get<{ Params: ItemParams }>(
    '/api/cases/:id/items/:item/file',
    { schema: { tags: ['items'], summary: '下载材料 / Download an item', params: itemParams } },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const look = await lookAt(request.params.id, actorOf(viewer), dependencies, {
        what: 'item',
        reason: reasonOf(request),
      });
      const item = look?.current.items[request.params.item];
      if (!look || item === undefined || !look.visible.item(item.id)) throw new ProblemError('not-found');
      const content = item.sha256 === null ? undefined : await dependencies.files.read(`sha-256:${item.sha256}`);
      if (content === undefined) throw new ProblemError('not-found');
      const { readLog, now } = dependencies;
      const read = { person: viewer.accountId, caseId: look.current.id, what: 'file', thing: item.id, reason: null };
      readLog.note({ ...read, readAt: momentOf(now()) });
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(item.title)}`)
        .header('x-content-type-options', 'nosniff')
        .type(item.mediaType ?? 'application/octet-stream')
        .send(content);
    },
  );
}
