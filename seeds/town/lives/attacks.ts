/** The right is attacked at the office of the State, which has no login: its acts are recorded by its papers. */

import type { CastMember } from '../../cast.ts';
import { proceeding, type StoryStep } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { shares } from '../mix.ts';

const invalidation = proceeding('invalidation');
const byPaper = { evidence: '国家知识产权局通知书' } as const;

/** The request, the stay, and for older cases the decision; what waits for it is left to wait. */
export function attacks(
  course: Course,
  here: StoryStep['target'],
  by: CastMember,
  { stay, resume }: { readonly stay: string; readonly resume: string },
): void {
  course.gives(by, 'recordInvalidationRequest', here);
  course.gives(by, stay, here, { reason: 'invalidity' }, { acknowledged: ['stay-not-owed', 'stay-not-called-for'] });
  course.later(5, 15);
  if (course.falters(shares.neglected)) return;
  course.gives(by, 'acceptInvalidation', invalidation, { kind: 'patentInvalidation' }, byPaper);
  course.later(120, 200);
  if (course.falters(shares.neglected)) return;
  if (course.takes('withdrawn', 0.3)) {
    course.gives(by, 'withdrawInvalidation', invalidation, undefined, byPaper);
    course.gives(by, resume, here, { because: '无效宣告请求已撤回' });
    return;
  }
  const servedOn = course.day();
  const result = course.chance.byWeight({ upheld: 60, partlyInvalid: 15, invalid: 25 });
  course.gives(
    by,
    'decideInvalidation',
    invalidation,
    (c) => ({ result, served: Object.keys(c.parties).map((party) => ({ party, servedOn })) }),
    byPaper,
  );
  // Three months to sue, which a week of holidays may lengthen.
  course.later(102, 116);
  course.gives(by, 'recordInvalidationEffect', invalidation, undefined, byPaper);
  if (result === 'upheld') course.gives(by, resume, here, { because: '权利维持有效' });
}
