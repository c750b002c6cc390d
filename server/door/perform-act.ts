import type { JsonObject, Refusal } from '../../workflows/index.ts';
import { attempts, commandIdOf, type Dependencies, givenFor, perform, requestDigest } from '../write/index.ts';
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
  const work = { command, person, digest: requestDigest(asked), queryCode: '' };
  return dependencies.store.inTurn(async () => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stored = await dependencies.store.answered(person, command.id);
      if (stored !== null) return doneBefore(stored.answer);
      const caseFile = await dependencies.store.load(caseId);
      if (caseFile === null) return { kind: 'busy' };
      const given = await givenFor(partyActor(party, isChecked ? 1 : 0), dependencies);
      const done = await perform(caseFile, work, given, dependencies);
      if (done.kind === 'refused') return done;
      if (done.kind === 'duplicate') return doneBefore(done.stored.answer);
      if (done.kind === 'done') return doneBefore({ ...done.answer });
    }
    return { kind: 'busy' };
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
