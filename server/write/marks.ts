import { createHmac } from 'node:crypto';
import type { KeyRing } from '../../db/keys.ts';
import { type MarksOf, normaliseNumber } from '../../workflows/index.ts';

/**
 * Keyed hashes of what tells a person apart, so that one person in two cases can be found without reading anybody: identity
 * number, credit code, the name of a body, name with telephone of a natural person. Useless without the key, and no index
 * of names: a name alone is a mark only of bodies, whose names are public.
 */
export function personMarks({ queryCodes }: Pick<KeyRing, 'queryCodes'>): MarksOf {
  const mark = (kind: string, value: string) =>
    `hmac-sha-256:${createHmac('sha256', queryCodes).update(`person-mark\0${kind}\0${value}`).digest('hex').slice(0, 32)}`;
  return ({ kind, name, telephone, identityNumber, creditCode }) => {
    const marks: string[] = [];
    if (identityNumber !== null) marks.push(mark('identityNumber', normaliseNumber(identityNumber)));
    if (creditCode !== null) marks.push(mark('creditCode', normaliseNumber(creditCode)));
    const plainName = normaliseNumber(name);
    if (kind !== 'natural') marks.push(mark('bodyName', plainName));
    const digits = (telephone ?? '').replaceAll(/\D/g, '').slice(-11);
    if (kind === 'natural' && digits.length >= 7) marks.push(mark('nameAndTelephone', `${plainName}\0${digits}`));
    return marks;
  };
}
