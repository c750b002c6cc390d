import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, text } from '../../../workflows/index.ts';
import { ProblemError } from '../../errors.ts';
import type { Viewer } from '../../security/index.ts';
import type { CaseRowView } from '../../views/index.ts';
import { refusalView } from '../../views/offer-view.ts';
import { type Dependencies, execute, type Outcome } from '../../write/index.ts';
import { viewerHere } from '../administration/shared.ts';
import * as parts from '../components/index.ts';
import { dayFrom, entered, momentFrom, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import { formTexts } from '../forms/texts.ts';
import type { Frame } from '../frame.ts';
import type { Html } from '../html.ts';
import type { Language } from '../i18n.ts';
import { type CallCase, type CaseRef, callCase, casesMeant, mayLogCalls, onSide } from './call-case.ts';
import { type CallDrawing, callAddress, callCard, callOutcomes, callPage } from './call-form.ts';
import { loggedAs, loggedCall, loggedNotice, sentBefore } from './call-logged.ts';
import { quickCard } from './quick-form.ts';
import { callTexts as texts } from './texts.ts';

interface CallRoute {
  readonly Querystring: { readonly case?: string; readonly again?: string };
}

/** Logging a contact from the desk, without opening the case. */
export function registerCallPages(app: FastifyInstance, dependencies: Dependencies, frame: Frame): void {
  const pages: Pages = { dependencies, frame };

  app.get<CallRoute>(callAddress, async (request, reply) => {
    const viewer = callerHere(request, reply);
    if (viewer === null) return reply;
    const { query } = request;
    const before = typeof query.again === 'string' ? await loggedCall(query.again, viewer, dependencies) : null;
    const asked = before?.look.current.id ?? (typeof query.case === 'string' ? query.case : null);
    const known = asked === null ? null : await callCase(asked, viewer, dependencies);
    if (known === 'none') throw new ProblemError('not-found');
    const sent = before === null ? {} : sentBefore(before);
    if (known === 'closed')
      return show(pages, request, reply, { sent, errors: [{ message: texts.noProceeding }] }, 409);
    const notice = before !== null && before.fact === null ? texts.takenBack : null;
    return show(pages, request, reply, { sent, known, ...(notice === null ? {} : { notice }) }, 200);
  });

  app.post(callAddress, async (request, reply) => {
    const viewer = callerHere(request, reply);
    return viewer === null ? reply : logCall(pages, request, reply, viewer);
  });

  app.post(`${callAddress}/take-back`, async (request, reply) => {
    const viewer = callerHere(request, reply);
    return viewer === null ? reply : takeBack(pages, request, reply, viewer);
  });
}

interface Pages {
  readonly dependencies: Dependencies;
  readonly frame: Frame;
}

/** The part of the desk that logs a contact, after the sentence on what was just logged; nothing for those who never do. */
export async function callsOnDesk(
  viewer: Viewer,
  query: { readonly logged?: string },
  own: readonly CaseRowView[],
  dependencies: Dependencies,
  language: Language,
): Promise<readonly Html[]> {
  if (!mayLogCalls(viewer)) return [];
  const logged = typeof query.logged === 'string' ? await loggedCall(query.logged, viewer, dependencies) : null;
  const cards = [callCard({ ...blank(), own }, language), quickCard(viewer, language)];
  return logged === null ? cards : [loggedNotice(logged, language), ...cards];
}

function blank(): CallDrawing {
  return { sent: {}, errors: [], known: null, several: [], own: [], idempotencyKey: randomUUID() };
}

function callerHere(request: FastifyRequest, reply: FastifyReply): Viewer | null {
  const viewer = viewerHere(request, reply);
  if (viewer !== null && !mayLogCalls(viewer)) throw new ProblemError('not-allowed');
  return viewer;
}

type Shown = Partial<CallDrawing> & { readonly notice?: parts.Words };

function show({ frame }: Pages, request: FastifyRequest, reply: FastifyReply, shown: Shown, status: number) {
  const { notice, ...drawing } = shown;
  const page = callPage({ ...blank(), ...drawing }, request.language);
  const main =
    notice === undefined
      ? page
      : [parts.notice({ tone: 'info', text: notice, announce: true }, request.language), page];
  return frame.send(request, reply, { title: texts.heading, main, section: 'desk', address: callAddress }, status);
}

/** Which case is meant; or how the form comes back. */
async function caseSaid(sent: Sent, viewer: Viewer, dependencies: Dependencies): Promise<CallCase | Shown> {
  const typed = entered(sent, 'case').trim();
  const chosen = entered(sent, 'caseId');
  const meant: readonly CaseRef[] =
    chosen !== '' ? [{ id: chosen, code: '' }] : typed === '' ? [] : await casesMeant(typed, viewer, dependencies);
  const [first] = meant;
  if (meant.length > 1) return { several: meant, errors: [{ field: 'caseId', message: texts.severalCases }] };
  const known = first === undefined ? 'none' : await callCase(first.id, viewer, dependencies);
  if (known === 'none') return { errors: [{ field: 'case', message: texts.noCase }] };
  return known === 'closed' ? { errors: [{ field: 'case', message: texts.noProceeding }] } : known;
}

async function logCall(pages: Pages, request: FastifyRequest, reply: FastifyReply, viewer: Viewer) {
  const { dependencies } = pages;
  const sent = sentOf(request);
  const idempotencyKey = entered(sent, 'idempotencyKey') || randomUUID();
  const said = await caseSaid(sent, viewer, dependencies);
  if (!('look' in said)) return show(pages, request, reply, { ...said, sent, idempotencyKey }, 422);
  const whom = partySaid(sent, said);
  const outcome = entered(sent, 'outcome');
  const typed = entered(sent, 'occurredOn').trim();
  const occurredOn = typed === '' ? null : (momentFrom(typed) ?? dayFrom(typed));
  const errors: parts.FieldError[] = [
    ...('error' in whom ? [{ field: 'whom', message: whom.error }] : []),
    ...(Object.hasOwn(callOutcomes, outcome) ? [] : [{ field: 'outcome', message: texts.chooseOutcome }]),
    ...(occurredOn === undefined ? [{ field: 'occurredOn', message: formTexts.whenUnreadable }] : []),
  ];
  const back = (more: readonly parts.FieldError[], status: number) =>
    show(pages, request, reply, { known: said, sent: withParty(sent, whom), errors: more, idempotencyKey }, status);
  if (errors.length > 0 || 'error' in whom || occurredOn === undefined) return back(errors, 422);
  const isAnswer = outcome === 'agrees' || outcome === 'refuses';
  const common = {
    party: whom.party,
    channel: entered(sent, 'channel') || 'telephone',
    note: entered(sent, 'note').trim() || null,
  };
  const done = await execute(
    {
      caseId: said.look.current.id,
      type: isAnswer ? 'recordConsent' : 'recordContact',
      targetId: said.form.target.id,
      occurredOn,
      data: isAnswer ? { ...common, answer: outcome, level: '0' } : { ...common, result: outcome },
      acknowledged: [],
      evidence: null,
      idempotencyKey,
      ifMatch: null,
    },
    viewer,
    dependencies,
  );
  if (done.kind === 'done')
    return reply.redirect(`/desk?logged=${loggedAs(done.caseId, done.entries[0] ?? 0)}#main`, 303);
  return back(outcomeErrors(done), done.kind === 'refused' ? 422 : 409);
}

type Whom = { readonly party: string } | { readonly error: parts.Words };

/** A party by its side, where there is one there; by its id otherwise. */
function partySaid(sent: Sent, known: CallCase): Whom {
  const asked = entered(sent, 'whom');
  if (!asked.startsWith('side:')) {
    return known.parties.some(({ value }) => value === asked) ? { party: asked } : { error: texts.chooseWhom };
  }
  const there = onSide(known, asked === 'side:claimant' ? 'claimant' : 'respondent');
  if (there.length === 1) return { party: there[0]!.value };
  return { error: there.length === 0 ? texts.nobody : texts.severalParties };
}

/** The form that comes back asks by name. */
function withParty(sent: Sent, whom: Whom): Sent {
  return { ...sent, whom: 'party' in whom ? [whom.party] : [] };
}

function outcomeErrors(outcome: Exclude<Outcome, { readonly kind: 'done' }>): readonly parts.FieldError[] {
  if (outcome.kind === 'refused') return [refusalError(outcome.refusal)];
  if (outcome.kind === 'missing') throw new ProblemError('not-found');
  return [{ message: outcome.kind === 'keyReused' ? formTexts.keyReused : formTexts.busy }];
}

function refusalError(refusal: Refusal): parts.FieldError {
  const view = refusalView(refusal);
  const own: Readonly<Record<string, string>> = { party: 'whom', occurredOn: 'occurredOn', note: 'note' };
  const field = own[view.field ?? ''];
  const instead = view.instead === null ? {} : { instead: view.instead };
  return { message: text(view.text.zh, view.text.en), ...instead, ...(field === undefined ? {} : { field }) };
}

/** Takes an entry back and offers what it said, to be corrected. */
async function takeBack(pages: Pages, request: FastifyRequest, reply: FastifyReply, viewer: Viewer) {
  const { dependencies } = pages;
  const sent = sentOf(request);
  const logged = entered(sent, 'logged');
  const call = await loggedCall(logged, viewer, dependencies);
  if (call === null) throw new ProblemError('not-found');
  const again = `${callAddress}?again=${loggedAs(call.look.current.id, call.entry.envelope.seq)}`;
  if (call.fact === null) return reply.redirect(again, 303);
  const done = await execute(
    {
      caseId: call.look.current.id,
      type: 'withdrawContact',
      targetId: call.entry.envelope.target.id,
      occurredOn: null,
      data: { contact: call.fact, reason: entered(sent, 'reason') || 'wrongResult' },
      acknowledged: [],
      evidence: null,
      idempotencyKey: entered(sent, 'idempotencyKey') || randomUUID(),
      ifMatch: null,
    },
    viewer,
    dependencies,
  );
  if (done.kind === 'done') return reply.redirect(again, 303);
  return show(pages, request, reply, { errors: outcomeErrors(done) }, 409);
}
