/** Arbitrations over contracts, at the commission. */
import { partyId, proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, type Quarrel, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { bringsTitle } from './titles.ts';

export const office = 'yantaiArbitrationCommission';
const arbitration = proceeding('arbitration');

/** A request at the commission's own door. */
export function asksForArbitration(course: Course): void {
  const secretary = course.at(office, 'arbitrationSecretary');
  const quarrel = someQuarrel(course.chance, { kinds: { contract: 1 }, dispute: 'contract' });
  opens(course, secretary, quarrel, 'window');
  course.gives(secretary, 'routeHere', proceeding('intake'), { channel: 'arbitration' });
  isTakenUp(course, quarrel);
}

/** The request lies with the commission: accepted, heard, awarded. */
export function isTakenUp(course: Course, _quarrel: Quarrel): void {
  const { chance } = course;
  const secretary = course.at(office, 'arbitrationSecretary');
  course.later(1, 4);
  if (course.falters(shares.neglected)) return;
  if (course.takes('turnedAway', 0.06)) {
    course.gives(secretary, 'refuseArbitration', arbitration, { reason: 'noAgreement' });
    return;
  }
  const concludedOn = course.inDays(-chance.between(300, 900));
  course.gives(secretary, 'recordArbitrationAgreement', arbitration, {
    kind: 'clause',
    concludedOn,
    institution: 'clear',
    coversMatter: true,
  });
  course.gives(secretary, 'acceptArbitration', arbitration, {
    number: `烟仲字〔${course.day().slice(0, 4)}〕第${course.serial()}号`,
  });
  course.later(8, 20);
  if (course.falters(shares.neglected)) return;
  course.gives(secretary, 'appointTribunal', arbitration, {
    arbitrators: 'one',
    names: '独任仲裁员',
    chosenBy: 'parties',
    disclosed: true,
  });
  course.later(12, 30);
  if (course.falters(shares.neglected)) return;
  if (course.takes('withdrawn', 0.2)) {
    course.gives(secretary, 'withdrawArbitration', arbitration, { how: chance.oneOf(['withdrawn', 'settled']) });
    return;
  }
  course.gives(secretary, 'holdArbitrationHearing', arbitration, (c) => ({
    mode: 'inPerson',
    present: Object.keys(c.parties),
    agreementPointedOut: true,
  }));
  course.later(10, 40);
  if (course.falters(shares.neglected * 2)) return;
  awards(course);
}

function awards(course: Course): void {
  const { chance } = course;
  const secretary = course.at(office, 'arbitrationSecretary');
  const result = chance.byWeight({ upheld: 45, inPart: 40, dismissed: 15 });
  const performanceDueOn = result === 'dismissed' ? null : course.inDays(20);
  course.gives(secretary, 'makeAward', arbitration, { kind: 'award', result, performanceDueOn });
  course.later(1, 5);
  // Where both laws may apply, the secretary says which.
  const law = course.day() < '2026-03-01' ? 'former' : null;
  for (const side of ['claimant', 'respondent'] as const)
    course.gives(secretary, 'recordAwardService', arbitration, (c) => ({ party: partyId(c, side), law }));
  if (result === 'dismissed') return;
  course.later(25, 40);
  if (course.falters(shares.neglected)) return;
  if (course.takes('enforced', 0.3)) {
    bringsTitle(course, secretary, arbitration, 'yantaiIntermediateCourt');
    return;
  }
  course.gives(secretary, 'recordAwardPerformed', arbitration);
}
