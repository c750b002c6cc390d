import type { LetterOutcome, LetterRow } from '../../db/letters.ts';
import {
  agentOfLetter,
  type CaseFile,
  fillPlaceholders,
  type Letter,
  noticeKeeps,
  type printReasons,
  type serviceMethods,
  textMessage,
  writeLetter,
} from '../../workflows/index.ts';
import { type Dependencies, executeSystem, momentOf, systemActor } from '../write/index.ts';
import type { Message, Post, PostResult, Posts } from './post.ts';
import { codeFor, issueCode, namesFor, publicValues } from './values.ts';
import { type Way, wayOf } from './way.ts';

/** How many letters one turn sends before it lets other jobs run. */
const perTurn = 200;

/**
 * Sends what is due, one letter after the other. A letter is marked after it went, so that a crash in between sends it at
 * most twice, under the same Message-ID, and loses none. A mail server that cannot be reached ends the turn. Returns how
 * many letters were dealt with.
 */
export async function sendLetters(dependencies: Dependencies, posts: Posts): Promise<number> {
  const { store, now, config } = dependencies;
  // Longer than every wait of one conversation with a mail server together.
  const leaseSeconds = 60 + 6 * config.letters.smtpTimeoutSeconds;
  for (let count = 0; count < perTurn; count += 1) {
    const until = now().add({ seconds: leaseSeconds });
    const [row] = await store.letters.lease({ now: now(), until, limit: 1 });
    if (row === undefined) return count;
    const { outcome, serverDown } = await sendOrPutBack(row, dependencies, posts);
    await store.letters.settle(row, outcome, now());
    if (serverDown) return count + 1;
  }
  return perTurn;
}

/**
 * A fault of ours costs this letter an attempt and no other letter its turn; whoever runs the job is told. After the last
 * attempt it is given up like any other; when not even that can be done, it waits again.
 */
async function sendOrPutBack(row: LetterRow, dependencies: Dependencies, posts: Posts): Promise<Sent> {
  try {
    return await sendOne(row, dependencies, posts);
  } catch (error) {
    const { store, config, now } = dependencies;
    await store.letters.settle(row, again(row, 'EINTERNAL', dependencies), now());
    if (row.attempts >= config.letters.attempts) {
      const { outcome } = await givenUp(row, writeLetter(row.draft), 'EINTERNAL', dependencies);
      await store.letters.settle(row, outcome, now());
    }
    throw error;
  }
}

interface Sent {
  readonly outcome: LetterOutcome;
  readonly serverDown: boolean;
}

async function sendOne(row: LetterRow, dependencies: Dependencies, posts: Posts): Promise<Sent> {
  const { draft } = row;
  const caseFile = draft.caseId === null ? null : await dependencies.store.load(draft.caseId);
  if (await wentBefore(row, dependencies)) return settled('sent', row.note);
  if (isLate(row, caseFile, dependencies)) return settled('late', null);
  const letter = writeLetter(draft);
  const way = await wayOf(row, caseFile, dependencies);
  if (way.kind === 'print') return printed(row, letter, way.reason, 'print', null, dependencies);
  const post = way.kind === 'sms' ? posts.sms : posts.email;
  if (way.kind === 'mailbox' && way.address === null && way.staff.length === 0 && post.delivers)
    return settled('unaddressed', null);
  const message = await messageOf({ row, letter, way, post, caseFile }, dependencies);
  if (message === null && way.kind === 'mailbox') return settled('unaddressed', null);
  if (message === null) return printed(row, letter, 'noAddress', 'print', null, dependencies);
  return answered(row, letter, way, await post.send(message), dependencies);
}

/** A mark of the attempt before, made after the letter went and before its row was settled. */
async function wentBefore({ draft, round }: LetterRow, { store }: Dependencies): Promise<boolean> {
  return (await store.answered(systemActor.person, sentId(draft.id, round))) !== null;
}

/** A session or hearing that is over needs no invitation, and an agent whose authority has ended gets nothing any more. */
function isLate({ draft }: LetterRow, caseFile: CaseFile | null, { now }: Dependencies): boolean {
  const { recipient } = draft;
  const agent = caseFile === null || recipient.kind !== 'party' ? null : agentOfLetter(caseFile, recipient);
  if (agent !== null && agent.to !== null && agent.to < momentOf(now()).slice(0, 10)) return true;
  const at = invitedTo(draft);
  return at !== null && at <= momentOf(now()).slice(0, 16);
}

/** When that begins which a letter only invites to; null for a letter that also says something else. */
function invitedTo({ notice, fields }: LetterRow['draft']): string | null {
  if ('hearing' in fields && fields.hearing !== undefined) return fields.hearing.cancelled ? null : fields.hearing.at;
  return noticeKeeps[notice] === 'untilSession' && 'at' in fields ? fields.at : null;
}

async function answered(
  row: LetterRow,
  letter: Letter,
  way: Exclude<Way, { kind: 'print' }>,
  result: PostResult,
  dependencies: Dependencies,
): Promise<Sent> {
  const { attempts } = dependencies.config.letters;
  if (result.kind === 'accepted') {
    const counts = way.kind !== 'mailbox' && way.counts;
    await noteSent(row, way.kind === 'sms' ? 'sms' : 'email', counts, dependencies);
    return settled('sent', result.note);
  }
  if (result.kind === 'filed') {
    if (way.kind === 'mailbox') return settled('filed', result.note);
    return printed(row, letter, 'filed', 'filed', result.note, dependencies);
  }
  const { note, serverDown } = result;
  if (result.permanent || row.attempts >= attempts)
    return { ...(await givenUp(row, letter, note, dependencies)), serverDown };
  return { outcome: again(row, note, dependencies), serverDown };
}

/** No other attempt is made: a party's letter is printed, and staff have on their desk what theirs says. */
async function givenUp(row: LetterRow, letter: Letter, note: string, dependencies: Dependencies): Promise<Sent> {
  if (row.draft.recipient.kind !== 'party') return settled('failed', note);
  return printed(row, letter, 'undeliverable', 'failed', note, dependencies);
}

/** Each wait is twice as long as the one before. */
function again({ attempts }: LetterRow, note: string, { config, now }: Dependencies): LetterOutcome {
  const nextAt = now().add({ minutes: config.letters.retryMinutes * 2 ** (attempts - 1) });
  return { kind: 'again', nextAt, note };
}

function settled(state: Extract<LetterOutcome, { kind: 'settled' }>['state'], note: string | null): Sent {
  return { outcome: { kind: 'settled', state, note }, serverDown: false };
}

interface Going {
  readonly row: LetterRow;
  readonly letter: Letter;
  readonly way: Exclude<Way, { kind: 'print' }>;
  readonly post: Post;
  readonly caseFile: CaseFile | null;
}

/** The words of a letter with its values; a post that only writes files gets no sensitive ones. Null: no address after all. */
async function messageOf(going: Going, dependencies: Dependencies): Promise<Message | null> {
  const { row, letter, way, post, caseFile } = going;
  const { draft, round } = row;
  const { mailboxes } = dependencies.config.letters;
  const addresses = post.delivers ? await addressesOf(way, row, dependencies) : [];
  if (post.delivers && addresses.length === 0) return null;
  const body = way.kind === 'sms' ? textMessage(letter, draft) : [letter.greeting, ...letter.paragraphs].join('\n\n');
  let values = publicValues(row, dependencies);
  if (post.delivers) {
    await issueCode(row, body, dependencies);
    values = { ...values, ...(await namesFor(row, caseFile, dependencies)), ...(await codeFor(row, dependencies)) };
  }
  return {
    id: round === 1 ? draft.id : `${draft.id}.${round}`,
    fromName: draft.language === 'en' ? draft.fields.writer.en : draft.fields.writer.zh,
    to: addresses.length === 0 ? null : { name: values.recipient ?? '', addresses },
    replyTo: mailboxes[draft.organisation] ?? null,
    subject: letter.subject,
    text: fillPlaceholders(body, values),
    calendar: letter.calendar,
    writtenAt: row.queuedAt,
  };
}

/** The addresses in the clear; looking at a person's is on record like every unmasking. */
async function addressesOf(
  way: Going['way'],
  { draft }: LetterRow,
  { people }: Dependencies,
): Promise<readonly string[]> {
  if (way.kind === 'mailbox' && way.address !== null) return [way.address];
  const field = way.kind === 'sms' ? 'telephone' : 'email';
  const found: string[] = [];
  for (const personId of way.kind === 'mailbox' ? way.staff : [way.person]) {
    const reason = `发送通知 ${draft.id}`;
    const one = await people.reveal({ personId, field, revealedTo: 'system:letters', reason });
    if (one.ok) found.push(one.value);
  }
  return found;
}

const sentId = (letterId: string, round: number) => `letter-sent-${letterId}-${round}`;

/** Tells the case that a letter went: its service record. */
async function noteSent(
  row: LetterRow,
  method: keyof typeof serviceMethods,
  served: boolean,
  dependencies: Dependencies,
): Promise<void> {
  await note(sentId(row.draft.id, row.round), 'noteLetterSent', row, { method, served }, dependencies);
}

/** Puts a letter on the desk to be printed; the code it carries is issued, so that the printed page shows it. */
async function printed(
  row: LetterRow,
  letter: Letter,
  reason: keyof typeof printReasons,
  state: 'print' | 'filed' | 'failed',
  said: string | null,
  dependencies: Dependencies,
): Promise<Sent> {
  await issueCode(row, letter.paragraphs.join('\n'), dependencies);
  await note(`letter-print-${row.draft.id}-${row.round}`, 'noteLetterToPrint', row, { reason }, dependencies);
  return settled(state, said);
}

async function note(
  id: string,
  type: 'noteLetterSent' | 'noteLetterToPrint',
  { draft, queuedAt }: LetterRow,
  data: Readonly<Record<string, unknown>>,
  dependencies: Dependencies,
): Promise<void> {
  const { caseId, recipient } = draft;
  if (caseId === null) return;
  const outcome = await executeSystem(
    {
      id,
      caseId,
      type,
      target: { kind: 'case', id: caseId },
      data: {
        letter: draft.id,
        notice: draft.notice,
        party: recipient.kind === 'party' ? recipient.party : null,
        agent: recipient.kind === 'party' ? (recipient.agent ?? null) : null,
        proceeding: draft.proceeding,
        writtenOn: momentOf(queuedAt).slice(0, 10),
        ...data,
      },
    },
    dependencies,
  );
  if (outcome === 'done' || outcome === 'alreadyDone') return;
  throw new Error(`letter ${draft.id}: ${typeof outcome === 'string' ? outcome : outcome.code}`);
}
