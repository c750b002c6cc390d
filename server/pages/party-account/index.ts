import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Place, sendCode, sessionOf, tryCode, type Visit, visitOf } from '../../door/index.ts';
import { type Posts, postsOf } from '../../letters/index.ts';
import {
  accountAddress,
  accountCases,
  askToSignIn,
  closeAccount,
  codesUnderWay,
  openAccount,
  removeCase,
  signInToAccount,
} from '../../party-accounts/index.ts';
import { guessingLimit } from '../../security/index.ts';
import type { PartyCaseQuery } from '../../views/index.ts';
import type { Dependencies } from '../../write/index.ts';
import type { Notice } from '../components/index.ts';
import { sendDoorPage } from '../door/layout.ts';
import { placeOf, statusOf } from '../door/places.ts';
import { doorTexts } from '../door/texts.ts';
import { entered, type Sent } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Html } from '../html.ts';
import type { Text } from '../i18n.ts';
import { listPage } from './list-page.ts';
import { codeForm, contactForm } from './sign-in-forms.ts';
import { accountTexts as texts } from './texts.ts';

/** The pages of a party's account: signing in by a one-time code, one list of cases, opening and closing it. */
export function registerPartyAccount(app: FastifyInstance, dependencies: Dependencies): void {
  const { config } = dependencies;
  const guessing = { config: guessingLimit(config) };
  const posts = postsOf(config);
  app.addHook('onClose', codesUnderWay);

  app.get<{ Querystring: Readonly<Record<string, unknown>> }>('/my-cases', async (request, reply) => {
    const visit = await visitOf(request, dependencies);
    if (visit?.account == null) {
      return showContact(request, reply, { typed: '', error: null, done: request.query.done }, dependencies);
    }
    return showAccount(request, reply, visit, dependencies);
  });

  app.post('/my-cases/sign-in', guessing, async (request, reply) =>
    askForCode(request, reply, sentOf(request), posts, dependencies),
  );

  app.post('/my-cases/sign-in/code', guessing, async (request, reply) => {
    const sent = sentOf(request);
    if (entered(sent, 'again') !== '') return askForCode(request, reply, sent, posts, dependencies);
    const contact = entered(sent, 'contact').slice(0, 254);
    const given = { contact, code: entered(sent, 'code').slice(0, 40), bring: entered(sent, 'bring') === 'yes' };
    const done = await signInToAccount(request, reply, given, dependencies);
    if (done.kind === 'in') return reply.redirect('/my-cases', 303);
    const error =
      done.kind === 'locked' ? texts.locked : done.kind === 'gone' ? doorTexts.codeGone : doorTexts.codeWrong;
    const main = signInCode(sent, null, error, request);
    return show(request, reply, main, dependencies, done.kind === 'locked' ? 429 : 422);
  });

  app.post<{ Params: { place: string } }>('/status/:place/account', guessing, async (request, reply) => {
    const at = await placeOf(request, dependencies);
    if (at === null) return reply.redirect('/status', 303);
    if (at.visit.account !== null) return reply.redirect('/my-cases', 303);
    return openFrom(request, reply, at, posts, dependencies);
  });

  app.post<{ Params: { number: string } }>('/my-cases/:number/remove', async (request, reply) => {
    const visit = await visitOf(request, dependencies, 0);
    const { number } = request.params;
    if (visit?.account == null || !/^\d{1,9}$/.test(number)) return reply.redirect('/my-cases', 303);
    await removeCase(visit, Number(number), dependencies);
    return reply.redirect('/my-cases?done=removed', 303);
  });

  app.post('/my-cases/close', async (request, reply) => {
    const visit = await visitOf(request, dependencies, 0);
    if (visit?.account == null) return reply.redirect('/my-cases', 303);
    if (entered(sentOf(request), 'sure') !== 'yes') return reply.redirect('/my-cases?done=closeUnsure', 303);
    await closeAccount(request, reply, visit, dependencies);
    return reply.redirect('/my-cases?done=closed', 303);
  });
}

/** The list page of the account of a visit; also the answer to a code that could not be added. */
export async function showAccount(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  dependencies: Dependencies,
  problem: 'unknown' | 'otherSide' | 'full' | null = null,
): Promise<FastifyReply> {
  const asked = request.method === 'GET' ? (request.query as Readonly<Record<string, unknown>>) : {};
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name].slice(0, 120) : undefined);
  const query: PartyCaseQuery = {
    state: text('state') || 'open',
    side: text('side'),
    text: text('text'),
    after: text('after'),
  };
  const said = problem === 'otherSide' || problem === 'full' ? texts[problem] : null;
  const shown = {
    list: await accountCases(visit, query, dependencies),
    query,
    held: visit.places.length,
    gone: visit.gone,
    address: await accountAddress(visit, dependencies),
    notice: said === null ? doneNotice(asked.done) : ({ tone: 'warn', text: said } as const),
    isCodeUnknown: problem === 'unknown',
  };
  return show(request, reply, listPage(shown, request.language), dependencies, problem === null ? 200 : 422, true);
}

const doneTexts = {
  opened: { tone: 'good', text: texts.opened },
  removed: { tone: 'good', text: texts.removed },
  closeUnsure: { tone: 'warn', text: texts.closeUnsure },
  closed: { tone: 'good', text: texts.closed },
} as const satisfies Record<string, Notice>;

/** An address can make a page say that something known was done, and nothing else. */
function doneNotice(done: unknown): Notice | null {
  return Object.entries(doneTexts).find(([name]) => name === done)?.[1] ?? null;
}

async function showContact(
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, error, done }: { readonly typed: string; readonly error: Text | null; readonly done?: unknown },
  dependencies: Dependencies,
): Promise<FastifyReply> {
  const held = (await sessionOf(request, dependencies))?.held.codes ?? [];
  const main = contactForm({ typed, error, mayBring: held.length > 0 }, request.language);
  const notice = doneNotice(done);
  return show(request, reply, main, dependencies, error === null ? 200 : 422, held.length > 0, notice);
}

async function askForCode(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
  posts: Posts,
  dependencies: Dependencies,
): Promise<FastifyReply> {
  const typed = entered(sent, 'contact').slice(0, 254);
  const asked = await askToSignIn(request, reply, typed, posts, dependencies);
  if (asked.kind === 'sent') return show(request, reply, signInCode(sent, asked.shown, null, request), dependencies);
  const error = asked.kind === 'tooMany' ? texts.tooMany : texts.contactWrong;
  return showContact(request, reply, { typed, error }, dependencies);
}

function signInCode(sent: Sent, shown: string | null, error: Text | null, { language }: FastifyRequest): Html {
  const bring = entered(sent, 'bring') === 'yes' ? 'yes' : undefined;
  return codeForm(
    {
      heading: texts.signIn,
      introduction: texts.codeSentIfAny,
      action: '/my-cases/sign-in/code',
      hidden: { contact: entered(sent, 'contact').slice(0, 254), bring },
      shown,
      error,
      submitLabel: texts.enter,
      cancelHref: '/my-cases',
    },
    language,
  );
}

/** Opens an account from a case, once it is sure that the contact on file is in the hands of whoever asks. */
async function openFrom(
  request: FastifyRequest,
  reply: FastifyReply,
  { visit, place }: { readonly visit: Visit; readonly place: Place },
  posts: Posts,
  dependencies: Dependencies,
): Promise<FastifyReply> {
  const sent = sentOf(request);
  const typed = entered(sent, 'code').slice(0, 40);
  const isGiven = entered(sent, 'step') === 'give' && entered(sent, 'again') === '';
  const tried = !place.isChecked && isGiven ? await tryCode(visit, place, typed, dependencies) : null;
  if (place.isChecked || tried === 'right') {
    const isOpen = await openAccount(request, reply, { ...place, isChecked: true }, posts, dependencies);
    return isOpen
      ? reply.redirect('/my-cases?done=opened', 303)
      : show(request, reply, codeFormOf(place, null, texts.notOpened, request), dependencies, 422, true);
  }
  if (tried !== null) {
    const error =
      typed.trim() === '' ? doorTexts.codeMissing : tried === 'gone' ? doorTexts.codeGone : doorTexts.codeWrong;
    return show(request, reply, codeFormOf(place, null, error, request), dependencies, 422, true);
  }
  const { contact } = await statusOf(place, dependencies);
  const code = await sendCode(visit, place, contact.name, posts, dependencies);
  const error = code.kind === 'sent' ? null : code.kind === 'tooMany' ? doorTexts.tooMany : texts.notOpened;
  const main = codeFormOf(place, code.kind === 'sent' ? code.shown : null, error, request);
  return show(request, reply, main, dependencies, error === null ? 200 : 422, true);
}

function codeFormOf({ number }: Place, shown: string | null, error: Text | null, { language }: FastifyRequest): Html {
  return codeForm(
    {
      heading: texts.open,
      introduction: texts.openHint,
      action: `/status/${number}/account`,
      hidden: { step: 'give' },
      shown,
      error,
      submitLabel: texts.open,
      cancelHref: `/status/${number}`,
    },
    language,
  );
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  main: Html,
  { config }: Dependencies,
  status = 200,
  isIn = false,
  notice: Notice | null = null,
): FastifyReply {
  const page = { title: texts.title, main, address: '/my-cases', isIn, demo: config.demo, notice };
  return sendDoorPage(request, reply, page, status);
}
