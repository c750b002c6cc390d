import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account, AccountRole, Session } from '../../db/accounts.ts';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';
import { momentOf } from '../write/given.ts';
import { needsSecondFactor, type SignInDependencies } from './sign-in.ts';

/** Who is asking: signed in completely, with whatever second factor is required. */
export interface Viewer {
  readonly accountId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly roles: readonly AccountRole[];
  /** Whether this session passed a second factor. */
  readonly secondFactor: boolean;
  /** Colleagues this person stands in for today. */
  readonly standsInFor?: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for anybody who is not, or not completely, signed in. */
    viewer: Viewer | null;
    /** Whose password was right and whose code is still missing; opens nothing but the question for it. */
    awaitsSecondFactor: Account | null;
  }
}

/** Finds out for each request who is asking, from the session's row: a deleted row is a person signed out. */
export async function registerSessions(
  app: FastifyInstance,
  { accounts, ...dependencies }: SignInDependencies,
  config: Config,
): Promise<void> {
  await app.register(fastifyCookie);
  app.decorateRequest('viewer', null);
  app.decorateRequest('awaitsSecondFactor', null);
  const findViewer = async (request: FastifyRequest, token: string) => {
    const session = await accounts.session(token, config.session);
    if (!session) return;
    if (session.stage === 'awaitsSecondFactor') request.awaitsSecondFactor = session.account;
    else request.viewer = await viewerOfSession(session, { ...dependencies, config });
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const token = sessionToken(request, config);
    // The public page is asked by people without a session: they do not wait for one to be looked up.
    if (token === undefined) done();
    else findViewer(request, token).then(() => done(), done);
  });
}

/** Whom a session lets in now; null while its sign-in is not complete, or for somebody without a role. */
export async function viewerOfSession(
  { account, stage, secondFactor }: Session,
  { standIns, now, config }: Pick<SignInDependencies, 'standIns' | 'now'> & { readonly config: Pick<Config, 'demo'> },
): Promise<Viewer | null> {
  if (stage === 'awaitsSecondFactor' || account.roles.length === 0) return null;
  if (!secondFactor && needsSecondFactor(account, config.demo)) return null;
  const standsInFor = await standIns.personsOf(account.id, momentOf(now()).slice(0, 10));
  return viewerOf(account, secondFactor, standsInFor);
}

/** The viewer, or the problem that somebody has to sign in (further) first. */
export function requireViewer(request: FastifyRequest): Viewer {
  if (request.viewer) return request.viewer;
  throw new ProblemError(request.awaitsSecondFactor ? 'second-factor-needed' : 'sign-in-needed');
}

/** The viewer that an account becomes once its sign-in is complete. */
export function viewerOf(
  { id, name, organisationId, roles }: Account,
  secondFactor: boolean,
  standsInFor: readonly string[] = [],
): Viewer {
  const viewer = { accountId: id, name, organisationId, roles, secondFactor };
  return standsInFor.length === 0 ? viewer : { ...viewer, standsInFor };
}

/** The session cookie the browser sent. */
export function sessionToken(request: FastifyRequest, config: Config): string | undefined {
  return request.cookies[cookieName(config)];
}

/** Gives the browser its session cookie: not readable by scripts, not sent along from other sites, gone with the browser. */
export function setSessionCookie(reply: FastifyReply, token: string, config: Config): void {
  reply.setCookie(cookieName(config), token, cookieOptions(config));
}

/** Takes the session cookie back. */
export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), cookieOptions(config));
}

/** With https the browser itself then refuses a cookie that a neighbouring or unencrypted site tries to plant. */
function cookieName(config: Config): string {
  return config.secureCookies ? '__Host-jiefen-session' : 'jiefen-session';
}

function cookieOptions(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies } as const;
}
