/** Ways in which an agreement of the committee becomes a title: at a notary, or by a payment order. */
import type { Desk } from './desk.ts';
import { papersReady } from './desk-stages.ts';
import { agreementOf, handoff, itemIds, proceeding } from './desk-words.ts';

export const notarisation = proceeding('notarisedEnforcement');
export const order = proceeding('paymentOrder');
const mediation = proceeding('peopleMediation');

async function handedOver(desk: Desk, kind: 'H13' | 'H22', to: string, documents: readonly string[]): Promise<Desk> {
  for (const document of documents)
    await desk.gives('limin', 'addItem', mediation, { document, title: document, class: 'jointSigned', pages: 1 });
  const papers = ['mediationAgreement', 'identityDocument', 'addressConfirmation', ...documents];
  await desk.gives('limin', 'prepareHandoff', mediation, (c) => ({
    kind,
    to,
    agreement: agreementOf(c),
    partiesConsent: true,
    items: itemIds(c, ...papers),
  }));
  await desk.gives('limin', 'offerHandoff', handoff);
  return desk;
}

/** What the committee's clerk records for a notary, who has no login, rests on its paper. */
export const byPaper = { evidence: '公证机构书面回执' } as const;

/** With the notary since 8 September 2026. */
export async function withNotary(desk?: Desk): Promise<Desk> {
  return toNotary(await papersReady(desk));
}

/** The parties bring their agreement to the notary, who takes it. */
export async function toNotary(ready: Desk): Promise<Desk> {
  const sent = await handedOver(ready, 'H13', 'yantaiNotaries', ['paymentPlan']);
  await sent.gives('limin', 'receiveHandoff', handoff, {}, { ...byPaper, at: '2026-09-07T09:00' });
  await sent.gives('limin', 'acceptHandoff', handoff, {}, { ...byPaper, at: '2026-09-08T09:00' });
  return sent;
}

/** The instrument of 15 September: to be performed by 30 November. */
export async function notarised(desk?: Desk): Promise<Desk> {
  const waiting = await withNotary(desk);
  const instrument = { number: '（2026）鲁烟公证执字第8号', acceptsEnforcement: true, performanceDueOn: '2026-11-30' };
  await waiting.gives('limin', 'issueNotarisedInstrument', notarisation, instrument, {
    ...byPaper,
    at: '2026-09-15T10:00',
  });
  return waiting;
}

/** The court has received the application for a payment order on 7 September. */
export async function orderAsked(desk?: Desk): Promise<Desk> {
  return toOrder(await papersReady(desk));
}

/** The creditor brings the agreement to the court for a payment order. */
export async function toOrder(ready: Desk): Promise<Desk> {
  const sent = await handedOver(ready, 'H22', 'zhifuCourt', ['paymentOrderApplication']);
  await sent.gives('liu', 'receiveHandoff', handoff, {}, { at: '2026-09-07T09:00' });
  return sent;
}

/** The order of 14 September, for the whole sum. */
export async function orderIssued(desk?: Desk): Promise<Desk> {
  const asked = await orderAsked(desk);
  await asked.gives(
    'liu',
    'acceptPaymentOrder',
    order,
    { number: '（2026）鲁0602民督5号' },
    { at: '2026-09-09T10:00' },
  );
  await asked.gives('liu', 'issuePaymentOrder', order, { amountFen: 6_000_000 }, { at: '2026-09-14T10:00' });
  return asked;
}
