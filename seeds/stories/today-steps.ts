import { text } from '../../workflows/index.ts';
import { agreementOf, handoff, itemIds, partyId, proceeding, type StoryStep, theCase } from './story.ts';

/** A day of the story, counted from the day it is told: -3 is three days ago. */
export type Day = (offset: number) => string;

export const intake = proceeding('intake');
export const mediation = proceeding('peopleMediation');
export const invented = text('演示案例，人物、企业均为虚构', 'A demonstration: people and companies do not exist');

/** A quarrel to be told; everybody in it is invented. */
export interface Dispute {
  readonly claimant: string;
  readonly respondent: string;
  readonly summary: string;
  readonly right: readonly [kind: string, number: string, name: string];
  readonly amountFen: number;
  /** What it is about; an infringement unless said. */
  readonly kind?: 'infringement' | 'contract';
  readonly product?: string;
  /** How it came in; over the window unless said. */
  readonly source?: 'window' | 'exhibition';
}

/** Somebody registers it where they work. */
export function opening(at: string, by: StoryStep['by'], dispute: Dispute): StoryStep {
  const [rightKind, rightNumber, rightName] = dispute.right;
  const data = {
    claimant: { kind: 'legal', name: dispute.claimant, telephone: '0535-6000100' },
    respondents: [
      {
        who: {
          kind: /公司$/.test(dispute.respondent) ? 'legal' : 'individualBusiness',
          name: dispute.respondent,
          telephone: '13800000100',
        },
      },
    ],
    summary: dispute.summary,
    source: dispute.source ?? 'window',
    rightKind,
    rightNumber,
    rightName,
    dispute: dispute.kind ?? 'infringement',
    relief: dispute.kind === 'contract' ? ['damages'] : ['stop', 'damages'],
    amountFen: dispute.amountFen,
    ...(dispute.product === undefined ? {} : { product: dispute.product }),
  };
  return { at, by, command: 'openCase', target: theCase, data: () => data };
}

/** From the window to a named mediator, told in the days before `from`. */
export function intoMediation(day: Day, from: number, dispute: Dispute): readonly StoryStep[] {
  return [
    opening(`${day(from)}T09:10`, 'limin', dispute),
    {
      at: `${day(from)}T09:30`,
      by: 'limin',
      command: 'routeHere',
      target: intake,
      data: () => ({ channel: 'peopleMediation' }),
    },
    {
      at: `${day(from + 1)}T10:00`,
      by: 'limin',
      command: 'recordConsent',
      target: mediation,
      data: (c) => ({ party: partyId(c, 'respondent'), answer: 'agrees', channel: 'telephone', level: '1' }),
    },
    { at: `${day(from + 2)}T09:00`, by: 'limin', command: 'acceptMediation', target: mediation },
    {
      at: `${day(from + 2)}T09:05`,
      by: 'limin',
      command: 'assignMediator',
      target: mediation,
      data: () => ({ mediator: 'sun-lihua', deputies: [] }),
    },
    {
      at: `${day(from + 3)}T09:00`,
      by: 'sun',
      command: 'giveRightsNotice',
      target: mediation,
      data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
    },
    {
      at: `${day(from + 3)}T11:00`,
      by: 'sun',
      command: 'openSession',
      target: mediation,
      occurredOn: `${day(from + 3)}T09:10`,
      data: (c) => ({ mode: 'inPerson', present: Object.keys(c.parties), minutes: 100 }),
    },
  ];
}

/** Signed, countersigned and sealed on one day; to be kept forty days later. */
export function agreed(day: Day, on: number, amountFen: number, more: Partial<StoryStep> = {}): StoryStep {
  return {
    at: `${day(on)}T15:00`,
    by: 'sun',
    command: 'recordAgreement',
    target: mediation,
    data: (c) => {
      const [claimant, respondent] = [partyId(c, 'claimant'), partyId(c, 'respondent')];
      const clause = { obligor: respondent, obligee: claimant, dueOn: day(on + 40), mannerNamed: true };
      return {
        form: 'written',
        clauses: [
          { ...clause, subject: 'stopInfringement', act: '停止销售涉案商品' },
          { ...clause, subject: 'payment', act: '一次性支付赔偿款', amountFen },
        ],
        signatures: [claimant, respondent].map((party) => ({ party, signedOn: day(on) })),
        mediatorSignedOn: day(on),
        sealedOn: day(on),
      };
    },
    ...more,
  };
}

const papers = [
  ['mediationAgreement', '人民调解协议书', 'jointSigned', 3],
  ['confirmationApplication', '司法确认申请书', 'jointSigned', 2],
  ['mediationProof', '主持调解证明', 'organisationFile', 1],
  ['addressConfirmation', '送达地址确认书', 'jointSigned', 2],
  ['identityDocument', '各方身份证明', 'partyFile', 2],
] as const;

/** The papers for a court, on the file and in a prepared handoff. */
export function packet(day: Day, on: number, court: string): readonly StoryStep[] {
  const addresses = (['claimant', 'respondent'] as const).map(
    (side, index): StoryStep => ({
      at: `${day(on)}T08:${40 + index}`,
      by: 'limin',
      command: 'confirmServiceAddress',
      target: theCase,
      data: (c) => ({ party: partyId(c, side), method: 'post' }),
    }),
  );
  const items = papers.map(
    ([document, title, itemClass, pages], index): StoryStep => ({
      at: `${day(on)}T09:1${index}`,
      by: 'limin',
      command: 'addItem',
      target: mediation,
      data: () => ({ document, title, class: itemClass, pages, provenance: '窗口收取' }),
    }),
  );
  const prepare: StoryStep = {
    at: `${day(on)}T10:00`,
    by: 'sun',
    command: 'prepareHandoff',
    target: mediation,
    data: (c) => ({
      kind: 'H4',
      to: court,
      agreement: agreementOf(c, 'peopleMediation'),
      partiesConsent: true,
      items: itemIds(c, ...papers.map(([document]) => document)),
    }),
  };
  return [...addresses, ...items, prepare];
}

/** The packet leaves the committee. */
export const send = (at: string, acknowledged: readonly string[]): StoryStep => ({
  at,
  by: 'sun',
  command: 'offerHandoff',
  target: handoff,
  acknowledged,
});
