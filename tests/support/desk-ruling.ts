/** Stages of an administrative ruling at Yantai's patent department; each is told through the one before. */
import type { Data, Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { handoff, partyId, proceeding, theCase } from './desk-words.ts';

export const ruling = proceeding('adminRuling');

/** A design patentee asks the department for a ruling on 1 September 2026. */
export async function requested(desk: Desk = openDesk(), respondents = 1, more: Data = {}): Promise<Desk> {
  await desk.gives('adjudicator', 'openCase', theCase, {
    claimant: { kind: 'legal', name: '烟台海岳电器有限公司', telephone: '0535-6000137' },
    summary: '请求人认为被请求人制造、销售侵害其外观设计专利权的产品。',
    respondents: Array.from({ length: respondents }, (_, index) => ({
      who: { kind: 'legal', name: `被请求公司${index + 1}`, telephone: `1380000023${index}` },
    })),
    rightKind: 'designPatent',
    rightNumber: 'ZL202330000001.1',
    dispute: 'infringement',
    relief: ['stop'],
    ...more,
  });
  await desk.gives('adjudicator', 'routeHere', proceeding('intake'), { channel: 'adminRuling' });
  return desk;
}

export const filing: Data = { number: '烟知裁〔2026〕1号', standing: 'owner' };

/** Filed on 3 September. */
export async function filed(desk?: Desk, respondents = 1, more: Data = {}): Promise<Desk> {
  const asked = await requested(desk, respondents, more);
  asked.at('2026-09-03T10:00');
  await asked.gives('adjudicator', 'fileRuling', ruling, filing);
  return asked;
}

/** The panel is formed and everybody was served on 4 September; the defences came on 10 September. */
export async function defended(desk?: Desk, respondents = 1, more: Data = {}): Promise<Desk> {
  const ready = await filed(desk, respondents, more);
  ready.at('2026-09-04T10:00');
  await ready.gives('adjudicator', 'formRulingPanel', ruling, (c) => ({
    lead: 'ruling-officer',
    size: 3,
    told: Object.keys(c.parties),
  }));
  for (const party of respondentIds(ready)) await ready.gives('adjudicator', 'serveRulingRequest', ruling, { party });
  ready.at('2026-09-10T10:00');
  for (const party of respondentIds(ready)) await ready.gives('adjudicator', 'recordRulingDefence', ruling, { party });
  return ready;
}

/** Heard on 22 September, with notice given a week before. */
export async function heard(desk?: Desk, respondents = 1, more: Data = {}): Promise<Desk> {
  const ready = await defended(desk, respondents, more);
  ready.at('2026-09-15T10:00');
  await ready.gives('adjudicator', 'scheduleOralHearing', ruling, { at: '2026-09-22T09:30', place: '审理室' });
  const everybody = (c: Desk['file']) => ({ parties: Object.keys(c.parties) });
  await ready.gives('adjudicator', 'noticeOralHearing', ruling, everybody);
  ready.at('2026-09-22T11:00');
  await ready.gives('adjudicator', 'holdOralHearing', ruling, (c) => ({ present: Object.keys(c.parties) }));
  return ready;
}

/** The respondent attacked the right on 11 September, and the office of the State has it. */
export async function attacked(desk?: Desk, more: Data = {}, request: Data = {}): Promise<Desk> {
  const ready = await defended(desk, 1, more);
  await ready.gives('adjudicator', 'recordInvalidationRequest', ruling, request, { at: '2026-09-11T10:00' });
  return ready;
}

/** An order to stop for every respondent, and what else is said. */
export function infringement(desk: Desk, change: Data = {}): Data {
  return {
    number: '烟知裁决〔2026〕1号',
    result: 'infringement',
    orders: respondentIds(desk).map((respondent) => ({
      respondent,
      subject: 'stopInfringement',
      act: '立即停止制造、销售涉案产品',
    })),
    ...change,
  };
}

/** Ruled on 30 September: infringement; received by everybody the same day. */
export async function ruled(desk?: Desk, respondents = 1, change: Data = {}): Promise<Desk> {
  const ready = await heard(desk, respondents);
  ready.at('2026-09-30T16:00');
  const served = Object.keys(ready.file.parties).map((party) => ({ party, servedOn: '2026-09-30' }));
  await ready.gives('adjudicator', 'issueRuling', ruling, infringement(ready, { served, ...change }));
  return ready;
}

/** Nobody sued: in effect on 20 October. */
export async function inEffect(desk?: Desk, respondents = 1): Promise<Desk> {
  const given = await ruled(desk, respondents);
  given.at('2026-10-20T10:00');
  await given.gives('adjudicator', 'recordRulingFinality', ruling);
  return given;
}

/** Not obeyed: the demand was served on 20 October, its ten working days are over, and H12 with its papers goes to a court. */
export async function broughtToCourt(desk: Desk, to = 'zhifuCourt', at = '2026-11-10T10:00'): Promise<Desk> {
  for (const party of respondentIds(desk))
    await desk.gives('adjudicator', 'demandRulingPerformance', ruling, { party }, { at: '2026-10-20T11:00' });
  desk.at(at);
  await sentToCourt(desk, to);
  return desk;
}

const titlePapers = [
  'enforcementApplication',
  'titleOfEnforcement',
  'proofOfEffect',
  'identityDocument',
  'performanceRecord',
  'propertyClues',
] as const;

/** The application is prepared and handed over; doubts about it are acknowledged. */
export async function sentToCourt(desk: Desk, to = 'zhifuCourt', acknowledged: readonly string[] = []): Promise<void> {
  for (const document of titlePapers)
    await desk.gives('adjudicator', 'addItem', ruling, {
      document,
      title: document,
      class: 'organisationFile',
      pages: 2,
    });
  const packet = (c: Desk['file']) => ({
    kind: 'H12',
    to,
    items: Object.values(c.items)
      .filter(
        ({ document, class: one }) => one === 'organisationFile' && titlePapers.some((paper) => paper === document),
      )
      .map(({ id }) => id),
  });
  await desk.gives('adjudicator', 'prepareHandoff', ruling, packet, { acknowledged });
  await desk.gives('adjudicator', 'offerHandoff', handoff);
  await desk.gives('enforcer', 'receiveHandoff', handoff);
}

export function respondentIds(desk: Desk): readonly string[] {
  return Object.values(desk.file.parties)
    .filter(({ side }) => side === 'respondent')
    .map(({ id }) => id);
}

export { partyId };
