import type { Store } from '../../../db/store.ts';
import {
  type Agreement,
  type Clause,
  type ClauseSubject,
  clauseSubjects,
  type Json,
  type JsonObject,
  type Target,
} from '../../../workflows/index.ts';
import { type ConfirmabilityView, confirmabilityViews, findingsFor, type Look } from '../../views/index.ts';
import * as parts from '../components/index.ts';
import { type Html, html } from '../html.ts';
import { type Language, say } from '../i18n.ts';
import { preflightInShort } from './preflight-shown.ts';
import { preflightTexts as texts } from './texts.ts';

/** Of every agreement that no court has been asked about yet: whether one could confirm it. For whoever holds the mediation. */
export async function confirmabilityCards(look: Look, store: Store, language: Language): Promise<readonly Html[]> {
  if (look.moment !== null) return [];
  const judged = (findings: Parameters<typeof confirmabilityViews>[2]) =>
    Object.keys(look.caseFile.proceedings)
      .flatMap((id) => confirmabilityViews(look, id, findings))
      .filter(({ agreement }) => agreement !== null);
  // Other cases are looked at only where there is something to judge.
  if (judged([]).length === 0) return [];
  return judged(await findingsFor(look, store)).map((view) => confirmabilityCard(view, language));
}

function confirmabilityCard({ number, agreement, checks }: ConfirmabilityView, language: Language): Html {
  const name = number !== null && html`<p class="muted">${say(texts.agreement, language)} ${number}</p>`;
  return parts.card(
    {
      heading: texts.mayBeConfirmed,
      id: agreement === null ? 'confirmable' : `confirmable-${agreement}`,
      aside: parts.badge({ label: texts.advice, tone: 'info' }, language),
      content: html`${name}${preflightInShort(checks, agreement !== null, language)}`,
    },
    language,
  );
}

/** Commands whose form says beside its fields what a court would look at. */
const formsWithPreflight: readonly string[] = ['recordAgreement'];

/** Whether the form of a command shows the pre-flight, and so has a button that asks for it without sending. */
export function showsPreflight(type: string): boolean {
  return formsWithPreflight.includes(type);
}

/** The pre-flight of what stands in a form: of the clauses typed so far, or of what a court will ask when there are none. */
export async function preflightAside(
  look: Look,
  { id }: Target,
  typed: JsonObject,
  store: Store,
  language: Language,
): Promise<Html> {
  const agreement = agreementTyped(look, id, typed);
  const views = confirmabilityViews(look, id, await findingsFor(look, store), agreement);
  return html`${views
    .filter((view) => view.agreement === (agreement?.id ?? null))
    .map((view) => confirmabilityCard(view, language))}`;
}

/** The button that shows the pre-flight of what was typed; nothing is sent. */
export function preflightButton(language: Language): Html {
  return html`<p><button class="button button-secondary" type="submit" name="resume" value="preflight">${say(texts.tryOut, language)}</button></p>`;
}

/** An agreement as far as it was typed; null without a clause. */
function agreementTyped({ caseFile }: Look, proceedingId: string, typed: JsonObject): Agreement | null {
  const clauses = rowsIn(typed.clauses).flatMap(clauseTyped);
  if (clauses.length === 0) return null;
  const { matters = [], outcomes = {} } = caseFile.proceedings[proceedingId] ?? {};
  const chosen = Array.isArray(typed.matters) ? typed.matters.filter((one) => typeof one === 'string') : [];
  const form = typed.form === 'oral' || typed.form === 'online' || typed.form === 'department' ? typed.form : 'written';
  return {
    id: '',
    number: textIn(typed.number),
    form,
    matters: chosen.length > 0 ? chosen : matters.filter((one) => !(one in outcomes)),
    clauses,
    signatures: rowsIn(typed.signatures).map((row) => ({
      party: textIn(row.party) ?? '',
      agent: textIn(row.agent),
      signedOn: textIn(row.signedOn) ?? '',
      level: 2,
    })),
    mediatorSignedOn: textIn(typed.mediatorSignedOn),
    sealedOn: textIn(typed.sealedOn),
    recordedOn: textIn(typed.recordedOn),
    abandoned: false,
  };
}

function clauseTyped(row: JsonObject): readonly Clause[] {
  const { subject, amountFen, mannerNamed } = row;
  if (typeof subject !== 'string' || !isSubject(subject)) return [];
  return [
    {
      subject,
      obligor: textIn(row.obligor),
      obligee: textIn(row.obligee),
      act: textIn(row.act) ?? '',
      amountFen: typeof amountFen === 'number' ? amountFen : null,
      dueOn: textIn(row.dueOn),
      mannerNamed: mannerNamed === true,
    },
  ];
}

function isSubject(value: string): value is ClauseSubject {
  return Object.hasOwn(clauseSubjects, value);
}

function rowsIn(value: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is JsonObject => typeof row === 'object' && row !== null && !Array.isArray(row));
}

function textIn(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
