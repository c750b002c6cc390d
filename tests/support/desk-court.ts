/** Stages of a suit at the Zhifu court and of the mediation it hands to the committee; each is told through the one before. */
import type { ChannelId, Proceeding } from '../../workflows/index.ts';
import type { Data, Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { paymentClause } from './desk-stages.ts';
import { handoff, itemIds, partyId, proceeding, proceedingOf, theCase } from './desk-words.ts';

export const suit = proceeding('litigation');
export const mediation = proceeding('courtAnnexedMediation');

/** A complaint the court's liaison registered and took in on 1 September 2026. */
export async function complained(desk: Desk = openDesk(), respondents = 1, more: Data = {}): Promise<Desk> {
  await desk.gives('liu', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '原告起诉被告销售侵害其注册商标专用权的商品。',
    respondents: Array.from({ length: respondents }, (_, index) => ({
      who: { kind: 'individualBusiness', name: `被告商行${index + 1}`, telephone: `1380000013${index}` },
    })),
    rightKind: 'trademark',
    dispute: 'infringement',
    relief: ['stop', 'damages'],
    ...more,
  });
  await desk.gives('liu', 'routeHere', proceeding('intake'), { channel: 'litigation' });
  return desk;
}

/** Registered on 3 September under the number on the court's paper. */
export async function registered(desk?: Desk, procedure = 'ordinary', respondents = 1, more: Data = {}): Promise<Desk> {
  const filed = await complained(desk, respondents, more);
  filed.at('2026-09-03T10:00');
  await filed.gives('liu', 'registerSuit', suit, { number: '（2026）鲁0602民初456号', procedure });
  return filed;
}

/** Everybody the law asks has agreed, and the committee was chosen. */
export async function chosen(desk: Desk, mode: Data = {}, acknowledged: readonly string[] = []): Promise<Desk> {
  await desk.gives('liu', 'proposeMediation', suit, mode, { acknowledged });
  for (const party of Object.keys(desk.file.parties))
    await desk.gives('liu', 'recordConsent', suit, { party, answer: 'agrees', channel: 'visit' });
  await desk.gives('liu', 'confirmMediationConsent', suit);
  await desk.gives('liu', 'chooseMediationOrganisation', suit, {
    chosenBy: 'parties',
    organisation: 'yantaiMediationCommittee',
  });
  return desk;
}

/** Papers on a proceeding's file, two pages each. */
export async function papers(
  desk: Desk,
  by: 'liu' | 'limin' | 'sun',
  on: typeof suit,
  list: readonly (readonly [string, string])[],
): Promise<void> {
  for (const [document, itemClass] of list)
    await desk.gives(by, 'addItem', on, { document, title: document, class: itemClass, pages: 2 });
}

/** The referral letter and its papers were sent to the committee. */
export async function referralSent(desk: Desk, letter: 'entrustmentLetter' | 'delegationLetter'): Promise<Desk> {
  await papers(desk, 'liu', suit, [
    [letter, 'organisationFile'],
    ['complaint', 'partyFile'],
    ['consentRecord', 'organisationFile'],
  ]);
  await desk.gives('liu', 'prepareHandoff', suit, (c) => ({
    kind: 'H1',
    to: 'yantaiMediationCommittee',
    partiesConsent: true,
    items: itemIds(c, letter, 'complaint', 'consentRecord'),
  }));
  await desk.gives('liu', 'offerHandoff', handoff);
  return desk;
}

/** Entrusted after registration on 3 September, taken by the committee on 7 September 2026. */
export async function entrusted(desk?: Desk, procedure = 'ordinary', respondents = 1): Promise<Desk> {
  const sent = await referralSent(await chosen(await registered(desk, procedure, respondents)), 'entrustmentLetter');
  return taken(sent);
}

/** Delegated before registration, because the court says so; taken on 7 September 2026. */
export async function delegated(desk?: Desk, respondents = 1, more: Data = {}): Promise<Desk> {
  const filed = await complained(desk, respondents, more);
  filed.at('2026-09-03T10:00');
  const mode = { mode: 'delegated', number: '（2026）鲁0602诉前调77号' };
  return taken(await referralSent(await chosen(filed, mode, ['registration-comes-first']), 'delegationLetter'));
}

async function taken(desk: Desk): Promise<Desk> {
  await desk.gives('limin', 'receiveHandoff', handoff, {}, { at: '2026-09-04T09:00' });
  await desk.gives('limin', 'acceptHandoff', handoff, {}, { at: '2026-09-07T09:00' });
  return desk;
}

/** Sun mediates; one session was held on 9 September. */
export async function sitting(desk: Desk): Promise<Desk> {
  await desk.gives('limin', 'assignMediator', mediation, { mediator: 'sun-lihua', deputies: ['zhou-jianguo'] });
  desk.at('2026-09-09T09:00');
  await desk.gives('sun', 'giveRightsNotice', mediation, (c) => ({ parties: Object.keys(c.parties), manner: 'oral' }));
  await desk.gives('sun', 'openSession', mediation, { mode: 'online' }, { at: '2026-09-09T09:30' });
  return desk;
}

/** An online agreement over everything, with a payment clause. */
export function onlineAgreement(desk: Desk, signed: readonly string[], day: string, change: Data = {}): Data {
  return {
    form: 'online',
    clauses: [paymentClause(desk)],
    signatures: signed.map((party) => ({ party, signedOn: day })),
    ...change,
  };
}

/** Everything agreed online, in effect on 11 September. */
export async function agreedOnline(desk: Desk): Promise<Desk> {
  await sitting(desk);
  desk.at('2026-09-11T16:00');
  await desk.gives(
    'sun',
    'recordAgreement',
    mediation,
    onlineAgreement(desk, Object.keys(desk.file.parties), '2026-09-11'),
  );
  return desk;
}

/** The result went back to the court, which received it. H2 with an agreement, H3 without. */
export async function broughtBack(desk: Desk, kind: 'H2' | 'H3', at: string): Promise<Desk> {
  desk.at(at);
  const list =
    kind === 'H2'
      ? ([
          ['mediationAgreement', 'jointSigned'],
          ['mediationProof', 'organisationFile'],
          ['identityDocument', 'partyFile'],
          ['addressConfirmation', 'jointSigned'],
        ] as const)
      : ([
          ['terminationNotice', 'organisationFile'],
          ['complaint', 'partyFile'],
        ] as const);
  await papers(desk, 'limin', mediation, list);
  if (kind === 'H3' && outcomes(desk).includes('failed')) await desk.gives('sun', 'fileCourtReport', mediation, report);
  await desk.gives('sun', 'prepareHandoff', mediation, (c) => ({
    kind,
    to: 'zhifuCourt',
    partiesConsent: true,
    items: Object.values(c.items)
      .filter((item) => item.proceeding === mediation(c).id && item.class !== 'processPrivate')
      .map((item) => item.id),
  }));
  await desk.gives('sun', 'offerHandoff', handoff);
  await desk.gives('liu', 'receiveHandoff', handoff);
  if (kind === 'H2') await desk.gives('liu', 'acceptHandoff', handoff);
  return desk;
}

export const report = {
  course: '共组织调解一次，双方到场。',
  whyNotAgreed: '双方对赔偿数额分歧较大。',
  costlyConduct: '无',
  hints: '无',
  clean: true,
  pages: 2,
};

function outcomes(desk: Desk): readonly string[] {
  return Object.values(proceedingOf(desk.file, 'courtAnnexedMediation').outcomes);
}

/** Ended without agreement on 14 September, and back at the court. */
export async function failedAndBack(desk: Desk): Promise<Desk> {
  await sitting(desk);
  desk.at('2026-09-14T10:00');
  await desk.gives('sun', 'endMediation', mediation, { reason: 'tooFarApart', routesTold: true });
  return broughtBack(desk, 'H3', '2026-09-14T15:00');
}

export function numberOf(desk: Desk, channel: ChannelId): string | null {
  return proceedingOf(desk.file, channel).number;
}

export function byChannel(desk: Desk, channel: ChannelId): readonly Proceeding[] {
  return Object.values(desk.file.proceedings).filter((one) => one.channel === channel);
}

export { partyId };
