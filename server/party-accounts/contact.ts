import { type KeyRing, keyedHash } from '../../db/keys.ts';

/** An e-mail address or a telephone number as an account is found by it. */
export interface Contact {
  readonly kind: 'email' | 'sms';
  readonly address: string;
  /** The keyed hash under which it is stored. */
  readonly hash: string;
}

/** A contact as people type it, in any width and case; null for what can be neither an address nor a number. */
export function contactOf(typed: string, { queryCodes }: Pick<KeyRing, 'queryCodes'>): Contact | null {
  const plain = typed.normalize('NFKC').trim();
  if (plain.includes('@')) {
    const address = plain.toLowerCase();
    return /^[^\s@]{1,64}@[^\s@]{3,190}$/.test(address) ? contact('email', address, queryCodes) : null;
  }
  const number = plain.replaceAll(/[\s\-().]/g, '');
  if (!/^\+?\d{7,16}$/.test(number)) return null;
  // 中国大陆的手机号，写不写国家代码都是同一个。 A mainland mobile number is the same with and without its country code.
  return contact('sms', number.replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''), queryCodes);
}

function contact(kind: Contact['kind'], address: string, key: Buffer): Contact {
  return { kind, address, hash: keyedHash(key, `contact of a party account\n${kind}\n${address}`) };
}
