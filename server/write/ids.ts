import { randomBytes } from 'node:crypto';

/** Letters and digits without look-alikes (Crockford); their order is the order of their values. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A source of ids that sort by the time they were made: 10 characters of milliseconds, 13 of chance. Ids of one
 * millisecond keep their order, because chance is then counted up instead of drawn anew.
 */
export function sortableIds(now: () => Temporal.Instant): () => string {
  let lastMs = -1;
  let chance = 0n;
  return () => {
    const ms = Math.max(now().epochMilliseconds, lastMs);
    chance = ms === lastMs ? chance + 1n : BigInt(`0x${randomBytes(8).toString('hex')}`);
    lastMs = ms;
    return encode(BigInt(ms), 10) + encode(chance, 13);
  };
}

function encode(value: bigint, length: number): string {
  let rest = value;
  let result = '';
  for (let index = 0; index < length; index += 1) {
    result = alphabet[Number(rest & 31n)] + result;
    rest >>= 5n;
  }
  return result;
}
