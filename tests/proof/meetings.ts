/** Every exclusion of the law, met by somebody who asks for it. */
import { openDesk } from '../support/desk.ts';
import { agreedOnline, entrusted, registered, suit } from '../support/desk-court.ts';
import { filed } from '../support/desk-ruling.ts';
import {
  agreed,
  applied,
  confirmed,
  filing,
  inSession,
  papersReady,
  paymentClause,
  submitted,
  writtenAgreement,
} from '../support/desk-stages.ts';
import { handoff, itemIds, partyId, proceeding, proceedingOf, theCase } from '../support/desk-words.ts';
import type { Meeting } from './meeting.ts';
import { meetingsOfAuthorities } from './meetings-authorities.ts';
import { meetingsOfTitles } from './meetings-titles.ts';
import { suesOn } from './travels-mediation.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const ruling = proceeding('adminRuling');
const warned = 'acknowledge-warnings';

export const meetingsOfMediation: readonly Meeting[] = [
  {
    exclusion: 'F1',
    tells: 'A session is opened although the respondent has refused mediation.',
    meets: async () => {
      const desk = await inSession();
      const answer = { party: partyId(desk.file, 'respondent'), answer: 'refuses', channel: 'telephone' };
      await desk.gives('limin', 'recordConsent', mediation, answer);
      return desk.refuses('mediation-refused', 'sun', 'openSession', mediation, { mode: 'online' });
    },
  },
  {
    exclusion: 'F11',
    tells: 'A committee asks for enforcement of an agreement that no court confirmed.',
    meets: async () => {
      const desk = await agreed();
      return desk.refuses('forbidden-by-law', 'sun', 'prepareHandoff', mediation, { kind: 'H12', to: 'zhifuCourt' });
    },
  },
  {
    exclusion: 'F14',
    tells: 'A committee "transfers" a suspected crime.',
    meets: async () => {
      const desk = await applied();
      return desk.refuses('forbidden-by-law', 'limin', 'prepareHandoff', mediation, {
        kind: 'H7',
        to: 'yantaiPublicSecurity',
      });
    },
  },
  {
    exclusion: 'F17',
    tells: 'The mediator is named as agent of a party.',
    meets: async () => {
      const desk = await inSession();
      const data = { party: partyId(desk.file, 'claimant'), who: { name: '孙丽华' }, authority: 'general' };
      return desk.refuses('mediator-cannot-act-later', 'limin', 'appointAgent', theCase, data);
    },
  },
  {
    exclusion: 'F18',
    tells: "An agreement makes a party pay for the people's mediation.",
    meets: async () => {
      const desk = await inSession();
      const fee = paymentClause(desk, { act: '向调解委员会支付调解费' });
      const data = writtenAgreement(desk, '2026-09-02', { clauses: [fee] });
      return desk.refuses('mediation-is-free', 'sun', 'recordAgreement', mediation, data);
    },
  },
];

export const meetingsOfCourts: readonly Meeting[] = [
  {
    exclusion: 'F2',
    tells: 'A suit is filed although an arbitration agreement stands.',
    meets: async () => {
      const desk = openDesk();
      const words = { claimant: { name: '甲', telephone: '13800000001' }, summary: '一句话' };
      await desk.gives('liu', 'openCase', theCase, words);
      const known = { suitPending: 'no', earlierOutcome: 'no', mediability: 'mediable' };
      await desk.gives('liu', 'screenDispute', intake, { ...known, arbitrationAgreement: 'yes' });
      return desk.refuses(warned, 'liu', 'routeHere', intake, { channel: 'litigation' });
    },
  },
  {
    exclusion: 'F6',
    tells: 'An agreement decides who owns a patent.',
    meets: async () => {
      const desk = await inSession();
      const ownership = paymentClause(desk, {
        subject: 'ownership',
        act: '专利权归甲方',
        amountFen: null,
        dueOn: null,
      });
      const data = writtenAgreement(desk, '2026-09-02', { clauses: [ownership] });
      return desk.refuses(warned, 'sun', 'recordAgreement', mediation, data);
    },
  },
  {
    exclusion: 'F7',
    tells: 'One side alone applies for confirmation.',
    meets: async () => {
      const desk = await papersReady();
      const joint = itemIds(desk.file, 'confirmationApplication');
      const alone = { document: 'confirmationApplication', title: '申请人一方的申请书', class: 'partyFile', pages: 1 };
      await desk.gives('limin', 'addItem', mediation, alone);
      const all = itemIds(desk.file, 'mediationAgreement', 'addressConfirmation', 'mediationProof', 'identityDocument');
      const own = itemIds(desk.file, 'confirmationApplication').filter((id) => !joint.includes(id));
      await desk.gives('sun', 'prepareHandoff', mediation, { ...filing(desk), items: [...all, ...own] });
      return desk.refuses(warned, 'sun', 'offerHandoff', handoff);
    },
  },
  {
    exclusion: 'F8',
    tells: 'The parties apply after the thirty days.',
    meets: async () => {
      const desk = await papersReady();
      desk.at('2026-10-20T09:00');
      await desk.gives('sun', 'prepareHandoff', mediation, filing(desk));
      return desk.refuses(warned, 'sun', 'offerHandoff', handoff);
    },
  },
  {
    exclusion: 'F9',
    tells: 'The agreement of an entrusted mediation is taken to confirmation.',
    meets: async () => {
      const desk = await agreedOnline(await entrusted());
      const agreement = Object.keys(proceedingOf(desk.file, 'courtAnnexedMediation').agreements)[0];
      const data = { kind: 'H4', to: 'zhifuCourt', agreement };
      return desk.refuses(warned, 'sun', 'prepareHandoff', proceeding('courtAnnexedMediation'), data);
    },
  },
  {
    exclusion: 'F10',
    tells: 'A court asks another to confirm what was settled before it.',
    meets: async () => {
      const desk = await registered();
      return desk.refuses('forbidden-by-law', 'liu', 'prepareHandoff', suit, { kind: 'H4', to: 'zhaoyuanCourt' });
    },
  },
  {
    exclusion: 'F15',
    tells: 'A suit is brought over what a court has confirmed.',
    meets: async () => {
      const desk = await confirmed();
      await suesOn(desk);
      const data = { number: '（2026）鲁0602民初999号', procedure: 'ordinary' };
      return desk.refuses(warned, 'liu', 'registerSuit', suit, data);
    },
  },
  {
    exclusion: 'F19',
    tells: 'The court asks the parties of a confirmation whether they want to mediate.',
    meets: async () => {
      const desk = await submitted();
      const data = { party: partyId(desk.file, 'claimant'), answer: 'agrees', channel: 'telephone' };
      return desk.refuses(
        'confirmation-is-not-mediated',
        'liu',
        'recordConsent',
        proceeding('judicialConfirmation'),
        data,
      );
    },
  },
  {
    exclusion: 'F20',
    tells: 'The record of a mediation is put on the file of a suit.',
    meets: async () => {
      const desk = await registered();
      const record = { document: 'mediationRecord', title: '调解笔录', class: 'partyFile', pages: 3 };
      return desk.refuses(warned, 'liu', 'addItem', suit, record);
    },
  },
  {
    exclusion: 'F21',
    tells: 'A technical investigator of the ruling is appointed in the suit over the same dispute.',
    meets: async () => {
      const desk = await filed();
      const data = { registerNumber: 'JDG-07', told: true };
      await desk.gives('adjudicator', 'appointTechnicalInvestigator', ruling, data);
      await desk.gives('adjudicator', 'cancelRuling', ruling, { reason: 'suedLater' });
      await desk.gives('system', 'openProceeding', theCase, (c) => ({
        channel: 'litigation',
        organisation: 'zhifuCourt',
        matters: Object.keys(c.matters).map((id) => ({ id })),
      }));
      return desk.refuses('technical-investigator-twice', 'liu', 'appointTechnicalInvestigator', suit, data);
    },
  },
];

/** Each exclusion of the law at least once. */
export const meetings: readonly Meeting[] = [
  ...meetingsOfMediation,
  ...meetingsOfCourts,
  ...meetingsOfTitles,
  ...meetingsOfAuthorities,
];
