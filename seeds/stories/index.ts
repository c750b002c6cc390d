import { first } from './first.ts';
import type { Story } from './story.ts';

/** Stories by the name they are told by. */
export const stories: Readonly<Record<string, Story>> = { [first.id]: first };

export { storiesOfToday } from './today.ts';
