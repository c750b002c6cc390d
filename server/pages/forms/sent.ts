import type { FastifyRequest } from 'fastify';
import type { Sent } from './read.ts';

/** A form that came as `application/x-www-form-urlencoded`, as it was sent. Anything that is no text is not read. */
export function sentOf(request: FastifyRequest): Sent {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
    ]),
  );
}

/** A form as text, to be carried through a sign-in; what makes no sense a second time stays behind. */
export function carried(sent: Sent): string {
  const pairs = Object.entries(sent).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]));
  return new URLSearchParams(pairs).toString();
}

/** The form that {@link carried} wrote. */
export function uncarried(text: string): Sent {
  const pairs = [...new URLSearchParams(text)];
  const names = [...new Set(pairs.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, pairs.flatMap(([one, value]) => (one === name ? [value] : []))]),
  );
}

/** An address of this site to go on to; the desk when it leads elsewhere. */
export function addressHere(address: string | undefined): string {
  const isHere = address !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(address);
  return isHere ? address : '/desk';
}
