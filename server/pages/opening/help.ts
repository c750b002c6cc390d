import { ProblemError } from '../../errors.ts';
import {
  carriable,
  carryOver,
  draftList,
  dropDraft,
  type KnownParty,
  keepDraft,
  partiesCalled,
} from '../../openings/index.ts';
import type { Viewer } from '../../security/index.ts';
import type { Dependencies } from '../../write/index.ts';
import { formErrors, orProblem } from '../administration/shared.ts';
import type { Drawing } from '../command-drawing.ts';
import type { CommandForm } from '../command-form.ts';
import { dataPrefix, entered, rowNumbers, type Sent } from '../forms/read.ts';
import type { Language } from '../i18n.ts';
import { draftAddress } from './addresses.ts';
import { carriedShown, furtherButtons, lookUpShown, openingAside } from './shown.ts';

/** What a button beside the one that opens the case leads to: another page, or the form again. */
export type Help =
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'again'; readonly drawing: Drawing; readonly status: number };

/** Does what one of the further buttons of the opening form asks for; null: none of them was pressed. */
export async function helpOpening(
  viewer: Viewer,
  pressed: Sent,
  sent: Sent,
  dependencies: Dependencies,
): Promise<Help | null> {
  if (entered(pressed, 'saveDraft') !== '') {
    const done = await orProblem(keepDraft(viewer, entered(sent, 'draft') || null, sent, dependencies));
    if ('value' in done) return { kind: 'redirect', to: draftAddress(done.value) };
    return again({ sent, errors: formErrors(done.problem) }, done.problem.status);
  }
  const typed = entered(pressed, 'lookUp').trim();
  const taken = entered(pressed, 'take');
  if (taken !== '') {
    const place = placeOf(taken, sent);
    return again({ sent: await withParty(viewer, taken, place, typed, sent, dependencies), opening: { taken: place } });
  }
  if (entered(pressed, 'find') === '') return null;
  const known = await partiesCalled(viewer, typed, dependencies);
  return again({ sent, opening: { lookUp: typed, known } });
}

/** Whether a duplicate is asked about before the case is opened. */
export const asksForDuplicates = (pressed: Sent) => entered(pressed, 'check') !== '';

/**
 * What follows the opening of a case: what comes along from another, and the end of its draft. Returns the note of what was
 * done.
 */
export async function afterOpening(
  caseId: string,
  viewer: Viewer,
  sent: Sent,
  dependencies: Dependencies,
): Promise<'openCase' | 'openedInPart'> {
  const [from, chosen] = [entered(sent, 'like'), sent.carry ?? []];
  const isWhole = from === '' || (await carryOver(viewer, { from, to: caseId, chosen }, dependencies));
  const draft = entered(sent, 'draft');
  if (draft !== '') await dropDraft(viewer, draft, dependencies);
  return isWhole ? 'openCase' : 'openedInPart';
}

/** What stands in and beside the form that opens a case, beyond its fields. */
export async function openingParts(
  viewer: Viewer,
  { sent, opening = {} }: Drawing,
  language: Language,
  dependencies: Dependencies,
): Promise<Pick<CommandForm, 'opening' | 'aside' | 'begin'>> {
  const like = entered(sent, 'like');
  const carried = like === '' ? [] : await carriable(viewer, like, dependencies);
  return {
    opening: {
      lookUp: lookUpShown(opening, language),
      carried: carriedShown(carried, sent.carry ?? [], language),
      buttons: furtherButtons(language),
      hidden: { draft: entered(sent, 'draft') || undefined, like: like || undefined },
    },
    aside: openingAside(await draftList(viewer, dependencies), language),
    ...(opening.taken === undefined ? {} : { begin: `${opening.taken}.telephone` }),
  };
}

function again(drawing: Drawing, status = 200): Help {
  return { kind: 'again', drawing, status };
}

/** Where the party goes that a button names: the claimant, or one more respondent. */
function placeOf(taken: string, sent: Sent): string {
  const rows = `${dataPrefix}respondents`;
  const next = Math.max(-1, ...rowNumbers(sent, rows)) + 1;
  return taken.startsWith('respondent:') ? `${rows}.${next}.who` : `${dataPrefix}claimant`;
}

/** The form with a party that was found put in; looked up again, because what a form says of a party is not believed. */
async function withParty(
  viewer: Viewer,
  taken: string,
  place: string,
  typed: string,
  sent: Sent,
  dependencies: Dependencies,
): Promise<Sent> {
  const [, person = ''] = taken.split(':');
  const party = (await partiesCalled(viewer, typed, dependencies)).find((one) => one.person === person);
  if (party === undefined) throw new ProblemError('not-found');
  // Whoever stood there goes with everything that was said of them.
  const kept = Object.entries(sent).filter(([name]) => !name.startsWith(`${place}.`));
  return { ...Object.fromEntries(kept), ...partyTyped(party, place) };
}

function partyTyped({ kind, name, creditCode }: KnownParty, place: string): Sent {
  return {
    [`${place}.name`]: [name],
    ...(kind === 'foreignOrganisation' ? {} : { [`${place}.kind`]: [kind] }),
    ...(creditCode === null ? {} : { [`${place}.creditCode`]: [creditCode] }),
  };
}
