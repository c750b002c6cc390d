// Brings the types of `tags` and `summary` in route schemas.
import type {} from '@fastify/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Config } from '../config.ts';
import { ProblemError } from '../errors.ts';
import { guessingLimit } from './rate-limit.ts';
import { clearSessionCookie, sessionToken, setSessionCookie, viewerOf } from './session.ts';
import { passSecondFactor, type SignInDependencies, type SignInResult, signIn, signOut } from './sign-in.ts';

/** The session as a JSON resource: look, sign in, give the code, sign out. */
export function registerSessionRoutes(app: FastifyInstance, dependencies: SignInDependencies, config: Config): void {
  const replacing = (request: FastifyRequest) => {
    const token = sessionToken(request, config);
    return token === undefined ? {} : { replacing: token };
  };

  app.get('/api/session', { schema: schemas.look }, async (request) => ({
    viewer: request.viewer,
    awaitsSecondFactor: request.awaitsSecondFactor !== null,
  }));

  app.post<{ Body: SignInBody }>(
    '/api/session',
    { schema: schemas.signIn, config: guessingLimit(config) },
    async (request, reply) => {
      const given = { ...request.body, address: request.ip, ...replacing(request) };
      return answer(await signIn(dependencies, given), reply, config);
    },
  );

  app.post<{ Body: SecondFactorBody }>(
    '/api/session/second-factor',
    { schema: schemas.secondFactor, config: guessingLimit(config) },
    async (request, reply) => {
      const account = request.awaitsSecondFactor;
      if (!account) throw new ProblemError('sign-in-needed');
      const token = sessionToken(request, config) ?? '';
      const given = { account, code: request.body.code, address: request.ip, replacing: token };
      return answer(await passSecondFactor(dependencies, given), reply, config);
    },
  );

  app.delete('/api/session', { schema: schemas.signOut }, async (request, reply) => {
    await signOut(dependencies, sessionToken(request, config));
    clearSessionCookie(reply, config);
    return reply.code(204).send();
  });
}

function answer(result: SignInResult, reply: FastifyReply, config: Config) {
  if (!result.ok) {
    const { code, retryAfterSeconds } = result;
    throw new ProblemError(code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  }
  setSessionCookie(reply, result.token, config);
  reply.header('cache-control', 'no-store');
  const isSignedIn = result.session.stage === 'signedIn';
  return {
    viewer: isSignedIn ? viewerOf(result.account, result.session.secondFactor) : null,
    awaitsSecondFactor: !isSignedIn,
  };
}

const signInBody = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 64 }), password: Type.String({ minLength: 1, maxLength: 512 }) },
  { additionalProperties: false },
);
type SignInBody = Static<typeof signInBody>;

const secondFactorBody = Type.Object(
  { code: Type.String({ minLength: 6, maxLength: 16 }) },
  { additionalProperties: false },
);
type SecondFactorBody = Static<typeof secondFactorBody>;

const tags = ['session'];
const schemas = {
  look: { tags, summary: '当前登录 / Who is signed in' },
  signIn: { tags, summary: '登录 / Sign in with login and password', body: signInBody },
  secondFactor: { tags, summary: '输入动态验证码 / Give the code of the authenticator', body: secondFactorBody },
  signOut: { tags, summary: '退出 / Sign out' },
};
