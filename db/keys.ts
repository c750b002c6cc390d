import { createCipheriv, createDecipheriv, createHash, hash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The server's own keys. They live beside the database, never in it: whoever has only the database, or only a backup
 * of it, can read no telephone number and try no query code.
 */
export interface KeyRing {
  /** Seals the key of each person and the second factors of accounts. Lost means: these data are lost. */
  readonly master: Buffer;
  /** Keyed hash of the parties' query codes and of what tells persons apart. Lost means: new codes for everybody. */
  readonly queryCodes: Buffer;
  /** Keyed hash of session cookies, one-time links and locked logins. Lost means: everybody signs in again. */
  readonly signIn: Buffer;
}

/** Keys given from outside instead of the file, each 32 bytes in base64. */
export type KeyOverrides = { readonly [Name in keyof KeyRing]?: string };

/** The key ring cannot be used; the message says in Chinese and English what to do. Never contains a key. */
export class KeyRingUnusable extends Error {
  readonly code: 'key-ring-missing' | 'key-ring-unreadable' | 'key-ring-of-another-database';

  constructor(code: KeyRingUnusable['code'], zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'KeyRingUnusable';
    this.code = code;
  }
}

/**
 * Reads `keys.json` of the data folder, or creates it (readable by its owner only) when `mayCreate`, which is true only
 * for a new database: new keys for old data would lock that data for ever. Throws {@link KeyRingUnusable}.
 */
export function openKeyRing(
  dataFolder: string,
  options: { readonly mayCreate: boolean; readonly overrides?: KeyOverrides },
): KeyRing {
  const file = join(dataFolder, 'keys.json');
  const overrides = options.overrides ?? {};
  const fromOutside = keyNames.every((name) => overrides[name] !== undefined);
  if (!fromOutside && !existsSync(file)) {
    if (!options.mayCreate) throw missing(file);
    writeNewKeys(file);
  }
  const stored = fromOutside ? {} : readKeys(file);
  const key = (name: keyof KeyRing) => parseKey(overrides[name] ?? stored[name], name, file);
  return { master: key('master'), queryCodes: key('queryCodes'), signIn: key('signIn') };
}

/** A short public name of a key, for telling which key sealed something. Reveals nothing about the key. */
export function fingerprint(key: Buffer): string {
  return createHash('sha256').update('jiefen key fingerprint\0').update(key).digest('hex').slice(0, 16);
}

/** A way to encrypt. SM4-GCM can stand beside AES as one more row of {@link ciphers}; old texts keep naming theirs. */
export interface Cipher {
  readonly newKey: () => Buffer;
  readonly seal: (key: Buffer, plain: Buffer, context: string) => Buffer;
  readonly open: (key: Buffer, sealed: Buffer, context: string) => Buffer;
}

/** The encryptions that can be read, by the name their results carry. */
export const ciphers: Readonly<Record<string, Cipher>> = { 'aes-256-gcm': aesGcm('aes-256-gcm', 32) };

/** The hashes in use, by the name their results carry; SM3 would be one more row. Keys are hashed with, data are hashed. */
export const hashes = {
  'sha-256': (data: Buffer | string) => createHash('sha256').update(data).digest(),
  'hmac-sha-256': hmacSha256,
} as const;

/**
 * HMAC (RFC 2104) by two hashes of one call each. Sessions and query codes are looked up by it at every request, and the
 * library's object for it costs several times what it computes.
 */
function hmacSha256(data: string, key: Buffer): Buffer {
  const { inner, outer } = blocksOf(key);
  const bytes = Buffer.byteLength(data);
  // Most secrets are short and fit behind the block that is there already.
  const message = bytes <= inner.length - blockBytes ? inner : Buffer.concat([inner], blockBytes + bytes);
  message.write(data, blockBytes);
  hash('sha256', message.subarray(0, blockBytes + bytes), 'buffer').copy(outer, blockBytes);
  return hash('sha256', outer, 'buffer');
}

const blockBytes = 64;
const digestBytes = 32;

/** The key as it begins both hashes, each with room for what follows it. */
interface Blocks {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

/** Keys are never changed in place: their blocks are made once. */
const blocksKnown = new WeakMap<Buffer, Blocks>();

function blocksOf(key: Buffer): Blocks {
  const known = blocksKnown.get(key);
  if (known !== undefined) return known;
  const block = Buffer.alloc(blockBytes);
  (key.length > blockBytes ? hash('sha256', key, 'buffer') : key).copy(block);
  const padded = (value: number, room: number) => Buffer.concat([block.map((byte) => byte ^ value)], blockBytes + room);
  const blocks = { inner: padded(0x36, blockBytes), outer: padded(0x5c, digestBytes) };
  blocksKnown.set(key, blocks);
  return blocks;
}

/** A fresh key for one person (or other subject), for the encryption that {@link seal} uses. */
export function newDataKey(): Buffer {
  return cipherOf(sealingAlgorithm).newKey();
}

/**
 * Encrypts. `context` (for example `person:p1:telephone`) is bound in: a sealed value copied to another row does not open.
 * Returns `algorithm:base64url`.
 */
export function seal(key: Buffer, plain: Buffer | string, context: string): string {
  const sealed = cipherOf(sealingAlgorithm).seal(key, Buffer.from(plain), context);
  return `${sealingAlgorithm}:${sealed.toString('base64url')}`;
}

/** Decrypts what {@link seal} returned. Throws when key, context or bytes are not the ones that were sealed. */
export function unseal(key: Buffer, sealed: string, context: string): Buffer {
  const [algorithm = '', bytes = ''] = sealed.split(':');
  return cipherOf(algorithm).open(key, Buffer.from(bytes, 'base64url'), context);
}

/** Keyed hash of a secret that people or browsers carry, as `hmac-sha-256:hex`: found by equality, useless when stolen. */
export function keyedHash(key: Buffer, secret: string): string {
  return `hmac-sha-256:${hashes['hmac-sha-256'](secret, key).toString('hex')}`;
}

/** A new unguessable token of 32 random bytes, for cookies and links. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const keyNames = ['master', 'queryCodes', 'signIn'] as const satisfies readonly (keyof KeyRing)[];
const keyBytes = 32;
const sealingAlgorithm = 'aes-256-gcm';

function cipherOf(algorithm: string): Cipher {
  const cipher = ciphers[algorithm];
  if (!cipher) throw new Error(`no cipher named ${JSON.stringify(algorithm)} in this program`);
  return cipher;
}

function aesGcm(name: 'aes-256-gcm', keyLengthBytes: number): Cipher {
  const nonceBytes = 12;
  const tagBytes = 16;
  return {
    newKey: () => randomBytes(keyLengthBytes),
    seal: (key, plain, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(name, key, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (key, sealed, context) => {
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv(name, key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
  };
}

/** Written whole or not at all, and on the disk before anything is sealed with it. */
function writeNewKeys(file: string): void {
  const keys = Object.fromEntries(keyNames.map((name) => [name, randomBytes(keyBytes).toString('base64')]));
  const text = JSON.stringify({ note: keyFileNote, algorithms: keyAlgorithms, keys }, null, 2);
  const temporary = `${file}.${process.pid}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  writeSync(handle, `${text}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
}

const keyFileNote =
  '请单独、安全地备份本文件：没有它，数据库中的敏感信息无法解密。 Back this file up apart from the database: without it the sensitive data cannot be read.';
const keyAlgorithms = { master: sealingAlgorithm, queryCodes: 'hmac-sha-256', signIn: 'hmac-sha-256' };

function readKeys(file: string): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRecord(content) && isRecord(content.keys)) return content.keys;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw unreadable(file);
}

function parseKey(value: unknown, name: keyof KeyRing, file: string): Buffer {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (key.length === keyBytes) return key;
  throw unreadable(`${file} (${name})`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function missing(file: string): KeyRingUnusable {
  return new KeyRingUnusable(
    'key-ring-missing',
    `数据库已存在，但找不到密钥文件 ${file}。请从备份恢复该文件；新建密钥会使原有敏感信息无法解密。`,
    `There is a database, but no key file ${file}. Restore it from the backup; new keys could not read the sensitive data.`,
  );
}

function unreadable(what: string): KeyRingUnusable {
  return new KeyRingUnusable(
    'key-ring-unreadable',
    `密钥文件无法使用：${what}。每个密钥应为 32 字节的 base64。请从备份恢复。`,
    `The key file cannot be used: ${what}. Each key is 32 bytes in base64. Restore it from the backup.`,
  );
}
