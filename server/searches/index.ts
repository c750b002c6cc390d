/** What people type to find somebody: kept for them, and out of every address. */
export { forgetSearches, keepSearch, searchLivesDays, soughtBehind } from './kept.ts';
export { isFormOfAnId, refuseWordsInAddress } from './words-in-address.ts';
