/** What is promised of every told case, whatever its story: checked around each step that is told over HTTP. */
import { expect } from 'vitest';
import { castMember, type StoryLogin } from '../../seeds/cast.ts';
import type { Story } from '../../seeds/stories/story.ts';
import { type CaseView, type OfferView, revisionOf } from '../../server/views/index.ts';
import { givenFor, momentOf } from '../../server/write/index.ts';
import {
  type Actor,
  blankCaseFile,
  type CaseFile,
  type Command,
  channelOf,
  clocksOf,
  commands,
  type Decision,
  decide,
  type Found,
  type Given,
  type Handoff,
  type Id,
  isAssigned,
  isRefusal,
  keepsRecordFor,
  kit,
  knows,
  type Proceeding,
  type Refusal,
} from '../../workflows/index.ts';
import type { ServedHouse, StepOverHttp } from './server.ts';

/** Who watches a story while it is told: everybody who acts in it, and its parties with their query codes. */
export interface Witness {
  readonly house: ServedHouse;
  readonly people: readonly StoryLogin[];
  readonly codes: Map<Id, string>;
  /** Words that were written inside a mediation so far. */
  readonly inside: Set<string>;
}

export function newWitness({ steps }: Story<StoryLogin>, house: ServedHouse): Witness {
  return { house, people: [...new Set(steps.map(({ by }) => by))], codes: new Map(), inside: new Set() };
}

/** Before a step: its person is offered it, at the revision it will send, and everything offered is what `decide` says. */
export async function assertStepIsOffered({ house }: Witness, { step, command, before }: StepOverHttp): Promise<void> {
  if (before === null) return;
  const { status, body } = await house.get(step.by, `/api/cases/${before.id}/commands`);
  expect([step.command, status]).toEqual([step.command, 200]);
  const { rows } = body as unknown as { readonly rows: readonly OfferView[] };
  const found = rows.find(({ type, target }) => type === command.type && target.id === command.target.id);
  expect(found, `${step.by} is offered ${step.command} at ${step.at}`).toMatchObject({
    allowed: expect.toBeOneOf(['yes', 'depends']),
    revision: revisionOf(before, command.target),
  });
  const given = await givenOf(step.by, house);
  for (const offer of rows) assertOfferIsTrue(before, offer, given);
}

/** What is refused on the list `decide` refuses too; a plain button that is offered it takes, or asks to read a warning. */
function assertOfferIsTrue(caseFile: CaseFile, { type, target, allowed, immediate }: OfferView, given: Given): void {
  if (allowed !== 'no' && !(allowed === 'yes' && immediate)) return;
  const bare: Command = { id: 'try', type, target, occurredOn: null, data: {}, acknowledged: [], evidence: null };
  const answer = decide(caseFile, bare, { ...given, found: { numbers: {}, journal: [], queryCodeHash: 'none' } });
  const refused = isRefusal(answer) && answer.code !== 'acknowledge-warnings';
  expect(`${type} ${refused ? 'refused' : 'taken'}`).toBe(`${type} ${allowed === 'no' ? 'refused' : 'taken'}`);
}

/** After a step: the case is what `decide` made of it, everybody sees where it is, and nobody sees what is not theirs. */
export async function assertStepTook(witness: Witness, told: StepOverHttp, caseId: Id): Promise<CaseFile> {
  const { house, people } = witness;
  const { step, before } = told;
  const after = await house.file(caseId);
  const decided = await decidedAgain(house, told, after);
  expect(sameIds(after), `${step.command} as decided`).toEqual(sameIds(decided.after));
  assertCustodyMovedByHandoff(before ?? blankCaseFile(caseId), after);
  rememberInside(witness, told);
  const issued = await issueCodes(witness, step.by, after);
  for (const login of people) assertSeen(witness, login, issued, await house.get(login, `/api/cases/${caseId}`));
  await assertPartiesSee(witness, issued);
  return after;
}

/** The same command on the same case, with what the server looked up. */
async function decidedAgain(house: ServedHouse, { step, command, before }: StepOverHttp, after: CaseFile) {
  const caseFile = before ?? blankCaseFile(after.id);
  const target = before === null ? { ...command.target, id: after.id } : command.target;
  const { journal } = house.dependencies.store.reads;
  const entries = await journal(after.id);
  const found: Found = {
    ...(entries[caseFile.seq]?.body?.found as Found | undefined),
    journal: entries.slice(0, caseFile.seq),
    queryCodeHash: 'any',
  };
  const answer: Decision | Refusal = decide(
    caseFile,
    { ...command, target },
    { ...(await givenOf(step.by, house)), found },
  );
  if (isRefusal(answer)) throw new Error(`${step.command} was taken over HTTP, and decide says ${answer.code}`);
  return answer;
}

/** Somebody of the cast, as the server knows them at this moment. */
export async function givenOf(login: StoryLogin, house: ServedHouse): Promise<Given> {
  return givenFor(actorOf(login), house.dependencies);
}

function actorOf(login: StoryLogin): Actor {
  const { id, organisation, roles } = castMember(login);
  return { person: id, organisation, roles };
}

/** A case with its ids replaced by their order: ids differ from telling to telling and sort by when they were made. */
export function sameIds(caseFile: CaseFile): unknown {
  // A house marks people with a key of its own, so that nobody else can look them up by them.
  const written = JSON.stringify(caseFile).replaceAll(/hmac-sha-256:[0-9a-f]{32}/g, 'mark');
  const ids = [...new Set(written.match(idPattern) ?? [])].sort();
  const order = new Map(ids.map((id, index) => [id, `id-${index}`]));
  return JSON.parse(written.replaceAll(idPattern, (id) => order.get(id) ?? id));
}

const idPattern = /(?<![0-9a-z])[0-9abcdefghjkmnpqrstvwxyz]{23}(?![0-9a-z])/g;

/** What opens at, or passes to, an organisation that held nothing here came there by a handoff with both keys. */
function assertCustodyMovedByHandoff(before: CaseFile, after: CaseFile): void {
  const holders = new Set(Object.values(before.proceedings).map(({ organisation }) => organisation));
  for (const proceeding of Object.values(after.proceedings)) {
    const was = before.proceedings[proceeding.id];
    if (was?.organisation === proceeding.organisation) continue;
    if (was === undefined && (before.version === 0 || holders.has(proceeding.organisation))) continue;
    const handoff = handoffBehind(after, proceeding, was);
    const where = `${proceeding.channel} came to ${proceeding.organisation}`;
    expect(handoff, `${where} by a handoff`).toMatchObject({
      toOrganisation: proceeding.organisation,
      offeredOn: expect.any(String),
      receivedOn: expect.any(String),
    });
    expect(kit.states(handoff!.slot), where).toEqual(['accepted']);
  }
}

function handoffBehind(after: CaseFile, proceeding: Proceeding, was: Proceeding | undefined): Handoff | undefined {
  if (was === undefined) return after.handoffs[proceeding.openedByHandoff ?? ''];
  return Object.values(after.handoffs).findLast(
    (one) => one.fromProceeding === proceeding.id && one.toOrganisation === proceeding.organisation,
  );
}

/** Gathers the words of everything that stays inside a mediation. */
function rememberInside({ inside }: Witness, { step, command }: StepOverHttp): void {
  const data: Readonly<Record<string, unknown>> = { ...(command.data as object) };
  const isInside = commands[command.type]?.compartment === true || data.class === 'processPrivate';
  if (!isInside) return;
  for (const words of [data.note, data.title, data.provenance, step.content])
    if (typeof words === 'string' && words.length > 5) inside.add(words);
}

/** Every party gets its query code from the first who acts and may give it; the case as it then stands. */
async function issueCodes({ house, codes }: Witness, login: StoryLogin, after: CaseFile): Promise<CaseFile> {
  if (!castMember(login).roles.some((role) => commands.issueQueryCode?.by.includes(role))) return after;
  for (const party of Object.keys(after.parties)) {
    if (codes.has(party)) continue;
    const issued = await house.give(login, after.id, 'issueQueryCode', { data: { party } });
    expect([issued.status, issued.text]).toEqual([200, issued.text]);
    codes.set(party, String(issued.body.queryCode));
  }
  return house.file(after.id);
}

/** One person's view: where every proceeding is; number, state and clocks of their own; nothing from inside that is not theirs. */
function assertSeen(
  { house, inside }: Witness,
  login: StoryLogin,
  file: CaseFile,
  { status, body, text }: Awaited<ReturnType<ServedHouse['get']>>,
): void {
  const actor = actorOf(login);
  if (!knows(file, actor)) {
    expect([login, status]).toEqual([login, 404]);
    return;
  }
  const view = body as unknown as CaseView;
  const proceedings = Object.values(file.proceedings);
  expect(view.proceedings.map((one) => [one.channel, one.organisation.id, one.open])).toEqual(
    proceedings.map((one) => [one.channel, one.organisation, one.endedOn === null]),
  );
  const { town } = house.dependencies;
  const isOwn = (one: Proceeding) => one.organisation === actor.organisation || keepsRecordFor(file, one, actor, town);
  expect(view.proceedings.map(({ state, number }) => [state, number])).toEqual(
    proceedings.map((one) => (isOwn(one) ? [kit.states(one.slot)[0], one.number] : [null, null])),
  );
  for (const { outcome } of view.proceedings.flatMap(({ matters }) => matters))
    if (outcome !== null) expect(outcome.zh, 'an outcome in words').toMatch(/\p{Script=Han}/u);
  const own = new Set(proceedings.filter(isOwn).map(({ id }) => id));
  const running = (clocks: readonly Pick<CaseView['clocks'][number], 'rule' | 'due' | 'subject'>[]) =>
    clocks.flatMap(({ rule, due, subject }) => (own.has(subject.id) ? [`${rule} ${due}`] : [])).sort();
  expect(running(view.clocks)).toEqual(running(clocksOf(file, house.dependencies.calendar)));
  const today = momentOf(house.dependencies.now()).slice(0, 10);
  const isMediator = proceedings.some(
    (one) => isOwn(one) && channelOf(one.channel)?.family === 'mediation' && isAssigned(one, actor.person, today),
  );
  for (const words of inside) expect([login, words, text.includes(words)]).toEqual([login, words, isMediator]);
}

/** What each party's code opens: the stage and the holder of its own matters, and nothing that was said inside. */
async function assertPartiesSee({ house, codes, inside }: Witness, file: CaseFile): Promise<void> {
  for (const [party, code] of codes) {
    const page = await house.ask(null, { method: 'POST', url: '/api/status', payload: { code } });
    expect(page.status).toBe(200);
    const own = Object.values(file.matters).filter(
      ({ claimants, respondents }) =>
        file.parties[party]?.side === 'third' || claimants.includes(party) || respondents.includes(party),
    );
    const { matters } = page.body as unknown as { readonly matters: readonly { readonly stage: unknown }[] };
    expect(matters.map(({ stage }) => stage)).toEqual(own.map(({ slot }) => kit.meta(slot).publicLabel));
    for (const words of inside) expect([words, page.text.includes(words)]).toEqual([words, false]);
  }
}
