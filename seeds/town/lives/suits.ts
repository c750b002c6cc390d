/** Civil suits at the courts of the town, with the mediations they are referred to. */

import type { CastMember } from '../../cast.ts';
import { handoff, partyId, proceeding, theCase } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { opens, type Quarrel, type Series, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { somePerson, someTelephone } from '../names.ts';
import { files, sends } from '../papers.ts';
import { attacks } from './attacks.ts';
import { courtNumber, someBasicCourt } from './courts.ts';
import { concludes, sits, type Talks } from './mediation.ts';
import { enforces } from './titles.ts';

const suit = proceeding('litigation');
const mediation = proceeding('courtAnnexedMediation');

/** What is sued over; patents of other kinds go to the tribunal in Qingdao. */
const sued = { trademark: 58, copyright: 28, designPatent: 8, contract: 6 };

/** A complaint at the court that hears such a case. */
export function atACourt(course: Course, series: Series | null): void {
  const { chance } = course;
  const quarrel = someQuarrel(chance, { kinds: sued, series });
  const court = quarrel.right.kind === 'designPatent' ? 'yantaiIntermediateCourt' : someBasicCourt(chance);
  const liaison = course.at(court, 'courtLiaison');
  opens(course, liaison, quarrel, 'window');
  if (quarrel.claimant.kind === 'legal' && chance.happens(0.5)) {
    const who = { kind: 'natural', name: somePerson(chance), telephone: someTelephone(chance) };
    const agent = { who, authority: 'special', receivesBy: 'post' };
    course.gives(liaison, 'appointAgent', theCase, (c) => ({ ...agent, party: partyId(c, 'claimant') }));
  }
  course.gives(liaison, 'routeHere', proceeding('intake'), { channel: 'litigation' });
  course.later(1, 6);
  if (course.falters(shares.neglected)) return;
  isHeard(course, court, quarrel);
}

/** A complaint that a court has received: registered, referred, tried. */
export function isHeard(course: Course, court: string, quarrel: Quarrel): void {
  const liaison = course.at(court, 'courtLiaison');
  if (course.takes('corrected', 0.05)) {
    course.gives(liaison, 'requireCorrection', suit, { papers: '原告主体资格证明', until: course.inDays(10) });
    course.later(3, 9);
    if (course.falters(shares.neglected)) return;
    course.gives(liaison, 'recordCorrection', suit);
    course.later(1, 4);
  }
  if (course.takes('turnedAway', shares.suitsNotAccepted)) {
    course.gives(liaison, 'refuseSuit', suit, { reason: 'arbitrationAgreement' });
    return;
  }
  const referred = course.takes('referred', shares.suitsReferred);
  if (referred && course.takes('delegated', 0.55)) {
    delegates(course, court, quarrel);
    return;
  }
  registers(course, court);
  if (referred) {
    entrusts(course, court, quarrel);
    return;
  }
  goesToTrial(course, court, quarrel);
}

function registers(course: Course, court: string): void {
  const procedure = course.chance.byWeight({ summary: 55, ordinary: 45 });
  const number = courtNumber(course, court, '民初');
  course.gives(course.at(court, 'courtLiaison'), 'registerSuit', suit, { number, procedure });
}

function goesToTrial(course: Course, court: string, quarrel: Quarrel): void {
  const { chance } = course;
  const liaison = course.at(court, 'courtLiaison');
  course.later(2, 5);
  if (course.falters(shares.neglected)) return;
  for (const [index] of quarrel.respondents.entries())
    course.gives(liaison, 'recordComplaintService', suit, (c) => ({ party: partyId(c, 'respondent', index) }));
  if (course.takes('objected', 0.03)) {
    course.later(5, 12);
    course.gives(liaison, 'objectJurisdiction', suit, (c) => ({ party: partyId(c, 'respondent') }));
    course.later(4, 12);
    if (course.falters(shares.neglected * 2)) return;
    course.gives(liaison, 'decideJurisdiction', suit, { result: 'dismissed' });
  }
  if (quarrel.right.kind === 'designPatent' && course.takes('attacked', shares.rightsAttacked)) {
    course.later(3, 10);
    attacks(course, suit, liaison, { stay: 'staySuit', resume: 'resumeSuit' });
    return;
  }
  if (course.takes('withdrawn', shares.suitsWithdrawn)) {
    course.later(8, 50);
    course.gives(liaison, 'withdrawSuit', suit, { how: chance.byWeight({ allowed: 88, absent: 7, feeUnpaid: 5 }) });
    return;
  }
  course.later(20, 60);
  if (course.falters(shares.neglected)) return;
  if (quarrel.right.kind === 'designPatent' && chance.happens(0.3))
    course.gives(liaison, 'appointTechnicalInvestigator', suit, { told: true });
  course.gives(liaison, 'openTrial', suit, (c) => ({ present: Object.keys(c.parties) }));
  judges(course, court);
}

/** Judgment, and what the parties do about it. */
function judges(course: Course, court: string): void {
  const { chance } = course;
  const liaison = course.at(court, 'courtLiaison');
  course.later(6, 50);
  if (course.falters(shares.neglected * 2)) return;
  const servedOn = course.day();
  const result = course.isExample ? 'upheld' : chance.byWeight({ inPart: 62, upheld: 18, dismissed: 20 });
  const judgment = {
    number: courtNumber(course, court, '民初'),
    result,
    judge: '审判长',
    performanceDueOn: result === 'dismissed' ? null : course.inDays(30),
  };
  course.gives(liaison, 'recordJudgment', suit, (c) => ({
    ...judgment,
    served: Object.keys(c.parties).map((party) => ({ party, servedOn })),
  }));
  if (course.takes('appealed', shares.judgmentsAppealed)) {
    course.later(5, 11);
    course.gives(liaison, 'recordAppeal', suit, (c) => ({ party: partyId(c, 'respondent') }));
    course.later(60, 100);
    if (course.falters(shares.neglected)) return;
    const higher = courtNumber(
      course,
      court === 'yantaiIntermediateCourt' ? 'shandongHighCourt' : 'yantaiIntermediateCourt',
      '民终',
    );
    const appeal = chance.byWeight({ upheld: 80, changed: 12, withdrawn: 8 });
    course.gives(liaison, 'recordAppealResult', suit, { result: appeal, number: higher });
  } else {
    course.later(34, 42);
    if (course.falters(shares.neglected)) return;
    course.gives(liaison, 'recordFinality', suit);
  }
  if (result !== 'dismissed' && course.takes('enforced', shares.judgmentsEnforced)) {
    enforces(course, court, 35);
    return;
  }
  course.later(3, 20);
  course.gives(liaison, 'closeSuit', suit);
}

/** Who mediates for a court: the committee as a rule, or the station of the place. */
function mediationBody(course: Course, { county }: Quarrel): string {
  return course.chance.happens(0.75) ? 'yantaiMediationCommittee' : `${county.id}MediationStation`;
}

interface Referral {
  readonly mode: Readonly<Record<string, unknown>>;
  readonly letter: 'delegationLetter' | 'entrustmentLetter';
}

/** The court asks everybody, chooses, and sends. Returns who mediates; null when the case waits. */
function refers(course: Course, court: string, quarrel: Quarrel, { mode, letter }: Referral): Talks | null {
  const liaison = course.at(court, 'courtLiaison');
  const body = mediationBody(course, quarrel);
  course.gives(liaison, 'proposeMediation', suit, mode, { acknowledged: ['registration-comes-first'] });
  course.later(1, 3);
  if (course.falters(shares.neglected)) return null;
  course.gives(liaison, 'recordConsent', suit, (c) => ({
    party: partyId(c, 'claimant'),
    answer: 'agrees',
    channel: 'telephone',
  }));
  for (const [index] of quarrel.respondents.entries())
    course.gives(liaison, 'recordConsent', suit, (c) => ({
      party: partyId(c, 'respondent', index),
      answer: 'agrees',
      channel: 'telephone',
    }));
  course.gives(liaison, 'confirmMediationConsent', suit);
  course.gives(liaison, 'chooseMediationOrganisation', suit, {
    chosenBy: course.chance.oneOf(['parties', 'court']),
    organisation: body,
  });
  const documents = [letter, 'complaint', 'consentRecord'] as const;
  files(course, liaison, suit, documents);
  sends(course, liaison, suit, { kind: 'H1', to: body, documents });
  const clerk = course.at(body, 'committeeClerk');
  course.later(1, 2);
  if (course.falters(shares.neglected * 3, 'unanswered')) return null;
  course.gives(clerk, 'receiveHandoff', handoff);
  if (course.takes('returned', 0.04)) {
    course.gives(clerk, 'returnHandoff', handoff, {
      reason: 'beyondExpertise',
      explanation: '本机构没有该领域的调解员',
    });
    course.rests();
    return null;
  }
  course.gives(clerk, 'acceptHandoff', handoff);
  const mediator = course.at(body, 'mediator');
  return {
    channel: 'courtAnnexedMediation',
    clerk,
    mediator,
    form: 'online',
    amountFen: quarrel.amountFen,
    respondents: quarrel.respondents.length,
  };
}

function delegates(course: Course, court: string, quarrel: Quarrel): void {
  const mode = { mode: 'delegated', number: courtNumber(course, court, '诉前调') };
  const talks = refers(course, court, quarrel, { mode, letter: 'delegationLetter' });
  if (talks === null || !sits(course, talks)) return;
  const end = concludes(course, talks, 0.5);
  if (end === null) return;
  if (!(end === 'settled' ? reports(course, court, talks) : returns(course, court, talks))) return;
  if (end === 'settled') return;
  course.later(1, 5);
  if (course.falters(shares.neglected)) return;
  registers(course, court);
  goesToTrial(course, court, quarrel);
}

function entrusts(course: Course, court: string, quarrel: Quarrel): void {
  course.later(2, 6);
  const talks = refers(course, court, quarrel, { mode: {}, letter: 'entrustmentLetter' });
  if (talks === null || !sits(course, talks)) return;
  const end = concludes(course, talks, 0.45);
  if (end === null) return;
  if (!(end === 'settled' ? reports(course, court, talks) : returns(course, court, talks))) return;
  if (end === 'failed') {
    goesToTrial(course, court, quarrel);
    return;
  }
  const liaison = course.at(court, 'courtLiaison');
  course.later(2, 9);
  if (course.falters(shares.neglected)) return;
  const way = course.chance.byWeight({ document: 50, withdrawal: 40, closed: 10 });
  if (way === 'withdrawal') course.gives(liaison, 'withdrawSuit', suit, { how: 'allowed' });
  if (way === 'closed') course.gives(liaison, 'closeByAgreement', suit);
  if (way !== 'document') return;
  course.gives(liaison, 'issueMediationDocument', suit, { performanceDueOn: course.inDays(30) });
  course.later(1, 4);
  const sides = ['claimant', ...quarrel.respondents.map(() => 'respondent' as const)] as const;
  for (const [index, side] of sides.entries())
    course.gives(liaison, 'recordDocumentReceipt', suit, (c) => ({
      party: partyId(c, side, side === 'claimant' ? 0 : index - 1),
      answer: 'signed',
    }));
}

/** The agreement goes back to the court, which receives it. Returns whether it has arrived. */
function reports(course: Course, court: string, { clerk, mediator }: Talks): boolean {
  const documents = ['mediationAgreement', 'mediationProof', 'identityDocument', 'addressConfirmation'] as const;
  course.later(0, 3);
  return comesBack(course, court, mediator, clerk, 'H2', documents);
}

/** What failed goes back with the mediator's report, which says nothing of what was said. */
function returns(course: Course, court: string, { clerk, mediator }: Talks): boolean {
  course.gives(mediator, 'fileCourtReport', mediation, {
    course: '共组织调解，各方到场。',
    whyNotAgreed: '双方分歧较大。',
    costlyConduct: '无',
    hints: '无',
    clean: true,
    pages: 2,
  });
  return comesBack(course, court, mediator, clerk, 'H3', ['terminationNotice', 'complaint']);
}

function comesBack(
  course: Course,
  court: string,
  mediator: CastMember,
  clerk: CastMember,
  kind: 'H2' | 'H3',
  documents: Parameters<typeof files>[3],
): boolean {
  files(course, clerk, mediation, documents);
  sends(course, mediator, mediation, {
    kind,
    to: court,
    documents,
    // The report is on the file besides the papers.
    data: (c) => ({
      items: Object.values(c.items)
        .filter((item) => item.proceeding === mediation(c).id && item.class !== 'processPrivate')
        .map((item) => item.id),
    }),
  });
  course.later(1, 3);
  if (course.falters(shares.neglected)) return false;
  const liaison = course.at(court, 'courtLiaison');
  course.gives(liaison, 'receiveHandoff', handoff);
  if (kind === 'H2') course.gives(liaison, 'acceptHandoff', handoff);
  return true;
}
