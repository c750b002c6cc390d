/** What helps to open a case fast: drafts, parties that are known, a case like another. */
export { type Carried, carriable, carryOver } from './carry.ts';
export {
  draftList,
  draftLivesDays,
  draftOf,
  dropDraft,
  forgetDrafts,
  keepDraft,
  type OpeningDraft,
  openingViewer,
  type Typed,
} from './drafts.ts';
export { type KnownParty, partiesCalled } from './known-parties.ts';
export { draftLike } from './like.ts';
