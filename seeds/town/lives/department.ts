/** The patent department: rulings over infringement, and mediations. */
import { partyId, proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, type Quarrel, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { attacks } from './attacks.ts';
import { concludes, followsUp, sits, type Talks } from './mediation.ts';

export const patentOffice = 'yantaiPatentDepartment';
const ruling = proceeding('adminRuling');
const mediation = proceeding('adminMediation');
const patents = { designPatent: 64, utilityModel: 30, inventionPatent: 6 };

/** A request for a ruling at the department's own door. */
export function asksForRuling(course: Course): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  const quarrel = someQuarrel(course.chance, { kinds: patents });
  opens(course, officer, quarrel, course.chance.byWeight({ window: 60, platform: 25, exhibition: 15 }));
  course.gives(officer, 'routeHere', proceeding('intake'), { channel: 'adminRuling' });
  isAskedToRule(course, quarrel);
}

/** The request lies with the department: filed, defended, heard, ruled. */
export function isAskedToRule(course: Course, quarrel: Quarrel): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  course.later(1, 4);
  if (course.falters(shares.neglected)) return;
  if (course.takes('turnedAway', 0.06)) {
    course.gives(officer, 'refuseRuling', ruling, { reason: 'suedOrOtherRoute' });
    return;
  }
  const year = course.day().slice(0, 4);
  course.gives(officer, 'fileRuling', ruling, { number: `烟知裁〔${year}〕${course.serial()}号`, standing: 'owner' });
  course.later(1, 2);
  course.gives(officer, 'formRulingPanel', ruling, (c) => ({
    lead: officer.id,
    size: 3,
    told: Object.keys(c.parties),
  }));
  course.gives(officer, 'serveRulingRequest', ruling, (c) => ({ party: partyId(c, 'respondent') }));
  course.later(6, 12);
  // Who does not answer within fifteen days is ruled upon all the same.
  const answers = !course.takes('undefended', 0.15);
  if (answers) course.gives(officer, 'recordRulingDefence', ruling, (c) => ({ party: partyId(c, 'respondent') }));
  if (answers && course.takes('attacked', shares.rightsAttacked)) {
    attacks(course, ruling, officer, { stay: 'stayRuling', resume: 'resumeRuling' });
    return;
  }
  if (course.falters(shares.neglected * 2)) return;
  if (course.takes('agreed', 0.3)) {
    settlesInside(course, quarrel);
    return;
  }
  hears(course);
}

function hears(course: Course): void {
  const { chance } = course;
  const officer = course.at(patentOffice, 'rulingOfficer');
  course.later(4, 9);
  let heldOn = Temporal.PlainDate.from(course.day()).add({ days: 18 });
  if (heldOn.dayOfWeek > 5) heldOn = heldOn.add({ days: 8 - heldOn.dayOfWeek });
  course.gives(officer, 'scheduleOralHearing', ruling, { at: `${heldOn}T09:30`, place: '审理室' });
  course.gives(officer, 'noticeOralHearing', ruling, (c) => ({ parties: Object.keys(c.parties) }));
  course.later(18);
  course.gives(officer, 'holdOralHearing', ruling, (c) => ({ present: Object.keys(c.parties) }));
  course.later(5, 25);
  if (course.falters(shares.neglected * 2)) return;
  const year = course.day().slice(0, 4);
  const servedOn = course.day();
  const infringes = chance.happens(0.7);
  course.gives(officer, 'issueRuling', ruling, (c) => {
    const everybody = Object.keys(c.parties).map((party) => ({ party, servedOn }));
    const stop = {
      respondent: partyId(c, 'respondent'),
      subject: 'stopInfringement',
      act: '立即停止制造、销售涉案产品',
    };
    return {
      number: `烟知裁决〔${year}〕${course.serial()}号`,
      result: infringes ? 'infringement' : 'noInfringement',
      orders: infringes ? [stop] : [],
      served: everybody,
    };
  });
  course.later(32, 42);
  if (course.falters(shares.neglected)) return;
  course.gives(officer, 'recordRulingFinality', ruling);
  course.gives(officer, 'publishRuling', ruling, { redacted: true });
  if (!infringes) {
    course.gives(officer, 'closeRuling', ruling);
    return;
  }
  course.later(10, 30);
  const party = (c: Parameters<typeof ruling>[0]) => ({ party: partyId(c, 'respondent'), result: 'full' });
  course.gives(officer, 'recordRulingPerformance', ruling, party);
  course.gives(officer, 'closeRuling', ruling);
}

/** Both sides settle before the department while the ruling waits. */
function settlesInside(course: Course, quarrel: Quarrel): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  course.gives(officer, 'beginSettlement', ruling, (c) => ({ agreedBy: Object.keys(c.parties) }));
  filesMediation(course, 'infringement');
  mediates(course, quarrel, 1);
}

/** A request for mediation at the department's own door; some are over ownership, or over an inventor's reward. */
export function asksForMediation(course: Course): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  const dispute = course.chance.byWeight({ infringement: 60, reward: 20, ownership: 20 });
  const quarrel = someQuarrel(course.chance, { kinds: patents, dispute });
  opens(course, officer, quarrel, 'window');
  course.gives(officer, 'routeHere', proceeding('intake'), { channel: 'adminMediation' });
  isAskedToMediate(course, quarrel);
}

/** The department asks the other side, and mediates when it agrees. */
export function isAskedToMediate(course: Course, quarrel: Quarrel): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  course.later(1, 3);
  if (course.falters(shares.neglected)) return;
  course.gives(officer, 'sendOpinionNotice', mediation, (c) => ({ party: partyId(c, 'respondent') }));
  course.later(4, 12);
  if (course.falters(shares.neglected * 3)) return;
  if (course.takes('silent', 0.25)) {
    course.later(8, 12);
    course.gives(officer, 'refuseAdminMediation', mediation, { reason: 'silent', routesTold: '请求行政裁决、起诉' });
    return;
  }
  course.gives(officer, 'recordOpinion', mediation, (c) => ({ party: partyId(c, 'respondent'), answer: 'agrees' }));
  filesMediation(course, quarrel.dispute === 'infringement' ? 'infringement' : quarrel.dispute);
  mediates(course, quarrel, 0.6);
}

function filesMediation(course: Course, scope: string): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  const number = `烟知调〔${course.day().slice(0, 4)}〕${course.serial()}号`;
  course.gives(officer, 'fileAdminMediation', mediation, { number, scope });
}

function mediates(course: Course, { amountFen, respondents }: Quarrel, share: number): void {
  const officer = course.at(patentOffice, 'rulingOfficer');
  const talks: Talks = {
    channel: 'adminMediation',
    clerk: officer,
    mediator: officer,
    form: 'department',
    amountFen,
    respondents: respondents.length,
  };
  if (!sits(course, talks)) return;
  const end = concludes(course, talks, share);
  if (end === 'settled') followsUp(course, talks);
  if (end !== 'failed') return;
  course.later(1, 4);
  course.gives(officer, 'closeMediation', mediation);
}
