/** The ways that lead on from where one matter stands, each judged by what its case file says. Pure. */
import type { CaseFile, Handoff, Id, LegalDate, Matter, Proceeding } from '../case-file.ts';
import { modeOfSuit, referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import { type ChannelId, channelLabels } from '../channels/ids.ts';
import { channelOf } from '../channels/index.ts';
import { channelOpened } from '../handoff/kinds.ts';
import { kit } from '../machines.ts';
import { inForceOn } from '../rules/instruments.ts';
import type { Basis } from '../rules/law.ts';
import { type Text, text } from '../text.ts';
import { triageOf } from '../triage.ts';
import { triageFactsOf } from '../triage-facts.ts';
import { type Route, type RouteCondition, routesFrom } from './transitions.ts';

/**
 * `open`: every condition the record can tell is met. `underWay`: it is being gone already. `depends`: something is not
 * known, not yet so, or for the body that decides. `closed`: a condition is not met.
 */
export type WayState = 'open' | 'underWay' | 'depends' | 'closed';

/** A condition that is not met, or of which nobody knows yet. */
export interface WayNeed {
  readonly text: Text;
  readonly basis: readonly Basis[];
  readonly judgement: 'missing' | 'unknown';
  /** What to do about it; null where there is nothing but to wait. */
  readonly instead: Text | null;
}

/** One place a route leads to, and how that stands. */
export interface WayTarget {
  readonly channel: ChannelId;
  readonly state: WayState;
  readonly needs: readonly WayNeed[];
}

/** A lawful route from where the matter stands. `basis` holds what is in force on the day looked at. */
export interface WayOn {
  readonly route: Route;
  readonly basis: readonly Basis[];
  readonly state: WayState;
  /** The proceedings it leaves from, as their channels say. */
  readonly from: readonly Id[];
  readonly to: readonly WayTarget[];
}

/** What the reader may know: the ways say nothing that rests on anything else. */
export interface WaySight {
  readonly proceeding: (id: Id) => boolean;
  readonly handoff: (id: Id) => boolean;
}

const order = ['open', 'underWay', 'depends', 'closed'] as const satisfies readonly WayState[];

/** Every route of the law from where a matter stands, the open ones first; none when it is over. */
export function waysOn(caseFile: CaseFile, matter: Matter, on: LegalDate, sight: WaySight): readonly WayOn[] {
  if (kit.meta(matter.slot).over) return [];
  const leaving = leavingFrom(caseFile, matter);
  const found = new Map<string, { readonly route: Route; readonly from: Id[] }>();
  for (const { id, channel } of leaving) {
    for (const route of routesFrom(channel)) {
      const known = found.get(route.id);
      if (known === undefined) found.set(route.id, { route, from: [id] });
      else known.from.push(id);
    }
  }
  const conditions = conditionsOf(caseFile, matter, on, sight);
  return [...found.values()]
    .map(({ route, from }): WayOn => {
      const to = route.to
        .map((channel) => judge({ caseFile, matter, leaving, route, channel, sight, conditions }))
        .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
      return { route, basis: inForceOn(route.basis, on), state: to[0]?.state ?? 'depends', from, to };
    })
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}

/** Beside the path: what is attacked or looked into there moves no matter on. */
const beside: readonly ChannelId[] = ['intake', 'invalidation'];

/** The proceedings whose channels say where the matter may go: those at work on it, or the last that was. */
function leavingFrom(caseFile: CaseFile, matter: Matter): readonly Proceeding[] {
  const runs = Object.values(caseFile.proceedings).filter((one) => one.matters.includes(matter.id));
  const atTheDoor = kit.states(matter.slot)[0] === 'triage';
  const door = runs.findLast(({ channel }) => channel === 'intake');
  if (atTheDoor && door !== undefined) return [door];
  const leading = runs.filter(({ channel }) => !beside.includes(channel));
  const atWork = leading.filter(({ endedOn }) => endedOn === null);
  return atWork.length > 0 ? atWork : [leading.at(-1) ?? runs.at(-1)].filter((one) => one !== undefined);
}

interface Question {
  readonly caseFile: CaseFile;
  readonly matter: Matter;
  readonly leaving: readonly Proceeding[];
  readonly route: Route;
  readonly channel: ChannelId;
  readonly sight: WaySight;
  readonly conditions: ReadonlyMap<ChannelId, readonly WayNeed[]>;
}

function judge(question: Question): WayTarget {
  const { channel, conditions, route } = question;
  if (isUnderWay(question)) return { channel, state: 'underWay', needs: [] };
  const own = conditions.get(channel);
  const needs = [...stageNeeds(question), ...titleNeeds(question), ...courseNeeds(question), ...(own ?? [])];
  const toldByTheRecord = own !== undefined || route.onlyIf !== undefined;
  if (needs.some(({ judgement }) => judgement === 'missing')) return { channel, state: 'closed', needs };
  return { channel, state: needs.length === 0 && toldByTheRecord ? 'open' : 'depends', needs };
}

/** A proceeding of that channel runs beside already and has decided nothing, or a handoff that opens one is on its way. A route within its own channel begins anew. */
function isUnderWay({ caseFile, matter, route, channel, sight }: Question): boolean {
  const runs = Object.values(caseFile.proceedings).some(
    (one) =>
      one.channel === channel &&
      one.endedOn === null &&
      one.matters.includes(matter.id) &&
      one.outcomes[matter.id] === undefined,
  );
  const comes = Object.values(caseFile.handoffs).some(
    (one) => sight.handoff(one.id) && opensFor(one, matter) && channelOpened(one) === channel,
  );
  return comes || (runs && !route.from.includes(channel));
}

function opensFor(handoff: Handoff, { id }: Matter): boolean {
  return handoff.matters.includes(id) && !kit.meta(handoff.slot).over;
}

/** Whether the path of the matter lets a proceeding of that kind take it up from here. */
function stageNeeds({ matter, channel }: Question): readonly WayNeed[] {
  const { slot } = matter;
  const family = channelOf(channel)?.family ?? null;
  const takes =
    channel === 'intake'
      ? kit.can(slot, { type: 'returnToTriage', facts: {} })
      : family === null || kit.can(slot, { type: 'enterChannel', facts: { family } });
  if (takes) return [];
  const { label } = kit.meta(slot);
  return [
    {
      text: text(
        `争议事项现处“${label.zh}”，这一阶段有了结果，才能转入${channelLabels[channel].zh}。`,
        `The matter stands at “${label.en}”: what comes of it decides whether it can go to ${channelLabels[channel].en.toLowerCase()}.`,
      ),
      basis: [],
      judgement: 'unknown',
      instead: null,
    },
  ];
}

/** Ways to a title that can be enforced; a matter that has one, or is about to, needs no second. */
const titling: readonly ChannelId[] = ['notarisedEnforcement', 'paymentOrder'];
const titled: readonly string[] = ['confirmed', 'decided', 'inEnforcement'];

function titleNeeds({ matter, channel }: Question): readonly WayNeed[] {
  const [state = ''] = kit.states(matter.slot);
  if (!titling.includes(channel) || (state !== 'beingConfirmed' && !titled.includes(state))) return [];
  const has = titled.includes(state);
  return [
    {
      text: text('还没有可以申请强制执行的文书。', 'There is no title yet that can be enforced.'),
      basis: [],
      judgement: has ? 'missing' : 'unknown',
      instead: has
        ? text('已有执行依据，对方不履行的，申请强制执行。', 'There is one: if it is not kept, apply for enforcement.')
        : text('正在司法确认，等结果。', 'It is being confirmed: wait for the result.'),
    },
  ];
}

/** What the route asks of the mediation it comes from, or of how a court referred the suit. */
function courseNeeds({ caseFile, matter, leaving, route, sight }: Question): readonly WayNeed[] {
  const { onlyIf } = route;
  if (onlyIf === undefined) return [];
  const judgement =
    onlyIf === 'settled' || onlyIf === 'notSettled'
      ? judgeOutcome(onlyIf, kit.states(matter.slot)[0] ?? '')
      : judgeReferral(onlyIf, caseFile, leaving, sight);
  return judgement === 'met' ? [] : [{ ...courses[onlyIf], basis: [], judgement }];
}

const agreedStates: readonly string[] = ['settled', 'beingConfirmed', 'confirmed'];

/** By the path, which everybody in the case may know, not by what was decided inside a proceeding. */
function judgeOutcome(wanted: 'settled' | 'notSettled', state: string): 'met' | WayNeed['judgement'] {
  if (state === 'inMediation') return 'unknown';
  return agreedStates.includes(state) === (wanted === 'settled') ? 'met' : 'missing';
}

function judgeReferral(
  wanted: 'delegated' | 'entrusted',
  caseFile: CaseFile,
  leaving: readonly Proceeding[],
  sight: WaySight,
): 'met' | WayNeed['judgement'] {
  const modes = leaving
    .filter(({ id }) => sight.proceeding(id))
    .flatMap(({ id, channel }) =>
      channel === 'litigation' ? modeOfSuit(caseFile, id) : (referralOf(caseFile, id)?.mode ?? []),
    );
  if (modes.length === 0) return 'unknown';
  return modes.includes(wanted) ? 'met' : 'missing';
}

const courses: Readonly<Record<RouteCondition, Pick<WayNeed, 'text' | 'instead'>>> = {
  settled: {
    text: text('须已就本事项达成协议。', 'The matter must have been settled.'),
    instead: text('调解不成的，走调解不成后的途径。', 'Without an agreement, take a way for mediations that failed.'),
  },
  notSettled: {
    text: text(
      '须调解不成；本事项达成协议的，不走这条路径。',
      'Mediation must have failed; a settled matter does not go this way.',
    ),
    instead: text(
      '已达成协议的，申请司法确认、公证或者就协议起诉。',
      'Once settled: confirmation, a notary, or a suit on the agreement.',
    ),
  },
  delegated: {
    text: text('限法院立案前委派的调解。', 'Only for a mediation delegated before the suit was registered.'),
    instead: null,
  },
  entrusted: {
    text: text('限法院立案后委托的调解。', 'Only for a mediation entrusted after the suit was registered.'),
    instead: null,
  },
};

/** While a mediation runs it may still bring an agreement: that there is none yet closes nothing. */
const mayStillCome: readonly string[] = ['agreementInEffect', 'agreementPays'];

/** What triage asks of each way and the record does not show, by the channel it leads to. */
function conditionsOf(
  caseFile: CaseFile,
  matter: Matter,
  on: LegalDate,
  { proceeding }: WaySight,
): Question['conditions'] {
  const inMediation = kit.states(matter.slot)[0] === 'inMediation';
  const judged = triageOf(triageFactsOf(caseFile, matter.id, on, proceeding));
  const needs = judged.map(({ channel, conditions }) => {
    const wanting = conditions.flatMap(({ id, text: what, basis, judgement, instead }): readonly WayNeed[] => {
      if (judgement === 'met') return [];
      const open = inMediation && mayStillCome.includes(id);
      return [{ text: what, basis, judgement: open ? 'unknown' : judgement, instead }];
    });
    return [channel, wanting] as const;
  });
  return new Map(needs);
}
