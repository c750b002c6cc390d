/** What makes an agreement, a judgment or an award enforceable, and the enforcement after it. */

import type { CastMember } from '../../cast.ts';
import { agreementOf, handoff, matter, partyId, proceeding, type StoryStep, theCase } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { shares } from '../mix.ts';
import { files, type Paper, sends } from '../papers.ts';
import { courtNumber } from './courts.ts';
import type { Talks } from './mediation.ts';
import { followsUp } from './mediation.ts';

const confirmation = proceeding('judicialConfirmation');
const enforcement = proceeding('enforcement');
const order = proceeding('paymentOrder');
const notary = proceeding('notarisedEnforcement');
const arbitration = proceeding('arbitration');

/** The doubts a court may have about an application; whoever sends it has read them. */
const doubts = [
  'confirmation-window-passed',
  'clause-unclear',
  'court-may-lack-jurisdiction',
  'court-may-not-take-administrative-agreements',
  'entrusted-agreement-not-confirmed',
] as const;

const byNotary = { evidence: '公证机构书面回执' } as const;

const titles = ['kept', 'confirmation', 'notary', 'paymentOrder', 'award'] as const;

/** The agreement gets a title, or is simply kept. */
export function afterAgreement(course: Course, talks: Talks, court: string): void {
  const wanted = titles.find((title) => course.isExample && course.takes(title, 0));
  const way = wanted ?? course.chance.byWeight(shares.titles);
  if (way === 'kept') {
    followsUp(course, talks);
    return;
  }
  course.later(1, 8);
  if (course.falters(shares.neglected)) return;
  const confirmed = way === 'confirmation';
  const extra: Readonly<Record<typeof way, readonly Paper[]>> = {
    confirmation: ['confirmationApplication', 'mediationProof'],
    notary: ['paymentPlan'],
    paymentOrder: ['paymentOrderApplication'],
    award: ['arbitrationApplication', 'arbitrationAgreement'],
  };
  const documents: readonly Paper[] = ['mediationAgreement', 'identityDocument', 'addressConfirmation', ...extra[way]];
  const here = proceeding(talks.channel);
  addresses(course, talks);
  files(course, talks.clerk, here, documents);
  const movement = {
    confirmation: { kind: 'H4', to: court },
    notary: { kind: 'H13', to: 'yantaiNotaries' },
    paymentOrder: { kind: 'H22', to: court },
    award: { kind: 'H10', to: 'yantaiArbitrationCommission' },
  }[way];
  sends(course, confirmed ? talks.mediator : talks.clerk, here, {
    ...movement,
    documents: way === 'award' ? [...extra.award, 'identityDocument', 'mediationAgreement'] : documents,
    data: (c) => ({ agreement: agreementOf(c, talks.channel) }),
    acknowledged: doubts,
  });
  course.later(1, 3);
  if (course.falters(shares.neglected * 2)) return;
  if (confirmed) {
    confirms(course, court, talks);
    return;
  }
  if (way === 'notary') {
    notarises(course, talks.clerk);
    return;
  }
  if (way === 'paymentOrder') {
    orders(course, court);
    return;
  }
  awardsOnAgreedTerms(course);
}

/** Every side says where letters reach it. */
function addresses(course: Course, { clerk, respondents }: Talks): void {
  const method = 'post';
  course.gives(clerk, 'confirmServiceAddress', theCase, (c) => ({ party: partyId(c, 'claimant'), method }));
  for (let index = 0; index < respondents; index += 1)
    course.gives(clerk, 'confirmServiceAddress', theCase, (c) => ({ party: partyId(c, 'respondent', index), method }));
}

/** The court examines the joint application, and mostly confirms. */
function confirms(course: Course, court: string, { clerk, channel }: Talks): void {
  const liaison = course.at(court, 'courtLiaison');
  course.gives(liaison, 'receiveHandoff', handoff);
  course.later(0, 2);
  if (course.falters(shares.neglected)) return;
  const number = courtNumber(course, court, '诉前调确');
  if (course.takes('turnedAway', 0.04)) {
    course.gives(liaison, 'refuseAcceptance', confirmation, { reason: 'noJurisdiction', number });
    return;
  }
  course.gives(liaison, 'acceptConfirmation', confirmation, { number });
  course.later(2, 8);
  if (course.falters(shares.neglected)) return;
  if (course.chance.happens(0.6))
    course.gives(liaison, 'holdVerification', confirmation, (c) => ({
      present: Object.keys(c.parties),
      voluntary: true,
    }));
  course.later(1, 12);
  const servedOn = course.day();
  const due = course.inDays(20);
  if (course.takes('rejected', 0.05)) {
    course.gives(liaison, 'recordConfirmationRuling', confirmation, {
      result: 'rejected',
      reason: 'unclear',
      number,
      judge: '审查法官',
    });
    return;
  }
  course.gives(liaison, 'recordConfirmationRuling', confirmation, (c) => ({
    result: 'confirmed',
    number,
    judge: '审查法官',
    performanceDueOn: due,
    served: Object.keys(c.parties).map((party) => ({ party, servedOn })),
  }));
  if (course.takes('notKept', shares.confirmedEnforced)) {
    enforces(course, court, 30);
    return;
  }
  course.later(20, 40);
  if (course.falters(shares.neglected)) return;
  const here = proceeding(channel);
  course.gives(clerk, 'recordPerformance', here, (c) => ({ party: partyId(c, 'respondent'), result: 'full' }));
  course.gives(clerk, 'recordReturnVisit', here, { performance: 'full', hiddenRisk: false });
  course.gives(clerk, 'closeMediation', here);
}

/** The notary has no login: the clerk records by its paper. */
function notarises(course: Course, clerk: CastMember): void {
  course.gives(clerk, 'receiveHandoff', handoff, undefined, byNotary);
  course.gives(clerk, 'acceptHandoff', handoff, undefined, byNotary);
  course.later(3, 10);
  if (course.falters(shares.neglected)) return;
  const instrument = {
    number: `（${course.day().slice(0, 4)}）鲁烟公证执字第${course.serial()}号`,
    acceptsEnforcement: true,
    performanceDueOn: course.inDays(30),
  };
  course.gives(clerk, 'issueNotarisedInstrument', notary, instrument, byNotary);
  course.later(32, 50);
  if (course.falters(shares.neglected)) return;
  course.gives(clerk, 'recordNotarisedPerformance', notary, undefined, byNotary);
}

function orders(course: Course, court: string): void {
  const liaison = course.at(court, 'courtLiaison');
  course.gives(liaison, 'receiveHandoff', handoff);
  course.later(1, 4);
  if (course.falters(shares.neglected)) return;
  course.gives(
    liaison,
    'acceptPaymentOrder',
    order,
    { number: courtNumber(course, court, '民督') },
    { acknowledged: ['order-is-for-money-only'] },
  );
  course.later(3, 10);
  const amountFen = course.chance.between(5, 200) * 100_000;
  course.gives(liaison, 'issuePaymentOrder', order, { amountFen });
  course.later(1, 5);
  course.gives(liaison, 'recordOrderService', order, (c) => ({ debtor: partyId(c, 'respondent') }));
  course.later(6, 12);
  if (course.falters(shares.neglected)) return;
  course.gives(liaison, 'recordOrderPaid', order);
}

function awardsOnAgreedTerms(course: Course): void {
  const secretary = course.at('yantaiArbitrationCommission', 'arbitrationSecretary');
  course.gives(secretary, 'receiveHandoff', handoff);
  course.later(1, 4);
  course.gives(secretary, 'recordArbitrationAgreement', arbitration, {
    kind: 'submission',
    concludedOn: course.day(),
    institution: 'clear',
    coversMatter: true,
  });
  course.gives(secretary, 'acceptArbitration', arbitration, {
    number: `烟仲字〔${course.day().slice(0, 4)}〕第${course.serial()}号`,
  });
}

/** The creditor asks the court that gave the title; money is found, or it is not. */
export function enforces(course: Course, court: string, afterDays: number): void {
  const officer = course.at(court, 'enforcementJudge');
  course.later(afterDays, afterDays + 40);
  course.gives(officer, 'recordEnforcementApplication', matter(0));
  course.later(1, 5);
  if (course.falters(shares.neglected)) return;
  proceeds(course, court, officer);
}

/** An enforcement that the court files and carries out. */
export function proceeds(
  course: Course,
  court: string,
  officer: CastMember,
  acknowledged: readonly string[] = [],
): void {
  const filed = courtNumber(course, court, '执');
  course.gives(
    officer,
    'acceptEnforcement',
    enforcement,
    (c) => ({ number: filed, creditor: partyId(c, 'claimant') }),
    {
      acknowledged,
    },
  );
  course.later(1, 8);
  if (course.falters(shares.neglected)) return;
  const servedOn = course.day();
  course.gives(officer, 'issueExecutionNotice', enforcement, (c) => ({ debtor: partyId(c, 'respondent'), servedOn }));
  if (course.chance.happens(0.1)) {
    course.later(4, 9);
    const objection = { against: 'act', grounds: '认为冻结的账户超出执行标的额。' };
    course.gives(officer, 'recordEnforcementObjection', enforcement, (c) => ({
      ...objection,
      party: partyId(c, 'respondent'),
    }));
    course.later(5, 12);
    if (course.falters(shares.neglected * 3)) return;
    course.gives(officer, 'decideEnforcementObjection', enforcement, { result: 'dismissed' });
  }
  course.later(12, 45);
  if (course.falters(shares.neglected * 2)) return;
  const end = course.chance.byWeight({ enforced: 40, performed: 25, settlement: 10, nothing: 25 });
  if (end === 'nothing') {
    course.later(92, 120);
    const searched = { reportOrdered: true, restricted: true, searched: true };
    course.gives(officer, 'endEnforcementForNow', enforcement, searched);
    return;
  }
  if (end === 'enforced') {
    const amountFen = course.chance.between(5, 300) * 100_000;
    course.gives(officer, 'recordEnforcementMeasure', enforcement, { measure: 'deduct', amountFen });
  }
  if (end === 'settlement') {
    course.gives(officer, 'recordEnforcementSettlement', enforcement, { dueOn: course.inDays(30) });
    course.later(28, 40);
    if (course.falters(shares.neglected)) return;
  }
  course.gives(officer, 'completeEnforcement', enforcement, { how: end });
}

/** The papers of a creditor who turns to another body for enforcement. */
export function bringsTitle(course: Course, by: CastMember, from: StoryStep['target'], court: string): void {
  const documents: readonly Paper[] = [
    'enforcementApplication',
    'titleOfEnforcement',
    'proofOfEffect',
    'identityDocument',
    'performanceRecord',
    'propertyClues',
  ];
  files(course, by, from, documents);
  sends(course, by, from, { kind: 'H12', to: court, documents });
  course.later(1, 3);
  if (course.falters(shares.neglected)) return;
  const officer = course.at(court, 'enforcementJudge');
  course.gives(officer, 'receiveHandoff', handoff);
  course.later(1, 5);
  proceeds(course, court, officer);
}
