/** Routes into authorities, out of them, and between them and criminal justice. */
import { type Data, type Desk, openDesk, type Worker } from '../support/desk.ts';
import { judgedOverRuling, suedOverRuling } from '../support/desk-administrative-suit.ts';
import { registered, suit } from '../support/desk-court.ts';
import {
  askedToMediate,
  departmentAgreement,
  general,
  official,
  settledInside,
  talksInside,
} from '../support/desk-official.ts';
import {
  approved,
  filed as enforcementFiled,
  evidence,
  notProsecuted,
  papersOn,
  enforcement as penalty,
  referral,
  transferPapers,
} from '../support/desk-penalty.ts';
import { defended, inEffect, ruled, ruling } from '../support/desk-ruling.ts';
import { openedCase } from '../support/desk-stages.ts';
import { handoff, itemIds, matter, partyId, proceeding, proceedingOf, theCase } from '../support/desk-words.ts';
import type { Travel } from './travel.ts';
import { failed, failedOver } from './travels-mediation.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const byPaper = { evidence } as const;

/** A design patent dispute at the protection centre's window. */
export async function patentAtTheWindow(): Promise<Desk> {
  const desk = openDesk();
  await desk.gives('wang', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '他人制造、销售的电热水壶与本公司外观设计专利近似。',
    respondents: [{ who: { kind: 'legal', name: '某电器厂', telephone: '13800000231' } }],
    rightKind: 'designPatent',
    rightNumber: 'ZL202330000001.1',
    dispute: 'infringement',
  });
  return desk;
}

/** Papers that are not a party's own. */
const classes: Readonly<Record<string, string>> = {
  terminationNotice: 'organisationFile',
  transferLetter: 'organisationFile',
  mediationProof: 'organisationFile',
  mediationAgreement: 'jointSigned',
  confirmationApplication: 'jointSigned',
  addressConfirmation: 'jointSigned',
};

async function putsOnFile(desk: Desk, by: Worker, on: typeof intake, documents: readonly string[]): Promise<void> {
  for (const document of documents) {
    const paper = { document, title: document, class: classes[document] ?? 'partyFile', pages: 2 };
    await desk.gives(by, 'addItem', on, paper);
  }
}

/** Papers are put on the file and sent, with the parties' consent. */
async function sends(
  desk: Desk,
  by: Worker,
  from: typeof intake,
  movement: Data,
  documents: readonly string[],
): Promise<void> {
  await putsOnFile(desk, by, from, documents);
  const packet = (c: Desk['file']) => ({ partiesConsent: true, items: itemIds(c, ...documents), ...movement });
  await desk.gives(by, 'prepareHandoff', from, packet);
  await desk.gives(by, 'offerHandoff', handoff);
}

/** The body it was sent to receives it and takes it up. */
async function taken(desk: Desk, by: Worker): Promise<void> {
  await desk.gives(by, 'receiveHandoff', handoff, {}, { at: '2026-09-03T09:00' });
  await desk.gives(by, 'acceptHandoff', handoff, {}, { at: '2026-09-04T09:00' });
}

/** A request to the patent department for one of its channels. */
export const toDepartment = (channel: string): Data => ({ kind: 'H6', to: 'yantaiPatentDepartment', channel });
const toRegulator: Data = { kind: 'H6', to: 'yantaiMarketSupervision', channel: 'trademarkEnforcement' };

/** Routes that lead to an authority. */
const travelsToAuthorities: readonly Travel[] = [
  {
    route: 'T2',
    tells: 'The centre passes a patent dispute to the department, which asks the other side whether it will mediate.',
    begins: patentAtTheWindow,
    goes: async (desk) => {
      await sends(desk, 'wang', intake, toDepartment('adminMediation'), ['mediationApplication', 'identityDocument']);
      await taken(desk, 'adjudicator');
    },
  },
  {
    route: 'T3',
    tells: 'The patentee asks for a ruling at the window, and the department takes the request.',
    begins: patentAtTheWindow,
    goes: async (desk) => {
      await sends(desk, 'wang', intake, toDepartment('adminRuling'), ['rulingRequest', 'identityDocument']);
      await taken(desk, 'adjudicator');
    },
  },
  {
    route: 'T4',
    tells: 'A trademark owner complains at the window, and the market regulator takes the complaint.',
    begins: () => openedCase(),
    goes: async (desk) => {
      await sends(desk, 'limin', intake, toRegulator, ['enforcementComplaint', 'identityDocument']);
      await taken(desk, 'officer');
    },
  },
  {
    route: 'T16',
    tells:
      'Mediation failed, and the trademark owner turns to the market regulator; nothing said in the talks goes along.',
    begins: failed,
    goes: async (desk) => {
      const papers = ['enforcementComplaint', 'identityDocument', 'terminationNotice'];
      await sends(desk, 'limin', mediation, toRegulator, papers);
      await taken(desk, 'officer');
    },
  },
  {
    route: 'T16',
    tells: 'Mediation over a design patent failed, and the patentee asks the department for a ruling.',
    begins: () => failedOver({ rightKind: 'designPatent', rightNumber: 'ZL202330000001.1' }),
    goes: async (desk) => {
      const papers = ['rulingRequest', 'identityDocument', 'terminationNotice'];
      await sends(desk, 'limin', mediation, toDepartment('adminRuling'), papers);
      await taken(desk, 'adjudicator');
    },
  },
  ...(
    [
      [
        'copyright',
        'yantaiCopyrightAuthority',
        'Mediation over copies failed, and the author complains to the copyright authority.',
      ],
      [
        'plantVariety',
        'yantaiAgricultureBureau',
        'Mediation over a plant variety failed, and its owner turns to the agriculture bureau.',
      ],
    ] as const
  ).map(
    ([rightKind, to, tells]): Travel => ({
      route: 'T16',
      tells,
      begins: () => failedOver({ rightKind }),
      goes: async (desk) => {
        const papers = ['enforcementComplaint', 'identityDocument', 'terminationNotice'];
        const movement = { kind: 'H6', to, channel: 'trademarkEnforcement' };
        await sends(desk, 'limin', mediation, movement, papers);
        // The body has no login: who sent the papers records its receipts.
        await desk.gives('limin', 'receiveHandoff', handoff, {}, { ...byPaper, at: '2026-09-03T09:00' });
        await desk.gives('limin', 'acceptHandoff', handoff, {}, { ...byPaper, at: '2026-09-04T09:00' });
      },
    }),
  ),
];

/** Damages over what a ruling or a complaint is about, asked for by both sides. */
const bothSides = (c: Desk['file']) => ({ askedBy: Object.keys(c.parties) });

/** Routes inside departments, and out of them. */
const travelsFromDepartments: readonly Travel[] = [
  {
    route: 'T10',
    tells: 'What was agreed before the department goes to the court, which is known to differ on taking it.',
    begins: () => settledInside(),
    goes: async (desk) => {
      const papers = [
        'mediationAgreement',
        'confirmationApplication',
        'addressConfirmation',
        'mediationProof',
        'identityDocument',
      ];
      await putsOnFile(desk, 'adjudicator', official, papers);
      await desk.gives('adjudicator', 'prepareHandoff', official, (c) => ({
        kind: 'H4',
        to: 'zhifuCourt',
        agreement: Object.keys(proceedingOf(c, 'adminMediation').agreements)[0],
        partiesConsent: true,
        items: itemIds(c, ...papers),
      }));
      const doubts = await desk.refuses('acknowledge-warnings', 'adjudicator', 'offerHandoff', handoff);
      const acknowledged = doubts.warnings.map(({ code }) => code);
      await desk.gives('adjudicator', 'offerHandoff', handoff, {}, { acknowledged });
      await desk.gives('liu', 'receiveHandoff', handoff);
    },
  },
  {
    route: 'T20',
    tells: 'During the ruling both sides settle before the department, and the ruling closes with the agreement.',
    begins: () => talksInside(),
    goes: async (desk) => {
      await desk.gives('adjudicator', 'assignMediator', official, { mediator: 'ruling-officer' });
      desk.at('2026-09-18T16:00');
      await desk.gives('adjudicator', 'recordAgreement', official, departmentAgreement(desk, '2026-09-18'));
    },
  },
  {
    route: 'T21',
    tells: 'Infringement was found, and the department mediates the damages; the ruling stands.',
    begins: () => inEffect(),
    goes: async (desk) => {
      await desk.gives('adjudicator', 'takeUpHere', matter(0), { channel: 'adminMediation' });
      const answer = { party: partyId(desk.file, 'respondent'), answer: 'agrees' };
      await desk.gives('adjudicator', 'recordOpinion', official, answer);
      const filing = { number: '烟知调〔2026〕9号', scope: 'damages' };
      await desk.gives('adjudicator', 'fileAdminMediation', official, filing);
    },
  },
  {
    route: 'T22',
    tells:
      'The respondent sues the department over the ruling, which stays enforceable; the court registers the suit and revokes it.',
    begins: () => ruled(),
    goes: async (desk) => {
      await suedOverRuling(desk);
      await judgedOverRuling(desk, { result: 'revokedAnew' });
    },
  },
  {
    route: 'T23',
    tells: 'The ruling is in effect and not obeyed: after its demand the department asks the court to enforce it.',
    begins: () => inEffect(),
    goes: async (desk) => {
      const party = partyId(desk.file, 'respondent');
      await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party });
      desk.at('2026-11-10T10:00');
      const papers = [
        'enforcementApplication',
        'titleOfEnforcement',
        'proofOfEffect',
        'identityDocument',
        'performanceRecord',
        'propertyClues',
      ];
      await sends(desk, 'adjudicator', ruling, { kind: 'H12', to: 'zhifuCourt' }, papers);
      await desk.gives('enforcer', 'receiveHandoff', handoff);
    },
  },
  {
    route: 'T24',
    tells: 'The respondent kept silent, the department does not mediate, and the patentee asks it for a ruling.',
    begins: async () => {
      const desk = await askedToMediate(openDesk(), { dispute: 'infringement', rightKind: 'designPatent' });
      await desk.gives('adjudicator', 'refuseAdminMediation', official, { reason: 'silent' });
      return desk;
    },
    goes: (desk) => desk.gives('adjudicator', 'takeUpHere', matter(0), { channel: 'adminRuling' }),
  },
  {
    route: 'T33',
    tells: 'The respondent attacks the right; the office of the State has it, and the ruling is stayed.',
    begins: () => defended(),
    goes: async (desk) => {
      await desk.gives('adjudicator', 'recordInvalidationRequest', ruling, {}, { at: '2026-09-11T10:00' });
      await desk.gives('adjudicator', 'stayRuling', ruling, { reason: 'invalidity' });
    },
  },
  {
    route: 'T38',
    tells:
      'After a ruling of infringement the same patent is infringed again, and the department opens a penalty case.',
    begins: () => inEffect(),
    goes: async (desk) => {
      const again = { party: partyId(desk.file, 'respondent') };
      await desk.gives('adjudicator', 'recordRepeatInfringement', ruling, again, { at: '2026-12-01T10:00' });
      await desk.gives('adjudicator', 'openRepeatCase', matter(0));
    },
  },
];

/** Routes beside administrative enforcement, and between authorities, courts and criminal justice. */
const travelsOfEnforcementAndCrime: readonly Travel[] = [
  {
    route: 'T25',
    tells: 'Both sides ask the market regulator to mediate the damages; its case goes on all the same.',
    begins: () => enforcementFiled(),
    goes: async (desk) => {
      await desk.gives('officer', 'openDamagesMediation', penalty, bothSides);
      for (const party of Object.keys(desk.file.parties))
        await desk.gives('regulator', 'recordConsent', general, { party, answer: 'agrees', channel: 'visit' });
      const filing = { number: '烟市监调〔2026〕3号', scope: 'damages' };
      await desk.gives('regulator', 'fileAdminMediation', general, filing);
    },
  },
  {
    route: 'T26',
    tells: 'The market regulator finds a suspected crime; its head approves, and the police receive it.',
    begins: () => approved(),
    goes: async (desk) => {
      await papersOn(desk, penalty, transferPapers);
      await desk.gives('officer', 'prepareHandoff', penalty, (c) => ({
        kind: 'H7',
        to: 'yantaiPublicSecurity',
        items: itemIds(c, ...transferPapers),
      }));
      await desk.gives('officer', 'offerHandoff', handoff, {}, { at: '2026-09-08T14:30' });
      await desk.gives('officer', 'receiveHandoff', handoff, {}, { ...byPaper, at: '2026-09-08T15:00' });
    },
  },
  {
    route: 'T27',
    tells: 'The procuratorate does not prosecute, holds a penalty to be due, and the case returns to the regulator.',
    begins: async () => {
      const desk = await notProsecuted();
      const review = { needed: true, grounds: '仍应行政处罚' };
      await desk.gives('officer', 'reviewNecessity', referral, review, byPaper);
      const opinion = {
        addressee: 'yantaiMarketSupervision',
        replyBy: '2026-12-25',
        opinion: '建议依法给予行政处罚。',
      };
      await desk.gives('officer', 'issueOpinion', referral, opinion, { ...byPaper, at: '2026-10-23T10:00' });
      return desk;
    },
    goes: async (desk) => {
      const papers = ['criminalDecision', 'procuratorialOpinion', 'transferLetter', 'goodsList', 'handoverList'];
      await papersOn(desk, referral, papers, byPaper);
      await desk.gives(
        'officer',
        'prepareHandoff',
        referral,
        (c) => ({ kind: 'H8', to: 'yantaiMarketSupervision', items: itemIds(c, ...papers) }),
        byPaper,
      );
      await desk.gives('officer', 'offerHandoff', handoff, {}, byPaper);
      await desk.gives('officer', 'receiveHandoff', handoff, {}, { at: '2026-10-26T10:00' });
    },
  },
  {
    route: 'T35',
    tells: 'The court finds signs of a crime and passes them to the police; the suit goes on.',
    begins: () => registered(),
    goes: async (desk) => {
      await sends(desk, 'liu', suit, { kind: 'H21', to: 'yantaiPublicSecurity' }, ['transferLetter']);
      await desk.gives('liu', 'receiveHandoff', handoff, {}, byPaper);
    },
  },
];

export const travelsOfAuthorities: readonly Travel[] = [
  ...travelsToAuthorities,
  ...travelsFromDepartments,
  ...travelsOfEnforcementAndCrime,
];
