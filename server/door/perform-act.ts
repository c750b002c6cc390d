import type { JsonObject, Refusal } from '../../workflows/index.ts';
import { commandIdOf, type Dependencies, requestDigest, settle, tellAfter } from '../write/index.ts';
import { type OfferedAct, partyActor } from './acts.ts';
import type { Place } from './session.ts';

/** What became of a party's act. `entry` is its number in the journal of the case: what a receipt names. */
export type PartyOutcome =
  | { readonly kind: 'done'; readonly code: string; readonly entry: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'busy' };

/**
 * Gives a party's command through the one write path. The same key gives it once, however often a form is sent. Rejects with
 * `StoreBusy` or `StorageFull` as the store does.
 */
export function giveAsParty(
  place: Place,
  { act, proceeding }: OfferedAct,
  data: JsonObject,
  key: string,
  dependencies: Dependencies,
): Promise<PartyOutcome> {
  const { caseId, party, isChecked } = place;
  const person = speakerOf(place);
  const asked = {
    caseId,
    type: act.command,
    targetId: proceeding.id,
    occurredOn: null,
    data: { ...data, ...act.means, party: party.id },
    acknowledged: [],
    evidence: null,
    idempotencyKey: key,
    ifMatch: null,
  };
  const command = {
    id: commandIdOf(person, key),
    type: act.command,
    target: { kind: 'proceeding', id: proceeding.id },
    occurredOn: null,
    data: asked.data,
    acknowledged: [],
    evidence: null,
  } as const;
  const given = { command, person, digest: requestDigest(asked), queryCode: '' };
  return dependencies.store.inTurn(async () => {
    const errand = { caseId, actor: partyActor(party, isChecked ? 1 : 0), act: given };
    const settled = await settle(errand, dependencies);
    if (settled.kind === 'refused') return settled;
    if (settled.kind === 'repeated') return doneBefore(settled.answer);
    if (settled.kind !== 'done') return { kind: 'busy' };
    await tellAfter(settled.before, settled.after, dependencies);
    return doneBefore({ ...settled.answer });
  });
}

/** Under whose name a party's answers and files are kept. */
export function speakerOf({ caseId, party }: Place): string {
  return `party:${caseId}:${party.id}`;
}

/** What a form came to that was sent before: the act itself may not be possible a second time. Null: it was not. */
export async function givenBefore(place: Place, key: string, { store }: Dependencies): Promise<PartyOutcome | null> {
  const person = speakerOf(place);
  const stored = key === '' ? null : await store.answered(person, commandIdOf(person, key));
  return stored === null ? null : doneBefore(stored.answer);
}

function doneBefore({ code, entries }: JsonObject): PartyOutcome {
  const [entry] = Array.isArray(entries) ? entries : [];
  return { kind: 'done', code: String(code), entry: Number(entry) };
}
