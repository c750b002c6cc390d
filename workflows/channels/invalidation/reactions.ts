import type { CaseFile, Id, Proceeding } from '../../case-file.ts';
import { latestFact } from '../../facts.ts';
import type { Moment, Reaction, ReactionCommand } from '../../reactions.ts';
import type { Reference } from '../../reference.ts';
import { levelOf } from '../adminRuling/shared.ts';
import type { ChannelId } from '../ids.ts';

/** Channels that may have to wait for a decision on the right, each by its own rule. */
const suspendable: readonly ChannelId[] = ['litigation', 'adminRuling'];

/** The office that decides on the validity of rights; null in a town that does not know it. */
function nationalOffice({ organisations }: Reference): Id | null {
  return Object.values(organisations).find((one) => levelOf(one) === 'national')?.id ?? null;
}

function over(caseFile: CaseFile, matters: readonly Id[], channels: readonly ChannelId[]): readonly Proceeding[] {
  return Object.values(caseFile.proceedings).filter(
    (one) =>
      channels.includes(one.channel) && one.endedOn === null && matters.some((matter) => one.matters.includes(matter)),
  );
}

/** A request that became known in one proceeding opens the one before the office, once. */
function openBeside({ caseFile, fact, given }: Moment): readonly ReactionCommand[] {
  const office = nationalOffice(given.reference);
  if (office === null || over(caseFile, fact.matters, ['invalidation']).length > 0) return [];
  return [
    {
      type: 'openProceeding',
      target: { kind: 'case', id: caseFile.id },
      data: {
        channel: 'invalidation',
        organisation: office,
        matters: fact.matters.map((id) => ({ id })),
        handoff: null,
      },
    },
  ];
}

/** What one proceeding learnt of the attack, every other one over the same right learns too. */
function tellTheOthers({ caseFile, fact }: Moment): readonly ReactionCommand[] {
  if (fact.values.channel !== 'invalidation') return [];
  const known = fact.matters.flatMap((matter) => latestFact(caseFile, 'recordInvalidationRequest', { matter }) ?? []);
  const source = known.sort((one, other) => one.seq - other.seq).at(-1);
  if (source === undefined) return [];
  return over(caseFile, fact.matters, suspendable)
    .filter(({ id }) => id !== source.proceeding)
    .map(({ id }) => ({
      type: 'recordInvalidationRequest',
      target: { kind: 'proceeding', id },
      data: source.values,
    }));
}

/** The result goes to every proceeding that may wait for it: somebody decides there whether it goes on, and how. */
function reportResult({ caseFile, fact }: Moment): readonly ReactionCommand[] {
  return over(caseFile, fact.matters, suspendable).map(({ id }) => ({
    type: 'noteInvalidationResult',
    target: { kind: 'case', id: caseFile.id },
    data: { proceeding: id, result: fact.values.result },
  }));
}

/** A right under attack concerns everything that rests on it (T33). */
export const invalidationReactions: readonly Reaction[] = [
  { id: 'right-attacked', on: { fact: 'recordInvalidationRequest' }, give: openBeside },
  { id: 'attack-told-to-the-others', on: { fact: 'openProceeding' }, give: tellTheOthers },
  { id: 'validity-decided', on: { fact: 'invalidationEnded' }, give: reportResult },
];
