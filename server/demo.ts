import { accountRoles } from '../db/accounts.ts';
import { type CastMember, cast, castLawyer, castPassword } from '../seeds/cast.ts';
import { stories, storiesOfToday } from '../seeds/stories/index.ts';
import { addToAccount } from './door/index.ts';
import { type DemoCast, roleLabels } from './pages/index.ts';
import { contactOf } from './party-accounts/index.ts';
import { hashPassword } from './security/index.ts';
import { tellStory } from './tell.ts';
import { type Dependencies, momentOf } from './write/index.ts';

/** Makes the demo people sign-in accounts where there are none yet. `mayEnter`: with the demo password. */
export function raiseCast(dependencies: Dependencies, mayEnter: boolean): Promise<void> {
  return raisePeople(cast, dependencies, mayEnter);
}

/** The same for any invented people. */
export async function raisePeople(
  people: readonly CastMember[],
  { accounts }: Pick<Dependencies, 'accounts'>,
  mayEnter: boolean,
): Promise<void> {
  const known = new Set((await accounts.list()).map(({ id }) => id));
  const missing = people.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  const passwordHash = mayEnter ? await hashPassword(castPassword) : undefined;
  for (const { id, login, name, organisation, roles } of missing) {
    const created = await accounts.create({
      id,
      login,
      name,
      organisationId: organisation,
      roles: accountRoles.filter((role) => roles.includes(role)),
      ...(passwordHash === undefined ? {} : { passwordHash }),
    });
    if (!created.ok) throw new Error(`demo person ${login}: ${created.code}`);
  }
}

/**
 * Fills an empty database with the stories and the demo people; leaves any other database alone. The people come last: as
 * long as there are none, a start that was broken off goes on where it stopped.
 */
export async function furnishDemo(dependencies: Dependencies): Promise<void> {
  if ((await dependencies.accounts.list()).length > 0) return;
  await tellStories(momentOf(dependencies.now()).slice(0, 10), dependencies);
  await raiseCast(dependencies, true);
}

/** The stories of the cast, and those that are in the middle of their lives on a day. What was told is not told again. */
export async function tellStories(today: string, dependencies: Dependencies): Promise<void> {
  const ofToday = storiesOfToday(today);
  for (const story of [...Object.values(stories), ...ofToday]) await tellStory(story, dependencies);
  await openLawyersAccount(
    ofToday.map(({ id }) => `story-${id}`),
    dependencies,
  );
}

/** The account of the demonstration's lawyer, with the claimants' side of some cases; opened again it is the same one. */
async function openLawyersAccount(cases: readonly string[], dependencies: Dependencies): Promise<void> {
  const { store, keys, ids, now } = dependencies;
  const contact = contactOf(castLawyer, keys);
  if (contact === null) throw new Error('the lawyer has no address');
  const { id } = await store.partyAccounts.open({
    id: ids(),
    contact: contact.hash,
    contactKind: contact.kind,
    address: contact.address,
    language: 'zh-CN',
    nowMs: now().epochMilliseconds,
  });
  for (const caseId of cases) {
    const caseFile = await store.load(caseId);
    const claimant = Object.values(caseFile?.parties ?? {}).find(({ side }) => side === 'claimant');
    if (caseFile === null || claimant === undefined) continue;
    await addToAccount(id, { caseFile, party: claimant.id }, dependencies);
  }
}

/** The demo people as the sign-in page shows them; null when they are not in this database. */
export async function demoCast({ accounts, town }: Dependencies): Promise<DemoCast | null> {
  const known = new Set((await accounts.list()).map(({ id }) => id));
  const logins = cast.flatMap(({ id, login, name, organisation, roles }: CastMember) => {
    const role = accountRoles.find((one) => roles.includes(one));
    if (!known.has(id) || role === undefined) return [];
    return [
      { login, name, role: roleLabels[role], organisation: town.organisations[organisation ?? '']?.name ?? null },
    ];
  });
  return logins.length === 0 ? null : { password: castPassword, logins };
}

/** One login per role and organisation, as lines for the terminal. */
export function demoLines({ logins, password }: DemoCast): readonly string[] {
  const first = new Map(logins.toReversed().map((login) => [`${login.role.zh} ${login.organisation?.zh}`, login]));
  return [...first.values()]
    .toReversed()
    .map(
      ({ login, name, role, organisation }) =>
        `  ${login.padEnd(16)} ${password}  ${name} · ${role.zh} ${role.en}${organisation === null ? '' : ` · ${organisation.zh}`}`,
    );
}
