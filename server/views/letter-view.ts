import type { LetterRow, LetterState } from '../../db/letters.ts';
import {
  agentOfLetter,
  type Fact,
  factsOf,
  type Id,
  type NoticeId,
  noticeLabels,
  serviceMethods,
  type Text,
  text,
} from '../../workflows/index.ts';
import { momentOf } from '../write/given.ts';
import type { Look } from './look.ts';
import { organisationView, partyName, personName, same, staffName } from './names.ts';

/** When and how a letter reached somebody; clocks that start with service run from this day. */
export interface ServiceView {
  readonly servedOn: string;
  readonly method: Text;
  /** The item that proves it. */
  readonly proof: Id | null;
  /** On whom it was served; an agent who may receive stands for the party (CPL 88). */
  readonly to: Text;
  readonly toAgent: boolean;
}

/** A letter as the case shows it: to whom, how far it got, and its service record. Holds nothing of what it says. */
export interface LetterView {
  readonly id: Id;
  readonly notice: NoticeId;
  readonly label: Text;
  readonly recipient: Text;
  readonly recipientKind: 'party' | 'organisation' | 'officer';
  readonly proceeding: Id | null;
  readonly language: 'zh-CN' | 'en';
  readonly state: LetterState;
  readonly stateLabel: Text;
  /** RFC 3339. */
  readonly writtenAt: string;
  readonly settledAt: string | null;
  readonly round: number;
  readonly attempts: number;
  /** What the mail server or the last attempt said. */
  readonly note: string | null;
  readonly service: ServiceView | null;
  /** Where it can be read and printed. */
  readonly href: string;
}

/** Letters the viewer may know: those of proceedings it sees in full, and those to its organisation about a handoff. Newest first. */
export function letterViews(look: Look): readonly LetterView[] {
  if (look.moment !== null) return [];
  return look.letters
    .filter((row) => maySeeLetter(look, row))
    .map((row) => letterView(look, row))
    .toReversed();
}

/** Whether a viewer may read a letter. */
export function maySeeLetter({ visible, given }: Pick<Look, 'visible' | 'given'>, { draft }: LetterRow): boolean {
  if (visible.fully(draft.proceeding)) return true;
  const { recipient, handoff } = draft;
  const { organisation } = given.actor;
  const isOurs = recipient.kind === 'organisation' && recipient.organisation === organisation;
  return isOurs && handoff !== null && visible.handoff(handoff);
}

export function letterView(
  look: Look,
  { draft, state, round, attempts, queuedAt, settledAt, note }: LetterRow,
): LetterView {
  const { id, notice, recipient, proceeding, language } = draft;
  return {
    id,
    notice,
    label: noticeLabels[notice],
    recipient: recipientName(look, draft),
    recipientKind: recipient.kind,
    proceeding,
    language,
    state,
    stateLabel: stateLabelOf(state, attempts, recipient.kind),
    writtenAt: momentOf(queuedAt),
    settledAt: settledAt === null ? null : momentOf(settledAt),
    round,
    attempts,
    note,
    service: serviceOf(look, draft),
    href: `/cases/${draft.caseId}/letters/${id}`,
  };
}

/** Letters to desks are never printed: what they say stands on the desk. */
function stateLabelOf(state: LetterState, attempts: number, to: LetterView['recipientKind']): Text {
  if (state === 'queued' && attempts > 0) return stateLabels.again;
  if (to !== 'party' && (state === 'filed' || state === 'failed')) return deskLabels[state];
  return stateLabels[state];
}

const deskLabels = {
  filed: text('已写成文件，见案件台', 'Written to a file; it stands on the desk'),
  failed: text('未能送到，见案件台', 'Not deliverable; it stands on the desk'),
} as const;

const stateLabels: Readonly<Record<LetterState | 'again', Text>> = {
  queued: text('待发送', 'Waiting to be sent'),
  again: text('等待重试', 'Waiting to be tried again'),
  sent: text('已发出', 'Sent'),
  filed: text('已写成文件，待打印送达', 'Written to a file; to be printed'),
  print: text('待打印送达', 'To be printed'),
  failed: text('未能送到，待打印送达', 'Not deliverable; to be printed'),
  unaddressed: text('未设邮箱，见案件台', 'No mailbox; it stands on the desk'),
  late: text('已不需要，未发送', 'Not sent: no longer needed'),
};

function recipientName(look: Look, { recipient }: LetterRow['draft']): Text {
  if (recipient.kind === 'party') {
    const party = partyName(look, recipient.party);
    const agent = agentOfLetter(look.current, recipient);
    if (agent === null) return party;
    const name = personName(look, agent.person);
    return text(`${name.zh}（${party.zh} 的代理人）`, `${name.en} (for ${party.en})`);
  }
  if (recipient.kind === 'organisation') return organisationView(look, recipient.organisation).name;
  return same(staffName(look, recipient.person));
}

function serviceOf(look: Look, draft: LetterRow['draft']): ServiceView | null {
  const served = factsOf(look.current, 'letterServed');
  const found: Fact | undefined = served.find(({ values }) => values.letter === draft.id);
  if (found === undefined) return null;
  const { method, proof } = found.values;
  const label = Object.entries(serviceMethods).find(([id]) => id === method)?.[1];
  return {
    servedOn: found.occurredOn.slice(0, 10),
    method: label ?? same(String(method)),
    proof: typeof proof === 'string' ? proof : null,
    to: recipientName(look, draft),
    toAgent: draft.recipient.kind === 'party' && draft.recipient.agent !== undefined,
  };
}
