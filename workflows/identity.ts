import type { PersonInput } from './fields.ts';
import { type Text, text } from './text.ts';

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const identityCheckCharacters = '10X98765432';

/** Whether an 18-character identity card number is well formed: birth date and check character (GB 11643, mod 11-2). */
export function isIdentityNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  try {
    Temporal.PlainDate.from(birth, { overflow: 'reject' });
  } catch {
    return false;
  }
  const sum = identityWeights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return identityCheckCharacters[sum % 11] === value[17];
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether a unified social credit code has 18 allowed characters and the right check character (GB 32100, mod 31). */
export function isCreditCode(value: string): boolean {
  if (value.length !== 18) return false;
  const digits = [...value].map((character) => creditAlphabet.indexOf(character));
  if (digits.includes(-1)) return false;
  const sum = creditWeights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === digits[17];
}

/** Full-width letters, digits and signs become half-width; surrounding white space goes; upper case. For numbers people copy from papers. */
export function normaliseNumber(value: string): string {
  return value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** The part of a person that is wrong as typed, and why. */
export interface PersonFault {
  readonly part: 'identityNumber' | 'creditCode' | 'telephone' | 'email';
  readonly text: Text;
}

/** What is wrong with a person as typed, in the order of the form; null when nothing is. */
export function personProblem(value: PersonInput): Text | null {
  return personFault(value)?.text ?? null;
}

/** The first part of a person that is wrong as typed, in the order of the form; null when none is. */
export function personFault({ identityNumber, creditCode, telephone, email }: PersonParts): PersonFault | null {
  if (identityNumber != null && !isIdentityNumber(identityNumber)) return fault('identityNumber');
  if (creditCode != null && !isCreditCode(creditCode)) return fault('creditCode');
  if (telephone != null && !/^\+?[\d\s()-]{5,25}$/.test(telephone)) return fault('telephone');
  if (email != null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return fault('email');
  return null;
}

type PersonParts = Partial<Pick<PersonInput, PersonFault['part']>>;

function fault(part: PersonFault['part']): PersonFault {
  return { part, text: faultTexts[part] };
}

const faultTexts: Readonly<Record<PersonFault['part'], Text>> = {
  identityNumber: text(
    '身份证号码校验不通过，请逐位核对；一时不知道可以留空。',
    'The identity number fails its check digit; compare it digit by digit, or leave it empty for now.',
  ),
  creditCode: text(
    '统一社会信用代码校验不通过，请逐位核对；一时不知道可以留空。',
    'The unified social credit code fails its check; compare it, or leave it empty for now.',
  ),
  telephone: text(
    '电话号码只能包含数字、空格、括号、加号和短横线。',
    'A telephone number has only digits, spaces, brackets, a plus sign and hyphens.',
  ),
  email: text(
    '电子邮箱格式不对，例如 name@example.com。',
    'The e-mail address is not well formed, e.g. name@example.com.',
  ),
};
