import { randomUUID } from 'node:crypto';
import type { Look } from '../views/look.ts';
import type { RefusalView } from '../views/offer-view.ts';
import { changesSince } from '../views/timeline-view.ts';
import type { Dependencies } from '../write/index.ts';
import { caseAside } from './case-aside.ts';
import type { CommandForm } from './command-form.ts';
import type { OpenForm } from './command-page.ts';
import { competenceAside } from './competence-aside.ts';
import type * as parts from './components/index.ts';
import { preflightAside, showsPreflight } from './confirmation/mediator-side.ts';
import { entered, readFields, type Sent } from './forms/read.ts';
import { type Html, html } from './html.ts';
import type { Language } from './i18n.ts';
import type { OpeningState } from './opening/shown.ts';
import { entriesShown } from './timeline-shown.ts';

/** What a form is drawn with this time. */
export interface Drawing {
  readonly sent: Sent;
  readonly errors?: readonly parts.FieldError[];
  readonly warnings?: RefusalView['warnings'];
  /** The revision its sender had seen; given when that is what was wrong. */
  readonly staleSince?: number;
  /** Of the form that opens a case: what was looked up. */
  readonly opening?: OpeningState;
}

/** Puts together what the form of a command shows in this case. */
export async function drawnForm(
  open: OpenForm,
  drawing: Drawing,
  language: Language,
  { config, store }: Pick<Dependencies, 'config' | 'store'>,
): Promise<CommandForm> {
  const { ask, form, look } = open;
  const { sent, errors = [], warnings = [], staleSince } = drawing;
  // A form that comes back keeps the revision its sender saw, unless that is what was wrong with it.
  const revision =
    entered(sent, 'revision') === '' ? (form.offer?.revision ?? null) : Number(entered(sent, 'revision'));
  const changes = look === null || staleSince === undefined ? null : changesSince(look, form.target, staleSince);
  return {
    language,
    sent,
    errors,
    warnings,
    form,
    address: ask.address,
    cancelHref: cancelAddress(open),
    idempotencyKey: entered(sent, 'idempotencyKey') || randomUUID(),
    revision,
    changes: changes === null ? null : entriesShown(changes, language),
    aside: look === null ? null : await asideOf(look, form, sent, store, language),
    uploadLimitBytes: config.uploadLimitBytes,
  };
}

/** The case in short; where a receiver is chosen, also who may be competent, and beside an agreement what a court will ask. */
async function asideOf(
  look: Look,
  { type, target, fields }: OpenForm['form'],
  sent: Sent,
  store: Dependencies['store'],
  language: Language,
): Promise<Html> {
  const aside = caseAside(look, target, language);
  if (showsPreflight(type)) {
    const { data } = readFields(fields, sent);
    return html`${aside}${await preflightAside(look, target, data, store, language)}`;
  }
  return type === 'prepareHandoff' ? html`${aside}${competenceAside(look, language)}` : aside;
}

/** Back to where the form was opened from. */
export function cancelAddress({ ask, form }: Pick<OpenForm, 'ask' | 'form'>): string {
  if (ask.caseId === null || ask.quick !== undefined) return '/desk';
  const page = `/cases/${encodeURIComponent(ask.caseId)}`;
  const { kind, id } = form.target;
  return kind === 'handoff' ? `${page}/handoffs/${encodeURIComponent(id)}` : page;
}
