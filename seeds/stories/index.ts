import type { StoryLogin } from '../cast.ts';
import { first } from './first.ts';
import { rc01 } from './rc-01.ts';
import { rc03 } from './rc-03.ts';
import { rc06 } from './rc-06.ts';
import { rc09 } from './rc-09.ts';
import { rc13 } from './rc-13.ts';
import { rc14 } from './rc-14.ts';
import { rc19 } from './rc-19.ts';
import { rc22 } from './rc-22.ts';
import type { Story } from './story.ts';

/** Stories of Yantai by the name they are told by; the demonstration tells them all. */
export const stories: Readonly<Record<string, Story>> = { [first.id]: first };

/** Real cases of other places: they are told with the organisations of seeds/reference/elsewhere.ts beside the town's own. */
export const storiesElsewhere: Readonly<Record<string, Story<StoryLogin>>> = {
  [rc01.id]: rc01,
  [rc03.id]: rc03,
  [rc06.id]: rc06,
  [rc09.id]: rc09,
  [rc13.id]: rc13,
  [rc14.id]: rc14,
  [rc19.id]: rc19,
  [rc22.id]: rc22,
};

export { storiesOfToday } from './today.ts';
export { storiesOfTheRadar } from './today-radar.ts';
