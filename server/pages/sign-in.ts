import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { problems } from '../errors.ts';
import {
  acceptLink,
  clearSessionCookie,
  guessingLimit,
  type OpenedLink,
  openLink,
  passSecondFactor,
  type SignInRefusal,
  type SignInResult,
  sessionToken,
  setSessionCookie,
  signIn,
  signInDependencies,
  signOut,
} from '../security/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import * as parts from './components/index.ts';
import { entered, type Sent } from './forms/read.ts';
import { addressHere, sentOf, uncarried } from './forms/sent.ts';
import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';
import { type Language, say, type Text, t } from './i18n.ts';
import { links } from './layout.ts';
import { withNotice } from './notices.ts';
import { signInTexts } from './texts.ts';

/** A person of the demonstration, as the sign-in page lists them. */
export interface DemoLogin {
  readonly login: string;
  readonly name: string;
  readonly role: Text;
  readonly organisation: Text | null;
}

/** The people of the demonstration and the one password of all of them. */
export interface DemoCast {
  readonly password: string;
  readonly logins: readonly DemoLogin[];
}

/** Sign-in, second factor, one-time link and sign-out. */
export function registerSignInPages(
  app: FastifyInstance,
  dependencies: Dependencies,
  frame: Frame,
  cast: DemoCast | null,
): void {
  const { config } = dependencies;
  const own = signInDependencies(dependencies);
  const guessing = { config: guessingLimit(config) };
  const replacing = (request: FastifyRequest) => {
    const token = sessionToken(request, config);
    return token === undefined ? {} : { replacing: token };
  };
  const shown = config.demo ? cast : null;

  app.get('/sign-in', async (request, reply) => {
    const to = addressHere(queryText(request, 'to'));
    if (request.viewer !== null) return reply.redirect(to, 303);
    return showSignIn(frame, request, reply, { to, carry: '', cast: shown });
  });

  app.post('/sign-in', guessing, async (request, reply) => {
    const sent = sentOf(request);
    const given = { login: entered(sent, 'login').slice(0, 64), password: entered(sent, 'password').slice(0, 512) };
    const result = await signIn(own, { ...given, address: request.ip, ...replacing(request) });
    if (!result.ok)
      return showSignIn(frame, request, reply, { ...waysOn(sent), login: given.login, refusal: result, cast: shown });
    return goOn(frame, request, reply, result, sent, dependencies);
  });

  app.post('/sign-in/code', guessing, async (request, reply) => {
    const sent = sentOf(request);
    const account = request.awaitsSecondFactor;
    if (account === null) return showSignIn(frame, request, reply, { ...waysOn(sent), cast: shown });
    const given = { account, code: entered(sent, 'code').slice(0, 16), address: request.ip };
    const result = await passSecondFactor(own, { ...given, replacing: sessionToken(request, config) ?? '' });
    if (!result.ok) return showCode(frame, request, reply, sent, result);
    return goOn(frame, request, reply, result, sent, dependencies);
  });

  app.get<{ Params: { token: string } }>('/link/:token', guessing, async (request, reply) => {
    const opened = await openLink(own, request.params.token);
    return opened === undefined ? linkGone(frame, request, reply) : showLink(frame, request, reply, opened);
  });

  app.post<{ Params: { token: string } }>('/link/:token', guessing, async (request, reply) => {
    const sent = sentOf(request);
    const { token } = request.params;
    const opened = await openLink(own, token);
    if (opened === undefined) return linkGone(frame, request, reply);
    const isTypedTwice = entered(sent, 'password') === entered(sent, 'again');
    const given = {
      token,
      password: entered(sent, 'password').slice(0, 512),
      code: entered(sent, 'code').slice(0, 16),
    };
    const error = isTypedTwice ? await acceptLink(own, given) : ({ ok: false, code: 'not-the-same' } as const);
    if (!error.ok) return showLink(frame, request, reply, opened, error.code);
    return reply.redirect(withNotice(links.signIn, 'passwordSet'), 303);
  });

  app.post('/sign-out', async (request, reply) => {
    await signOut(own, sessionToken(request, config));
    clearSessionCookie(reply, config);
    return reply.redirect(withNotice(links.signIn, 'signedOut'), 303);
  });
}

/** What a sign-in leads on to: an address and, when a form was open, what had been entered in it. */
interface WaysOn {
  readonly to: string;
  readonly carry: string;
}

interface SignInForm extends WaysOn {
  readonly cast: DemoCast | null;
  readonly login?: string;
  readonly refusal?: SignInRefusal;
  /** Why somebody has to sign in who had not asked to. */
  readonly because?: Text;
}

function waysOn(sent: Sent): WaysOn {
  return { to: addressHere(entered(sent, 'to') || undefined), carry: entered(sent, 'carry') };
}

function queryText(request: FastifyRequest, name: string): string | undefined {
  const value = new URL(request.url, 'http://here.invalid').searchParams.get(name);
  return value ?? undefined;
}

/** The sign-in page; also the answer to a form whose sender's session had ended, with what was entered kept. */
export async function showSignIn(frame: Frame, request: FastifyRequest, reply: FastifyReply, form: SignInForm) {
  const { language } = request;
  const errors = form.refusal === undefined ? [] : [refusalError(form.refusal)];
  const because = form.because === undefined ? undefined : parts.notice({ tone: 'info', text: form.because }, language);
  const main = html`${because}${parts.formPage(
    {
      heading: signInTexts.heading,
      action: links.signIn,
      errors,
      hidden: { to: form.to, carry: form.carry || undefined },
      submitLabel: t.signIn,
      fields: [
        parts.textField(
          {
            name: 'login',
            label: signInTexts.login,
            autocomplete: 'username',
            value: form.login ?? '',
            width: 'short',
            required: true,
          },
          language,
        ),
        parts.textField(
          {
            name: 'password',
            label: signInTexts.password,
            type: 'password',
            autocomplete: 'current-password',
            width: 'short',
            required: true,
          },
          language,
        ),
      ],
    },
    language,
  )}${form.cast !== null && castCard(form.cast, language)}`;
  const status =
    form.refusal === undefined ? (form.because === undefined ? 200 : 401) : problems[form.refusal.code].status;
  return frame.send(
    request,
    reply,
    { title: t.signIn, main, width: 'narrow', address: signInAddress(form.to) },
    status,
  );
}

export function signInAddress(to: string): string {
  return `${links.signIn}?to=${encodeURIComponent(to)}`;
}

function refusalError({ code, retryAfterSeconds }: SignInRefusal): parts.FieldError {
  const { title, instead } = problems[code];
  const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60);
  return {
    message: title,
    instead:
      minutes === 0
        ? instead
        : { zh: `请约 ${minutes} 分钟后再试。${instead.zh}`, en: `Try again in about ${minutes} min. ${instead.en}` },
  };
}

function castCard({ password, logins }: DemoCast, language: Language): Html {
  const table = parts.dataTable<DemoLogin>(
    {
      caption: signInTexts.cast,
      rows: logins,
      columns: [
        { label: signInTexts.login, cell: ({ login }) => html`<code>${login}</code>` },
        { label: signInTexts.person, cell: ({ name }) => name },
        { label: signInTexts.role, cell: ({ role }) => role },
        { label: signInTexts.organisation, cell: ({ organisation }) => organisation ?? undefined },
      ],
    },
    language,
  );
  const intro = html`<p>${say(signInTexts.castPassword, language)} ${parts.copyable({ text: password, label: signInTexts.password }, language)}</p>`;
  return parts.card({ heading: signInTexts.cast, content: html`${intro}${table}` }, language);
}

/** After a right password or code: ask for the code, or go where the person was going. */
async function goOn(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  result: Extract<SignInResult, { ok: true }>,
  sent: Sent,
  { config }: Dependencies,
) {
  setSessionCookie(reply, result.token, config);
  reply.header('cache-control', 'no-store');
  if (result.session.stage === 'awaitsSecondFactor') return showCode(frame, request, reply, sent);
  const { to, carry } = waysOn(sent);
  return carry === '' ? reply.redirect(to, 303) : showCarried(frame, request, reply, to, uncarried(carry));
}

async function showCode(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
  refusal?: SignInRefusal,
) {
  const { language } = request;
  const { to, carry } = waysOn(sent);
  const main = parts.formPage(
    {
      heading: signInTexts.secondFactor,
      introduction: signInTexts.secondFactorHint,
      action: `${links.signIn}/code`,
      errors: refusal === undefined ? [] : [{ field: 'code', ...refusalError(refusal) }],
      hidden: { to, carry: carry || undefined },
      submitLabel: t.signIn,
      cancelHref: links.signIn,
      fields: [codeField(language, refusal === undefined ? undefined : problems[refusal.code].title)],
    },
    language,
  );
  const status = refusal === undefined ? 200 : problems[refusal.code].status;
  return frame.send(
    request,
    reply,
    { title: signInTexts.secondFactor, main, width: 'narrow', address: signInAddress(to) },
    status,
  );
}

function codeField(language: Language, error: Text | undefined): Html {
  return parts.textField(
    {
      name: 'code',
      label: signInTexts.code,
      inputMode: 'numeric',
      autocomplete: 'one-time-code',
      width: 'short',
      maxLength: 16,
      required: true,
      ...(error === undefined ? {} : { error }),
    },
    language,
  );
}

/** Brings a person back to the form that was open when the session ended; nothing was done with it yet. */
function showCarried(frame: Frame, request: FastifyRequest, reply: FastifyReply, to: string, sent: Sent) {
  const { language } = request;
  const hidden = Object.entries(sent).flatMap(([name, texts]) =>
    texts.map((text) => html`${parts.hiddenInput(name, text)}`),
  );
  const main = html`<form class="card form" method="post" action="${to}">
    <h1>${say(signInTexts.back, language)}</h1><p>${say(signInTexts.backHint, language)}</p>
    ${hidden}<input type="hidden" name="resume" value="yes">
    <div class="form-buttons"><button class="button button-primary" type="submit">${say(signInTexts.goOn, language)}</button></div></form>`;
  return frame.send(request, reply, { title: signInTexts.back, main, width: 'narrow', address: to });
}

type LinkError = SignInRefusal['code'] | 'not-the-same';

async function showLink(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: OpenedLink,
  error?: LinkError,
) {
  const { language } = request;
  const errors = error === undefined ? [] : [linkError(error)];
  const password = (name: string, label: Text, hint?: Text) =>
    parts.textField(
      {
        name,
        label,
        type: 'password',
        autocomplete: 'new-password',
        width: 'short',
        required: true,
        ...(hint ? { hint } : {}),
        ...errorFor(errors, name),
      },
      language,
    );
  const factor = opened.secondFactor;
  const main = parts.formPage(
    {
      heading: signInTexts.link,
      introduction: html`<p>${opened.name} · <code>${opened.login}</code></p><p>${say(signInTexts.linkHint, language)}</p>`,
      action: request.url,
      errors,
      submitLabel: signInTexts.linkSubmit,
      fields: [
        password('password', signInTexts.newPassword, signInTexts.newPasswordHint),
        password('again', signInTexts.again),
        ...(factor === null
          ? []
          : [await qrField(factor, language), codeField(language, errorFor(errors, 'code').error as Text | undefined)]),
      ],
    },
    language,
  );
  return frame.send(
    request,
    reply,
    { title: signInTexts.link, main, width: 'narrow' },
    error === undefined ? 200 : 422,
  );
}

function linkError(code: LinkError): parts.FieldError {
  if (code === 'not-the-same') return { field: 'again', message: signInTexts.notTheSame };
  const { title, instead } = problems[code];
  const field = code === 'password-too-weak' ? 'password' : code === 'second-factor-wrong' ? 'code' : undefined;
  return { ...(field === undefined ? {} : { field }), message: title, instead };
}

function errorFor(errors: readonly parts.FieldError[], name: string) {
  const error = parts.errorOf(errors, name);
  return error === undefined ? {} : { error };
}

/** The secret of the authenticator as a picture to scan and as text to type. */
async function qrField(
  { secret, uri }: { readonly secret: string; readonly uri: string },
  language: Language,
): Promise<Html> {
  return html`<div class="field"><p class="label">${say(signInTexts.scan, language)}</p>
    ${await qrImage(uri, signInTexts.qr, language)}
    <p class="hint">${say(signInTexts.orType, language)}</p><p>${parts.copyable({ text: secret, label: signInTexts.secret }, language)}</p></div>`;
}

/** A QR code as an image in the page: the content security policy allows `data:` for images. */
export async function qrImage(content: string, label: Text, language: Language, size = 200): Promise<Html> {
  const svg = await QRCode.toString(content, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return parts.image({ source, label: say(label, language), size });
}

async function linkGone(frame: Frame, request: FastifyRequest, reply: FastifyReply) {
  const { title, instead, status } = problems['link-not-valid'];
  const { language } = request;
  const main = html`<div class="card"><h1>${say(title, language)}</h1><p>${say(instead, language)}</p></div>`;
  return frame.send(request, reply, { title, main, width: 'narrow', address: links.signIn }, status);
}
