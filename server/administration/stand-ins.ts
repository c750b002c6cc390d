import type { StandIn } from '../../db/stand-ins.ts';
import { text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { act, invalid } from './accounts.ts';
import { requireOrganiser } from './reassign.ts';

/** A stand-in with names. */
export interface StandInView extends StandIn {
  readonly personName: string;
  readonly deputyName: string;
}

/** Present and coming stand-ins of the viewer's organisation. */
export async function standInViews(viewer: Viewer, dependencies: Dependencies): Promise<readonly StandInView[]> {
  const { organisationId } = viewer;
  if (organisationId === null) throw new ProblemError('not-allowed');
  const { accounts, standIns } = dependencies;
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
  const rows = await standIns.list(organisationId, todayOf(dependencies));
  return rows.map((row) => ({
    ...row,
    personName: names.get(row.person) ?? row.person,
    deputyName: names.get(row.deputy) ?? row.deputy,
  }));
}

/**
 * Names a colleague who stands in for somebody from one day to another: for oneself, or as the clerk or staff of the
 * organisation for anyone in it. Throws `stand-in-not-possible` or `invalid-input`.
 */
export async function nameStandIn(
  viewer: Viewer,
  given: Readonly<Record<'person' | 'deputy' | 'from' | 'to', string>>,
  dependencies: Dependencies,
): Promise<string> {
  const { accounts, standIns, audit, ids } = dependencies;
  const organisationId = viewer.organisationId;
  if (given.person !== viewer.accountId) requireOrganiser(viewer);
  const [person, deputy] = await Promise.all([accounts.find(given.person), accounts.find(given.deputy)]);
  const areColleagues = [person, deputy].every((one) => one?.organisationId === organisationId);
  const isPossible = person && deputy?.status === 'active' && deputy.roles.length > 0 && person.id !== deputy.id;
  if (organisationId === null || !areColleagues || !isPossible) throw new ProblemError('stand-in-not-possible');
  const [from, to] = [dayFrom(given.from, 'from'), dayFrom(given.to, 'to')];
  const isPeriod = from <= to && to >= todayOf(dependencies) && to <= oneYearAfter(from);
  if (!isPeriod) throw new ProblemError('stand-in-not-possible');
  const id = ids();
  const details = { deputy: deputy.id, from, to };
  await audit.record({ ...act(viewer, dependencies), kind: 'standInNamed', account: person.id, thing: id, details });
  await standIns.name({
    id,
    organisationId,
    person: person.id,
    deputy: deputy.id,
    from,
    to,
    namedBy: viewer.accountId,
  });
  return id;
}

/** Ends a stand-in at once. Throws `not-found`. */
export async function endStandIn(viewer: Viewer, id: string, dependencies: Dependencies): Promise<void> {
  const found = (await standInViews(viewer, dependencies)).find((one) => one.id === id);
  if (found === undefined) throw new ProblemError('not-found');
  if (found.person !== viewer.accountId) requireOrganiser(viewer);
  const { audit, standIns } = dependencies;
  await audit.record({ ...act(viewer, dependencies), kind: 'standInEnded', account: found.person, thing: id });
  if (!(await standIns.end(id, found.organisationId))) throw new ProblemError('not-found');
}

function todayOf({ now }: Dependencies): string {
  return momentOf(now()).slice(0, 10);
}

function dayFrom(typed: string, field: string): string {
  try {
    return Temporal.PlainDate.from(typed).toString();
  } catch {
    throw invalid(field, text('不是有效的日期。', 'This is no valid date.'));
  }
}

function oneYearAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString();
}
