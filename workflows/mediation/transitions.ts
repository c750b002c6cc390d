import { whenFacts } from '../machine.ts';

/** A full agreement in effect ends the mediation; over some matters only, it goes on. */
export const recordAgreement = [
  { target: 'agreed', guard: whenFacts({ coversAll: true, effective: true, someFailed: false }) },
  { target: 'agreedInPart', guard: whenFacts({ coversAll: true, effective: true, someFailed: true }) },
  { target: 'awaitingFormalities', guard: whenFacts({ coversAll: true, effective: false }) },
  { target: 'inSession', guard: whenFacts({ coversAll: false }) },
] as const;

export const completeFormalities = [
  { target: 'agreed', guard: whenFacts({ coversAll: true, effective: true, someFailed: false }) },
  { target: 'agreedInPart', guard: whenFacts({ coversAll: true, effective: true, someFailed: true }) },
] as const;

/** Ending one matter ends the proceeding when it was the last one open. */
export const endWithoutAgreement = [
  { target: 'failed', guard: whenFacts({ coversAll: true, someSettled: false }) },
  { target: 'agreedInPart', guard: whenFacts({ coversAll: true, someSettled: true }) },
] as const;

export const withdraw = [
  { target: 'withdrawn', guard: whenFacts({ coversAll: true, someSettled: false }) },
  { target: 'agreedInPart', guard: whenFacts({ coversAll: true, someSettled: true }) },
] as const;

export const resumeMediation = [
  { target: 'accepted', guard: whenFacts({ resumeTo: 'accepted' }) },
  { target: 'assigned', guard: whenFacts({ resumeTo: 'assigned' }) },
  { target: 'inSession', guard: whenFacts({ resumeTo: 'inSession' }) },
  { target: 'adjourned', guard: whenFacts({ resumeTo: 'adjourned' }) },
  { target: 'awaitingFormalities', guard: whenFacts({ resumeTo: 'awaitingFormalities' }) },
] as const;
