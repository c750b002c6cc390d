/** Mediations of the committee and of its stations, from the first question to the return visit. */
import type { ChannelId } from '../../../workflows/index.ts';
import type { CastMember } from '../../cast.ts';
import { partyId, proceeding, proceedingOf, type StoryStep } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { shares, totals } from '../mix.ts';

/** Where and by whom one mediation is done. */
export interface Talks {
  readonly channel: ChannelId;
  readonly clerk: CastMember;
  readonly mediator: CastMember;
  /** How the paper is made: by hand, on the court's platform, or by an authority. */
  readonly form: 'written' | 'online' | 'department';
  readonly amountFen: number;
  readonly respondents: number;
}

const everybody: NonNullable<StoryStep['data']> = (c) => ({ parties: Object.keys(c.parties), manner: 'oral' });

/** Asks the other side. Returns whether the mediation may go on. */
export function asks(course: Course, { channel, clerk }: Talks): boolean {
  const { chance } = course;
  const here = proceeding(channel);
  const { respondentsSilent, respondentsRefusing } = shares;
  const share = course.isExample ? 0 : respondentsRefusing;
  const answer = course.takes('silent', respondentsSilent)
    ? 'unreachable'
    : chance.happens(share)
      ? 'refuses'
      : 'agrees';
  const how = chance.oneOf(['telephone', 'wechat', 'visit', 'sms']);
  if (answer === 'unreachable') {
    course.gives(clerk, 'askConsent', here, (c) => ({ parties: [partyId(c, 'respondent')] }));
    course.later(2, 9);
    if (course.falters(0.7, 'silent')) return false;
  }
  course.later(0, 4);
  if (course.falters(shares.neglected)) return false;
  course.gives(clerk, 'recordConsent', here, (c) => ({
    party: partyId(c, 'respondent'),
    answer,
    channel: how,
    level: '1',
  }));
  if (answer !== 'refuses') return true;
  course.gives(clerk, 'declineMediation', here, {
    reason: 'partyRefuses',
    routesTold: '已告知仲裁、行政处理、诉讼等途径。',
  });
  return false;
}

/** Names the mediator, tells the rights, and sits once or more. Returns whether anybody sat. */
export function sits(course: Course, { channel, clerk, mediator }: Talks): boolean {
  const here = proceeding(channel);
  course.gives(clerk, 'assignMediator', here, {
    mediator: mediator.id,
    chosenBy: channel === 'commercialMediation' ? 'parties' : 'committee',
  });
  course.later(1, 7);
  if (course.falters(shares.neglected)) return false;
  course.gives(mediator, 'giveRightsNotice', here, everybody);
  session(course, here, mediator);
  if (course.chance.happens(0.35)) {
    const next = course.inDays(7);
    course.gives(mediator, 'adjournMediation', here, { next: `${next}T14:30` });
    course.later(5, 10);
    if (course.falters(shares.neglected * 2)) return false;
    session(course, here, mediator);
  }
  return true;
}

function session(course: Course, here: StoryStep['target'], mediator: CastMember): void {
  const mode = course.chance.byWeight({ inPerson: 60, online: 25, telephone: 15 });
  const minutes = course.chance.between(30, 150);
  course.gives(mediator, 'openSession', here, (c) => ({ mode, present: Object.keys(c.parties), minutes }));
  if (course.chance.happens(0.3))
    course.gives(mediator, 'noteInside', here, { kind: 'caucus', note: '分别听取了各方意见，记录见纸质笔录。' });
}

/** How the talks end: agreed by the share of the town, or not; null when nobody has said yet. */
export function concludes(
  course: Course,
  talks: Talks,
  share: number = totals.settledShare.value,
): 'settled' | 'failed' | null {
  const { channel, mediator } = talks;
  const here = proceeding(channel);
  course.later(2, 16);
  if (course.falters(shares.neglected * 2, 'stuck')) return null;
  if (!course.takes('agreed', share)) {
    const reason = course.chance.byWeight({
      tooFarApart: 55,
      partyWillNotGoOn: 22,
      unreachable: 12,
      refusedToSign: 6,
      termExpired: 5,
    });
    course.gives(mediator, 'endMediation', here, { reason, routesTold: true });
    return 'failed';
  }
  agrees(course, talks);
  return 'settled';
}

/** An agreement to stop and to pay; now and then a signature follows days later. */
function agrees(course: Course, { channel, clerk, mediator, form, amountFen }: Talks): void {
  const here = proceeding(channel);
  const day = course.day();
  const dueOn = course.inDays(30);
  const agreedFen = Math.round((amountFen * course.chance.between(25, 70)) / 100_000) * 1_000;
  const later = form === 'written' && course.chance.happens(0.12);
  course.gives(mediator, 'recordAgreement', here, (c) => {
    const [claimant, respondent] = [partyId(c, 'claimant'), partyId(c, 'respondent')];
    const clause = { obligor: respondent, obligee: claimant, dueOn, mannerNamed: true };
    const parties = Object.keys(c.parties);
    const seal = form === 'online' ? {} : { sealedOn: later ? null : day };
    return {
      form,
      clauses: [
        { ...clause, subject: 'stopInfringement', act: '停止涉案行为' },
        { ...clause, subject: 'payment', act: '一次性支付约定款项', amountFen: agreedFen },
      ],
      signatures: (later ? [claimant] : parties).map((party) => ({ party, signedOn: day })),
      ...(form === 'department' ? {} : { mediatorSignedOn: day }),
      ...seal,
    };
  });
  if (!later) return;
  course.later(1, 4);
  if (course.falters(shares.neglected)) return;
  const signedOn = course.day();
  course.gives(clerk, 'completeFormalities', here, (c) => ({
    agreement: Object.keys(proceedingOf(c, channel).agreements).at(-1),
    signatures: Object.keys(c.parties)
      .filter((party) => party !== partyId(c, 'claimant'))
      .map((party) => ({ party, signedOn })),
    mediatorSignedOn: signedOn,
    sealedOn: signedOn,
  }));
}

/** The agreement is kept, as a rule; the committee visits and closes. */
export function followsUp(course: Course, { channel, clerk }: Talks): void {
  const here = proceeding(channel);
  course.later(30, 45);
  if (course.falters(shares.neglected * 2)) return;
  const result = course.chance.byWeight({ full: 88, part: 8, breach: 4 });
  course.gives(clerk, 'recordPerformance', here, (c) => ({ party: partyId(c, 'respondent'), result }));
  if (result !== 'full') return;
  course.later(3, 12);
  course.gives(clerk, 'recordReturnVisit', here, { performance: 'full', hiddenRisk: false });
  course.gives(clerk, 'closeMediation', here);
}

/** A mediation that failed is closed; the parties go elsewhere. */
export function closes(course: Course, { channel, clerk }: Talks): void {
  course.later(1, 6);
  if (course.falters(shares.neglected)) return;
  course.gives(clerk, 'closeMediation', proceeding(channel));
}
