import type { InstrumentId } from './instruments.ts';

/**
 * Which articles of each instrument were read: those that the reading notes name or give as read, and those on which a row
 * of these rules rests that says where its text was read. Whatever else is cited is cited from memory, and shows as 待核实:
 * a new citation carries the mark until its article is read and stands here.
 */
export const articlesRead = {
  CPL: '37, 59, 61, 62, 85-87, 95, 100, 104, 115, 122, 125-128, 130, 136, 146, 148, 152, 153, 157, 158, 164, 171, 183, 187, 205, 206, 216, 225-227, 236, 238, 241, 247-250, 283, 285, 286',
  CPLI: '61, 126, 127, 136, 137, 143, 208, 243, 351, 353-358, 372, 481',
  IMR: '11, 12, 15, 16, 18-22, 25-27',
  OMR: '4, 9, 10, 12-15, 17, 18, 20-26, 29',
  OP25: '2-6',
  JC11: '4, 5, 11',
  LIM: '9, 10, 12, 13',
  JUR: '1, 2',
  // Its table of courts, and that of 2022, could not be read.
  JUR25: '',
  JUR22: '',
  CN15: '1-3, 7-13',
  PDR: '5-7, 17',
  PIC09: '18',
  TIR: '5',
  PUN26: '1-14',
  PML: '3, 4, 15, 17, 19, 20, 23, 25, 26, 28, 29, 31-33',
  PMW: '30, 33, 39',
  CMR: '1-33',
  SDR: '20, 22, 24, 33-36, 40-42, 62',
  O363: '2, 3, 6',
  NL: '37',
  AL25: '1-96',
  AWE: '8, 9, 12, 20',
  AL17: '24, 56, 59-61',
  NDE: '3, 9, 13',
  TER16: '1',
  CC: '145, 165, 171, 188-204',
  PL: '45-47, 65-76',
  PLR: '95-103',
  O81: '3, 5, 7, 8, 10-24, 26, 28-31, 33-58, 60, 62-71, 75-85',
  MAJ: '22',
  // Neither its articles nor its terms could be read.
  O352: '',
  TM19: '44, 45, 54, 60-66',
  TM26: '1-87',
  CRL: '53, 60',
  AEL: '25, 53-60, 69',
  APL: '26, 34, 44-47, 49, 51, 56, 58, 61, 62, 67, 81, 83, 85, 88, 90, 97',
  APLI: '49, 50, 53, 55, 69, 87, 110, 138, 140, 156, 158',
  ARL: '20',
  CRPL: '',
  TRR: '2, 3, 5-13',
  PSR: '175-187',
  IPC25: '3, 5, 6, 10, 13, 14, 17',
  LINK: '',
  PENL: '33, 36, 56, 57, 61, 64, 67, 85',
  PENP: '18-20',
  PENB: '',
  LDR: '31',
  PVR: '41',
  AUCL: '',
  ECL: '42, 43',
  EXM: '6-11, 13, 14',
  EXG: '14',
  CUS: '16-24',
} as const satisfies Record<InstrumentId, string>;

/** Items of articles that were read of which only the item's number, not its words, is certain. */
const itemsNotRead: Partial<Record<InstrumentId, readonly string[]>> = {
  CPLI: ['第三百五十五条(一)', '第三百五十五条(二)', '第三百五十五条(三)', '第三百五十五条(四)'],
};

const numbersRead = new Map<InstrumentId, ReadonlySet<number>>();

/** Whether one article, by its number and as it is printed (第三百五十五条(五)), was read. */
export function isArticleRead(instrument: InstrumentId, number: number, printed: string): boolean {
  const known = numbersRead.get(instrument) ?? numbersOf(articlesRead[instrument]);
  numbersRead.set(instrument, known);
  return known.has(number) && itemsNotRead[instrument]?.includes(printed) !== true;
}

function numbersOf(list: string): ReadonlySet<number> {
  const parts = list.split(', ').filter((part) => part !== '');
  return new Set(
    parts.flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}
