import { kit } from '../../workflows/index.ts';
import type { CaseView, MatterView, RouteView } from '../views/index.ts';
import * as parts from './components/index.ts';
import { type Html, html } from './html.ts';
import { type Language, say, type Text, t } from './i18n.ts';
import { caseTexts } from './texts.ts';

/** The way each matter went and may still go, one line per matter; below it the ways out. */
export function pathCard({ matters }: CaseView, language: Language): Html {
  const lines = matters.map((matter) => lineOf(matter, matters.length > 1));
  const routes = waysOut(
    matters.flatMap((matter) => matter.routes),
    language,
  );
  return parts.card(
    {
      heading: t.path,
      id: 'path',
      content: html`${parts.pathSteps(lines, language)}${parts.routesOut(routes, language)}`,
    },
    language,
  );
}

function lineOf(matter: MatterView, isOneOfSeveral: boolean): parts.PathLine {
  const gone = matter.steps.map((step): parts.PathStep => {
    const isLast = step.current;
    const when: Text =
      isLast && !matter.over
        ? { zh: `${shortDate(step.since)} 起`, en: `since ${shortDate(step.since)}` }
        : { zh: shortDate(step.since), en: shortDate(step.since) };
    return {
      label: step.label,
      state: isLast && !matter.over ? 'current' : 'done',
      dates: when,
      ...(step.organisation === null ? {} : { organisation: step.organisation }),
      ...(step.entry === null ? {} : { href: `#entry-${step.entry}` }),
    };
  });
  const ahead = aheadOf(matter).map((label): parts.PathStep => ({ label, state: 'possible' }));
  return { ...(isOneOfSeveral ? { label: matter.label } : {}), steps: [...gone, ...ahead] };
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

/** One chip for each place to go, however many routes lead there; each route with its condition and article. */
function waysOut(routes: readonly RouteView[], language: Language): readonly parts.RouteOut[] {
  const once = [...new Map(routes.map((route) => [route.id, route])).values()];
  return [...Map.groupBy(once, ({ label }) => label.zh).values()].map((same) => ({
    label: { zh: `转${same[0]!.label.zh}`, en: same[0]!.label.en },
    condition: html`${same.map((route) => html`<span class="route-way">${conditionOf(route, language)}</span>`)}`,
  }));
}

function conditionOf({ condition, basis, offered, toVerify }: RouteView, language: Language): Html {
  const notes = [...(offered ? [] : [caseTexts.notOffered]), ...(toVerify ? [t.unverified] : [])];
  const badges = notes.map((note) => html` ${parts.badge({ label: note, tone: 'neutral', icon: 'info' }, language)}`);
  return html`${say(condition, language)}${parts.basisOf(basis, language)}${badges}`;
}
