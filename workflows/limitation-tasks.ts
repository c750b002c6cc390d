import type { Calendar } from './calendar.ts';
import type { CaseFile, Id, Proceeding } from './case-file.ts';
import type { Task } from './derived.ts';
import { type Limitation, limitationOf } from './limitation.ts';
import type { Reference, Role } from './reference.ts';
import { ruleInForce } from './rules/clock-rules.ts';
import { text } from './text.ts';

/** Where a matter stands while its claim may still be barred: nothing decided, nothing that holds the period by itself. */
const stillOpen = ['triage', 'inMediation', 'beforeAuthority', 'unresolved', 'settled'];

/** Obstacles that still stand are taken to last: the period is suspended with them, and their end derives the task again. */
const endless = '9999-12-31';

/**
 * Limitation that runs out is a task of whoever holds the matter: remind the right holder to interrupt it (CC 188, 194, 195).
 * It is shown from the lead time that the rule sets before the last day; nothing waits on the desk of somebody who may not
 * read what the day is counted from. `roleAt` says who does the papers at an organisation.
 */
export function limitationTasks(
  caseFile: CaseFile,
  calendar: Calendar,
  reference: Reference,
  roleAt: (organisation: Id) => Role,
): readonly Task[] {
  return Object.values(caseFile.matters).flatMap(({ id, slot }): readonly Task[] => {
    const holder = holderOf(caseFile, id);
    if (holder === undefined || !stillOpen.includes(String(slot.value))) return [];
    const ledger = limitationOf(caseFile, id, calendar, reference, endless);
    const { expiresOn, runsFrom } = ledger;
    if (expiresOn === null || runsFrom === null || !isKnownAt(caseFile, id, ledger, holder.organisation)) return [];
    const { rule } = ruleInForce('lim.general', runsFrom);
    return [
      {
        id: `limitation:${id}`,
        organisation: holder.organisation,
        role: roleAt(holder.organisation),
        person: holder.assignments.find((one) => one.to === null && one.as === 'officer')?.person ?? null,
        proceeding: holder.id,
        handoff: null,
        text: text(
          `诉讼时效将于 ${expiresOn} 届满（民法典第一百八十八条）：提醒权利人起诉、申请仲裁、请求履行或者采取其他中断时效的措施`,
          `Limitation ends on ${expiresOn} (Civil Code art. 188): remind the right holder to sue, arbitrate, demand performance or interrupt it otherwise`,
        ),
        dueOn: expiresOn,
        shownFrom: Temporal.PlainDate.from(expiresOn).subtract({ days: rule.warnsBeforeDays }).toString(),
        source: 'limitation',
      },
    ];
  });
}

/** Whoever holds the matter now, or held it last. */
function holderOf(caseFile: CaseFile, matter: Id): Proceeding | undefined {
  const over = Object.values(caseFile.proceedings).filter(({ matters }) => matters.includes(matter));
  return over.findLast(({ endedOn }) => endedOn === null) ?? over.at(-1);
}

/**
 * Whether an organisation may read every line the day is counted from: the opening of a proceeding, which everybody in the
 * case sees, what its own proceeding holds, and what nobody else could have recorded.
 */
function isKnownAt(
  caseFile: CaseFile,
  matter: Id,
  { interruptions, obstacles }: Limitation,
  organisation: Id,
): boolean {
  const isHere = (id: Id) => caseFile.proceedings[id]?.organisation === organisation;
  const isAlone = Object.values(caseFile.proceedings).every((one) => !one.matters.includes(matter) || isHere(one.id));
  const isOwn = (fact: Id) => {
    const { proceeding = null } = caseFile.facts[fact] ?? {};
    return proceeding === null ? isAlone : isHere(proceeding);
  };
  const isPublic = ({ kind, procedure }: Limitation['interruptions'][number]) =>
    procedure !== null && (kind === 'request' || kind === 'suit');
  return (
    interruptions.every((line) => isPublic(line) || isOwn(line.fact)) && obstacles.every(({ fact }) => isOwn(fact))
  );
}
