import type { Account } from '../../db/accounts.ts';
import type { Actor, ArbitrationRules, Given, Officer, Reference } from '../../workflows/index.ts';
import type { Viewer } from '../security/index.ts';
import type { Dependencies } from './dependencies.ts';
import { personMarks } from './marks.ts';

/** The actor a signed-in person is. */
export function actorOf({ accountId, organisationId, roles, standsInFor }: Viewer): Actor {
  const actor = { person: accountId, organisation: organisationId, roles };
  return standsInFor === undefined ? actor : { ...actor, standsInFor };
}

/** The sweeper and other jobs of the house itself. */
export const systemActor: Actor = { person: 'system', organisation: null, roles: ['system'] };

/** Everything outside the case that a decision or a view may depend on, as of this moment; nothing is looked up yet. */
export async function givenFor(actor: Actor, dependencies: Dependencies): Promise<Given> {
  return givenIn(await referenceOf(dependencies), actor, dependencies);
}

/** The same in a town whose people are known already, or do not matter. */
export function givenIn(reference: Reference, actor: Actor, { calendar, ids, now, keys }: Dependencies): Given {
  const moment = momentOf(now());
  return {
    actor,
    now: moment,
    today: moment.slice(0, 10),
    ids,
    reference,
    calendar,
    found: {},
    marks: personMarks(keys),
  };
}

/** RFC 3339 to the second, in the legal time zone. Every request asks, and the answer is the same for a whole second. */
export function momentOf(instant: Temporal.Instant): string {
  const second = Math.floor(instant.epochMilliseconds / 1000);
  if (lastMoment.second !== second) lastMoment = { second, text: formatMoment(instant) };
  return lastMoment.text;
}

let lastMoment = { second: Number.NaN, text: '' };

function formatMoment(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Asia/Shanghai').toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

type TownNow = Pick<Dependencies, 'town' | 'accounts' | 'institutionRules'>;

/** The town with the people who can be given work now, and the rules of institutions that hold now. */
export async function referenceOf(dependencies: TownNow): Promise<Reference> {
  const { town, accounts } = dependencies;
  const [known, arbitrationRules] = await Promise.all([accounts.list(), rulesKnown(dependencies)]);
  return { ...town, arbitrationRules, officers: officersAmong(known) };
}

/** Every set of rules of an arbitration institution: those of the reference data, and over them what was confirmed here. */
export async function rulesKnown({
  town,
  institutionRules,
}: Pick<TownNow, 'town' | 'institutionRules'>): Promise<readonly ArbitrationRules[]> {
  const confirmed = await institutionRules.confirmed();
  const ids = new Set(confirmed.map(({ id }) => id));
  return [...town.arbitrationRules.filter(({ id }) => !ids.has(id)), ...confirmed];
}

/** By the list they come from: it is the same one until an account changes. */
const officersKnown = new WeakMap<readonly Account[], Readonly<Record<string, Officer>>>();

function officersAmong(accounts: readonly Account[]): Readonly<Record<string, Officer>> {
  const known = officersKnown.get(accounts) ?? officersOf(accounts);
  officersKnown.set(accounts, known);
  return known;
}

function officersOf(accounts: readonly Account[]): Readonly<Record<string, Officer>> {
  return Object.fromEntries(
    accounts.flatMap(({ id, name, organisationId, roles, status }) =>
      organisationId === null || status !== 'active' ? [] : [[id, { id, name, organisation: organisationId, roles }]],
    ),
  );
}
