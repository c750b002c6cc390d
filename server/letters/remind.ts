import { createHash } from 'node:crypto';
import type { DeskRow, HandoffRow } from '../../db/store.ts';
import {
  type Clock,
  citeAll,
  clockRules,
  dueOf,
  type HandoffKindId,
  handoffKinds,
  type Id,
  isAssigned,
  type LetterDraft,
  type NoticeFields,
  type NoticeId,
  opensWithReason,
  type Recipient,
  ruleInForce,
  type Text,
  text,
} from '../../workflows/index.ts';
import { eachApart } from '../each-apart.ts';
import { type Dependencies, momentOf } from '../write/index.ts';

/** After so many working days without an answer both sides of a handoff hear of it. A courtesy: no text says a number. */
const answerWithinWorkingDays = 3;
const digestAheadDays = 14;
const warnAheadDays = 60;
const rowLimit = 500;

/**
 * Queues the letters that no command sends: time limits that are near, handoffs nobody has answered, the week's digest.
 * Ids follow from what they are about, so that any number of sweepers queue each once. Returns how many are new; rejects when one
 * could not be written, after the others were queued.
 */
export async function remindPeople(dependencies: Dependencies): Promise<number> {
  const { store, town, now } = dependencies;
  const today = momentOf(now()).slice(0, 10);
  const drafts: LetterDraft[] = [];
  const writing: (() => Promise<readonly LetterDraft[]>)[] = [() => digests(today, dependencies)];
  for (const organisation of Object.keys(town.organisations)) {
    const dueUpTo = Temporal.PlainDate.from(today).add({ days: warnAheadDays }).toString();
    const clocks = await store.reads.clocks({
      organisation,
      dueFrom: today,
      dueUpTo,
      workOn: null,
      limit: rowLimit,
    });
    for (const row of clocks.filter(({ row: clock }) => isNear(clock, today))) {
      writing.push(async () => [await clockWarning(row, today, dependencies)]);
    }
    const waiting = await store.reads.handoffs({ organisation, box: 'waiting', limit: rowLimit });
    for (const row of waiting) writing.push(() => unanswered(row, today, dependencies));
  }
  let queued = 0;
  try {
    await eachApart(writing, async (write) => {
      drafts.push(...(await write()));
    });
  } finally {
    queued = await store.letters.queue(drafts, now());
  }
  return queued;
}

function isNear({ due, warnFrom, kind }: Clock, today: string): boolean {
  return (
    due !== null && warnFrom !== null && kind !== 'waitingPeriod' && warnFrom <= today && today <= due.slice(0, 10)
  );
}

/** To the officer of the proceeding; before somebody is named, to the organisation. */
async function clockWarning({ caseId, code, row }: DeskRow<Clock>, today: string, dependencies: Dependencies) {
  const { organisation } = row;
  const caseFile = await dependencies.store.load(caseId);
  const proceeding = caseFile?.proceedings[row.proceeding ?? ''] ?? null;
  const officer = proceeding?.assignments.find(
    ({ person, as, to }) => as === 'officer' && to === null && isAssigned(proceeding, person, today),
  );
  const recipient: Recipient =
    officer === undefined || proceeding?.organisation !== organisation
      ? { kind: 'organisation', organisation }
      : { kind: 'officer', person: officer.person, organisation };
  const { rule } = ruleInForce(row.rule, row.trigger.occurredOn.slice(0, 10));
  const about = {
    caseId,
    code,
    proceeding: row.proceeding,
    handoff: row.subject.kind === 'handoff' ? row.subject.id : null,
  };
  return draftOf(
    dependencies,
    'clockWarning',
    keyed('warning', caseId, row.id, row.due ?? ''),
    organisation,
    recipient,
    about,
    {
      clock: clockRules[row.rule].label,
      due: row.due ?? '',
      provisional: row.provisional,
      basis: text(citeAll(rule.basis, 'zh'), citeAll(rule.basis, 'en')),
    },
  );
}

async function unanswered(row: HandoffRow, today: string, dependencies: Dependencies): Promise<readonly LetterDraft[]> {
  if (row.offeredOn === null) return [];
  const term = { trigger: row.offeredOn.slice(0, 10), amount: answerWithinWorkingDays, unit: 'workingDay' } as const;
  const { due } = dueOf(term, dependencies.calendar);
  if (due === null || today <= due) return [];
  const caseFile = await dependencies.store.load(row.caseId);
  const handoff = caseFile?.handoffs[row.handoff];
  if (handoff === undefined) return [];
  const about = { caseId: row.caseId, code: row.code, proceeding: handoff.fromProceeding, handoff: handoff.id };
  const kinds: Readonly<Record<HandoffKindId, { readonly label: Text }>> = handoffKinds;
  const fields = {
    kind: kinds[handoff.kind].label,
    from: nameOf(dependencies, row.from),
    to: nameOf(dependencies, row.to),
    offeredOn: row.offeredOn,
    lapsed: false,
  };
  const desks = [row.from, row.to].filter((id) => dependencies.town.organisations[id]?.onSystem);
  return desks.map((organisation) =>
    draftOf(
      dependencies,
      'handoffUnanswered',
      keyed('unanswered', row.handoff, organisation),
      row.from,
      { kind: 'organisation', organisation },
      about,
      fields,
    ),
  );
}

/** One digest per person of an organisation and week: numbers, case codes and dates, nothing of what the cases say. */
async function digests(today: string, dependencies: Dependencies): Promise<readonly LetterDraft[]> {
  const { store, accounts } = dependencies;
  const day = Temporal.PlainDate.from(today);
  const week = day.subtract({ days: day.dayOfWeek - 1 }).toString();
  const dueUpTo = day.add({ days: digestAheadDays }).toString();
  const people = (await accounts.list()).filter(({ status }) => status === 'active');
  const drafts: LetterDraft[] = [];
  for (const { id, organisationId: organisation, roles } of people) {
    if (organisation === null) continue;
    const whose = { persons: [id], roles };
    const tasks = await store.reads.tasks({ organisation, whose, shownOn: today, limit: rowLimit });
    const handoffs = await store.reads.handoffs({ organisation, box: 'toAnswer', limit: rowLimit });
    // The head of a centre hears how many, as on the desk, and of no case.
    const clocks = opensWithReason({ person: id, organisation, roles })
      ? []
      : await store.reads.clocks({ organisation, dueFrom: today, dueUpTo, workOn: null, limit: 50 });
    const fields = {
      week,
      tasks: tasks.length,
      handoffs: handoffs.length,
      clocks: clocks.flatMap(({ code, row: { rule, due } }) =>
        due === null ? [] : [{ code, clock: clockRules[rule].label, due }],
      ),
    };
    if (fields.tasks + fields.handoffs + fields.clocks.length === 0) continue;
    const recipient = { kind: 'officer', person: id, organisation } as const;
    const about = { caseId: null, code: week, proceeding: null, handoff: null };
    drafts.push(
      draftOf(dependencies, 'weeklyDigest', keyed('digest', id, week), organisation, recipient, about, fields),
    );
  }
  return drafts;
}

interface About {
  readonly caseId: Id | null;
  readonly code: string;
  readonly proceeding: Id | null;
  readonly handoff: Id | null;
}

function draftOf<N extends NoticeId>(
  dependencies: Dependencies,
  notice: N,
  id: Id,
  organisation: Id,
  recipient: Recipient,
  { caseId, code, proceeding, handoff }: About,
  fields: NoticeFields[N],
): LetterDraft {
  const head = { caseCode: code, writer: nameOf(dependencies, organisation) };
  const about = { id, caseId, proceeding, handoff, notice, organisation, recipient };
  return { ...about, language: 'zh-CN', fields: { ...head, ...fields } };
}

function nameOf({ town }: Dependencies, organisation: Id): Text {
  return town.organisations[organisation]?.name ?? text(organisation, organisation);
}

/** An id that follows from what a letter is about, short and fit for a Message-ID. */
function keyed(kind: string, ...parts: readonly string[]): Id {
  return `${kind}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)}`;
}
