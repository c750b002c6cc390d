/** The parties' own door: sessions by query codes, one-time codes, what a party may do, and what it thought of it. */
export { type DoorAct, doorActs, type OfferedAct, offeredActs, partyActor } from './acts.ts';
export { doorLimits } from './limits.ts';
export { type SentCode, sendCode, tryCode } from './one-time-code.ts';
export { giveAsParty, givenBefore, type PartyOutcome, speakerOf } from './perform-act.ts';
export { isOverFor, mayRate, rate, ratingWordsLength } from './rating.ts';
export { enter, leave, type Place, sweepDoor, type Visit, visitOf } from './session.ts';
