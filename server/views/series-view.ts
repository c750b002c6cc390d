import {
  type Actor,
  type ComparedApplication,
  clauseSubjects,
  type Handoff,
  linksOf,
  preflightOf,
  rightKey,
  type Series,
  type SeriesApplication,
  type Stretch,
  seriesOf,
  type Text,
} from '../../workflows/index.ts';
import type { Dependencies } from '../write/dependencies.ts';
import type { Glance } from './glance.ts';
import { listed, type OrganisationView, organisationView, partyName } from './names.ts';
import { judgedOn, type PreflightView, preflightView } from './preflight-view.ts';
import { type BareRow, bareQueue, channelsOfRoles, type QueueLimit } from './queue-view.ts';

/** A clause of one application in words, beside what most of the series say. */
export interface SeriesClauseView {
  readonly number: number;
  readonly subject: Text;
  readonly act: string;
  readonly amountFen: number | null;
  readonly amountDiffers: boolean;
  readonly dueOn: string | null;
  readonly dayDiffers: boolean;
  readonly wording: readonly Stretch[];
  readonly isExtra: boolean;
}

export interface SeriesRowView {
  readonly caseCode: string;
  readonly respondents: Text;
  readonly stage: Text;
  readonly number: string | null;
  readonly href: string;
  readonly limit: QueueLimit | null;
  readonly clauses: readonly SeriesClauseView[];
  readonly lacks: readonly Text[];
  /** Points of the pre-flight that are not met. */
  readonly open: readonly PreflightView[];
}

export interface SeriesView {
  readonly claimants: Text;
  readonly committees: readonly OrganisationView[];
  readonly usual: readonly {
    readonly subject: Text;
    readonly act: string;
    readonly amountFen: number | null;
    readonly dueOn: string | null;
  }[];
  readonly rows: readonly SeriesRowView[];
}

/** An application on a court's desk, with what the list says of it. */
interface Application extends SeriesApplication {
  readonly row: BareRow;
  readonly glance: Glance;
  readonly handoff: Handoff;
}

/** How many applications a morning list looks at. */
const lookedAt = 200;

/** Whether somebody's office hears applications for confirmation, so that it has a morning list. */
export function hasMorningList({ roles, organisation }: Actor): boolean {
  return organisation !== null && channelsOfRoles(roles).has('judicialConfirmation');
}

/** The open applications of an office that belong together, each group by the day the law gives. */
export async function seriesViews(actor: Actor, dependencies: Dependencies): Promise<readonly SeriesView[]> {
  const { rows, glances } = await bareQueue(actor, dependencies, lookedAt);
  const applications = rows.flatMap((row) => applicationOf(row, glances.get(row.case.id)));
  return seriesOf(applications).map(seriesView);
}

function applicationOf(row: BareRow, glance: Glance | undefined): readonly Application[] {
  if (glance === undefined) return [];
  const { current, visible, persons } = glance;
  const handoffId = row.kind === 'handoff' ? row.id : (current.proceedings[row.id]?.openedByHandoff ?? '');
  const handoff = current.handoffs[handoffId];
  if (handoff === undefined || handoff.kind !== 'H4' || !visible.handoff(handoffId)) return [];
  const agreement = current.proceedings[handoff.fromProceeding]?.agreements[handoff.agreement ?? ''];
  if (agreement === undefined) return [];
  const known = Object.values(current.parties).filter(({ id }) => visible.parties.has(id));
  const concerned = new Set(agreement.matters.flatMap((id) => current.matters[id]?.claimants ?? []));
  return [
    {
      id: row.case.id,
      committee: handoff.fromOrganisation,
      claimants: known.filter(({ id }) => concerned.has(id)),
      rights: agreement.matters.flatMap((id) => rightKey(current.matters[id]?.right.number ?? null) ?? []),
      linked: linksOf(current).map(({ other }) => other),
      clauses: agreement.clauses,
      names: known.map(({ person }) => persons.get(person)?.name ?? ''),
      row,
      glance,
      handoff,
    },
  ];
}

function seriesView({ committees, usual, applications }: Series<Application>): SeriesView {
  const { glance, claimants } = applications[0]!.application;
  return {
    claimants: listed(claimants.map(({ id }) => partyName(glance, id))),
    committees: committees.map((id) => organisationView(glance, id)),
    usual: usual.map(({ subject, ...rest }) => ({ ...rest, subject: clauseSubjects[subject] })),
    rows: applications.map(rowView),
  };
}

function rowView({ application, clauses, lacks }: ComparedApplication<Application>): SeriesRowView {
  const { row, glance, handoff } = application;
  const agreement = glance.current.proceedings[handoff.fromProceeding]!.agreements[handoff.agreement!]!;
  const respondents = agreement.matters.flatMap((id) => glance.current.matters[id]?.respondents ?? []);
  return {
    caseCode: row.case.code,
    respondents: listed(respondents.map((id) => partyName(glance, id))),
    stage: row.stage,
    number: row.number,
    href: row.href,
    limit: row.limit,
    clauses: clauses.map(({ subject, ...rest }) => ({ ...rest, subject: clauseSubjects[subject] })),
    lacks: lacks.map((subject) => clauseSubjects[subject]),
    open: openPoints(glance, handoff),
  };
}

/** What the file itself shows to be wanting; other cases are looked at on the packet. */
function openPoints(glance: Glance, handoff: Handoff): readonly PreflightView[] {
  return preflightOf(glance.current, handoff, judgedOn(glance, handoff))
    .filter(({ result, point }) => result !== 'met' && point !== 'sham')
    .map(preflightView);
}
