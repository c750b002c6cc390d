import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normaliseLogin } from '../../db/accounts.ts';

/** Hashes a password with argon2id into the usual text form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, present);
  return `$argon2id$v=19$m=${present.memoryKibibytes},t=${present.passes},p=${present.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether the password is the one. Without a stored hash the same work is done, so that the time tells nothing. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? undefined : parse(stored);
  const { parameters, salt, hash } = known ?? decoy;
  const derived = await derive(password, salt, parameters);
  return timingSafeEqual(derived, hash) && known !== undefined;
}

/** Whether a stored hash was made with weaker parameters than today's and should be renewed at the next sign-in. */
export function needsRenewal(stored: string): boolean {
  const parameters = parse(stored)?.parameters;
  return !parameters || parameters.memoryKibibytes < present.memoryKibibytes || parameters.passes < present.passes;
}

/** 12 to 128 characters that do not contain the login. Length protects; rules about signs only make people write it down. */
export function isAcceptablePassword(password: string, login: string): boolean {
  const length = Array.from(password.normalize('NFKC')).length;
  return length >= 12 && length <= 128 && !normaliseLogin(password).includes(normaliseLogin(login));
}

interface Parameters {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const present: Parameters = { memoryKibibytes: 19 * 1024, passes: 2, parallelism: 1 };
const hashBytes = 32;
const decoy = { parameters: present, salt: randomBytes(16), hash: randomBytes(hashBytes) };
const argon2Promise = promisify(argon2);

function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  return argon2Promise('argon2id', {
    // The same password typed with another keyboard or in full-width letters is the same password.
    message: password.normalize('NFKC'),
    nonce: salt,
    memory: parameters.memoryKibibytes,
    passes: parameters.passes,
    parallelism: parameters.parallelism,
    tagLength: hashBytes,
  });
}

function parse(stored: string) {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!found) return undefined;
  const [, memory, passes, parallelism, salt = '', hash = ''] = found;
  const parameters = { memoryKibibytes: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { parameters, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
