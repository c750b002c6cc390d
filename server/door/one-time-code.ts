import { randomInt } from 'node:crypto';
import type { TriedCode } from '../../db/door.ts';
import { keyedHash } from '../../db/keys.ts';
import type { MaskedPerson } from '../../db/people.ts';
import { readerOf, type Text, text } from '../../workflows/index.ts';
import type { Config } from '../config.ts';
import type { Message, Post, Posts } from '../letters/index.ts';
import type { Dependencies } from '../write/index.ts';
import { doorLimits } from './limits.ts';
import type { Place, Visit } from './session.ts';

/** What became of asking for a one-time code. `shown` is the code itself, in a demonstration only. */
export type SentCode =
  | { readonly kind: 'sent'; readonly by: 'email' | 'sms'; readonly to: string; readonly shown: string | null }
  /** Nothing on file that a code could reach, or the mail server does not take it: the telephone remains. */
  | { readonly kind: 'noWay' }
  | { readonly kind: 'tooMany' };

const { minutes, tries, count, windowMs, checkedMs } = doorLimits.oneTimeCode;

/**
 * Makes a one-time code, keeps only its keyed hash, and sends it to the contact on file: nobody can give another one here.
 * Bound to this session and this query code; an earlier one is void.
 */
export async function sendCode(
  { session }: Visit,
  place: Place,
  writer: Text,
  posts: Posts,
  dependencies: Dependencies,
): Promise<SentCode> {
  const { store, keys, now, config } = dependencies;
  const person = contactPerson(place);
  const contact = (await dependencies.people.masked([person])).get(person);
  const way = wayTo(contact, place, posts, config);
  if (way === null) return { kind: 'noWay' };
  const code = newOneTimeCode();
  const nowMs = now().epochMilliseconds;
  const isKept = await store.door.keepCode({
    session,
    queryCode: place.subject,
    hash: oneTimeCodeHash(keys.signIn, session, place.subject, code),
    nowMs,
    expiresAtMs: nowMs + minutes * 60_000,
    tries,
    atMost: { count, sinceMs: nowMs - windowMs },
  });
  if (!isKept) return { kind: 'tooMany' };
  const post = posts[way.by];
  const isSent = await sendOneTimeCode(
    post,
    { person, by: way.by, code, writer, language: place.party.language },
    dependencies,
  );
  return isSent ? { kind: 'sent', ...way, shown: config.demo ? code : null } : { kind: 'noWay' };
}

/** Tries a code as people type it: in any width, with spaces between. */
export async function tryCode(
  { session }: Visit,
  place: Place,
  typed: string,
  { store, keys, now }: Dependencies,
): Promise<TriedCode> {
  const nowMs = now().epochMilliseconds;
  const code = typedCode(typed);
  // What cannot be a code is wrong without costing a try.
  if (code === null) return 'wrong';
  return store.door.tryCode({
    session,
    queryCode: place.subject,
    hash: oneTimeCodeHash(keys.signIn, session, place.subject, code),
    nowMs,
    checkedUntilMs: nowMs + checkedMs,
  });
}

/** Six digits that nobody can guess in the tries there are. */
export function newOneTimeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A code as people type it; null for what cannot be one. */
export function typedCode(typed: string): string | null {
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}

/** A code is bound to its session and to what it is about. */
export function oneTimeCodeHash(key: Buffer, session: string, subject: string, code: string): string {
  return keyedHash(key, `door code\n${session}\n${subject}\n${code}`);
}

/** Whose contact is on file for a party: its own, or its guardian's. */
export function contactPerson({ caseFile, party }: Pick<Place, 'caseFile' | 'party'>): string {
  return readerOf(caseFile, { kind: 'party', party: party.id }) ?? party.person;
}

/**
 * E-mail where there is one, unless the party confirmed text messages; how it is shown is masked. A way that ends in a file
 * brings nobody a code; in a demonstration the page shows it.
 */
export function wayTo(
  contact: MaskedPerson | undefined,
  { party }: Pick<Place, 'party'>,
  posts: Posts,
  { demo }: Pick<Config, 'demo'>,
): { readonly by: 'email' | 'sms'; readonly to: string } | null {
  const email = posts.email.delivers || demo ? contact?.email : undefined;
  const telephone = posts.sms.delivers || demo ? contact?.telephone : undefined;
  if (telephone !== undefined && (party.serviceMethod === 'sms' || email === undefined)) {
    return { by: 'sms', to: telephone };
  }
  return email === undefined ? null : { by: 'email', to: email };
}

/** A one-time code on its way; `writer` says whom it is from. */
export interface Sending {
  readonly person: string;
  readonly by: 'email' | 'sms';
  readonly code: string;
  readonly writer: Text;
  readonly language: 'zh-CN' | 'en';
}

/** False when it could not go. The address is read for this and for nothing else, on record like every unmasking. */
export async function sendOneTimeCode(
  post: Post,
  sending: Sending,
  { people, ids, now }: Dependencies,
): Promise<boolean> {
  const { person, by, code, writer, language } = sending;
  const field = by === 'email' ? 'email' : 'telephone';
  const request = { personId: person, field, revealedTo: 'system:door', reason: '发送一次性验证码' } as const;
  const address = post.delivers ? await people.reveal(request) : null;
  if (address !== null && !address.ok) return false;
  const words = wordsOf(code, writer);
  const say = (one: Text) => (language === 'en' ? one.en : one.zh);
  const message: Message = {
    id: `door-code-${ids()}`,
    fromName: say(writer),
    to: address === null ? null : { name: '', addresses: [address.value] },
    replyTo: null,
    subject: say(words.subject),
    text: say(words.text),
    calendar: null,
    writtenAt: now(),
  };
  const result = await post.send(message);
  return result.kind !== 'refused';
}

function wordsOf(code: string, writer: Text): { readonly subject: Text; readonly text: Text } {
  return {
    subject: text('验证码', 'Your one-time code'),
    text: text(
      `【${writer.zh}】验证码 ${code}，${minutes} 分钟内有效，只填写在您自己打开的进度查询页面上。任何人（包括工作人员）来电索要都不要告知；不是您本人操作的，请忽略。`,
      `[${writer.en}] Your one-time code is ${code}, valid for ${minutes} minutes. Enter it only on the status page that you opened yourself. Tell it to nobody who rings, not even to us; if you did not ask for it, ignore this.`,
    ),
  };
}
