import type { FastifyInstance } from 'fastify';
import { absorbedInto, type CaseFile, codeStands, type Id, isSamePerson } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import { guessingLimit } from '../security/index.ts';
import { type PublicStatusView, publicStatusView } from '../views/index.ts';
import { type Dependencies, givenIn, momentOf, queryCodeHash, systemActor } from '../write/index.ts';
import { type StatusBody, statusBody } from './schemas.ts';

/** The public status of a party, by its query code. In the body, never in an address: addresses are kept in many places. */
export function registerStatus(app: FastifyInstance, dependencies: Dependencies): void {
  app.post<{ Body: StatusBody }>(
    '/api/status',
    {
      schema: { tags: ['public'], summary: '凭查询码查看进度 / Status by query code', body: statusBody },
      config: guessingLimit(dependencies.config),
    },
    async (request, reply) => {
      const answer = await answerTo(request.body.code, dependencies);
      if (answer === null) throw new ProblemError('query-code-unknown');
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer);
    },
  );
}

/** A status as it is sent, and the minute in which it is true. */
interface Answer {
  readonly minute: string;
  readonly json: string;
}

/** Case files never change in place, and nothing but the case and the minute changes what its parties are told. */
const answersOf = new WeakMap<CaseFile, Map<Id, Answer>>();

/** What a code opens, as JSON; null for a code that is malformed, unknown or replaced: these are not told apart. */
async function answerTo(code: string, dependencies: Dependencies): Promise<string | null> {
  const { store, keys, now } = dependencies;
  const found = await store.loadByQueryCode(queryCodeHash(keys, code));
  if (found === null) return null;
  const { caseFile, party } = found;
  const minute = momentOf(now()).slice(0, 16);
  const known = answersOf.get(caseFile)?.get(party);
  if (known?.minute === minute) return known.json;
  // As `openedByCode` asks it, but once for a state of the case: it is the same as long as the answer is.
  const view = codeStands(caseFile, party) ? await statusOfParty(found, dependencies) : null;
  if (view === null) return null;
  const json = JSON.stringify(view);
  // Where the case goes on in another, that one may change without this one.
  if (view.continuesIn === undefined) {
    const answers = answersOf.get(caseFile) ?? new Map<Id, Answer>();
    answersOf.set(caseFile, answers.set(party, { minute, json }));
  }
  return json;
}

/** What a party that was found by its code is told; null for somebody who is no party of the case. */
export async function statusOfParty(
  found: { readonly caseFile: CaseFile; readonly party: string },
  dependencies: Dependencies,
): Promise<PublicStatusView | null> {
  const { store } = dependencies;
  const given = givenIn(dependencies.town, systemActor, dependencies);
  const own = publicStatusView(found.caseFile, found.party, given);
  const went = await whereItWent(found.caseFile, found.party, store);
  if (own === null || went === null) return own;
  const there = went.party === null ? null : publicStatusView(went.caseFile, went.party, given);
  return { ...(there ?? own), caseCode: own.caseCode, continuesIn: went.caseFile.header.code };
}

/** The case that absorbed this one, and who the party is there; null for a case that goes its own way. */
async function whereItWent(
  caseFile: CaseFile,
  party: string,
  { load }: Pick<Dependencies['store'], 'load'>,
): Promise<{ readonly caseFile: CaseFile; readonly party: string | null } | null> {
  const self = caseFile.parties[party];
  let at = caseFile;
  // A case that absorbed another may have been absorbed in turn; more than a few times would be a circle.
  for (let step = 0; step < 5; step += 1) {
    const pointer = absorbedInto(at);
    const next = pointer === null ? null : await load(pointer.other);
    if (next === null) break;
    at = next;
  }
  if (at === caseFile || self === undefined) return null;
  const there = Object.values(at.parties).find((one) => one.side === self.side && isSamePerson(one, self));
  return { caseFile: at, party: there?.id ?? null };
}
