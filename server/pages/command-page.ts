import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { commands, type Refusal, type Target } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { draftOf } from '../openings/index.ts';
import type { Viewer } from '../security/index.ts';
import { type FormView, formView, openingForm } from '../views/form-view.ts';
import { type Look, lookAt } from '../views/look.ts';
import { refusalView } from '../views/offer-view.ts';
import { mayKnowTarget } from '../views/visibility.ts';
import {
  actorOf,
  type CommandRequest,
  type Dependencies,
  execute,
  givenFor,
  type Outcome,
  rehearse,
} from '../write/index.ts';
import { cancelAddress, type Drawing, drawnForm } from './command-drawing.ts';
import { commandForm, fieldOf } from './command-form.ts';
import * as parts from './components/index.ts';
import { quickProposal } from './daily/quick-entry.ts';
import { forKindStarted, startAsked } from './form-start.ts';
import { bodyOf } from './forms/body.ts';
import { dayFrom, entered, momentFrom, readFields, type Sent } from './forms/read.ts';
import { carried } from './forms/sent.ts';
import { formTexts } from './forms/texts.ts';
import type { Frame } from './frame.ts';
import { liveRegion } from './live-region.ts';
import { withNotice } from './notices.ts';
import { afterOpening, asksForDuplicates, type Help, helpOpening, openingParts } from './opening/help.ts';
import { openingTexts } from './opening/texts.ts';
import { showQueryCode } from './query-code.ts';
import { refusedPage } from './refused-page.ts';
import { showSignIn, signInAddress } from './sign-in.ts';
import { signInTexts } from './texts.ts';

/** The forms of all commands, each made from its definition: opening a case, and everything done in one. */
export function registerCommandPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const pages: CommandPages = { dependencies, frame };

  app.get('/cases/new', async (request, reply) => showForm(pages, request, reply, openingAsk));
  app.post('/cases/new', async (request, reply) => answerForm(pages, request, reply, openingAsk));

  app.get<CommandRoute>('/cases/:caseId/commands/:type', async (request, reply) =>
    showForm(pages, request, reply, askOf(request)),
  );
  app.post<CommandRoute>('/cases/:caseId/commands/:type', async (request, reply) =>
    answerForm(pages, request, reply, askOf(request)),
  );
}

export interface CommandPages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
}

type CommandRoute = {
  readonly Params: { readonly caseId: string; readonly type: string };
  readonly Querystring: { readonly target?: string; readonly quick?: string };
};

/** Which command on what. */
export interface Ask {
  readonly caseId: string | null;
  readonly type: string;
  readonly targetId: string | null;
  readonly address: string;
  /** Where on the desk it was asked for; absent: on the case. */
  readonly quick?: string;
}

const openingAsk: Ask = { caseId: null, type: 'openCase', targetId: null, address: '/cases/new' };

function askOf({ params, query }: FastifyRequest<CommandRoute>): Ask {
  const { caseId, type } = params;
  const targetId = typeof query.target === 'string' ? query.target : null;
  const address = commandAddress(caseId, type, targetId);
  if (typeof query.quick !== 'string' || targetId === null) return { caseId, type, targetId, address };
  const { quick } = query;
  return { caseId, type, targetId, address: `${address}&quick=${encodeURIComponent(quick)}`, quick };
}

/** Where the form of a command stands. */
export function commandAddress(caseId: string, type: string, targetId: string | null): string {
  const path = `/cases/${encodeURIComponent(caseId)}/commands/${encodeURIComponent(type)}`;
  return targetId === null || targetId === caseId ? path : `${path}?target=${encodeURIComponent(targetId)}`;
}

/** A form as it can be shown: the command exists, its target does, and the viewer may know of both. */
export interface OpenForm {
  readonly ask: Ask;
  readonly viewer: Viewer;
  readonly form: FormView;
  /** Null for the form that opens a case. */
  readonly look: Look | null;
}

async function openForm({ dependencies }: CommandPages, viewer: Viewer, ask: Ask): Promise<OpenForm> {
  const definition = Object.hasOwn(commands, ask.type) ? commands[ask.type] : undefined;
  if (definition === undefined) throw new ProblemError('not-found');
  const actor = actorOf(viewer);
  if (ask.caseId === null) {
    const form = openingForm(await givenFor(actor, dependencies));
    if (form === null) throw new ProblemError('not-allowed');
    return { ask, viewer, form, look: null };
  }
  const look = await lookAt(ask.caseId, actor, dependencies);
  const id = definition.target === 'case' ? ask.caseId : (ask.targetId ?? '');
  const target: Target = { kind: definition.target, id };
  if (look === null || !mayKnowTarget(look.current, target, look.given)) throw new ProblemError('not-found');
  const form = formView(look, ask.type, target);
  if (form === null) throw new ProblemError('not-allowed');
  return { ask, viewer, form, look };
}

async function showForm(pages: CommandPages, request: FastifyRequest, reply: FastifyReply, ask: Ask) {
  const { viewer } = request;
  if (viewer === null) return reply.redirect(signInAddress(ask.address), 303);
  const open = await openForm(pages, viewer, ask);
  const { offer, label } = open.form;
  if (offer?.allowed === 'no' && offer.refusal !== null) {
    const refusal = { title: label, refusal: offer.refusal, back: cancelAddress(open) };
    return refusedPage(pages.frame, request, reply, refusal);
  }
  const draft = ask.caseId === null ? await draftAsked(request, viewer, pages) : {};
  const start = startAsked(request.url, open.form);
  const form = open.look === null ? open.form : forKindStarted(open.form, start, open.look.given);
  return again(pages, request, reply, { ...open, form }, { sent: { ...proposed(open), ...start, ...draft } }, 200);
}

/** What a draft that is gone on with says. */
async function draftAsked({ url }: FastifyRequest, viewer: Viewer, { dependencies }: CommandPages): Promise<Sent> {
  const id = new URL(url, 'http://here.invalid').searchParams.get('draft');
  return id === null ? {} : { ...(await draftOf(viewer, id, dependencies)).typed, draft: [id] };
}

/** What a fresh form proposes: today, or now; from the desk also what the record says. */
function proposed({ ask, form, look }: OpenForm): Sent {
  const quick = look === null ? {} : quickProposal(ask.quick, form, look);
  if (form.occurredOn === null) return quick;
  return { occurredOn: [form.occurredOn.precision === 'day' ? form.today : form.minute], ...quick };
}

async function answerForm(pages: CommandPages, request: FastifyRequest, reply: FastifyReply, ask: Ask) {
  const { dependencies, frame } = pages;
  const body = await bodyOf(request, dependencies);
  const { viewer } = request;
  if (viewer === null) {
    const carry = carried(body.sent);
    return showSignIn(frame, request, reply, { to: ask.address, carry, cast: null, because: signInTexts.expired });
  }
  const open = await openForm(pages, viewer, ask);
  const read = readFields(open.form.fields, body.sent, body.files);
  const sent = { ...ownParts(body.sent), ...read.kept };
  const addsRow = Object.keys(body.sent).some((name) => name.startsWith('addRow:'));
  if (addsRow || entered(body.sent, 'resume') !== '') return again(pages, request, reply, open, { sent }, 200);
  const help = ask.caseId === null ? await helpOpening(viewer, body.sent, sent, dependencies) : null;
  if (help !== null) return helped(pages, request, reply, open, help);
  const problems = [...dateProblems(open, body.sent), ...read.problems];
  if (problems.length > 0) return again(pages, request, reply, open, { sent, errors: problems }, 422);
  const asked = requestOf(open, sent, read.data);
  if (ask.caseId === null && asksForDuplicates(body.sent)) {
    const rehearsed = await rehearse({ ...asked, acknowledged: [] }, viewer, dependencies);
    if (rehearsed.kind === 'refused') return refused(pages, request, reply, open, sent, rehearsed.refusal);
    return again(pages, request, reply, open, { sent, opening: { notice: openingTexts.nothingFound } }, 200);
  }
  const outcome = await execute(asked, viewer, dependencies);
  if (outcome.kind === 'done' && ask.caseId === null) {
    const done = await afterOpening(outcome.caseId, viewer, sent, dependencies);
    return reply.redirect(withNotice(`/cases/${encodeURIComponent(outcome.caseId)}`, done), 303);
  }
  return answerOutcome(pages, request, reply, open, sent, outcome);
}

function helped(pages: CommandPages, request: FastifyRequest, reply: FastifyReply, open: OpenForm, help: Help) {
  if (help.kind === 'redirect') return reply.redirect(help.to, 303);
  return again(pages, request, reply, open, help.drawing, help.status);
}

/** The parts of a form that belong to no field of the command. */
function ownParts(sent: Sent): Sent {
  const names = ['occurredOn', 'evidence', 'acknowledged', 'idempotencyKey', 'revision', 'draft', 'like', 'carry'];
  return Object.fromEntries(names.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
}

function dateProblems({ form }: OpenForm, sent: Sent): readonly parts.FieldError[] {
  const typed = entered(sent, 'occurredOn').trim();
  if (form.occurredOn === null || typed === '' || readDate(typed) !== undefined) return [];
  return [{ field: 'occurredOn', message: formTexts.whenUnreadable }];
}

function readDate(typed: string): string | undefined {
  return momentFrom(typed) ?? dayFrom(typed) ?? /^\d{4}-\d{2}$/.exec(typed)?.[0];
}

function requestOf({ ask, form }: OpenForm, sent: Sent, data: unknown): CommandRequest {
  const revision = entered(sent, 'revision');
  return {
    caseId: ask.caseId,
    type: form.type,
    targetId: form.target.kind === 'case' ? null : form.target.id,
    occurredOn: form.occurredOn === null ? null : (readDate(entered(sent, 'occurredOn').trim()) ?? null),
    data,
    acknowledged: sent.acknowledged ?? [],
    evidence: entered(sent, 'evidence').trim() || null,
    idempotencyKey: entered(sent, 'idempotencyKey') || randomUUID(),
    ifMatch: /^\d{1,12}$/.test(revision) ? Number(revision) : null,
  };
}

async function answerOutcome(
  pages: CommandPages,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenForm,
  sent: Sent,
  outcome: Outcome,
) {
  const { type } = open.form;
  switch (outcome.kind) {
    case 'done':
      if (type === 'issueQueryCode') return showQueryCode(pages, request, reply, open, sent, outcome);
      return reply.redirect(withNotice(await whereNext(pages, open, outcome.caseId), type), 303);
    case 'refused':
      return refused(pages, request, reply, open, sent, outcome.refusal);
    case 'missing':
      throw new ProblemError('not-found');
    case 'stale': {
      const { revision: _seen, ...rest } = sent;
      return again(pages, request, reply, open, { sent: rest, staleSince: outcome.since }, 412);
    }
    case 'keyReused': {
      const { idempotencyKey: _used, ...rest } = sent;
      return again(pages, request, reply, open, { sent: rest, errors: [{ message: formTexts.keyReused }] }, 422);
    }
    case 'busy':
      return again(pages, request, reply, open, { sent, errors: [{ message: formTexts.busy }] }, 409);
  }
}

const statuses = { forbidden: 403, conflict: 409, invalid: 422, acknowledge: 409 } as const;

/** A refusal stands at its field and on top, with article and way out; warnings wait to be read. */
function refused(
  pages: CommandPages,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenForm,
  sent: Sent,
  refusal: Refusal,
) {
  const status = statuses[refusal.status];
  const view = refusalView(refusal);
  if (refusal.status === 'acknowledge')
    return again(pages, request, reply, open, { sent, warnings: view.warnings }, status);
  const field = fieldOf(view, open.form);
  const error = { message: view.text, ...parts.lawOf(view, request.language), ...(field === null ? {} : { field }) };
  return again(pages, request, reply, open, { sent, errors: [error] }, status);
}

/** Where a person goes after a command: on to the packet that was prepared or answered, else to the case. */
async function whereNext(
  { dependencies }: CommandPages,
  { ask, form, look }: OpenForm,
  caseId: string,
): Promise<string> {
  if (ask.quick !== undefined) return '/desk';
  const page = `/cases/${encodeURIComponent(caseId)}`;
  if (form.target.kind === 'handoff' && form.type !== 'discardHandoff') return `${page}/handoffs/${form.target.id}`;
  if (form.type !== 'prepareHandoff') return page;
  const caseFile = await dependencies.store.load(caseId);
  const prepared = Object.keys(caseFile?.handoffs ?? {}).find((id) => look?.current.handoffs[id] === undefined);
  return prepared === undefined ? page : `${page}/handoffs/${prepared}`;
}

async function again(
  { dependencies, frame }: CommandPages,
  request: FastifyRequest,
  reply: FastifyReply,
  open: OpenForm,
  drawing: Drawing,
  status: number,
) {
  const { language } = request;
  const drawn = await drawnForm(open, drawing, language, dependencies);
  const opening = open.look === null ? await openingParts(open.viewer, drawing, language, dependencies) : {};
  const form = commandForm({ ...drawn, ...opening });
  const main = open.look === null ? form : [liveRegion(open.look, 'form', language), form];
  const section = open.ask.caseId === null ? 'openCase' : 'desk';
  return frame.send(request, reply, { title: open.form.label, main, section, address: open.ask.address }, status);
}
