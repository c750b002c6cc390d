import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { enter, leave, mayRate, offeredActs, type Place, rate, type Visit, visitOf } from '../../door/index.ts';
import { problems } from '../../errors.ts';
import { guessingLimit } from '../../security/index.ts';
import { type DoorView, doorView } from '../../views/index.ts';
import { type Dependencies, givenFor, placeIn, systemActor } from '../../write/index.ts';
import type { Notice } from '../components/index.ts';
import { entered } from '../forms/read.ts';
import { sentOf } from '../forms/sent.ts';
import type { Html } from '../html.ts';
import { say } from '../i18n.ts';
import { showAccount } from '../party-account/index.ts';
import { statusTexts } from '../texts.ts';
import { registerActs } from './acts-route.ts';
import { casesPage, codeForm } from './code-form.ts';
import { keepTextSize, sendDoorPage } from './layout.ts';
import { placePage } from './place-page.ts';
import { placeOf, statusOf } from './places.ts';
import { doorTexts as texts } from './texts.ts';

/** The parties' own pages: no account, no code and no name in any address. */
export function registerDoor(app: FastifyInstance, dependencies: Dependencies): void {
  const { config } = dependencies;
  const guessing = { config: guessingLimit(config) };

  app.get<{ Querystring: { text?: unknown; to?: unknown } }>('/status', async (request, reply) => {
    const { text: size, to } = request.query;
    if (typeof size === 'string') {
      keepTextSize(reply, size, config.secureCookies);
      return reply.redirect(isOfDoor(to) ? to : '/status', 303);
    }
    const visit = await visitOf(request, dependencies);
    // What follows `#` in the address of a letter's link stays with the browser on its way to the list.
    if (visit?.account != null) return reply.redirect('/my-cases', 303);
    const [only] = visit?.places ?? [];
    if (visit === null || only === undefined)
      return show(request, reply, codeForm(request.language, false), config.demo);
    return visit.places.length === 1
      ? showPlace(dependencies, request, reply, visit, only)
      : showCases(dependencies, request, reply, visit);
  });

  app.post('/status', guessing, async (request, reply) => {
    const entry = await enter(request, reply, entered(sentOf(request), 'code').slice(0, 60), dependencies);
    if (entry.kind === 'in') return showPlace(dependencies, request, reply, entry.visit, entry.place);
    const visit = await visitOf(request, dependencies);
    if (visit?.account != null) return showAccount(request, reply, visit, dependencies, entry.kind);
    return show(request, reply, codeForm(request.language, true), config.demo, problems['query-code-unknown'].status);
  });

  app.post('/status/leave', async (request, reply) => {
    await leave(request, reply, dependencies);
    return reply.redirect('/status', 303);
  });

  app.get<{ Params: { place: string } }>('/status/:place', async (request, reply) => {
    const at = await placeOf(request, dependencies);
    return at === null ? reply.redirect('/status', 303) : showPlace(dependencies, request, reply, at.visit, at.place);
  });

  app.post<{ Params: { place: string } }>('/status/:place/rating', guessing, async (request, reply) => {
    const at = await placeOf(request, dependencies);
    if (at === null) return reply.redirect('/status', 303);
    const sent = sentOf(request);
    const words = entered(sent, 'words').trim();
    const isKept = await rate(at.place, { score: Number(entered(sent, 'score')), words }, dependencies);
    const missing = { tone: 'warn', text: texts.scoreMissing } as const;
    if (isKept) return showPlace(dependencies, request, reply, at.visit, at.place, { tone: 'good', text: texts.rated });
    const mayStill = await mayRate(at.place, dependencies);
    return showPlace(dependencies, request, reply, at.visit, at.place, mayStill ? missing : undefined);
  });

  registerActs(app, dependencies);
}

/** The pages of the door that can be opened again; a switch of the size of text leads back to no other. */
function isOfDoor(address: unknown): address is string {
  return typeof address === 'string' && /^\/(?:my-cases|status(?:\/\d{1,9})?)$/.test(address);
}

function show(request: FastifyRequest, reply: FastifyReply, main: Html, demo: boolean, status = 200): FastifyReply {
  return sendDoorPage(
    request,
    reply,
    { title: statusTexts.title, main, address: '/status', isIn: false, demo },
    status,
  );
}

async function showPlace(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  place: Place,
  notice?: Notice,
): Promise<FastifyReply> {
  const status = await statusOf(place, dependencies);
  const given = await givenFor(systemActor, dependencies);
  const view = doorView(place.caseFile, place.party, given);
  const shown = {
    visit,
    place,
    status,
    view,
    sessionPlace: await sessionPlace(view, place, dependencies),
    acts: offeredActs(place.caseFile, place.party, given),
    mayRate: await mayRate(place, dependencies),
    ...(notice === undefined ? {} : { notice }),
  };
  return sendDoorPage(request, reply, {
    title: statusTexts.title,
    main: placePage(shown, request.language),
    address: visit.account === null && visit.places.length === 1 ? '/status' : `/status/${place.number}`,
    isIn: true,
    demo: dependencies.config.demo,
  });
}

/** Where the next session is: the words of the entry that set it, as its letter has them. */
async function sessionPlace({ session }: DoorView, { caseId }: Place, { store }: Dependencies): Promise<string | null> {
  return session === null ? null : placeIn(await store.reads.journal(caseId), { id: `${session.entry}-0` });
}

async function showCases(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const stages = new Map<number, string>();
  for (const place of visit.places) {
    const { matters } = await statusOf(place, dependencies);
    stages.set(place.number, matters.map(({ stage }) => say(stage, request.language)).join('；'));
  }
  const main = casesPage(visit, (number) => stages.get(number) ?? '', request.language);
  return sendDoorPage(request, reply, {
    title: texts.others,
    main,
    address: '/status',
    isIn: true,
    demo: dependencies.config.demo,
  });
}
