import type { LetterRow } from '../../db/letters.ts';
import {
  type CaseFile,
  factsOf,
  type Placeholder,
  placeholders,
  type Recipient,
  readerOf,
} from '../../workflows/index.ts';
import {
  type Dependencies,
  executeSystem,
  openedByCode,
  printedQueryCode,
  queryCodeHash,
  statusLink,
} from '../write/index.ts';
import { codeOfLetter } from './code.ts';

export type Values = Readonly<Partial<Record<Placeholder, string>>>;

/** Values that are nobody's secret: where to look up one's case, and the number to verify a letter by. */
export function publicValues({ draft }: LetterRow, { config, town }: Pick<Dependencies, 'config' | 'town'>): Values {
  const isEnglish = draft.language === 'en';
  const directory = isEnglish ? 'ask directory enquiries, 114' : '以114查询为准';
  return {
    telephone: town.organisations[draft.organisation]?.publicTelephone ?? directory,
    statusAddress:
      config.publicUrl === null
        ? isEnglish
          ? 'the status page of Jiefen'
          : '解纷系统“进度查询”页面'
        : `${config.publicUrl}/status`,
  };
}

/** Names of the recipient and of those it is told of: only the claimants of its own matters. */
export async function namesFor(
  { draft }: LetterRow,
  caseFile: CaseFile | null,
  { people, town, accounts }: Pick<Dependencies, 'people' | 'town' | 'accounts'>,
): Promise<Values> {
  const { recipient } = draft;
  if (recipient.kind === 'officer') return { recipient: (await accounts.find(recipient.person))?.name ?? '' };
  if (recipient.kind === 'organisation')
    return { recipient: town.organisations[recipient.organisation]?.name.zh ?? '' };
  const party = caseFile?.parties[recipient.party];
  const person = caseFile === null ? null : readerOf(caseFile, recipient);
  if (caseFile === null || party === undefined || person === null) return {};
  const claimants = claimantsAgainst(caseFile, recipient);
  const found = await people.masked([person, party.person, ...claimants]);
  const nameOf = (id: string) => found.get(id)?.name ?? '';
  const names = claimants.map(nameOf).filter((name) => name !== '');
  return {
    recipient: nameOf(person),
    represented: nameOf(party.person),
    claimants: names.join(draft.language === 'en' ? ', ' : '、'),
  };
}

function claimantsAgainst(caseFile: CaseFile, recipient: Recipient & { kind: 'party' }): readonly string[] {
  const matters = Object.values(caseFile.matters).filter(({ respondents }) => respondents.includes(recipient.party));
  const ids = [...new Set(matters.flatMap(({ claimants }) => claimants))];
  return ids.flatMap((id) => caseFile.parties[id]?.person ?? []);
}

/**
 * Issues the query code of a letter that carries one, once, before the letter goes; an earlier code of the party stops
 * working then. Where somebody handed out a code since the letter was written, that one stays, and the letter's own never
 * opens anything: a slip must not be dead before its reader is home.
 */
export async function issueCode(row: LetterRow, words: string, dependencies: Dependencies): Promise<void> {
  const { id, caseId, recipient } = row.draft;
  if (caseId === null || recipient.kind !== 'party' || recipient.agent !== undefined) return;
  if (!words.includes(placeholders.queryCode)) return;
  if (await isHandedOutSince(row.queuedAt, caseId, recipient.party, dependencies)) return;
  const outcome = await executeSystem(
    {
      id: `letter-code-${id}`,
      caseId,
      type: 'issueQueryCode',
      target: { kind: 'case', id: caseId },
      data: { party: recipient.party },
      queryCode: codeOfLetter(dependencies.keys, id),
    },
    dependencies,
  );
  if (outcome !== 'done' && outcome !== 'alreadyDone') throw new Error(`the code of letter ${id}: ${said(outcome)}`);
}

/** Whether a person gave a party a code at or after a moment. The journal knows the second: in doubt the slip counts. */
async function isHandedOutSince(
  since: Temporal.Instant,
  caseId: string,
  party: string,
  { store }: Pick<Dependencies, 'store'>,
): Promise<boolean> {
  const caseFile = await store.load(caseId);
  const codes = caseFile === null ? [] : factsOf(caseFile, 'issueQueryCode', { party });
  const byHand = codes.filter(({ values }) => values.byLetter === undefined).map(({ seq }) => seq);
  if (byHand.length === 0) return false;
  const journal = await store.reads.journal(caseId);
  return journal.some(
    ({ envelope }) => byHand.includes(envelope.seq) && Temporal.Instant.compare(envelope.recordedAt, since) >= 0,
  );
}

/** The code as it is printed while it still opens the party's page; afterwards, and for agents, a note where it is. */
export async function codeFor({ draft }: LetterRow, { store, keys, config }: Dependencies): Promise<Values> {
  const isToAgent = draft.recipient.kind === 'party' && draft.recipient.agent !== undefined;
  if (isToAgent)
    return { queryCode: draft.language === 'en' ? '(in the letter to the party)' : '（见发给当事人本人的通知）' };
  const code = codeOfLetter(keys, draft.id);
  const found = await openedByCode(queryCodeHash(keys, code), { store });
  const isOpen = draft.recipient.kind === 'party' && found?.party === draft.recipient.party;
  const { publicUrl } = config;
  // Behind `#`, which browsers send to nobody: the code stands in no log of any server.
  const link = isOpen && publicUrl !== null ? { statusAddress: statusLink(publicUrl, code) } : {};
  const another = draft.language === 'en' ? '(you have a newer one)' : '（以最近发给您的为准）';
  return { queryCode: isOpen ? printedQueryCode(code) : another, ...link };
}

function said(outcome: Awaited<ReturnType<typeof executeSystem>>): string {
  return typeof outcome === 'string' ? outcome : outcome.code;
}
