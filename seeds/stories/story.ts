import type { CaseFile, ChannelId, Id, Proceeding, Target, Text } from '../../workflows/index.ts';
import type { CastLogin, StoryLogin } from '../cast.ts';

/** One step of a story: somebody gives a command at a moment. Stories are told through `decide`, never inserted as rows. */
export interface StoryStep<Login extends StoryLogin = CastLogin> {
  /** When it is recorded, to the minute in Asia/Shanghai. */
  readonly at: string;
  readonly by: Login;
  readonly command: string;
  readonly target: (caseFile: CaseFile) => Target;
  /** The legal date, when it differs from the moment of recording. */
  readonly occurredOn?: string;
  readonly data?: (caseFile: CaseFile) => Readonly<Record<string, unknown>>;
  readonly acknowledged?: readonly string[];
  readonly evidence?: string;
  /** What a paper says: the step puts it on the file as an electronic file of plain text. */
  readonly content?: string;
}

export interface Story<Login extends StoryLogin = CastLogin> {
  readonly id: string;
  readonly title: Text;
  /** Where its facts come from; invented stories say so. */
  readonly source: Text;
  readonly steps: readonly StoryStep<Login>[];
}

/** The latest agreement of the latest proceeding of a channel. */
export function agreementOf(caseFile: CaseFile, channel: ChannelId): Id {
  return Object.keys(proceedingOf(caseFile, channel).agreements).at(-1) ?? '';
}

export const theCase = (caseFile: CaseFile): Target => ({ kind: 'case', id: caseFile.id });

/** The latest proceeding of a channel. */
export function proceedingOf(caseFile: CaseFile, channel: ChannelId): Proceeding {
  const found = Object.values(caseFile.proceedings).findLast((one) => one.channel === channel);
  if (found === undefined) throw new Error(`the story has no ${channel} yet`);
  return found;
}

export const proceeding =
  (channel: ChannelId) =>
  (caseFile: CaseFile): Target => ({ kind: 'proceeding', id: proceedingOf(caseFile, channel).id });

/** The latest handoff. */
export const handoff = (caseFile: CaseFile): Target => ({
  kind: 'handoff',
  id: Object.keys(caseFile.handoffs).at(-1) ?? '',
});

export const matter =
  (index: number) =>
  (caseFile: CaseFile): Target => ({ kind: 'matter', id: matterId(caseFile, index) });

export function matterId(caseFile: CaseFile, index: number): Id {
  return Object.keys(caseFile.matters)[index] ?? '';
}

/** Parties of a side in the order they were added. */
export function partyId(caseFile: CaseFile, side: 'claimant' | 'respondent' | 'third', index = 0): Id {
  return Object.values(caseFile.parties).filter((party) => party.side === side)[index]?.id ?? '';
}

/** Items on the file by kind of document, latest of each. */
export function itemIds(caseFile: CaseFile, ...documents: readonly string[]): readonly Id[] {
  return documents.flatMap(
    (document) =>
      Object.values(caseFile.items).findLast((item) => item.document === document && !item.withdrawn)?.id ?? [],
  );
}
