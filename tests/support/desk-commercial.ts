/** Stages of a commercial mediation; each is told through the one before. */
import type { Data, Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { paymentClause } from './desk-stages.ts';
import { partyId, proceeding, theCase } from './desk-words.ts';

export const commercial = proceeding('commercialMediation');
export const pendingLicence = { acknowledged: ['commercial-licence-pending'] } as const;

/** A licence dispute between two companies at the commercial organisation's own door. */
export async function commercialAsked(desk: Desk = openDesk()): Promise<Desk> {
  await desk.gives('trader', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '商标许可使用费争议。',
    respondents: [{ who: { kind: 'legal', name: '被申请人公司', telephone: '13800000130' } }],
    rightKind: 'trademark',
    dispute: 'contract',
  });
  await desk.gives('trader', 'routeHere', proceeding('intake'), { channel: 'commercialMediation' });
  return desk;
}

/** Accepted, with a mediator the parties chose, and one session held. */
export async function commercialSitting(desk?: Desk): Promise<Desk> {
  const asked = await commercialAsked(desk);
  await asked.gives(
    'trader',
    'acceptCommercialMediation',
    commercial,
    { commercial: true, feesTold: true },
    pendingLicence,
  );
  await asked.gives('trader', 'assignMediator', commercial, { mediator: 'commercial-mediator', chosenBy: 'parties' });
  await asked.gives('trader', 'giveRightsNotice', commercial, (c) => ({
    parties: Object.keys(c.parties),
    manner: 'written',
  }));
  await asked.gives('trader', 'openSession', commercial, { mode: 'inPerson' });
  return asked;
}

/** An agreement that both sides signed on `day`; mediator and seal as told. */
export function commercialAgreement(desk: Desk, day: string, change: Data = {}): Data {
  return {
    form: 'written',
    clauses: [paymentClause(desk)],
    signatures: Object.keys(desk.file.parties).map((party) => ({ party, signedOn: day })),
    ...change,
  };
}

/** An agreement that waits for one signature. */
export async function commercialPending(desk?: Desk): Promise<Desk> {
  const sitting = await commercialSitting(desk);
  const signatures = [{ party: partyId(sitting.file, 'claimant'), signedOn: '2026-09-01' }];
  await sitting.gives(
    'trader',
    'recordAgreement',
    commercial,
    commercialAgreement(sitting, '2026-09-01', { signatures }),
  );
  return sitting;
}
