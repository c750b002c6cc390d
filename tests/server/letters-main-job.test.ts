/** The court's traffic by hand: it entrusts a case, the committee takes it, settles or fails, the court has it back; and every letter on the way stands on the case page with its service record. */
import { describe, expect, it } from 'vitest';
import {
  handoff,
  itemIds,
  partyId,
  proceeding,
  proceedingOf,
  type StoryStep,
  theCase,
} from '../../seeds/stories/story.ts';
import { postsOf, sendLetters } from '../../server/letters/index.ts';
import { type CaseFile, type ChannelId, factsOf, text } from '../../workflows/index.ts';
import { signedIn } from '../support/browserless.ts';
import { type House, houseForTest } from '../support/house.ts';
import { type MailServer, mailServer, textOf } from '../support/mail-server.ts';
import { tellOverPages } from '../support/told-over-pages.ts';

const suit = proceeding('litigation');
const mediation = proceeding('courtAnnexedMediation');
const claimant = { name: '烟台海岳电器有限公司', email: 'legal@haiyue.example.cn' };
const respondent = { name: '芝罘区鑫达商行', address: '烟台市芝罘区胜利路1号' };
const lawyer = { name: '王明', email: 'wang@lawyers.example.cn' };

function paper(
  by: StoryStep['by'],
  at: string,
  target: StoryStep['target'],
  row: readonly [string, string],
): StoryStep {
  const [document, itemClass] = row;
  return {
    at,
    by,
    command: 'addItem',
    target,
    data: () => ({ document, title: document, class: itemClass, pages: 2 }),
  };
}

/** From the complaint to the committee's acknowledgement; the claimant chose e-mail and has a lawyer who receives. */
const entrusting: readonly StoryStep[] = [
  {
    at: '2026-11-02T09:00',
    by: 'liu',
    command: 'openCase',
    target: theCase,
    data: () => ({
      claimant: { kind: 'legal', ...claimant },
      summary: '原告起诉被告销售标有其注册商标的商品。',
      respondents: [{ who: { kind: 'individualBusiness', ...respondent } }],
      rightKind: 'trademark',
      rightNumber: '第12345678号',
      dispute: 'infringement',
    }),
  },
  {
    at: '2026-11-02T09:05',
    by: 'liu',
    command: 'confirmServiceAddress',
    target: theCase,
    data: (c) => ({ party: partyId(c, 'claimant'), method: 'email' }),
  },
  {
    at: '2026-11-02T09:10',
    by: 'liu',
    command: 'appointAgent',
    target: theCase,
    data: (c) => ({
      party: partyId(c, 'claimant'),
      who: { kind: 'natural', ...lawyer },
      authority: 'special',
      receivesBy: 'email',
    }),
  },
  {
    at: '2026-11-02T09:20',
    by: 'liu',
    command: 'routeHere',
    target: proceeding('intake'),
    data: () => ({ channel: 'litigation' }),
  },
  {
    at: '2026-11-03T10:00',
    by: 'liu',
    command: 'registerSuit',
    target: suit,
    data: () => ({ number: '（2026）鲁0602民初456号', procedure: 'ordinary' }),
  },
  { at: '2026-11-03T10:30', by: 'liu', command: 'proposeMediation', target: suit },
  ...(['claimant', 'respondent'] as const).map(
    (side, index): StoryStep => ({
      at: `2026-11-03T11:0${index}`,
      by: 'liu',
      command: 'recordConsent',
      target: suit,
      data: (c) => ({ party: partyId(c, side), answer: 'agrees', channel: 'visit' }),
    }),
  ),
  { at: '2026-11-03T11:10', by: 'liu', command: 'confirmMediationConsent', target: suit },
  {
    at: '2026-11-03T11:20',
    by: 'liu',
    command: 'chooseMediationOrganisation',
    target: suit,
    data: () => ({ chosenBy: 'parties', organisation: 'yantaiMediationCommittee' }),
  },
  paper('liu', '2026-11-03T11:30', suit, ['entrustmentLetter', 'organisationFile']),
  paper('liu', '2026-11-03T11:31', suit, ['complaint', 'partyFile']),
  paper('liu', '2026-11-03T11:32', suit, ['consentRecord', 'organisationFile']),
  {
    at: '2026-11-03T11:40',
    by: 'liu',
    command: 'prepareHandoff',
    target: suit,
    data: (c) => ({
      kind: 'H1',
      to: 'yantaiMediationCommittee',
      partiesConsent: true,
      items: itemIds(c, 'entrustmentLetter', 'complaint', 'consentRecord'),
    }),
  },
  { at: '2026-11-03T11:45', by: 'liu', command: 'offerHandoff', target: handoff },
  { at: '2026-11-04T09:00', by: 'limin', command: 'receiveHandoff', target: handoff },
  { at: '2026-11-04T09:30', by: 'limin', command: 'acceptHandoff', target: handoff },
  {
    at: '2026-11-04T09:40',
    by: 'limin',
    command: 'assignMediator',
    target: mediation,
    data: () => ({ mediator: 'sun-lihua' }),
  },
  {
    at: '2026-11-05T09:00',
    by: 'sun',
    command: 'scheduleSession',
    target: mediation,
    data: () => ({ at: '2026-11-09T09:30', place: '三楼调解室' }),
  },
  {
    at: '2026-11-09T09:00',
    by: 'sun',
    command: 'giveRightsNotice',
    target: mediation,
    data: (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }),
  },
  {
    at: '2026-11-09T11:30',
    by: 'sun',
    command: 'openSession',
    target: mediation,
    occurredOn: '2026-11-09T09:30',
    data: () => ({ mode: 'inPerson' }),
  },
];

/** Back to the court with the papers of the result. */
function broughtBack(kind: 'H2' | 'H3', papers: readonly (readonly [string, string])[]): readonly StoryStep[] {
  return [
    ...papers.map((row, index) => paper('sun', `2026-11-11T09:1${index}`, mediation, row)),
    {
      at: '2026-11-11T09:30',
      by: 'sun',
      command: 'prepareHandoff',
      target: mediation,
      data: (c) => ({
        kind,
        to: 'zhifuCourt',
        partiesConsent: true,
        items: Object.values(c.items)
          .filter((item) => item.proceeding === proceedingOf(c, 'courtAnnexedMediation').id)
          .map(({ id }) => id),
      }),
    },
    { at: '2026-11-11T09:40', by: 'sun', command: 'offerHandoff', target: handoff },
    { at: '2026-11-11T14:00', by: 'liu', command: 'receiveHandoff', target: handoff },
  ];
}

/** Each desk posts the letters that are its own to bring, and records their service. */
const posted: readonly StoryStep[] = [
  {
    at: '2026-11-13T09:00',
    by: 'limin',
    command: 'recordService',
    target: theCase,
    data: served('courtAnnexedMediation'),
  },
  { at: '2026-11-13T09:10', by: 'liu', command: 'recordService', target: theCase, data: served('litigation') },
];

function served(channel: ChannelId) {
  return (c: CaseFile) => ({
    letters: factsOf(c, 'noteLetterToPrint')
      .filter(({ values }) => values.about === proceedingOf(c, channel).id)
      .map(({ values }) => values.letter),
    method: 'post',
  });
}

async function told(steps: readonly StoryStep[]) {
  const server = await mailServer();
  const environment = { SMTP_URL: server.url, JIEFEN_MAIL_FROM: 'letters@jiefen.example.cn' };
  const house = await houseForTest({ start: '2026-11-02T09:00', environment });
  const turn = () => sendLetters(house.dependencies, postsOf(house.dependencies.config));
  const story = { id: 'letters', title: text('', ''), source: text('', ''), steps: [...entrusting, ...steps] };
  const caseId = await tellOverPages(house, story, { before: async () => void (await turn()) });
  return { house, server, caseId };
}

/** The letters of the case as a person's page shows them: kind, to whom, state and service. */
async function lettersShown(house: House, caseId: string, login: 'limin' | 'liu'): Promise<readonly string[]> {
  const person = await signedIn(house, login);
  const page = await person.get(`/cases/${caseId}`);
  const card = page.text.slice(page.text.indexOf('id="letters"'));
  const rows = card.slice(0, card.indexOf('</table>')).match(/<tr.*?<\/tr>/gs) ?? [];
  return rows.slice(1).map((row) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

function everyLetterIsServed(rows: readonly string[]): void {
  const toParties = rows.filter((row) => row.includes(claimant.name) || row.includes(respondent.name));
  expect(toParties.length).toBeGreaterThan(0);
  for (const row of toParties) expect(row).toMatch(/2026-11-\d\d (电子邮件|邮寄)/);
  expect(toParties.filter((row) => row.includes('尚未送达'))).toEqual([]);
}

function subjects({ taken }: MailServer, address: string): readonly string[] {
  return taken.filter(({ to }) => to.includes(address)).map((mail) => textOf(mail));
}

describe('A case that the court entrusts', () => {
  it('fails in mediation and goes back: both are told by the committee, then by the court, and each letter has its service', async () => {
    const papers = [
      ['terminationNotice', 'organisationFile'],
      ['complaint', 'partyFile'],
      ['addressConfirmation', 'jointSigned'],
    ] as const;
    const { house, server, caseId } = await told([
      {
        at: '2026-11-10T10:00',
        by: 'sun',
        command: 'endMediation',
        target: mediation,
        data: () => ({ reason: 'tooFarApart', routesTold: true }),
      },
      {
        at: '2026-11-11T09:00',
        by: 'sun',
        command: 'fileCourtReport',
        target: mediation,
        data: () => ({
          course: '组织调解一次，双方到场。',
          whyNotAgreed: '双方分歧较大。',
          costlyConduct: '无',
          hints: '无',
          clean: true,
          pages: 2,
        }),
      },
      ...broughtBack('H3', papers),
      { at: '2026-11-12T09:00', by: 'liu', command: 'openTrial', target: suit, occurredOn: '2026-11-12T08:50' },
      ...posted,
    ]);
    const committee = await lettersShown(house, caseId, 'limin');
    for (const kind of ['调解邀请', '接受委托调解告知', '调解员告知', '调解会议通知', '委托调解终结告知'])
      expect(committee.join('\n')).toContain(kind);
    everyLetterIsServed(committee);
    const court = await lettersShown(house, caseId, 'liu');
    for (const kind of ['法院收到起诉材料告知', '登记立案告知', '调解组织选定告知', '案件退回法院继续办理告知'])
      expect(court.join('\n')).toContain(kind);
    everyLetterIsServed(court);
    expect(court.some((row) => row.includes(`${lawyer.name}（${claimant.name} 的代理人）`))).toBe(true);
    const toClaimant = subjects(server, claimant.email);
    expect(subjects(server, lawyer.email)).toHaveLength(toClaimant.length);
    expect(toClaimant.join('\n')).not.toMatch(/分歧|\{\{/);
  });

  it('settles and goes back: the way through the court is told, with no window for confirmation', async () => {
    const papers = [
      ['mediationAgreement', 'jointSigned'],
      ['mediationProof', 'organisationFile'],
      ['identityDocument', 'partyFile'],
      ['addressConfirmation', 'jointSigned'],
    ] as const;
    const { house, server, caseId } = await told([
      {
        at: '2026-11-10T16:00',
        by: 'sun',
        command: 'recordAgreement',
        target: mediation,
        data: (c) => ({
          form: 'online',
          clauses: [
            {
              subject: 'stopInfringement',
              obligor: partyId(c, 'respondent'),
              obligee: partyId(c, 'claimant'),
              act: '停止销售涉案商品',
              dueOn: '2026-11-30',
              mannerNamed: true,
            },
          ],
          signatures: Object.keys(c.parties).map((party) => ({ party, signedOn: '2026-11-10' })),
          mediatorSignedOn: '2026-11-10',
          sealedOn: '2026-11-10',
        }),
      },
      {
        at: '2026-11-10T16:30',
        by: 'limin',
        command: 'confirmServiceAddress',
        target: theCase,
        data: (c) => ({ party: partyId(c, 'respondent'), method: 'post' }),
      },
      ...broughtBack('H2', papers),
      { at: '2026-11-11T14:10', by: 'liu', command: 'acceptHandoff', target: handoff },
      { at: '2026-11-12T10:00', by: 'liu', command: 'issueMediationDocument', target: suit },
      ...posted,
    ]);
    const committee = await lettersShown(house, caseId, 'limin');
    expect(committee.join('\n')).toContain('协议生效告知（委托调解）');
    everyLetterIsServed(committee);
    const court = await lettersShown(house, caseId, 'liu');
    for (const kind of ['法院收到调解协议告知', '法院调解书告知']) expect(court.join('\n')).toContain(kind);
    everyLetterIsServed(court);
    const said = subjects(server, claimant.email).join('\n');
    expect(said).toContain('不需要另行申请司法确认');
    expect(said).not.toContain('最后一日');
  });
});
