/** The parties' own door: sessions by query codes, one-time codes, what a party may do, and what it thought of it. */
export { type DoorAct, doorActs, type OfferedAct, offeredActs, partyActor } from './acts.ts';
export { doorLimits } from './limits.ts';
export {
  contactPerson,
  newOneTimeCode,
  oneTimeCodeHash,
  type SentCode,
  sendCode,
  sendOneTimeCode,
  tryCode,
  typedCode,
  wayTo,
} from './one-time-code.ts';
export { giveAsParty, givenBefore, type PartyOutcome, speakerOf } from './perform-act.ts';
export { isOverFor, mayRate, rate, ratingWordsLength } from './rating.ts';
export {
  addToAccount,
  type Entered,
  enter,
  type GoneCase,
  leave,
  openSession,
  type Place,
  sessionOf,
  sweepDoor,
  type Visit,
  visitOf,
} from './session.ts';
