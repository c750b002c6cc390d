/** Stages of a suit over a ruling at the intermediate court, which has no login: the department records with the court's papers. */
import type { Data, Desk } from './desk.ts';
import { ruled, ruling } from './desk-ruling.ts';
import { handoff, itemIds, partyId, proceeding } from './desk-words.ts';

export const administrativeSuit = proceeding('administrativeLitigation');
export const courtPaper = { evidence: '法院文书' } as const;

/** The respondent sued the department at the intermediate court on 12 October 2026, within its fifteen days. */
export async function suedOverRuling(desk?: Desk): Promise<Desk> {
  const ready = desk ?? (await ruled());
  ready.at('2026-10-12T10:00');
  await ready.gives('adjudicator', 'recordAdministrativeSuit', ruling, (c) => ({
    party: partyId(c, 'respondent'),
    court: 'yantaiIntermediateCourt',
  }));
  return ready;
}

/** Registered on 14 October; the authority was served on the 16th. */
export async function suitOverRulingRegistered(desk?: Desk, procedure = 'ordinary'): Promise<Desk> {
  const ready = await suedOverRuling(desk);
  const number = '（2026）鲁06行初21号';
  ready.at('2026-10-14T10:00');
  await ready.gives('adjudicator', 'registerAdministrativeSuit', administrativeSuit, { number, procedure }, courtPaper);
  ready.at('2026-10-16T10:00');
  await ready.gives('adjudicator', 'serveAuthority', administrativeSuit, {}, courtPaper);
  return ready;
}

/** Judged on 20 December, served on everybody that day, and in effect when the last time to appeal has passed. */
export async function judgedOverRuling(desk: Desk, judgment: Data): Promise<Desk> {
  const gives = (command: string, data: Data, at: string) =>
    desk.gives('adjudicator', command, administrativeSuit, data, { ...courtPaper, at });
  if (String(desk.file.proceedings[Object.keys(desk.file.proceedings).at(-1)!]!.slot.value) === 'received')
    await gives(
      'registerAdministrativeSuit',
      { number: '（2026）鲁06行初21号', procedure: 'ordinary' },
      '2026-10-14T10:00',
    );
  await gives('recordAdministrativeJudgment', judgment, '2026-12-21T10:00');
  for (const party of Object.keys(desk.file.parties))
    await gives('recordAdministrativeService', { party, paper: 'judgment' }, '2026-12-21T11:00');
  await gives('recordServiceOnAuthority', {}, '2026-12-21T11:00');
  await gives('recordAdministrativeFinality', {}, '2027-01-06T10:00');
  return desk;
}

/** The claimant sues for damages over the matter of the ruling, at a court whose receipt `by` records. */
export async function suedForDamages(
  desk: Desk,
  to = 'yantaiIntermediateCourt',
  by: 'adjudicator' | 'liu' = 'adjudicator',
  acknowledged: readonly string[] = [],
): Promise<void> {
  for (const document of ['complaint', 'identityDocument'])
    await desk.gives('adjudicator', 'addItem', ruling, { document, title: document, class: 'partyFile', pages: 2 });
  const packet = (c: Desk['file']) => ({
    kind: 'H16',
    to,
    partiesConsent: true,
    receiverReason: '当事人选择',
    items: itemIds(c, 'complaint', 'identityDocument'),
  });
  await desk.gives('adjudicator', 'prepareHandoff', ruling, packet, { acknowledged });
  await desk.gives('adjudicator', 'offerHandoff', handoff);
  await desk.gives(by, 'receiveHandoff', handoff, {}, by === 'liu' ? {} : courtPaper);
}
