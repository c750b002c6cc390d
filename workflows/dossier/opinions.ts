/** An opinion asked of another body (征求意见): it never moves custody, has a day to be answered by, and may be answered late. */
import type { CaseFile, Fact, Handoff, Id } from '../case-file.ts';
import { type CommandDefinition, type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import type { Task } from '../derived.ts';
import { factsOf } from '../facts.ts';
import { type Choice, itemOf, legalDate, oneOf, textOf } from '../fields.ts';
import { handoffKinds } from '../handoff/kinds.ts';
import { deskRoles, type Reference, type Role } from '../reference.ts';
import { type Text, text } from '../text.ts';

const fact = { target: 'proceeding', kind: 'fact', by: deskRoles, relation: 'custodian' } as const;

const othersThan = (own: Id | undefined, { organisations }: Reference): readonly Choice[] =>
  Object.values(organisations)
    .filter(({ id }) => id !== own)
    .map(({ id, name }) => ({ value: id, label: name, person: null }));

const askOpinion = command({
  ...fact,
  type: 'askOpinion',
  label: text('征求其他机构意见', 'Ask another body for its opinion'),
  hint: text(
    '只登记已发出的征求意见；案件仍由本机构承办。需要移交材料的，另用“准备移送”。',
    'Records that it was asked; the case stays here. Papers go along by a handoff of their own.',
  ),
  occurredOn: { precision: 'day', label: text('发函日期', 'Asked on') },
  fields: {
    of: oneOf({
      label: text('被征求意见的机构', 'Body asked'),
      choices: ({ proceeding, given }) => othersThan(proceeding?.organisation, given.reference),
    }),
    question: textOf({ label: text('征求意见的事项', 'The question'), maxLength: 500, multiline: true }),
    replyBy: legalDate({ label: text('请于何日前答复', 'To be answered by'), mayBeFuture: true }),
    letter: itemOf({ label: text('征求意见函', 'The letter'), optional: true }),
  },
  requires: [
    dataRequirement<{ replyBy: string }>({
      code: 'term-before-start',
      basis: [],
      check: ({ data, day }) =>
        data.replyBy < day
          ? { text: text('答复日期早于发函日期。', 'It cannot be due before it was asked.'), field: 'replyBy' }
          : null,
    }),
  ],
  apply: ({ data, proceeding }) => ({
    values: { of: data.of },
    facts: [
      {
        type: 'opinionRequested',
        // One clock, on the first of several matters.
        matters: proceeding!.matters.slice(0, 1),
        values: { of: data.of, replyBy: data.replyBy },
      },
    ],
  }),
});

const answerFields = {
  opinion: textOf({ label: text('意见要点', 'The opinion in short'), maxLength: 2000, multiline: true }),
} as const;

/** Notes the answer of whoever was asked; also after the day has passed. */
const recordOpinionReceived = command({
  ...fact,
  type: 'recordOpinionReceived',
  label: text('登记收到的意见', 'Record an opinion received'),
  concerns: ({ caseFile }) => factsOf(caseFile, 'opinionRequested').length > 0,
  occurredOn: { precision: 'day', label: text('收到日期', 'Received on') },
  fields: {
    request: oneOf({
      label: text('征求意见', 'The request'),
      choices: ({ caseFile, proceeding, given }) =>
        choicesOf(
          openRequests(caseFile).filter((one) => one.proceeding === proceeding?.id),
          given.reference,
        ),
    }),
    ...answerFields,
    paper: itemOf({ label: text('复函', 'The reply'), optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'no-opinion-awaited',
      basis: [],
      check: ({ caseFile, proceeding }) =>
        openRequests(caseFile).some((one) => one.proceeding === proceeding!.id)
          ? null
          : { text: text('没有尚未答复的征求意见。', 'No opinion is awaited.') },
    }),
  ],
  apply: ({ data, caseFile }) => received(caseFile, data.request),
});

/** Whoever was asked, and holds a packet of support from the asking proceeding, answers by itself. */
const giveOpinion = command({
  target: 'handoff',
  kind: 'fact',
  by: deskRoles,
  relation: 'receiver',
  type: 'giveOpinion',
  label: text('答复征求意见', 'Give the opinion asked for'),
  concerns: (context) => askedOf(context).length > 0,
  occurredOn: { precision: 'day', label: text('答复日期', 'Given on') },
  fields: {
    request: oneOf({
      label: text('征求意见', 'The request'),
      choices: (context) => choicesOf(askedOf(context), context.given.reference),
    }),
    ...answerFields,
  },
  requires: [],
  apply: ({ data, caseFile }) => received(caseFile, data.request),
});

function received(caseFile: CaseFile, request: Id) {
  const { matters = [], proceeding = null } = caseFile.facts[request] ?? {};
  return {
    values: { request },
    facts: [{ type: 'opinionReceived', matters, proceeding, values: { request } }],
  };
}

/** Requests nobody has answered yet. */
function openRequests(caseFile: CaseFile): readonly Fact[] {
  const answered = new Set(factsOf(caseFile, 'opinionReceived').map(({ values }) => values.request));
  return factsOf(caseFile, 'opinionRequested').filter(({ id }) => !answered.has(id));
}

/** What the receiver of a packet was asked by the proceeding that sent it. */
function askedOf({ caseFile, handoff }: Context): readonly Fact[] {
  if (handoff === null || !isSupport(handoff)) return [];
  return openRequests(caseFile).filter(
    ({ proceeding, values }) => proceeding === handoff.fromProceeding && values.of === handoff.toOrganisation,
  );
}

const isSupport = ({ kind }: Handoff) => handoffKinds[kind].effect === 'supports';

function choicesOf(requests: readonly Fact[], { organisations }: Reference): readonly Choice[] {
  return requests.map(({ id, occurredOn, values }) => {
    const name: Text = organisations[String(values.of)]?.name ?? text(String(values.of), String(values.of));
    return { value: id, label: text(`${occurredOn} ${name.zh}`, `${occurredOn} ${name.en}`), person: null };
  });
}

const awaited = (name: Text) => text(`等待意见：${name.zh}`, `An opinion is awaited from ${name.en}`);

/** Asking alone tells nobody of the case: a body that works here sees what it owes with the packet of support, which names the questions. */
const sendsSupportFirst = (name: Text) =>
  text(
    `等待意见：${name.zh}。对方在系统内，收到“协助”材料（含问题清单）后才能看到并答复，请发送`,
    `An opinion is awaited from ${name.en}. It works here, and sees and answers it once a packet of support with the questions lies there: send one`,
  );

/** An opinion awaited stands with whoever waits, and with whoever owes it where a packet of support lies there. */
export function opinionTasks(
  caseFile: CaseFile,
  reference: Reference,
  roleAt: (organisation: Id) => Role,
): readonly Task[] {
  return openRequests(caseFile).flatMap((request): readonly Task[] => {
    const proceeding = caseFile.proceedings[request.proceeding ?? ''];
    if (proceeding === undefined || proceeding.endedOn !== null) return [];
    const of = String(request.values.of);
    const name = reference.organisations[of]?.name ?? text(of, of);
    const base = { proceeding: proceeding.id, dueOn: String(request.values.replyBy), source: 'opinion' } as const;
    const packet = Object.values(caseFile.handoffs).find(
      (one) =>
        isSupport(one) &&
        one.fromProceeding === proceeding.id &&
        one.toOrganisation === of &&
        ['offered', 'received', 'accepted'].includes(String(one.slot.value)),
    );
    const isHere = reference.organisations[of]?.onSystem === true;
    const waits: Task = {
      ...base,
      id: `opinion:${request.id}`,
      organisation: proceeding.organisation,
      role: roleAt(proceeding.organisation),
      person: proceeding.assignments.find((one) => one.to === null && one.as === 'officer')?.person ?? null,
      handoff: null,
      text: isHere && packet === undefined ? sendsSupportFirst(name) : awaited(name),
    };
    if (packet === undefined || !isHere) return [waits];
    const owes: Task = {
      ...base,
      id: `opinion:${request.id}:owed`,
      organisation: of,
      role: roleAt(of),
      person: null,
      handoff: packet.id,
      text: text('答复征求意见', 'Give the opinion that was asked for'),
    };
    return [waits, owes];
  });
}

/** Somebody between sender and receiver passed the packet on (经转): on record with its day, and never a holder of the case. */
const recordIntermediary = command({
  target: 'handoff',
  kind: 'fact',
  by: deskRoles,
  relation: 'sender',
  type: 'recordIntermediary',
  label: text('登记经转机构', 'Record who passed it on'),
  hint: text(
    '经转机构只转递材料，不承办案件，也不因此看到案件。',
    'It only passes papers on; it never holds the case nor sees it by that.',
  ),
  occurredOn: { precision: 'day', label: text('经转日期', 'Passed on on') },
  fields: {
    via: oneOf({
      label: text('经转机构', 'Passed on by'),
      choices: ({ handoff, given }) =>
        othersThan(handoff?.fromOrganisation, given.reference).filter(({ value }) => value !== handoff?.toOrganisation),
    }),
    note: textOf({ label: text('说明', 'Note'), maxLength: 200, optional: true }),
  },
  requires: [
    stateRequirement({
      code: 'handoff-not-sent',
      basis: [],
      check: ({ handoff }) =>
        handoff!.offeredOn === null ? { text: text('移送尚未发出。', 'It has not been sent yet.') } : null,
    }),
  ],
  apply: ({ data }) => ({ values: { via: data.via } }),
});

export const opinionCommands: readonly CommandDefinition[] = [
  askOpinion,
  recordOpinionReceived,
  giveOpinion,
  recordIntermediary,
];
