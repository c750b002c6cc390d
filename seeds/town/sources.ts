import type { CastMember } from '../cast.ts';
import { matter } from '../stories/story.ts';
import type { Course } from './course.ts';
import type { Quarrel } from './dispute.ts';

/** What belongs to a case by the way it came in: the platform was told, a stall was visited, a booth was complained of. */
export function tellsOfSource(course: Course, by: CastMember, source: string, { county, product }: Quarrel): void {
  const { chance } = course;
  if (source === 'platform')
    course.gives(by, 'recordPlatformNotice', matter(0), {
      listing: `商品编号 ${chance.between(10_000_000, 99_999_999)}${product === null ? '' : `（${product}）`}`,
      measures: [chance.oneOf(['removed', 'blocked', 'unlinked'])],
      measuresOn: course.day(),
    });
  if (source === 'market')
    course.gives(by, 'recordMarketComplaint', matter(0), {
      market: `${county.unit}综合批发市场`,
      stall: `${chance.oneOf(['东', '西', '南', '北'])}区${chance.between(1, 240)}号`,
      operatorToldOn: course.day(),
      measures: [chance.oneOf(['checked', 'takenOff', 'records'])],
    });
  if (source === 'exhibition')
    course.gives(by, 'recordExhibitionComplaint', matter(0), {
      show: '烟台产品博览会（虚构）',
      booth: `${chance.oneOf(['A', 'B', 'C'])}${chance.between(1, 120)}`,
      opensOn: course.inDays(-1),
      closesOn: course.inDays(2),
    });
}
