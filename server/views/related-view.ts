import type { Store } from '../../db/store.ts';
import {
  absorbedInto,
  type CaseFile,
  channelLabels,
  findingRules,
  findingsOf,
  type Id,
  kit,
  knows,
  linkKinds,
  linksOf,
  type Text,
} from '../../workflows/index.ts';
import { alikeCases } from '../write/related.ts';
import type { Look } from './look.ts';
import { citation, type OrganisationView, organisationView } from './names.ts';

/** Another case in one line. `href` null: the viewer may know that it is linked, and nothing else of it. */
export interface OtherCaseView {
  readonly code: string;
  readonly href: string | null;
  readonly openedOn: string | null;
  readonly channel: Text | null;
  readonly organisation: OrganisationView | null;
  readonly state: Text | null;
}

export interface LinkView {
  readonly kind: Text;
  readonly since: string;
  /** Recorded in this case, or in the other. */
  readonly recordedHere: boolean;
  readonly other: OtherCaseView;
}

export interface FindingView {
  readonly code: string;
  readonly label: Text;
  readonly follows: Text;
  readonly basis: readonly Text[];
  readonly cases: readonly OtherCaseView[];
}

/** What stands beside a case: where it went, what it is linked with, what the radar sees. */
export interface RelatedView {
  readonly absorbedInto: OtherCaseView | null;
  readonly links: readonly LinkView[];
  readonly findings: readonly FindingView[];
}

/**
 * Looks around a case, now. Only for whoever holds a proceeding of it; of other cases only what this viewer may know anyway,
 * and of a linked case its code, which opens nothing.
 */
export async function relatedView(look: Look, store: Store): Promise<RelatedView> {
  const { current, visible, moment } = look;
  const holds = Object.keys(current.proceedings).some((id) => visible.fully(id));
  if (!holds || moment !== null) return { absorbedInto: null, links: [], findings: [] };
  const pointer = absorbedInto(current);
  return {
    absorbedInto: pointer === null ? null : otherCase(look, pointer.otherCode, await store.load(pointer.other)),
    links: [...(await ownLinks(look, store)), ...(await linksOfOthers(look, store))],
    findings: findingViews(look, await alikeCases(current, store)),
  };
}

async function ownLinks(look: Look, store: Store): Promise<readonly LinkView[]> {
  return Promise.all(
    linksOf(look.current).map(async ({ kind, since, other, otherCode }) => ({
      kind: linkKinds[kind],
      since,
      recordedHere: true,
      other: otherCase(look, otherCode, await store.load(other)),
    })),
  );
}

/** Links that stand in other files and point here: found by index, so that no commit touches two cases. */
async function linksOfOthers(look: Look, { reads, load }: Store): Promise<readonly LinkView[]> {
  const here = look.current.id;
  const others = await Promise.all((await reads.casesWithKey('link', here, 50)).map((id) => load(id)));
  return others
    .filter((one) => one !== null)
    .flatMap((other) =>
      linksOf(other)
        .filter((link) => link.other === here)
        .map(({ kind, since }) => ({
          kind: linkKinds[kind],
          since,
          recordedHere: false,
          other: otherCase(look, other.header.code, other),
        })),
    );
}

function findingViews(look: Look, others: readonly CaseFile[]): readonly FindingView[] {
  const byId = new Map<Id, CaseFile>(others.map((other) => [other.id, other]));
  const found = findingsOf(look.current, others, look.given.actor);
  return [...new Set(found.map(({ code }) => code))].map((code) => {
    const { label, follows, basis } = findingRules[code];
    return {
      code,
      label,
      follows,
      basis: basis.map((one) => citation(one)),
      cases: found
        .filter((one) => one.code === code && one.other !== null)
        .map(({ other, otherCode }) => otherCase(look, otherCode ?? '', byId.get(other ?? '') ?? null)),
    };
  });
}

function otherCase(look: Look, code: string, caseFile: CaseFile | null): OtherCaseView {
  if (caseFile === null || !knows(caseFile, look.given.actor)) {
    return { code, href: null, openedOn: null, channel: null, organisation: null, state: null };
  }
  const proceedings = Object.values(caseFile.proceedings);
  const shown = proceedings.findLast(({ endedOn }) => endedOn === null) ?? proceedings.at(-1);
  return {
    code,
    href: `/cases/${caseFile.id}`,
    openedOn: caseFile.header.openedOn.slice(0, 10),
    channel: shown === undefined ? null : channelLabels[shown.channel],
    organisation: shown === undefined ? null : organisationView(look, shown.organisation),
    state: shown === undefined ? null : kit.meta(shown.slot).publicLabel,
  };
}
