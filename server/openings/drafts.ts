import type { Draft } from '../../db/drafts.ts';
import { commands } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, mayEverGive, momentOf } from '../write/index.ts';

/** A form as it was sent: each name with what was entered under it. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** A draft without what makes sense only once. */
export interface OpeningDraft {
  readonly id: string;
  readonly savedAt: string;
  readonly typed: Typed;
}

const draftsOfAPerson = 20;
/** How long a draft is kept after it was saved last. */
export const draftLivesDays = 14;

/** Somebody who opens cases somewhere. Throws `not-allowed` for everybody else. */
export function openingViewer(viewer: Viewer): Viewer & { readonly organisationId: string } {
  const { organisationId, roles } = viewer;
  const definition = commands.openCase;
  if (organisationId === null || definition === undefined || !mayEverGive(definition, roles))
    throw new ProblemError('not-allowed');
  return { ...viewer, organisationId };
}

/**
 * Keeps what was typed of an opening, sealed, for its writer; in the place of the draft `id` when that is one of theirs.
 * Returns its id. Warnings that were read are not kept: they are read again. Throws `not-allowed` or `drafts-full`.
 */
export async function keepDraft(
  viewer: Viewer,
  id: string | null,
  typed: Typed,
  { store, ids, now }: Dependencies,
): Promise<string> {
  const person = openingViewer(viewer).accountId;
  const known = id === null ? null : await store.drafts.find(person, id);
  if (known === null && (await store.drafts.ofPerson(person, draftsOfAPerson)).length >= draftsOfAPerson)
    throw new ProblemError('drafts-full');
  const kept = known?.id ?? ids();
  const sent = Object.entries(typed).flatMap(([name, texts]) => (isContent(name) ? [[name, [...texts]] as const] : []));
  await store.drafts.save({ id: kept, person, savedAt: momentOf(now()), sent: Object.fromEntries(sent) });
  return kept;
}

const isContent = (name: string) => name.startsWith('data.') || ['occurredOn', 'like', 'carry'].includes(name);

/** A draft of the viewer's. Throws `not-found` for any other. */
export async function draftOf(viewer: Viewer, id: string, { store }: Dependencies): Promise<OpeningDraft> {
  const draft = await store.drafts.find(openingViewer(viewer).accountId, id);
  if (draft === null) throw new ProblemError('not-found');
  return openingDraft(draft);
}

/** The viewer's drafts, latest first; nothing for somebody who opens no cases. */
export async function draftList(viewer: Viewer, { store }: Dependencies): Promise<readonly OpeningDraft[]> {
  return (await store.drafts.ofPerson(viewer.accountId, draftsOfAPerson)).map(openingDraft);
}

/** Removes a draft of the viewer's for good; nothing happens when there is none. */
export async function dropDraft(viewer: Viewer, id: string, { store }: Dependencies): Promise<void> {
  await store.drafts.remove(viewer.accountId, id);
}

/** Removes drafts that nobody touched for long. Returns how many. */
export function forgetDrafts({ store, now }: Dependencies): Promise<number> {
  return store.drafts.sweep(momentOf(now().subtract({ hours: draftLivesDays * 24 })));
}

function openingDraft({ id, savedAt, sent }: Draft): OpeningDraft {
  // The text was written by `keepDraft`.
  return { id, savedAt, typed: sent as unknown as Typed };
}
