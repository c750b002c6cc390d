import { expect } from 'vitest';
import { proceedingOf } from '../../seeds/stories/story.ts';
import { exclusiveProceeding } from '../../workflows/dossier/opening.ts';
import { clocksOf, kit } from '../../workflows/index.ts';
import type { StoryClaims } from './story-claims.ts';

/** What RC-19 must show, for whichever teller told it. */
export const rc19Claims: StoryClaims = {
  'opens arbitration by an agreement made after the dispute': (told) => {
    const agreed = Object.values(told.end.facts).find(({ type }) => type === 'recordArbitrationAgreement')!;
    expect(agreed.values).toMatchObject({ kind: 'submission', institution: 'clear', coversMatter: true });
    expect(proceedingOf(told.afterStep('acceptArbitration'), 'arbitration').slot.value).toBe('accepted');
  },
  'is accepted within the five days of the law then in force': (told) => {
    const waiting = told.afterStep('recordArbitrationAgreement');
    const clock = clocksOf(waiting, told.calendar).find(({ rule }) => rule === 'arb.accept');
    expect(clock).toMatchObject({ due: '2024-04-15', oldLawToConfirm: false });
  },
  'excludes a suit over the same claim while it runs': (told) => {
    const hearing = told.afterStep('holdArbitrationHearing');
    const matters = Object.keys(hearing.matters);
    expect(exclusiveProceeding(hearing, 'litigation', matters)?.channel).toBe('arbitration');
    expect(exclusiveProceeding(told.end, 'litigation', matters)).toBeNull();
    expect(Object.values(told.end.proceedings).map(({ channel }) => channel)).toEqual(['intake', 'arbitration']);
  },
  'counts six months to set the award aside, as the law of 2024 had it': (told) => {
    const clocks = clocksOf(told.afterStep('recordAwardService'), told.calendar);
    const dues = clocks.filter(({ rule }) => rule === 'arb.setaside.old').map(({ due }) => due);
    expect(dues).toEqual(['2025-02-20', '2025-02-20']);
    expect(clocks.filter(({ rule }) => rule === 'arb.setaside')).toEqual([]);
  },
  'has a title from the day of the award and ends performed, without enforcement': (told) => {
    const paths = (file: typeof told.end) => Object.values(file.matters).map(({ slot }) => slot.value);
    expect(paths(told.afterStep('makeAward'))).toEqual(['decided']);
    expect(proceedingOf(told.end, 'arbitration').slot.value).toBe('performed');
    expect(Object.values(told.end.matters).map(({ outcome }) => outcome)).toEqual(['performed']);
    expect(Object.values(told.end.matters).every(({ slot }) => kit.meta(slot).over)).toBe(true);
    expect(clocksOf(told.end, told.calendar)).toEqual([]);
  },
};
