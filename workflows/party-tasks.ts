import { type Calendar, dueOf } from './calendar.ts';
import type { CaseFile, LegalDate, Proceeding } from './case-file.ts';
import type { Task } from './derived.ts';
import { sideLabels } from './dossier/parties.ts';
import { openPartyWords, type PartyWord } from './dossier/party-words.ts';
import { callTimes } from './mediation/party-requests.ts';
import type { Role } from './reference.ts';
import { callBack } from './rules/service-promises.ts';
import { type Text, text } from './text.ts';

/** The last day on which somebody who asked for it is called: a promise of the house. */
export function callBackBy(askedOn: LegalDate, calendar: Calendar): LegalDate {
  return dueOf({ trigger: askedOn, amount: callBack.amount, unit: callBack.unit }, calendar).due ?? askedOn;
}

/** What parties said waits on the desk of whoever holds the proceeding: the officer's, or before one is named the role's. */
export function partyTasks(
  caseFile: CaseFile,
  calendar: Calendar,
  roleAt: (proceeding: Proceeding) => Role,
): readonly Task[] {
  return openPartyWords(caseFile).map((word): Task => {
    const { fact, proceeding } = word;
    return {
      id: `party:${fact.id}`,
      organisation: proceeding.organisation,
      role: roleAt(proceeding),
      person: proceeding.assignments.find((one) => one.to === null && one.as === 'officer')?.person ?? null,
      proceeding: proceeding.id,
      handoff: null,
      text: wordsOf(caseFile, word),
      dueOn: fact.type === 'askForCall' ? callBackBy(fact.occurredOn.slice(0, 10), calendar) : null,
      source: 'party',
    };
  });
}

/** Whose side, and what to do; no name, and nothing of what was said. */
function wordsOf(caseFile: CaseFile, { fact, asks }: PartyWord): Text {
  const side = sideLabels[caseFile.parties[fact.party ?? '']?.side ?? 'third'];
  const when = Object.entries(callTimes).find(([id]) => fact.type === 'askForCall' && id === fact.values.when)?.[1];
  return when === undefined
    ? text(`${side.zh}：${asks.zh}`, `${side.en}: ${asks.en}`)
    : text(`${side.zh}：${asks.zh}（${when.zh}）`, `${side.en}: ${asks.en} (${when.en})`);
}
