/** What a party may say at its own door, how surely it must be known, and what the desk then has to do. */
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type CaseFile,
  type Decision,
  decide,
  derive,
  isRefusal,
  openPartyWords,
  partyActs,
  type Refusal,
  type Target,
} from '../../workflows/index.ts';
import { type Desk, keep, openDesk, town, wordsOf } from '../support/desk.ts';
import { agreed, applied, assigned, offered } from '../support/desk-stages.ts';
import { partyId, proceeding, proceedingOf } from '../support/desk-words.ts';

const mediation = proceeding('peopleMediation');

function speaking(caseFile: CaseFile, side: 'claimant' | 'respondent', level: 0 | 1): Actor {
  const party = caseFile.parties[partyId(caseFile, side)]!;
  return { person: party.person, organisation: null, roles: ['party'], speaks: { party: party.id, level } };
}

let commands = 0;

/** What `decide` says to a party that speaks for itself. */
function says(
  desk: Desk,
  actor: Actor,
  type: string,
  data: object = {},
  target: Target = mediation(desk.file),
): Decision | Refusal {
  commands += 1;
  const command = {
    id: `door-${commands}`,
    type,
    target,
    occurredOn: null,
    data: { party: actor.speaks?.party, ...data },
    acknowledged: [],
    evidence: null,
  };
  return decide(desk.file, command, { ...desk.given('sun'), actor });
}

function taken(answer: Decision | Refusal): Decision {
  if (isRefusal(answer)) throw new Error(wordsOf(answer));
  return answer;
}

const codeOf = (answer: Decision | Refusal) => (isRefusal(answer) ? answer.code : 'taken');
const tasksAfter = (desk: Desk, decision: Decision) =>
  derive(decision.after, desk.calendar, town).tasks.filter(({ source }) => source === 'party');

/** Everything a party can say about a mediation, with data that are good. */
const acts = {
  recordConsent: { answer: 'agrees', channel: 'page' },
  proposeTime: { first: '2026-12-31T09:30' },
  askForMediator: { reason: 'interest' },
  recordDefence: { ground: 'lawfulSource' },
  nameSupplier: { supplier: { kind: 'legal', name: '批发商行', telephone: '0535-6000999' } },
  addItem: { document: 'evidence', title: '照片', class: 'partyFile', pages: 1 },
  askForCall: { when: 'morning' },
} as const;

describe('a party whose code was typed in, and no more', () => {
  it('may ask to be called, and the desk has it with the day by which', async () => {
    const desk = await assigned();
    const decision = taken(says(desk, speaking(desk.file, 'respondent', 0), 'askForCall', acts.askForCall));
    const [task] = tasksAfter(desk, decision);
    expect(task?.text.zh).toBe('被申请人：回电（上午）');
    expect((task?.dueOn ?? '') > desk.given('sun').today).toBe(true);
    expect(task?.role).toBe('mediator');
    expect(decision.entries[0]?.envelope.actor.speaks).toEqual({
      party: partyId(desk.file, 'respondent'),
      level: 0,
    });
  });

  it.each(Object.keys(acts).filter((type) => type !== 'askForCall'))(
    'may not give %s, is told why and what to do, and nothing has changed',
    async (type) => {
      const desk = await assigned();
      const before = JSON.stringify(desk.file);
      const answer = says(desk, speaking(desk.file, 'respondent', 0), type, acts[type as keyof typeof acts]);
      expect(codeOf(answer)).toBe('identity-not-sure');
      expect(isRefusal(answer) && answer.instead?.zh).toContain('验证码');
      expect(JSON.stringify(desk.file)).toBe(before);
    },
  );
});

describe('a party that gave the one-time code', () => {
  it.each(Object.entries(acts))('may give %s, on record as its own word', async (type, data) => {
    const desk = await assigned();
    const decision = taken(says(desk, speaking(desk.file, 'respondent', 1), type, data));
    const fact = decision.after.facts[`${decision.after.seq}-0`];
    expect(fact?.values.byParty).toBe(1);
    expect(fact?.party).toBe(partyId(desk.file, 'respondent'));
    expect(tasksAfter(desk, decision)).toHaveLength(1);
  });

  it.each(
    Object.entries(partyActs)
      .filter(([, { level }]) => level === 2)
      .map(([type]) => type),
  )('may not give %s, which takes a person or a signed paper', async (type) => {
    const desk = await assigned();
    const target: Target = type === 'recordAgreement' ? mediation(desk.file) : { kind: 'case', id: desk.caseId };
    const answer = says(desk, speaking(desk.file, 'respondent', 1), type, {}, target);
    expect(isRefusal(answer) && answer.status).toBe('forbidden');
  });

  it.each(['openSession', 'endMediation', 'recordContact', 'assignMediator', 'settlePartyWord', 'describeParty'])(
    'may not do the house’s own work: %s',
    async (type) => {
      const desk = await assigned();
      const target: Target = type === 'describeParty' ? { kind: 'case', id: desk.caseId } : mediation(desk.file);
      expect(codeOf(says(desk, speaking(desk.file, 'respondent', 1), type, {}, target))).toBe('not-allowed');
    },
  );

  it('may not speak for the other side', async () => {
    const desk = await assigned();
    const other = partyId(desk.file, 'claimant');
    const answer = says(desk, speaking(desk.file, 'respondent', 1), 'recordConsent', {
      ...acts.recordConsent,
      party: other,
    });
    expect(codeOf(answer)).toBe('not-a-choice');
  });

  it('may not put a paper into another class, nor hand in papers that others write', async () => {
    const desk = await assigned();
    const self = speaking(desk.file, 'respondent', 1);
    expect(codeOf(says(desk, self, 'addItem', { ...acts.addItem, class: 'jointSigned' }))).toBe('not-a-choice');
    expect(codeOf(says(desk, self, 'addItem', { ...acts.addItem, document: 'mediationRecord' }))).toBe('not-a-choice');
  });

  it('may not say that its answer came by telephone, nor how surely it is known', async () => {
    const desk = await assigned();
    const self = speaking(desk.file, 'respondent', 1);
    expect(codeOf(says(desk, self, 'recordConsent', { answer: 'agrees', channel: 'telephone' }))).toBe('not-a-choice');
    const decision = taken(says(desk, self, 'recordConsent', { ...acts.recordConsent, level: '2' }));
    expect(decision.after.facts[`${decision.after.seq}-0`]?.values.level).toBe(1);
  });

  it('may not propose a time that has passed, nor say anything to a proceeding that has ended or is a court’s', async () => {
    const desk = await assigned();
    const self = speaking(desk.file, 'respondent', 1);
    expect(codeOf(says(desk, self, 'proposeTime', { first: '2020-01-01T09:00' }))).toBe('time-has-passed');
    const intake = { kind: 'proceeding', id: proceedingOf(desk.file, 'intake').id } as const;
    expect(codeOf(says(desk, self, 'recordConsent', acts.recordConsent, intake))).toBe('not-in-this-state');
    const before = await offered();
    const stranger = { ...speaking(before.file, 'respondent', 1), speaks: { party: 'nobody', level: 1 as const } };
    expect(codeOf(says(before, stranger, 'askForCall', acts.askForCall))).toBe('not-allowed');
  });

  it('stops the mediation by declining as by any other clear refusal, and may think again', async () => {
    const desk = await applied();
    const self = speaking(desk.file, 'respondent', 1);
    const declined = taken(says(desk, self, 'recordConsent', { answer: 'refuses', channel: 'page' }));
    const accepting = {
      id: 'accepting',
      type: 'acceptMediation',
      target: mediation(desk.file),
      occurredOn: null,
      data: {},
      acknowledged: [],
      evidence: null,
    };
    const given = { ...desk.given('limin'), found: { numbers: { mediationCase: '1' } } };
    expect(codeOf(decide(declined.after, accepting, given))).toBe('mediation-refused');
    const again = decide(
      declined.after,
      {
        ...accepting,
        id: 'again',
        type: 'recordConsent',
        data: { party: self.speaks?.party, answer: 'agrees', channel: 'page' },
      },
      { ...desk.given('limin'), actor: self },
    );
    expect(codeOf(decide(taken(again).after, accepting, given))).toBe('taken');
  });
});

describe('what a party said', () => {
  it('inside a mediation stays inside: neither defence nor supplier stands in a task, a fact or an open entry', async () => {
    const desk = await assigned();
    const self = speaking(desk.file, 'respondent', 1);
    const defence = taken(says(desk, self, 'recordDefence', acts.recordDefence));
    const supplier = taken(says(desk, self, 'nameSupplier', acts.nameSupplier));
    for (const decision of [defence, supplier]) {
      expect(decision.entries[0]?.envelope.compartment).toBe(mediation(desk.file).id);
      expect(JSON.stringify(tasksAfter(desk, decision))).not.toMatch(/批发|lawfulSource|合法来源/);
    }
    expect(JSON.stringify(supplier.entries)).not.toContain('批发商行');
    expect(JSON.stringify(supplier.after)).not.toContain('批发商行');
    expect(Object.keys(supplier.after.parties)).toEqual(Object.keys(desk.file.parties));
    expect(supplier.persons[0]?.input.name).toBe('批发商行');
  });

  it('leaves the desk when it was dealt with: by what it asked for, by a later word, or by a note', async () => {
    const desk = openDesk();
    const told = await assigned();
    expect(desk.caseId).toBe(told.caseId);
    const self = speaking(told.file, 'respondent', 1);
    let file = taken(says(told, self, 'askForCall', acts.askForCall)).after;
    const on = (next: string, actor: Actor | null, data: object) => {
      commands += 1;
      const given = actor === null ? told.given('sun') : { ...told.given('sun'), actor };
      const order = { id: `on-${commands}`, type: next, target: mediation(file), occurredOn: null, data };
      const answer = decide(file, { ...order, acknowledged: [], evidence: null }, given);
      file = taken(answer).after;
    };
    const party = self.speaks?.party;
    const waiting = () => openPartyWords(file).map(({ fact }) => fact.type);
    expect(waiting()).toEqual(['askForCall']);
    on('recordContact', null, { party, channel: 'telephone', result: 'noAnswer' });
    expect(waiting()).toEqual(['askForCall']);
    on('recordContact', null, { party, channel: 'telephone', result: 'reached' });
    expect(waiting()).toEqual([]);
    on('proposeTime', self, { party, ...acts.proposeTime });
    on('proposeTime', self, { party, first: '2026-12-30T09:30' });
    expect(waiting()).toEqual(['proposeTime']);
    on('recordDefence', self, { party, ...acts.recordDefence });
    on('settlePartyWord', null, { word: openPartyWords(file).at(-1)?.fact.id, how: '已阅' });
    expect(waiting()).toEqual(['proposeTime']);
    on('scheduleSession', null, { at: '2026-12-30T09:30', place: '烟台' });
    expect(waiting()).toEqual([]);
  });
});

describe('an agreement in effect', () => {
  it('counts as performed when the side that is owed says so, and is only checked when the other side does', async () => {
    const desk = await agreed();
    const owed = Object.values(proceedingOf(desk.file, 'peopleMediation').agreements)[0]!;
    const index = owed.clauses.findIndex(({ obligee, obligor }) => obligee !== null && obligor !== null);
    const obligation = `${owed.id}-${index + 1}`;
    const sideOf = (party: string | null | undefined) =>
      desk.file.parties[party ?? '']?.side === 'claimant' ? 'claimant' : 'respondent';
    const debtor = speaking(desk.file, sideOf(owed.clauses[index]?.obligor), 1);
    const creditor = speaking(desk.file, sideOf(owed.clauses[index]?.obligee), 1);
    const claimed = taken(says(desk, debtor, 'tellPerformance', { obligation, result: 'full' }));
    expect(Object.values(claimed.after.facts).filter(({ type }) => type === 'recordPerformance')).toEqual([]);
    expect(tasksAfter(desk, claimed)).toHaveLength(1);
    const confirmed = taken(says(desk, creditor, 'tellPerformance', { obligation, result: 'full' }));
    const [fact] = Object.values(confirmed.after.facts).filter(({ type }) => type === 'recordPerformance');
    expect(fact?.party).toBe(debtor.speaks?.party);
    expect(codeOf(says(desk, creditor, 'tellPerformance', { obligation: 'a-9', result: 'full' }))).toBe('not-a-choice');
  });
});

describe('a decision of a party', () => {
  it('is kept like every other: the journal takes it and names the level for ever', async () => {
    const desk = await assigned();
    const self = speaking(desk.file, 'respondent', 1);
    const decision = taken(says(desk, self, 'recordConsent', acts.recordConsent));
    await keep(desk, decision, { id: 'kept', type: 'recordConsent' } as never, self);
    const journal = await desk.journal();
    expect(journal.at(-1)?.envelope.actor).toEqual({
      person: self.person,
      organisation: null,
      roles: ['party'],
      speaks: self.speaks,
    });
  });
});
