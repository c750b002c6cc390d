import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../errors.ts';

/** Where words are looked for or once were, under the names that carried them or that people would try. */
const wordNames = ['text', 'q'];
const searching: readonly string[] = ['/search', '/desk', '/cases', '/api/search', '/api/cases'];
/** Where an id is asked for, and a name may be typed instead. */
const idNames = ['person', 'account', 'caseId'];
const audit: readonly string[] = [
  '/administration/audit',
  '/administration/audit/export',
  '/api/administration/audit',
  '/api/administration/audit/export',
];

/** Whether a text could be an id, or is none. */
export function isFormOfAnId(text: string): boolean {
  return /^[A-Za-z0-9:_-]{0,80}$/.test(text);
}

/**
 * Refuses words in an address, where they stay: in the history of a shared computer, in what proxies write down, in what is
 * copied. Comes before anything could lead to another address with them. Throws `words-in-address`.
 */
export function refuseWordsInAddress({ routeOptions, url }: FastifyRequest): void {
  const route = routeOptions.url ?? '';
  if (!url.includes('?') || !(searching.includes(route) || audit.includes(route))) return;
  const { searchParams } = new URL(url, 'http://here.invalid');
  const given = (name: string) => (searchParams.get(name) ?? '').trim();
  const isRefused = audit.includes(route)
    ? idNames.some((name) => !isFormOfAnId(given(name)))
    : wordNames.some((name) => given(name) !== '');
  if (isRefused) throw new ProblemError('words-in-address');
}
