import type { CaseFile, Id, Party, Proceeding } from '../case-file.ts';
import { command } from '../command.ts';
import { latestFact } from '../facts.ts';
import { choiceOf, partyOf } from '../fields.ts';
import { deskRoles } from '../reference.ts';
import { excluded } from '../rules/guards.ts';
import { labelsOf } from '../rules/labels.ts';
import { consentAnswers } from '../rules/reasons.ts';
import { text } from '../text.ts';
import { answerChannels, contactChannels, contactFacts, contactNote } from './contact.ts';

/** The parties of some matters. */
export function partiesOfMatters(caseFile: CaseFile, matters: readonly Id[]): readonly Party[] {
  const ids = new Set(
    matters.flatMap((id) => [...(caseFile.matters[id]?.claimants ?? []), ...(caseFile.matters[id]?.respondents ?? [])]),
  );
  return [...ids].flatMap((id) => caseFile.parties[id] ?? []);
}

/** Matters of a proceeding on which nothing is decided yet. */
export function undecided(proceeding: Proceeding): readonly Id[] {
  return proceeding.matters.filter((matter) => proceeding.outcomes[matter] === undefined);
}

/** Parties whose latest answer is a clear refusal, among those of some matters (PML 17). */
export function refusing(caseFile: CaseFile, matters: readonly Id[]): readonly Party[] {
  return partiesOfMatters(caseFile, matters).filter(
    (party) => latestFact(caseFile, 'recordConsent', { party: party.id })?.values.answer === 'refuses',
  );
}

/** Records whether a party will mediate, how it said so and how sure we are who spoke. Only a clear refusal stops mediation. */
export const recordConsent = command({
  type: 'recordConsent',
  target: 'proceeding',
  kind: 'fact',
  label: text('记录调解意愿', 'Record consent'),
  hint: text(
    '不参加调解不会产生不利后果，应当如实告知。',
    'Declining has no adverse consequence, and the party is told so.',
  ),
  by: deskRoles,
  relation: 'custodian',
  occurredOn: { precision: 'minute', label: text('答复时间', 'When') },
  fields: {
    party: partyOf({ label: text('当事人', 'Party') }),
    answer: choiceOf({ label: text('答复', 'Answer'), of: labelsOf(consentAnswers) }),
    channel: choiceOf({
      label: text('方式', 'How'),
      of: answerChannels,
      only: ({ given }) => (given.actor.speaks === undefined ? Object.keys(contactChannels) : ['page']),
    }),
    level: choiceOf({
      label: text('身份核实', 'Identity'),
      of: {
        0: text('未核实', 'Not checked'),
        1: text('验证码核实', 'One-time code'),
        2: text('当面或书面签名', 'In person or signed'),
      },
      optional: true,
    }),
    note: contactNote,
  },
  requires: [
    excluded(
      'F19',
      'confirmation-is-not-mediated',
      'state',
      ({ proceeding }) => proceeding?.channel === 'judicialConfirmation',
    ),
  ],
  apply: ({ data, caseFile, proceeding, given }) => ({
    party: data.party,
    values: {
      answer: data.answer,
      channel: data.channel,
      level: given.actor.speaks?.level ?? Number(data.level ?? 0),
    },
    facts: contactFacts(caseFile, proceeding!, data.party),
  }),
});
