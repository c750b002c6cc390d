/** What the centres do besides passing mediations on: advice, requests to departments, suits, arbitrations. */
import { handoff, proceeding } from '../../stories/story.ts';
import type { Course } from '../course.ts';
import { type About, opens, type Quarrel, someQuarrel } from '../dispute.ts';
import { shares } from '../mix.ts';
import { files, type Paper, sends } from '../papers.ts';
import { isTakenUp, office } from './arbitrations.ts';
import { isAskedToMediate, isAskedToRule, patentOffice } from './department.ts';
import { investigates, regulator } from './penalties.ts';
import { isHeard } from './suits.ts';

const intake = proceeding('intake');
const doors = { yantaiProtectionCentre: 60, rightsAidBranches: 30, ftzProtectionCentre: 10 } as const;

interface Way {
  readonly about: About;
  readonly goesOn: (course: Course, quarrel: Quarrel) => void;
}

/** The rights holder is helped on its way to somebody else. */
const passedOn = (
  kind: string,
  to: string,
  documents: readonly Paper[],
  then: (course: Course, quarrel: Quarrel) => void,
  more: Readonly<Record<string, unknown>> = {},
): Way['goesOn'] => {
  return (course, quarrel) => {
    const by = course.steps.at(-1)?.by;
    if (by === undefined) return;
    files(course, by, intake, documents);
    course.later(0, 4);
    if (course.falters(shares.neglected)) return;
    sends(course, by, intake, { kind, to, documents, data: () => more });
    course.later(1, 3);
    if (course.falters(shares.neglected * 2)) return;
    then(course, quarrel);
  };
};

const patents = { designPatent: 70, utilityModel: 24, inventionPatent: 6 };
const zhifu = 'zhifuCourt';

const ways = {
  advice: {
    about: { kinds: { trademark: 50, copyright: 30, designPatent: 20 } },
    goesOn: (course: Course) => {
      const by = course.steps.at(-1)?.by;
      if (by === undefined) return;
      course.later(0, 5);
      if (course.falters(shares.neglected)) return;
      course.gives(by, 'giveAdviceOnly', intake, { advice: '就权利稳定性、取证方式和可选途径作了说明。' });
    },
  },
  ruling: {
    about: { kinds: patents },
    goesOn: passedOn(
      'H6',
      patentOffice,
      ['rulingRequest', 'identityDocument'],
      (course, quarrel) => {
        received(course, patentOffice, 'rulingOfficer');
        isAskedToRule(course, quarrel);
      },
      { channel: 'adminRuling' },
    ),
  },
  officialMediation: {
    about: { kinds: patents },
    goesOn: passedOn(
      'H6',
      patentOffice,
      ['mediationApplication', 'identityDocument'],
      (course, quarrel) => {
        received(course, patentOffice, 'rulingOfficer');
        isAskedToMediate(course, quarrel);
      },
      { channel: 'adminMediation' },
    ),
  },
  complaint: {
    about: { kinds: { trademark: 1 } },
    goesOn: passedOn(
      'H6',
      regulator,
      ['enforcementComplaint', 'identityDocument'],
      (course, quarrel) => {
        received(course, regulator, 'enforcementOfficer');
        investigates(course, quarrel);
      },
      { channel: 'trademarkEnforcement' },
    ),
  },
  suit: {
    about: { kinds: { trademark: 60, copyright: 40 } },
    goesOn: passedOn('H16', zhifu, ['complaint', 'identityDocument'], (course, quarrel) => {
      course.gives(course.at(zhifu, 'courtLiaison'), 'receiveHandoff', handoff);
      isHeard(course, zhifu, quarrel);
    }),
  },
  arbitration: {
    about: { kinds: { contract: 1 }, dispute: 'contract' },
    goesOn: passedOn(
      'H10',
      office,
      ['arbitrationApplication', 'arbitrationAgreement', 'identityDocument'],
      (course, quarrel) => {
        course.gives(course.at(office, 'arbitrationSecretary'), 'receiveHandoff', handoff);
        isTakenUp(course, quarrel);
      },
    ),
  },
} as const satisfies Record<string, Way>;

function received(course: Course, organisation: string, role: 'rulingOfficer' | 'enforcementOfficer'): void {
  const officer = course.at(organisation, role);
  course.gives(officer, 'receiveHandoff', handoff);
  course.gives(officer, 'acceptHandoff', handoff);
}

/** An aid case at a centre or at one of the branches. */
export function atACentre(course: Course): void {
  const weights = { advice: 34, ruling: 16, officialMediation: 8, complaint: 22, suit: 14, arbitration: 6 } as const;
  const way: Way = ways[course.chance.byWeight(weights)];
  const staff = course.at(course.chance.byWeight(doors), 'centreStaff');
  const quarrel = someQuarrel(course.chance, way.about);
  opens(course, staff, quarrel);
  way.goesOn(course, quarrel);
}
