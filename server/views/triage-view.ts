import {
  type Basis,
  type CompetentBody,
  channelLabels,
  channelsWithCompetence,
  competentBodies,
  type Id,
  isOffered,
  type JudgedWay,
  type Matter,
  type Reference,
  type Text,
  type TriageFacts,
  triageFactsOf,
  triageOf,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { citation, matterLabel } from './names.ts';

export interface CompetentBodyView {
  readonly organisation: Id | null;
  readonly name: Text;
  readonly rule: Text;
  readonly basis: readonly Text[];
  /** 待核实: shown beside it everywhere. */
  readonly toConfirm: boolean;
}

/** The bodies proposed for one channel. */
export interface CompetenceView {
  readonly channel: string;
  readonly label: Text;
  readonly bodies: readonly CompetentBodyView[];
}

interface AnswerView {
  readonly text: Text;
  readonly basis: readonly Text[];
}

/** One way as its right holder reads it: whether it is open, on which conditions, and what it brings and costs. */
export interface WayView {
  readonly channel: string;
  readonly label: Text;
  readonly what: Text;
  readonly state: JudgedWay['state'];
  readonly conditions: readonly {
    readonly id: string;
    readonly text: Text;
    readonly judgement: 'met' | 'missing' | 'unknown';
    readonly basis: readonly Text[];
    /** What to do; null where nothing is wanting. */
    readonly instead: Text | null;
  }[];
  readonly time: AnswerView;
  readonly cost: AnswerView;
  readonly confidentiality: AnswerView;
  readonly enforceability: AnswerView;
  readonly closes: AnswerView;
  readonly keepsOpen: AnswerView;
  readonly basis: readonly Text[];
  readonly toVerify: boolean;
  /** Whether it can be gone inside this system today. */
  readonly offered: boolean;
  readonly bodies: readonly CompetentBodyView[];
}

export interface TriageView {
  readonly facts: TriageFacts;
  readonly ways: readonly WayView[];
}

/** The ways open on these facts, each with the bodies that may be competent. `divisions`: of the other side and of the act. */
export function triageView(facts: TriageFacts, divisions: readonly string[], reference: Reference): TriageView {
  return {
    facts,
    ways: triageOf(facts).map(({ conditions, verified, basis, ...way }) => ({
      ...way,
      conditions: conditions.map((one) => ({
        ...one,
        basis: cited(one.basis),
        instead: one.judgement === 'met' ? null : one.instead,
      })),
      time: answerView(way.time),
      cost: answerView(way.cost),
      confidentiality: answerView(way.confidentiality),
      enforceability: answerView(way.enforceability),
      closes: answerView(way.closes),
      keepsOpen: answerView(way.keepsOpen),
      basis: cited(basis),
      toVerify: verified !== 'text',
      offered: isOffered(way.channel),
      bodies: way.state === 'closed' ? [] : bodiesFor(way, facts, divisions, reference),
    })),
  };
}

function bodiesFor(
  { channel }: Pick<JudgedWay, 'channel'>,
  { rightKind, dispute, on }: TriageFacts,
  divisions: readonly string[],
  reference: Reference,
): readonly CompetentBodyView[] {
  if (rightKind === null) return [];
  return competentBodies({ channel, rightKind, dispute, divisions, acceptedOn: on }, reference).map(bodyView);
}

function answerView({ text, basis }: JudgedWay['time']): AnswerView {
  return { text, basis: cited(basis) };
}

function cited(basis: readonly Basis[]): readonly Text[] {
  return basis.map((one) => citation(one));
}

function bodyView({ basis, ...body }: CompetentBody): CompetentBodyView {
  return { ...body, basis: cited(basis) };
}

export interface MatterTriageView extends TriageView {
  readonly matter: Id;
  readonly label: Text;
}

/**
 * The ways open to each matter that stands at the door or is open again: for whoever sees an intake or the mediation of it
 * in full. Empty for a past moment.
 */
export function caseTriageViews(look: Look): readonly MatterTriageView[] {
  if (look.moment !== null) return [];
  return ownMatters(look)
    .filter(({ slot }) => ['triage', 'unresolved', 'settled'].includes(String(slot.value)))
    .map((matter) => {
      const facts = triageFactsOf(look.current, matter.id, look.given.today, look.visible.fully);
      return {
        matter: matter.id,
        label: matterLabel(look, matter.id),
        ...triageView(facts, [], look.given.reference),
      };
    });
}

/** The bodies proposed for each matter that this viewer may know, channel by channel, were it accepted today. */
export function caseCompetenceViews(look: Look): readonly (CompetenceView & { readonly matter: Id })[] {
  return Object.values(look.current.matters)
    .filter(({ id }) => look.visible.matters.has(id))
    .flatMap(({ id, right, dispute }) =>
      right.kind === null
        ? []
        : competenceViews({ rightKind: right.kind, dispute, on: look.given.today }, [], look.given.reference).map(
            (view) => ({ matter: id, ...view }),
          ),
    );
}

/** The bodies proposed for every channel, for a right and a dispute; channels without a competent body are left out. */
export function competenceViews(
  {
    rightKind,
    dispute,
    on,
  }: Pick<TriageFacts, 'dispute' | 'on'> & { readonly rightKind: NonNullable<TriageFacts['rightKind']> },
  divisions: readonly string[],
  reference: Reference,
): readonly CompetenceView[] {
  return channelsWithCompetence
    .map((channel) => ({
      channel,
      label: channelLabels[channel],
      bodies: competentBodies({ channel, rightKind, dispute, divisions, acceptedOn: on }, reference).map(bodyView),
    }))
    .filter(({ bodies }) => bodies.length > 0);
}

/** Matters of proceedings whose custodian the viewer is, at the door or in a mediation. */
function ownMatters({ current, visible }: Look): readonly Matter[] {
  const own = Object.values(current.proceedings).filter(({ id }) => visible.fully(id));
  const ids = new Set(own.flatMap(({ matters }) => matters));
  return Object.values(current.matters).filter(({ id }) => ids.has(id));
}
