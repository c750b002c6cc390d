import type { CastLogin } from '../../seeds/cast.ts';
import type { Story, StoryStep } from '../../seeds/stories/story.ts';
import { partyId, proceeding, theCase } from '../../seeds/stories/story.ts';
import { text } from '../../workflows/index.ts';

/** A case that was brought into mediation before the clock starts; `revision` is that of its mediation. */
export interface PreparedCase {
  /** Its place among the prepared cases. */
  readonly number: number;
  readonly caseId: string;
  readonly proceeding: string;
  readonly revision: number;
}

/** One durable command, ready to be sent. `caseId` null opens a case. */
export interface WorkCommand {
  readonly by: CastLogin;
  readonly caseId: string | null;
  readonly type: string;
  readonly target: string | null;
  readonly ifMatch: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What a mediator's desk does with one prepared case: sessions set, held and adjourned, notes, papers, and a new case at the
 * window. Half of the commands move a machine. Send each answer's version back in: the next command is based on it.
 */
export function* lifeOf({ number, caseId, proceeding, revision }: PreparedCase): Generator<WorkCommand, void, number> {
  let seen = revision;
  for (const { type, moves, data } of [setFor(number), ...deskDay]) {
    const version = yield { by: 'sun', caseId, type, target: proceeding, ifMatch: seen, data };
    if (moves) seen = version;
  }
  yield { by: 'limin', caseId: null, type: 'openCase', target: null, ifMatch: null, data: disputeOver(caseId) };
}

const note = '双方就赔偿数额分歧较大，申请人主张十八万元，被申请人称进货来源合法，愿意下架并支付合理开支。';
const session = { mode: 'inPerson', present: [], minutes: 60 };

/** A dispute of its own: nobody opens the same case a thousand times. */
function disputeOver(what: string): WorkCommand['data'] {
  const who = { kind: 'individualBusiness', name: `芝罘区鑫达商行${what}`, telephone: '13800000137' };
  return { ...dispute, respondents: [{ who }], rightNumber: what };
}

/** A session at an hour of its own: nobody sets a thousand for one mediator and room at one time. */
function setFor(number: number): (typeof deskDay)[number] {
  const at = Temporal.PlainDateTime.from('2099-03-02T09:30')
    .add({ hours: number })
    .toString({ smallestUnit: 'minute' });
  return { type: 'scheduleSession', moves: false, data: { at, place: '知识产权保护中心二楼调解室' } };
}

/** `moves`: the command steps the machine of the mediation, and so makes a new revision of it. */
const deskDay: readonly (Pick<WorkCommand, 'type' | 'data'> & { readonly moves: boolean })[] = [
  { type: 'openSession', moves: true, data: session },
  { type: 'noteInside', moves: false, data: { kind: 'proposal', note } },
  { type: 'adjournMediation', moves: true, data: { next: null } },
  { type: 'openSession', moves: true, data: session },
  {
    type: 'addItem',
    moves: false,
    data: { document: 'identityDocument', title: '各方身份证明', class: 'partyFile', pages: 3, provenance: '窗口收取' },
  },
  { type: 'adjournMediation', moves: true, data: { next: null } },
];

/** Commands in one prepared case's life. */
export const lifeLength = deskDay.length + 2;

/** The types of commands the workload gives. */
export const workTypes: readonly string[] = [
  ...new Set(['scheduleSession', ...deskDay.map(({ type }) => type), 'openCase']),
];

const dispute = {
  claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
  respondents: [{ who: { kind: 'individualBusiness', name: '芝罘区鑫达商行', telephone: '13800000137' } }],
  summary: '商行销售标有本公司“海岳”注册商标的电热水壶，非本公司产品。',
  source: 'window',
  rightKind: 'trademark',
  rightNumber: '第12345678号',
  rightName: '海岳',
  dispute: 'infringement',
  relief: ['stop', 'damages'],
  amountFen: 18_600_000,
};

const mediation = proceeding('peopleMediation');

/** The story that prepares a case, told two days before `today`: from the window to a mediator who told the parties their rights. */
export function preparation(number: number, today: string): Story {
  const before = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString();
  const step = (at: string, by: CastLogin, command: string, rest: Omit<StoryStep, 'at' | 'by' | 'command'>) => ({
    at,
    by,
    command,
    ...rest,
  });
  return {
    id: `bench-${number}`,
    title: text('测速案件', 'A case for measuring'),
    source: text('虚构', 'Invented'),
    steps: [
      step(`${before(2)}T09:10`, 'limin', 'openCase', {
        target: theCase,
        data: () => disputeOver(`prepared-${number}`),
      }),
      step(`${before(2)}T09:30`, 'limin', 'routeHere', {
        target: proceeding('intake'),
        data: () => ({ channel: 'peopleMediation' }),
      }),
      step(`${before(1)}T10:00`, 'limin', 'recordConsent', {
        target: mediation,
        data: (c) => ({ party: partyId(c, 'respondent'), answer: 'agrees', channel: 'telephone', level: '1' }),
      }),
      step(`${before(1)}T10:30`, 'limin', 'acceptMediation', { target: mediation }),
      step(`${before(1)}T11:00`, 'limin', 'assignMediator', {
        target: mediation,
        data: () => ({ mediator: 'sun-lihua', deputies: [] }),
      }),
      step(`${before(1)}T15:00`, 'sun', 'giveRightsNotice', {
        target: mediation,
        data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
      }),
    ],
  };
}
