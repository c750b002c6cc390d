/** Markers are planted in every field of a mediation's inside; nothing pure that others are shown may ever contain one. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Actor,
  type CaseFile,
  clocksOf,
  commands,
  derive,
  type Entry,
  isRefusal,
  knows,
  maySeeEntry,
  maySeeItem,
  offersFor,
  sightOf,
  type Target,
} from '../../workflows/index.ts';
import { actorOf, type Desk, type Worker } from '../support/desk.ts';
import { filing, offeredToStation, submitted } from '../support/desk-stages.ts';
import { handoff, itemIds, matterId, proceeding, proceedingOf } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');
const marker = 'LEAK-7731';
const strangers: readonly Worker[] = [
  'liu',
  'wang',
  'zhao',
  'station',
  'stationClerk',
  'limin',
  'admin-system',
  'admin-security',
  'admin-audit',
];
/** Those outside the committee; its own clerk knows the case, but not its inside. */
const outsiders = strangers.filter((one) => one !== 'limin');

let desk: Desk;
let journal: readonly Entry[];
let secret: string;

beforeAll(async () => {
  desk = await submitted();
  for (const kind of ['minutes', 'caucus', 'proposal', 'concession'])
    await desk.gives('sun', 'noteInside', mediation, { kind, note: `${marker} 对方底线六万元` });
  const inside = { document: 'mediationRecord', class: 'processPrivate', provenance: `${marker} 单方谈话` };
  await desk.gives('sun', 'addItem', mediation, { ...inside, title: `${marker} 调解笔录`, pages: 4 });
  const audio = { sha256: 'cd'.repeat(32), bytes: 9, mediaType: 'audio/mpeg' };
  await desk.gives('sun', 'addItem', mediation, { ...inside, document: 'other', title: `${marker} 录音`, file: audio });
  secret = itemIds(desk.file, 'mediationRecord')[0]!;
  journal = await desk.journal();
});

const shown = (value: unknown) => JSON.stringify(value);

function targetsOf(file: CaseFile): readonly Target[] {
  return [
    { kind: 'case', id: file.id },
    { kind: 'matter', id: matterId(file, 0) },
    ...Object.keys(file.proceedings).map((id): Target => ({ kind: 'proceeding', id })),
    ...Object.keys(file.handoffs).map((id): Target => ({ kind: 'handoff', id })),
  ];
}

describe('the planted markers', () => {
  it('are really there, and the assigned mediator and the deputy see them', () => {
    expect(shown(journal)).toContain(marker);
    for (const by of ['sun', 'zhou'] as const) {
      expect(maySeeItem(desk.file, secret, actorOf(by), '2026-09-08')).toBe(true);
      expect(
        desk
          .choices(by, 'withdrawItem', mediation, 'item')
          .map(({ label }) => label)
          .join(),
      ).toContain(marker);
    }
  });
});

describe.each(strangers)('%s', (by) => {
  it('is offered no command, choice or refusal that contains a marker', () => {
    for (const target of targetsOf(desk.file)) {
      const given = desk.given(by);
      for (const { definition, refusal } of offersFor(desk.file, target, given)) {
        expect(shown(refusal)).not.toContain(marker);
        for (const [name, field] of Object.entries(definition.fields)) {
          if (field.choices === null) continue;
          expect(shown(desk.choices(by, definition.type, () => target, name))).not.toContain(marker);
        }
      }
    }
  });

  it('sees no item of the inside, and no entry of it', () => {
    const actor = actorOf(by);
    for (const item of Object.values(desk.file.items).filter((one) => one.class === 'processPrivate'))
      expect(maySeeItem(desk.file, item.id, actor, '2026-09-08')).toBe(false);
    const visible = journal.filter(({ envelope }) => maySeeEntry(desk.file, envelope, actor, '2026-09-08'));
    expect(shown(visible)).not.toContain(marker);
  });

  it('gets no marker in a refusal, whatever inside paper it names', async () => {
    for (const [type, data] of [
      ['withdrawItem', { item: secret, reason: 'x' }],
      ['prepareHandoff', { ...filing(desk), items: [secret] }],
      ['recordUndisputedFacts', { item: secret }],
      ['discloseRelation', { relation: 'other', evidence: secret }],
    ] as const) {
      const answer = await desk.asks(by, type, mediation, data);
      if (!isRefusal(answer)) throw new Error(`${by} ${type} was taken`);
      expect(shown(answer)).not.toContain(marker);
    }
  });
});

describe('even the assigned mediator', () => {
  it('cannot put an inside paper into a packet, of whatever kind, to whomever', async () => {
    const fresh = await offeredToStation();
    await fresh.gives('sun', 'recallHandoff', handoff, { reason: '补充材料' });
    const paper = { document: 'mediationRecord', class: 'processPrivate', title: `${marker} 笔录`, pages: 1 };
    await fresh.gives('sun', 'addItem', mediation, paper);
    const items = itemIds(fresh.file, 'mediationRecord');
    for (const [kind, to] of [
      ['H2', 'zhifuCourt'],
      ['H11', 'laishanMediationStation'],
      ['H14', 'yantaiProtectionCentre'],
    ] as const) {
      const data = { kind, to, items, partiesConsent: true };
      await fresh.refuses('protected-item', 'sun', 'prepareHandoff', mediation, data);
    }
  });

  it('cannot file a mediation record under a class that may travel', async () => {
    const paper = { document: 'mediationRecord', class: 'jointSigned', title: '笔录', pages: 1 };
    await desk.refuses('process-paper-stays-inside', 'sun', 'addItem', mediation, paper);
  });

  it('cannot change a packet to hold one after it was prepared', async () => {
    const fresh = await offeredToStation();
    await fresh.gives('sun', 'recallHandoff', handoff, { reason: '补充材料' });
    const paper = { document: 'mediationRecord', class: 'processPrivate', title: '笔录', pages: 1 };
    await fresh.gives('sun', 'addItem', mediation, paper);
    await fresh.gives('sun', 'prepareHandoff', mediation, { kind: 'H11', to: 'laishanMediationStation', items: [] });
    const items = itemIds(fresh.file, 'mediationRecord');
    await fresh.refuses('protected-item', 'sun', 'reviseHandoff', handoff, { items, partiesConsent: true });
  });
});

describe('what is derived for lists, desks and clocks', () => {
  it('contains no marker', () => {
    expect(shown(derive(desk.file, desk.calendar, desk.reference))).not.toContain(marker);
    expect(shown(clocksOf(desk.file, desk.calendar))).not.toContain(marker);
  });

  it('nor do manifests, facts and machines of the case file', () => {
    const { handoffs, facts, matters, proceedings, header } = desk.file;
    expect(shown({ handoffs, facts, matters, proceedings, header })).not.toContain(marker);
  });
});

describe('sight of a mediation', () => {
  const sight = (by: Worker) =>
    sightOf(desk.file, proceedingOf(desk.file, 'peopleMediation'), actorOf(by), '2026-09-08');

  it('is inside for the assigned, full for their office, the public line for the court, nothing for the rest', () => {
    expect(
      Object.fromEntries(
        (['sun', 'zhou', 'limin', 'liu', 'wang', 'station', 'admin-audit'] as const).map((by) => [by, sight(by)]),
      ),
    ).toEqual({
      sun: 'inside',
      zhou: 'inside',
      limin: 'full',
      liu: 'publicLine',
      wang: 'none',
      station: 'none',
      'admin-audit': 'none',
    });
  });

  it('ends with the assignment', async () => {
    const fresh = await submitted();
    await fresh.gives('limin', 'assignOfficer', mediation, { officer: 'zhou-jianguo' }, { at: '2026-09-10T09:00' });
    const home = proceedingOf(fresh.file, 'peopleMediation');
    expect(sightOf(fresh.file, home, actorOf('sun'), '2026-09-10')).toBe('full');
  });

  it('is nobody’s who cannot know of the case', () => {
    const party: Actor = { person: 'party-1', organisation: null, roles: ['party'] };
    expect([
      knows(desk.file, party),
      knows(desk.file, actorOf('station')),
      knows(desk.file, actorOf('admin-security')),
    ]).toEqual([false, false, false]);
    expect(outsiders.length).toBe(8);
  });
});

describe('a committee that took a mediation over', () => {
  it('sees nothing of the inside of the one before: neither its papers nor its entries', async () => {
    const fresh = await offeredToStation();
    await fresh.gives('sun', 'noteInside', mediation, { kind: 'caucus', note: `${marker} 底线` });
    const paper = { document: 'mediationRecord', class: 'processPrivate', title: `${marker} 笔录`, pages: 1 };
    await fresh.gives('sun', 'addItem', mediation, paper);
    await fresh.gives('stationClerk', 'receiveHandoff', handoff);
    await fresh.gives('stationClerk', 'acceptHandoff', handoff);
    await fresh.gives('stationClerk', 'assignMediator', mediation, { mediator: 'station-mediator' });
    const entries = (await fresh.journal()).filter(({ envelope }) =>
      maySeeEntry(fresh.file, envelope, actorOf('station'), '2026-09-02'),
    );
    expect(shown(entries)).not.toContain(marker);
    const item = itemIds(fresh.file, 'mediationRecord')[0]!;
    expect(maySeeItem(fresh.file, item, actorOf('station'), '2026-09-02')).toBe(false);
    expect(shown(fresh.choices('station', 'withdrawItem', mediation, 'item'))).not.toContain(marker);
  });
});

it('knows of no command by which the inside could be read back', () => {
  const readers = Object.values(commands).filter(({ compartment }) => compartment);
  expect(readers.map(({ type }) => type)).toEqual(['noteInside']);
});
