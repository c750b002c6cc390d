/** Live updates: tells whoever has a case open that somebody else changed it. */
export { livePath, registerLive } from './route.ts';
