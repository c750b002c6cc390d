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
 * Gives a party's command through the one write path. The same key gives it once, however often a form is sent; a form that
 * was gone back to and sent with something else gives that, too. Rejects with `StoreBusy` or `StorageFull` as the store does.
 */
export async function giveAsParty(
  place: Place,
  offered: OfferedAct,
  data: JsonObject,
  key: string,
  dependencies: Dependencies,
): Promise<PartyOutcome> {
  const { caseId, party, isChecked } = place;
  const { act, proceeding } = offered;
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
  const digest = requestDigest(asked);
  const errand = {
    caseId,
    actor: partyActor(party, isChecked ? 1 : 0),
    act: { command, person, digest, queryCode: '' },
  };
  const settled = await dependencies.store.inTurn(async () => {
    const outcome = await settle(errand, dependencies);
    if (outcome.kind === 'done') await tellAfter(outcome.before, outcome.after, dependencies);
    return outcome;
  });
  if (settled.kind === 'refused') return settled;
  if (settled.kind === 'done') return doneBefore({ ...settled.answer });
  if (settled.kind !== 'repeated') return { kind: 'busy' };
  const { requestDigest: known, answer } = settled.stored;
  return known === digest ? doneBefore(answer) : giveAsParty(place, offered, data, `${key} ${digest}`, dependencies);
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
