import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { enter, type Place, type Visit, visitOf } from '../door/index.ts';
import { ProblemError, type ProblemExtras } from '../errors.ts';
import { postsOf } from '../letters/index.ts';
import {
  accountAddress,
  accountCases,
  askToSignIn,
  closeAccount,
  removeCase,
  signInToAccount,
} from '../party-accounts/index.ts';
import { guessingLimit } from '../security/index.ts';
import { doorView, partyCaseStates } from '../views/index.ts';
import { type Dependencies, givenFor, systemActor } from '../write/index.ts';
import { statusOfParty } from './status.ts';

/**
 * The account of a party, or of somebody who acts for parties, as a JSON resource. Its session has a cookie of its own and is
 * none of the house: it opens these addresses and no other. An account is opened on the page of a case.
 */
export function registerPartyAccountApi(app: FastifyInstance, dependencies: Dependencies): void {
  const { config } = dependencies;
  const guessing = guessingLimit(config);
  const posts = postsOf(config);

  app.post<{ Body: Static<typeof contactBody> }>(
    '/api/my-cases/sign-in',
    { schema: { ...schemas.ask, body: contactBody }, config: guessing },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const asked = await askToSignIn(request, reply, request.body.contact, posts, dependencies);
      if (asked.kind === 'tooMany') throw new ProblemError('too-many-requests');
      if (asked.kind === 'malformed') throw new ProblemError('contact-unreadable');
      return reply.code(202).send({ sentIfThereIsAnAccount: true });
    },
  );

  app.post<{ Body: Static<typeof codeBody> }>(
    '/api/my-cases/session',
    { schema: { ...schemas.signIn, body: codeBody }, config: guessing },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const done = await signInToAccount(request, reply, { ...request.body, bring: false }, dependencies);
      if (done.kind === 'locked') throw new ProblemError('locked-out', retry(done.retryAfterSeconds));
      if (done.kind !== 'in') throw new ProblemError('one-time-code-wrong');
      return { signedIn: true };
    },
  );

  registerList(app, dependencies);
}

/** The list and what is done to it. */
function registerList(app: FastifyInstance, dependencies: Dependencies): void {
  const guessing = guessingLimit(dependencies.config);

  app.get<{ Querystring: Static<typeof listQuery> }>(
    '/api/my-cases',
    { schema: { ...schemas.list, querystring: listQuery } },
    async (request, reply) => {
      const visit = await accountOf(request, dependencies);
      reply.header('cache-control', 'no-store');
      return {
        address: await accountAddress(visit, dependencies),
        held: visit.places.length,
        ...(await accountCases(visit, request.query, dependencies)),
        gone: visit.gone,
      };
    },
  );

  app.post<{ Body: Static<typeof queryCodeBody> }>(
    '/api/my-cases',
    { schema: { ...schemas.add, body: queryCodeBody }, config: guessing },
    async (request, reply) => {
      await accountOf(request, dependencies, 0);
      reply.header('cache-control', 'no-store');
      const entry = await enter(request, reply, request.body.queryCode, dependencies);
      if (entry.kind === 'unknown') throw new ProblemError('query-code-unknown');
      if (entry.kind === 'otherSide') throw new ProblemError('other-side-held');
      if (entry.kind === 'full') throw new ProblemError('party-account-full');
      return reply.code(201).send({ number: entry.place.number, caseCode: entry.place.caseFile.header.code });
    },
  );

  app.get<{ Params: Static<typeof numberParams> }>(
    '/api/my-cases/:number',
    { schema: { ...schemas.one, params: numberParams } },
    async (request, reply) => {
      const place = await placeOf(request, request.params.number, dependencies);
      const { caseFile, party } = place;
      reply.header('cache-control', 'no-store');
      return {
        number: place.number,
        ...(await statusOfParty({ caseFile, party: party.id }, dependencies)),
        own: doorView(caseFile, party, await givenFor(systemActor, dependencies)),
      };
    },
  );

  app.delete<{ Params: Static<typeof numberParams> }>(
    '/api/my-cases/:number',
    { schema: { ...schemas.remove, params: numberParams } },
    async (request, reply) => {
      const visit = await accountOf(request, dependencies, 0);
      await removeCase(visit, Number(request.params.number), dependencies);
      return reply.code(204).send();
    },
  );

  app.delete('/api/my-cases/account', { schema: schemas.close }, async (request, reply) => {
    const visit = await accountOf(request, dependencies, 0);
    await closeAccount(request, reply, visit, dependencies);
    return reply.code(204).send();
  });
}

/** The account that is signed in. A session that only holds codes, and a staff session, are none. */
async function accountOf(request: FastifyRequest, dependencies: Dependencies, only?: number): Promise<Visit> {
  const visit = await visitOf(request, dependencies, only ?? null);
  if (visit?.account == null) throw new ProblemError('party-sign-in-needed');
  return visit;
}

async function placeOf(request: FastifyRequest, number: string, dependencies: Dependencies): Promise<Place> {
  const visit = await accountOf(request, dependencies, Number(number));
  const place = visit.places.find((one) => String(one.number) === number);
  if (place === undefined) throw new ProblemError('not-found');
  return place;
}

const retry = (retryAfterSeconds: number): ProblemExtras => ({ retryAfterSeconds });

const contact = Type.String({ minLength: 3, maxLength: 254, description: '邮箱或者手机号 / e-mail or mobile number' });
const contactBody = Type.Object({ contact }, { additionalProperties: false });
const codeBody = Type.Object(
  { contact, code: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
);
const queryCodeBody = Type.Object(
  { queryCode: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);
const numberParams = Type.Object({ number: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) });
const word = Type.Optional(Type.String({ maxLength: 60 }));
const listQuery = Type.Object(
  {
    state: Type.Optional(Type.Enum([...partyCaseStates])),
    side: Type.Optional(Type.Enum(['claimant', 'respondent', 'third'])),
    text: word,
    after: word,
  },
  { additionalProperties: false },
);

const tags = ['parties'];
const schemas = {
  ask: { tags, summary: '当事人账户：获取登录验证码 / Ask for a code to sign in to a party’s account' },
  signIn: { tags, summary: '当事人账户：登录 / Sign in with the code' },
  list: {
    tags,
    summary: '我的案件清单，先到期的在前 / One list of one’s cases, what is due first',
    description: '每件案件只含该当事人自己页面上的内容。 Of each case only what that party’s own page says.',
  },
  add: { tags, summary: '用查询码加入案件 / Add a case by its query code' },
  one: { tags, summary: '一件案件 / One case' },
  remove: { tags, summary: '移出清单 / Take a case off the list' },
  close: { tags, summary: '注销账户，删除联系方式 / Close the account and erase its contact' },
};
