import type { CaseRow } from '../../db/store.ts';
import { type Actor, channelLabels, daysLeft, type Id, kit, type Text } from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import { givenFor } from '../write/given.ts';
import { type Look, personsOf } from './look.ts';
import { caseTitle, type OrganisationView, organisationView, staffName } from './names.ts';
import { visibleTo } from './visibility.ts';

/** What names and titles need of a case; less than a whole look, for lists. */
export type Glance = Pick<Look, 'caseFile' | 'current' | 'given' | 'visible' | 'persons' | 'staff'>;

/** One case in a list. */
export interface CaseRowView {
  readonly id: Id;
  readonly code: string;
  readonly title: Text;
  readonly openedOn: string;
  readonly over: boolean;
  /** The proceedings this viewer's organisation holds or held. */
  readonly proceedings: readonly {
    readonly id: Id;
    readonly label: Text;
    readonly stateLabel: Text;
    readonly number: string | null;
    readonly organisation: OrganisationView;
    readonly officers: readonly string[];
    readonly open: boolean;
    readonly nextDue: string | null;
    readonly daysLeft: number | null;
  }[];
}

export interface CaseListView {
  readonly rows: readonly CaseRowView[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** Which cases: those in which the organisation holds an open proceeding, or all it ever held; all, or the viewer's own. */
export interface CaseListRequest {
  readonly scope: 'open' | 'all';
  readonly mine: boolean;
  readonly after: string | null;
  readonly limit: number;
}

/** A page of cases, latest opened first. Rejects with `CursorInvalid`. Empty for people without an organisation. */
export async function caseListView(
  actor: Actor,
  request: CaseListRequest,
  dependencies: Dependencies,
): Promise<CaseListView> {
  const { organisation, person } = actor;
  if (organisation === null) return { rows: [], next: null };
  const { scope, mine, after, limit } = request;
  const page = await dependencies.store.reads.cases({
    organisation,
    scope,
    officer: mine ? person : null,
    after,
    limit,
  });
  const glances = await glancesAt(
    page.rows.map(({ caseId }) => caseId),
    actor,
    dependencies,
  );
  const rows = page.rows.flatMap((row) => {
    const glance = glances.get(row.caseId);
    return glance === undefined ? [] : [caseRowView(row, glance)];
  });
  return { rows, next: page.next };
}

function caseRowView(row: CaseRow, glance: Glance): CaseRowView {
  const { given, current } = glance;
  const own = row.proceedings.filter(({ organisation }) => organisation === given.actor.organisation);
  return {
    id: row.caseId,
    code: row.code,
    title: caseTitle(glance),
    openedOn: row.openedOn,
    over: row.over,
    proceedings: own.flatMap(({ proceeding, channel, number, organisation, officers, open, nextDue }) => {
      const found = current.proceedings[proceeding];
      if (found === undefined) return [];
      return [
        {
          id: proceeding,
          label: channelLabels[channel],
          stateLabel: kit.meta(found.slot).label,
          number,
          organisation: organisationView(glance, organisation),
          officers: officers.map((id) => staffName(glance, id)),
          open,
          nextDue,
          daysLeft: nextDue === null ? null : daysLeft(nextDue, given.today),
        },
      ];
    }),
  };
}

/** Loads what lists need of some cases; cases the actor may not know are left out. */
export async function glancesAt(
  caseIds: readonly Id[],
  actor: Actor,
  dependencies: Dependencies,
): Promise<ReadonlyMap<Id, Glance>> {
  const { store, people, accounts } = dependencies;
  const given = await givenFor(actor, dependencies);
  const staff = Object.fromEntries((await accounts.list()).map(({ id, name }) => [id, name]));
  const files = await Promise.all([...new Set(caseIds)].map((id) => store.load(id)));
  const known = files.filter((file) => file !== null);
  const persons = await people.masked(known.flatMap(personsOf));
  return new Map(
    known.flatMap((current): [Id, Glance][] => {
      const visible = visibleTo(current, given);
      return visible.matters.size === 0
        ? []
        : [[current.id, { caseFile: current, current, given, visible, persons, staff }]];
    }),
  );
}
