/** Mediations that the committee takes in at its window, at its stations, and from the centres. */

import type { CastMember } from '../../cast.ts';
import { handoff, proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, type Quarrel, type Series, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { files, sends } from '../papers.ts';
import { someBasicCourt } from './courts.ts';
import { asks, closes, concludes, sits, type Talks } from './mediation.ts';
import { afterAgreement } from './titles.ts';

const committee = 'yantaiMediationCommittee';
const intake = proceeding('intake');

/** What people bring to a window. */
const brought = {
  trademark: 52,
  copyright: 22,
  designPatent: 12,
  utilityModel: 4,
  geographicalIndication: 6,
  contract: 4,
};

/** Taken in at the window of the city committee. */
export function atTheWindow(course: Course, series: Series | null): void {
  const clerk = course.at(committee, 'committeeClerk');
  const quarrel = someQuarrel(course.chance, { kinds: brought, series });
  opens(course, clerk, quarrel);
  if (course.falters(shares.neglected / 2)) return;
  course.gives(clerk, 'routeHere', intake, { channel: 'peopleMediation' });
  mediates(course, quarrel, clerk, course.at(committee, 'mediator'));
}

/** Taken in and mediated in a county, by one person. */
export function atAStation(course: Course, series: Series | null): void {
  const quarrel = someQuarrel(course.chance, { kinds: brought, series });
  const person = course.at(`${quarrel.county.id}MediationStation`, 'mediator');
  opens(course, person, quarrel);
  course.gives(person, 'routeHere', intake, { channel: 'peopleMediation' });
  mediates(course, quarrel, person, person);
}

/** Where rights holders ask for help: the two centres, and the aid branches. */
const doors = { yantaiProtectionCentre: 60, rightsAidBranches: 28, ftzProtectionCentre: 12 } as const;

/** Registered at a centre, which passes it on to the committee. */
export function throughACentre(course: Course, series: Series | null): void {
  const staff = course.at(course.chance.byWeight(doors), 'centreStaff');
  const quarrel = someQuarrel(course.chance, { kinds: brought, series });
  opens(course, staff, quarrel);
  files(course, staff, intake, ['intakeForm']);
  course.later(0, 3);
  if (course.falters(shares.neglected)) return;
  sends(course, staff, intake, { kind: 'H5', to: committee, documents: ['intakeForm'] });
  const clerk = course.at(committee, 'committeeClerk');
  course.later(1, 3);
  if (course.falters(shares.neglected * 2, 'unanswered')) return;
  course.gives(clerk, 'receiveHandoff', handoff);
  if (course.takes('returned', 0.04)) {
    course.gives(clerk, 'returnHandoff', handoff, { reason: 'outsideScope', explanation: '不属于本会受理范围' });
    return;
  }
  course.gives(clerk, 'acceptHandoff', handoff);
  mediates(course, quarrel, clerk, course.at(committee, 'mediator'));
}

function mediates(course: Course, { amountFen, respondents }: Quarrel, clerk: CastMember, mediator: CastMember): void {
  const talks: Talks = {
    channel: 'peopleMediation',
    clerk,
    mediator,
    form: 'written',
    amountFen,
    respondents: respondents.length,
  };
  if (!asks(course, talks)) return;
  course.gives(clerk, 'acceptMediation', proceeding('peopleMediation'));
  if (!sits(course, talks)) return;
  const end = concludes(course, talks);
  if (end === 'failed') closes(course, talks);
  if (end === 'settled') afterAgreement(course, talks, someBasicCourt(course.chance));
}
