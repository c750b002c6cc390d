/** Stages of an enforcement at the Zhifu court; each is told through the one before. */
import type { Desk } from './desk.ts';
import { arbitration, awardServed } from './desk-arbitration.ts';
import { confirmed } from './desk-stages.ts';
import { handoff, itemIds, matter, partyId, proceeding } from './desk-words.ts';

export const enforcement = proceeding('enforcement');

const number = '（2026）鲁0602执789号';

/** A confirmed agreement that is not kept: the creditor asks the confirming court on 1 December 2026. */
export async function enforcementAsked(desk?: Desk): Promise<Desk> {
  const title = await confirmed(desk);
  title.at('2026-12-01T10:00');
  await title.gives('enforcer', 'recordEnforcementApplication', matter(0));
  return title;
}

/** Filed on 3 December, the notice served on the debtor on 7 December. */
export async function enforcing(desk?: Desk): Promise<Desk> {
  const asked = await enforcementAsked(desk);
  asked.at('2026-12-03T10:00');
  await asked.gives('enforcer', 'acceptEnforcement', enforcement, (c) => ({
    number,
    creditor: partyId(c, 'claimant'),
  }));
  return noticed(asked);
}

async function noticed(desk: Desk): Promise<Desk> {
  desk.at('2026-12-07T10:00');
  await desk.gives(
    'enforcer',
    'issueExecutionNotice',
    enforcement,
    (c) => ({ debtor: partyId(c, 'respondent'), servedOn: '2026-12-07' }),
    { occurredOn: '2026-12-04' },
  );
  return desk;
}

/** An award that is not kept: the court that received the creditor's packet files it and gives notice. */
export async function enforcingAward(desk?: Desk): Promise<Desk> {
  const title = await awardServed(desk);
  await awardBrought(title);
  title.at('2026-12-03T10:00');
  await title.gives(
    'enforcer',
    'acceptEnforcement',
    enforcement,
    (c) => ({ number, creditor: partyId(c, 'claimant') }),
    { acknowledged: ['award-for-intermediate-court'] },
  );
  return noticed(title);
}

/** The secretary hands the creditor's packet over an award to the court. */
export async function awardBrought(title: Desk): Promise<void> {
  title.at('2026-12-01T10:00');
  const papers = [
    'enforcementApplication',
    'titleOfEnforcement',
    'proofOfEffect',
    'identityDocument',
    'performanceRecord',
    'propertyClues',
  ];
  for (const document of papers)
    await title.gives('arbitrator', 'addItem', arbitration, {
      document,
      title: document,
      class: 'organisationFile',
      pages: 1,
    });
  await title.gives('arbitrator', 'prepareHandoff', arbitration, (c) => ({
    kind: 'H12',
    to: 'zhifuCourt',
    items: itemIds(c, ...papers),
  }));
  await title.gives('arbitrator', 'offerHandoff', handoff);
  await title.gives('enforcer', 'receiveHandoff', handoff, {}, { at: '2026-12-02T10:00' });
}
