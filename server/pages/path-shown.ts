import { kit } from '../../workflows/index.ts';
import {
  type CaseView,
  isNarrowed,
  type MatterView,
  type OnTheWayView,
  type PathLineView,
  type TimelineFilter,
  type WayNeedView,
  type WayOnView,
} from '../views/index.ts';
import { commandAddress } from './command-page.ts';
import * as parts from './components/index.ts';
import { startedWith } from './form-start.ts';
import { handoffAddress } from './handoff-pages.ts';
import { type Html, html } from './html.ts';
import { colon, type Language, say, type Text, t } from './i18n.ts';
import { caseTexts } from './texts.ts';
import { caseAddress } from './timeline-filters.ts';
import { triageTexts } from './triage-texts.ts';

/** The map of the case: for each matter its stations, its proceedings beside them, and the ways on from here. */
export function pathCard(view: CaseView, filter: TimelineFilter, language: Language): Html {
  // An entry that a filter hides is on the page that shows all.
  const entries = isNarrowed(filter) ? caseAddress(view) : '';
  const lines = view.matters.map((matter) => lineOf(view, matter, entries, language));
  return parts.card({ heading: t.path, id: 'path', content: parts.pathMap(lines, language) }, language);
}

function lineOf(view: CaseView, matter: MatterView, entries: string, language: Language): parts.PathLine {
  const { branch, splitFrom } = matter;
  const gone = matter.steps.map((step, index): parts.PathStep => {
    const isLast = step.current;
    const isShared = splitFrom !== null && branch !== null && index <= branch.after;
    const when: Text =
      isLast && !matter.over
        ? { zh: `${shortDate(step.since)} 起`, en: `since ${shortDate(step.since)}` }
        : { zh: shortDate(step.since), en: shortDate(step.since) };
    return {
      label: step.label,
      state: isLast && !matter.over ? 'current' : 'done',
      dates: when,
      shared: isShared,
      ...(step.organisation === null ? {} : { organisation: step.organisation }),
      ...(step.entry === null ? {} : { href: `${entries}#entry-${step.entry}` }),
    };
  });
  const ahead = aheadOf(matter).map((label): parts.PathStep => ({ label, state: 'possible' }));
  const lanes = [
    ...matter.lines.map((line) => laneOf(view, matter, line, language)),
    ...matter.handoffs.map((one) => laneOnTheWay(view, matter, one, language)),
  ];
  return {
    ...(view.matters.length > 1 ? { label: matter.label } : {}),
    ...(branch === null || splitFrom === null
      ? {}
      : {
          note: {
            zh: `${shortDate(branch.on)} 自争议事项 ${splitFrom} 分出；此前的站点相同`,
            en: `Split from matter ${splitFrom} on ${shortDate(branch.on)}; the stations before are shared`,
          },
        }),
    steps: [...gone, ...ahead],
    lanes,
    ways: waysOf(view, matter, language),
  };
}

/** The way that most disputes take; what lies ahead of the present station is shown as possible. */
const usualWay = ['triage', 'inMediation', 'settled', 'beingConfirmed', 'confirmed', 'over'];

function aheadOf({ steps, over }: MatterView): readonly Text[] {
  const here = usualWay.indexOf(steps.at(-1)?.state ?? '');
  const ahead = over ? [] : here === -1 ? ['over'] : usualWay.slice(here + 1);
  const { states } = kit.describe('path');
  return ahead.flatMap((id) => states.find((state) => state.id === id)?.meta.label ?? []);
}

/** 11-09 within a year is enough on a path; the year stands in the timeline. */
function shortDate(occurredOn: string): string {
  return occurredOn.length === 'YYYY-MM'.length ? occurredOn : occurredOn.slice(5, 10);
}

function laneOf(view: CaseView, matter: MatterView, line: PathLineView, language: Language): parts.Lane {
  const { running, stayed, organisation, number, openedOn, endedOn, outcome, from, to } = line;
  const state = !running ? 'ended' : stayed === null ? 'running' : 'stayed';
  const period: Text =
    endedOn === null
      ? { zh: `${shortDate(openedOn)} 起`, en: `since ${shortDate(openedOn)}` }
      : {
          zh: `${shortDate(openedOn)} 至 ${shortDate(endedOn)}`,
          en: `${shortDate(openedOn)} to ${shortDate(endedOn)}`,
        };
  const whose = html`${say(organisation.shortName, language)} · ${say(period, language)}`;
  return {
    label: line.label,
    state,
    badge: running
      ? { label: line.stateLabel, tone: 'warn', icon: 'clock' }
      : { label: line.stateLabel, tone: 'neutral', icon: 'check' },
    from,
    to,
    href: `${caseAddress(view, { proceeding: line.proceeding })}#timeline`,
    details: [
      whose,
      ...(number === null ? [] : [html`<span class="case-number">${number}</span>`]),
      ...openedFrom(view, matter, line, language),
      ...(stayed === null ? [] : [waiting(matter, stayed, language)]),
      ...(outcome === null
        ? []
        : [html`${say(caseTexts.outcome, language)}${colon(language)}${say(outcome, language)}`]),
    ],
  };
}

/** From which line it branched off, and by which handoff. */
function openedFrom(
  { id }: CaseView,
  { lines }: MatterView,
  { openedBy }: PathLineView,
  language: Language,
): readonly Html[] {
  if (openedBy === null) return [];
  const home = lines.find(({ proceeding }) => proceeding === openedBy.from);
  const link = html`<a href="${handoffAddress(id, openedBy.handoff)}">${say(openedBy.label, language)}</a>`;
  const from = home === undefined ? '' : say(home.label, language);
  return [html`${say(caseTexts.openedBy, language)}${colon(language)}${from !== '' && html`${from} → `}${link}`];
}

function waiting(
  { lines }: MatterView,
  { since, waitsFor }: NonNullable<PathLineView['stayed']>,
  language: Language,
): Html {
  const on = lines.find(({ proceeding }) => proceeding === waitsFor);
  const reason = on !== undefined && html`${language === 'en' ? ', waiting for ' : '，等待'}${say(on.label, language)}`;
  const stood: Text = { zh: `${shortDate(since)} 起停在这里`, en: `at a standstill since ${shortDate(since)}` };
  return html`${say(stood, language)}${reason}`;
}

/** A handoff that nobody has answered leads out of the present station. */
function laneOnTheWay(view: CaseView, matter: MatterView, handoff: OnTheWayView, language: Language): parts.Lane {
  const here = matter.steps.length - 1;
  const { from, to, offeredAt } = handoff;
  const sent = offeredAt !== null && html` · ${shortDate(offeredAt)}`;
  return {
    label: handoff.label,
    state: 'onTheWay',
    badge: { label: handoff.stateLabel, tone: 'info', icon: 'arrow' },
    from: here,
    to: here,
    href: handoffAddress(view.id, handoff.id),
    details: [html`${say(from.shortName, language)} → ${say(to.shortName, language)}${sent}`],
  };
}

const signs = {
  open: { tone: 'good', icon: 'check' },
  underWay: { tone: 'info', icon: 'arrow' },
  depends: { tone: 'warn', icon: 'info' },
  closed: { tone: 'neutral', icon: 'cross' },
} as const satisfies Readonly<Record<WayOnView['state'], Pick<parts.Badge, 'tone' | 'icon'>>>;

/** What is open stands in the open; what wants something only where nothing is. */
function waysOf(view: CaseView, { routes }: MatterView, language: Language): readonly parts.WayGroup[] {
  const byState = Map.groupBy(routes, ({ state }) => state);
  const hasBetter = byState.has('open') || byState.has('underWay');
  return [...byState].map(([state, ways]) => ({
    heading: ways[0]!.stateLabel,
    ...signs[state],
    ways: ways.map((way) => wayOf(view, way, language)),
    folded: state === 'closed' || (state === 'depends' && hasBetter),
  }));
}

function wayOf(view: CaseView, way: WayOnView, language: Language): parts.Way {
  const article = parts.citation(way.basis, language);
  const notes: parts.Badge[] = [];
  if (!way.offered) notes.push({ label: caseTexts.notOffered, tone: 'neutral', icon: 'info' });
  if (way.toVerify) notes.push({ label: t.unverified, tone: 'neutral', icon: 'info' });
  const action = formOf(view, way);
  return {
    label: { zh: `转${way.label.zh}`, en: way.label.en },
    notes,
    condition: way.condition,
    wants: way.needs.map((need) => wantOf(need, way.to.length > 1, language)),
    ...(article === undefined ? {} : { article }),
    ...(action === null ? {} : { action }),
  };
}

function wantOf(
  { channel, text, judgement, basis, instead }: WayNeedView,
  isOneOfSeveral: boolean,
  language: Language,
): parts.Want {
  const article = parts.citation(basis, language);
  return {
    sign: { label: triageTexts[judgement], tone: judgement === 'missing' ? 'bad' : 'warn' },
    text: isOneOfSeveral ? html`${say(channel, language)}${colon(language)}${say(text, language)}` : text,
    ...(article === undefined ? {} : { article }),
    ...(instead === null ? {} : { instead }),
  };
}

/** The form that takes a way, for whoever may give its command now. */
function formOf({ id, commands }: CaseView, { takenBy }: WayOnView): parts.Way['action'] | null {
  if (takenBy === null) return null;
  const offer = commands.find(({ type, target }) => type === takenBy.command && target.id === takenBy.target);
  if (offer === undefined || offer.allowed === 'no') return null;
  return { label: offer.label, href: startedWith(commandAddress(id, takenBy.command, takenBy.target), takenBy.data) };
}
