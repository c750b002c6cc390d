import { isIPv4, isIPv6 } from 'node:net';
import { type Text, text } from '../workflows/text.ts';

/** One environment variable: what it is about, what it accepts, what it is without being set. */
export interface Setting<Value> {
  readonly about: Text;
  readonly accepts: Text;
  readonly standard: string;
  readonly secret?: boolean;
  readonly parse: (value: string) => Value | typeof wrong;
}

/** What `parse` gives for a value that is not accepted. */
export const wrong = Symbol('wrong');
/** Levels of the log, quietest first. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** A setting with a parser of its own. */
export function setting<const Value>(definition: Setting<Value>): Setting<Value> {
  return definition;
}

/** A whole number between two bounds. */
export function wholeNumber(about: Text, standard: number, least: number, most: number): Setting<number> {
  return {
    about,
    standard: String(standard),
    accepts: text(`${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`),
    parse: (value) => {
      const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      return number >= least && number <= most ? number : wrong;
    },
  };
}

/** A key of 32 bytes; undefined: taken from keys.json. */
export function key(about: Text): Setting<string | undefined> {
  return {
    about,
    standard: '',
    secret: true,
    accepts: text('32 字节的 base64，或留空', '32 bytes in base64, or empty'),
    parse: (value) => {
      if (value === '') return undefined;
      return /^[A-Za-z0-9+/]{43}=$/.test(value) ? value : wrong;
    },
  };
}

/** Values by name: `name=value, name=value`. */
export function pairs(
  about: Text,
  accepts: Text,
  isValue: (value: string) => boolean,
): Setting<Readonly<Record<string, string>>> {
  return {
    about,
    accepts,
    standard: '',
    parse: (value) => {
      const parts = value.split(',').filter((part) => part.trim() !== '');
      const named = parts.map((part) => /^\s*([A-Za-z0-9_-]{1,60})\s*=\s*(.+?)\s*$/.exec(part));
      const read = named.map((match) => [match?.[1] ?? '', match?.[2] ?? ''] as const);
      return read.every(([name, one]) => name !== '' && isValue(one)) ? Object.fromEntries(read) : wrong;
    },
  };
}

/** Whether a value is one plain e-mail address. */
export function isMailAddress(value: string): boolean {
  return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(value) && value.length <= 254;
}

/** Whether a value names a mail server. */
export function isSmtpUrl(value: string): boolean {
  const address = URL.parse(value);
  return address !== null && ['smtp:', 'smtps:'].includes(address.protocol) && address.hostname !== '';
}

/** The origin of an address that has nothing but scheme, host and port. */
export function originOf(value: string): string | undefined {
  const address = URL.parse(value);
  if (!address || !['http:', 'https:'].includes(address.protocol)) return undefined;
  const isBare = `${address.pathname}${address.search}${address.hash}${address.username}${address.password}` === '/';
  return isBare ? address.origin : undefined;
}

/** Addresses and networks, separated by commas. */
export function parseNetworks(value: string): readonly string[] | typeof wrong {
  const networks = value
    .split(',')
    .map((network) => network.trim())
    .filter((network) => network !== '');
  return networks.every(isNetwork) ? networks : wrong;
}

function isNetwork(network: string): boolean {
  const [address = '', bits, ...rest] = network.split('/');
  const longest = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return (
    longest > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  );
}

/** Whether only this machine reaches the host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
