/** Every rule of §7, §8, §10 and §11 of the reading notes by its number: what it says in our words, and what holds it. */
import { testNamesIn } from '../../support/test-names.ts';
import type { RulesRead } from './rule.ts';
import { section7 } from './section-7.ts';
import { section8 } from './section-8.ts';
import { section10 } from './section-10.ts';
import { section11 } from './section-11.ts';

export const rulesRead: RulesRead = { ...section7, ...section8, ...section10, ...section11 };

const upTo = (section: number, last: number) => Array.from({ length: last }, (_, index) => `${section}.${index + 1}`);

/** The numbers the reading notes have. Each needs a row, or several with a letter behind the number. */
export const numbersRead: readonly string[] = [
  ...upTo(7, 39),
  ...['7.41', '7.44', '7.46', '7.48'],
  ...upTo(8, 10),
  ...upTo(10, 19),
  ...upTo(11, 11),
];

/** The tests a reference names, each by its whole sentence. One is right; none or several mean that it must be written better. */
export function testsNamed(reference: string): readonly string[] {
  const [file = '', ...sentence] = reference.split(' › ');
  const end = sentence.join(' › ');
  return testNamesIn(pathOf(file)).filter((name) => name === end || name.endsWith(` › ${end}`));
}

function pathOf(file: string): string {
  return `tests/${file.includes('/') ? file : `workflows/${file}`}.test.ts`;
}
