import { text } from '../text.ts';
import type { Letter, LetterDraft } from './letter.ts';

/**
 * A letter as a text message: who writes, one sentence, and where to ask for the whole. Holds no name, no address, no query
 * code and no link; the only placeholder is the public telephone number.
 */
export function textMessage({ short }: Pick<Letter, 'short'>, draft: Pick<LetterDraft, 'fields' | 'language'>): string {
  const { writer, caseCode } = draft.fields;
  const words = text(
    `【${writer.zh}】${short}。全文及核实请拨 {{telephone}}，报 ${caseCode}`,
    `[${writer.en}] ${short}. For the whole letter or to verify call {{telephone}}, case ${caseCode}`,
  );
  return draft.language === 'en' ? words.en : words.zh;
}

/**
 * How many messages a network makes of a text: 70 characters (160 without any beyond the GSM alphabet), and when it has to
 * be cut 67 (153) in each part.
 */
export function segmentsOf(words: string): number {
  const isPlain = /^[\n\r\u0020-\u005A\u0061-\u007A_@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉÄÖÑÜ§¿äöñüà]*$/.test(words);
  const [whole, part] = isPlain ? [160, 153] : [70, 67];
  return words.length <= whole ? 1 : Math.ceil(words.length / part);
}
