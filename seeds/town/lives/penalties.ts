/** The market regulator: complaints, penalties, suspected crimes, and mediations over damages. */

import type { CastMember } from '../../cast.ts';
import { handoff, partyId, proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, type Quarrel, type Series, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { files, sends } from '../papers.ts';
import { staffOf } from '../people.ts';
import { concludes, followsUp, sits, type Talks } from './mediation.ts';

export const regulator = 'yantaiMarketSupervision';
const enforcement = proceeding('trademarkEnforcement');
const damages = proceeding('generalAdminMediation');
const crime = proceeding('criminalReferral');

/** Police and procuratorate have no login: the officer records by their papers. */
const byPaper = { evidence: '送达回证、公安机关回执' } as const;

/** A complaint at the regulator's own door, or found at a market. */
export function complains(course: Course, wanted: Series | null): void {
  const series = wanted?.right.kind === 'trademark' ? wanted : null;
  const officer = course.at(regulator, 'enforcementOfficer');
  const quarrel = someQuarrel(course.chance, { kinds: { trademark: 1 }, series });
  opens(course, officer, quarrel, course.chance.byWeight({ window: 50, market: 30, telephone: 15, customs: 5 }));
  course.gives(officer, 'routeHere', proceeding('intake'), { channel: 'trademarkEnforcement' });
  investigates(course, quarrel);
}

/** Another officer: a penalty takes two, and who mediates does not penalise in the same matter. */
function colleagueOf(course: Course): CastMember {
  const officer = course.at(regulator, 'enforcementOfficer');
  return staffOf(regulator, 'enforcementOfficer').find(({ id }) => id !== officer.id)!;
}

/** The complaint lies with the regulator: filed, found out, penalised. */
export function investigates(course: Course, quarrel: Quarrel): void {
  const { chance } = course;
  const officer = course.at(regulator, 'enforcementOfficer');
  course.later(2, 9);
  if (course.falters(shares.neglected)) return;
  if (course.takes('turnedAway', 0.07)) {
    course.gives(officer, 'declineEnforcementCase', enforcement, {
      reason: 'noInfringement',
      routesTold: '可以起诉或者申请调解',
    });
    return;
  }
  course.gives(officer, 'fileEnforcementCase', enforcement, {
    number: `烟市监立〔${course.day().slice(0, 4)}〕${course.serial()}号`,
    lead: officer.id,
    others: [colleagueOf(course).id],
  });
  course.later(5, 25);
  if (course.falters(shares.neglected * 2)) return;
  if (course.takes('crime', shares.crimes)) {
    suspectsCrime(course);
    return;
  }
  course.gives(officer, 'recordFindings', enforcement, {
    turnoverFen: chance.between(5, 250) * 10_000,
    summary: `库存及已售共${chance.between(5, 300)}件。`,
  });
  if (course.takes('damages', 0.1)) mediatesDamages(course, quarrel);
  else penalises(course, quarrel);
}

function penalises(course: Course, { respondents }: Quarrel): void {
  const { chance } = course;
  const officer = course.at(regulator, 'enforcementOfficer');
  const fineFen = chance.between(2, 30) * 100_000;
  const served = (servedOn: string) => (c: Parameters<typeof enforcement>[0]) =>
    respondents.map((_, index) => ({ party: partyId(c, 'respondent', index), servedOn }));
  course.later(3, 12);
  if (course.falters(shares.neglected)) return;
  const toldOn = served(course.day());
  course.gives(officer, 'giveStatementNotice', enforcement, (c) => ({
    proposal: `责令停止侵权，没收，罚款${fineFen / 1_000_000}万元`,
    hearingRight: true,
    served: toldOn(c),
  }));
  course.later(9, 20);
  if (course.falters(shares.neglected * 2)) return;
  const document = `烟市监处罚〔${course.day().slice(0, 4)}〕${course.serial()}号`;
  const decidedOn = served(course.day());
  course.gives(officer, 'decidePenalty', enforcement, (c) => ({
    document,
    orderStop: true,
    confiscate: true,
    fineFen,
    served: decidedOn(c),
  }));
  course.later(10, 16);
  if (course.falters(shares.neglected)) return;
  for (const [index] of respondents.entries())
    course.gives(officer, 'recordPenaltyPerformance', enforcement, (c) => ({
      party: partyId(c, 'respondent', index),
      what: 'finePaid',
    }));
  course.gives(officer, 'publishPenalty', enforcement, { where: '国家企业信用信息公示系统', redacted: true });
  course.later(2, 10);
  course.gives(officer, 'closePenaltyCase', enforcement);
}

/** The sum is over the threshold: reported, approved, and handed to the police. */
function suspectsCrime(course: Course): void {
  const officer = course.at(regulator, 'enforcementOfficer');
  const crimeKind = 'sellingCounterfeits';
  const turnoverFen = course.chance.between(70, 400) * 100_000;
  course.gives(officer, 'recordFindings', enforcement, {
    turnoverFen,
    crime: crimeKind,
    summary: '销售金额达到追诉标准。',
  });
  course.gives(officer, 'reportSuspectedCrime', enforcement, {
    crime: crimeKind,
    officers: 2,
    grounds: '销售金额达到追诉标准。',
  });
  course.later(1);
  course.gives(officer, 'decideTransfer', enforcement, { approved: true });
  const documents = [
    'crimeTransferLetter',
    'investigationReport',
    'goodsList',
    'inspectionReport',
    'handoverList',
  ] as const;
  files(course, officer, enforcement, documents);
  sends(course, officer, enforcement, { kind: 'H7', to: 'yantaiPublicSecurity', documents });
  course.gives(officer, 'receiveHandoff', handoff, undefined, byPaper);
  course.later(2, 3);
  if (course.falters(shares.neglected * 3)) return;
  const number = `烟公立字〔${course.day().slice(0, 4)}〕${course.serial()}号`;
  course.gives(officer, 'openCriminalCase', crime, { number }, byPaper);
  course.later(20, 60);
  if (course.falters(shares.neglected)) return;
  const letter = ['transferLetter'] as const;
  files(course, officer, crime, letter, byPaper);
  sends(course, officer, crime, { kind: 'H20', to: 'yantaiProcuratorate', documents: letter, ...byPaper });
  course.gives(officer, 'receiveHandoff', handoff, undefined, byPaper);
  course.later(25, 60);
  if (course.falters(shares.neglected)) return;
  const prosecuted = course.chance.happens(0.6);
  const decision = prosecuted ? { result: 'prosecuted' } : { result: 'notProsecuted', ground: 'minor' };
  course.gives(officer, 'recordProsecutionDecision', crime, decision, byPaper);
}

/** Both sides ask the regulator to mediate the damages; its case goes on beside it. */
function mediatesDamages(course: Course, quarrel: Quarrel): void {
  const officer = course.at(regulator, 'enforcementOfficer');
  const mediator = colleagueOf(course);
  course.gives(officer, 'openDamagesMediation', enforcement, (c) => ({ askedBy: Object.keys(c.parties) }));
  const asked = ['claimant', ...quarrel.respondents.map(() => 'respondent' as const)] as const;
  for (const [index, side] of asked.entries())
    course.gives(mediator, 'recordConsent', damages, (c) => ({
      party: partyId(c, side, Math.max(0, index - 1)),
      answer: 'agrees',
      channel: 'visit',
    }));
  course.gives(mediator, 'fileAdminMediation', damages, {
    number: `烟市监调〔${course.day().slice(0, 4)}〕${course.serial()}号`,
    scope: 'damages',
  });
  const { amountFen, respondents } = quarrel;
  const talks: Talks = {
    channel: 'generalAdminMediation',
    clerk: mediator,
    mediator,
    form: 'department',
    amountFen,
    respondents: respondents.length,
  };
  if (!sits(course, talks)) return;
  const end = concludes(course, talks, 0.7);
  if (end === null) return;
  penalises(course, quarrel);
  if (end === 'settled') followsUp(course, talks);
}
