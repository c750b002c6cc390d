/** Stages of an arbitration at the Yantai commission; each is told through the one before. */
import type { CaseFile, Target } from '../../workflows/index.ts';
import type { Data, Desk, Worker } from './desk.ts';
import { openDesk } from './desk.ts';
import { handoff, itemIds, proceeding, theCase } from './desk-words.ts';

export const arbitration = proceeding('arbitration');

/** A licence dispute, taken in at the commission's own door on 1 September 2026. */
export async function requested(desk: Desk = openDesk(), respondents = 1, more: Data = {}): Promise<Desk> {
  await desk.gives('arbitrator', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '许可合同使用费争议，合同订有仲裁条款。',
    respondents: Array.from({ length: respondents }, (_, index) => ({
      who: { kind: 'legal', name: `被申请人公司${index + 1}`, telephone: `1380000013${index}` },
    })),
    rightKind: 'contract',
    dispute: 'contract',
    relief: ['damages'],
    ...more,
  });
  await desk.gives('arbitrator', 'routeHere', proceeding('intake'), { channel: 'arbitration' });
  return desk;
}

/** An agreement that names its institution clearly. */
export const clearClause = {
  kind: 'clause',
  concludedOn: '2024-05-06',
  institution: 'clear',
  coversMatter: true,
} as const;

/** Accepted on 3 September. */
export async function arbitrationAccepted(desk?: Desk, agreement: Data = {}, acceptance: Data = {}): Promise<Desk> {
  const waiting = await requested(desk);
  waiting.at('2026-09-03T10:00');
  await waiting.gives('arbitrator', 'recordArbitrationAgreement', arbitration, { ...clearClause, ...agreement });
  await waiting.gives('arbitrator', 'acceptArbitration', arbitration, {
    number: '烟仲字〔2026〕第66号',
    ...acceptance,
  });
  return waiting;
}

/** A sole arbitrator since 10 September. */
export async function tribunalSits(desk?: Desk, agreement: Data = {}, acceptance: Data = {}): Promise<Desk> {
  const accepted = await arbitrationAccepted(desk, agreement, acceptance);
  accepted.at('2026-09-10T10:00');
  await accepted.gives('arbitrator', 'appointTribunal', arbitration, {
    arbitrators: 'one',
    names: '独任仲裁员',
    chosenBy: 'parties',
    disclosed: true,
  });
  return accepted;
}

/** One hearing on 21 September. */
export async function heard(desk?: Desk, agreement: Data = {}, acceptance: Data = {}): Promise<Desk> {
  const sitting = await tribunalSits(desk, agreement, acceptance);
  sitting.at('2026-09-21T12:00');
  await sitting.gives(
    'arbitrator',
    'holdArbitrationHearing',
    arbitration,
    (c) => ({ mode: 'inPerson', present: Object.keys(c.parties) }),
    { occurredOn: '2026-09-21T09:00' },
  );
  return sitting;
}

/** For the claimant, on 12 October; to be performed by 31 October. */
export async function awarded(desk?: Desk, change: Data = {}, acceptance: Data = {}): Promise<Desk> {
  const ready = await heard(desk, {}, acceptance);
  ready.at('2026-10-12T10:00');
  await ready.gives('arbitrator', 'makeAward', arbitration, {
    kind: 'award',
    result: 'upheld',
    performanceDueOn: '2026-10-31',
    ...change,
  });
  return ready;
}

/** Received by everybody on 15 October. */
export async function awardServed(desk?: Desk, acceptance: Data = {}): Promise<Desk> {
  const made = await awarded(desk, {}, acceptance);
  made.at('2026-10-15T10:00');
  for (const party of Object.keys(made.file.parties))
    await made.gives('arbitrator', 'recordAwardService', arbitration, { party });
  return made;
}

/** What the parties hand in with a request for arbitration. */
export const requestPapers = ['arbitrationApplication', 'arbitrationAgreement', 'identityDocument'] as const;

/** The parties carry a request for arbitration from another proceeding to the commission, which receives it. */
export async function toArbitration(
  desk: Desk,
  from: (caseFile: CaseFile) => Target,
  more: Data = {},
  by: Worker = 'limin',
): Promise<Desk> {
  for (const document of requestPapers)
    await desk.gives(by, 'addItem', from, { document, title: document, class: 'jointSigned', pages: 1 });
  await desk.gives(by, 'prepareHandoff', from, (c) => ({
    kind: 'H10',
    to: 'yantaiArbitrationCommission',
    partiesConsent: true,
    items: itemIds(c, ...requestPapers, 'mediationAgreement'),
    ...more,
  }));
  await desk.gives(by, 'offerHandoff', handoff);
  await desk.gives('arbitrator', 'receiveHandoff', handoff);
  return desk;
}
