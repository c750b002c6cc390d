/** What a command says of itself, and how it answers what nobody should have sent. */
import { describe, expect, it } from 'vitest';
import { type AnyField, type CommandDefinition, commands, type Fields, kit, type Text } from '../../workflows/index.ts';
import { openDesk } from '../support/desk.ts';
import { agreed, applied, assigned, inSession, openedCase, writtenAgreement } from '../support/desk-stages.ts';
import { matter, partyId, proceeding, proceedingOf, stateOf, theCase } from '../support/desk-words.ts';
import { ofTheCalendar } from '../support/law-tables.ts';
import { eventsOf } from '../support/machines.ts';

const intake = proceeding('intake');
const mediation = proceeding('peopleMediation');
const all = Object.values(commands);

function expectText(text: Text | null, where: string): void {
  expect(text?.zh, where).toMatch(/\p{Script=Han}/u);
  expect(text?.en, where).toMatch(/[A-Za-z]/);
}

describe.each(all.map((definition) => [definition.type, definition] as const))('the command %s', (_, definition) => {
  it('has a label and fields with schema, control and label, in both languages', () => {
    expectText(definition.label, 'label');
    expect(definition.by.length).toBeGreaterThan(0);
    if (definition.occurredOn !== null) expectText(definition.occurredOn.label, 'occurredOn');
    expectFields(definition.fields, definition);
  });

  it('has a closed list of facts that are booleans and enums under always the same names', () => {
    const names = definition.factCases.map((facts) => Object.keys(facts).sort().join());
    expect(new Set(names).size).toBe(1);
    for (const facts of definition.factCases)
      for (const value of Object.values(facts)) expect(['boolean', 'string']).toContain(typeof value);
  });

  it('names each of its requirements once, with a stable code', () => {
    const codes = definition.requires.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('warns only where the decision is another body’s, and then says on which article', () => {
    const ofLaw = definition.requires.filter(({ effect, code }) => effect === 'warns' && !ofTheCalendar.includes(code));
    for (const requirement of ofLaw) expect(requirement.basis.length, requirement.code).toBeGreaterThan(0);
  });
});

function expectFields(fields: Fields, definition: CommandDefinition): void {
  for (const [name, field] of Object.entries(fields)) {
    const where = `${definition.type}.${name}`;
    expect(name, where).toMatch(/^[a-z][A-Za-z]*$/);
    expectText(field.label, where);
    if (field.hint !== null) expectText(field.hint, where);
    expect(field.schema, where).toBeTypeOf('object');
    expectControl(field, definition, where);
  }
}

function expectControl(field: AnyField, definition: CommandDefinition, where: string): void {
  const { control } = field;
  if (control.kind === 'choice') expect(field.choices, where).toBeTypeOf('function');
  if (control.kind === 'choice')
    for (const label of Object.values(control.labels ?? {})) {
      expect(label.zh, where).not.toBe('');
      expect(label.en, where).not.toBe('');
    }
  if (control.kind === 'rows') expectFields(control.fields, definition);
}

describe('the registry and the machines', () => {
  it.each(kit.machines)(
    '%s: every step it takes is a command, and every command of its own is a step somewhere',
    (machine) => {
      const taken = new Set(
        kit.describe(machine).states.flatMap(({ transitions }) => transitions.map(({ command }) => command)),
      );
      const own = new Set(eventsOf(machine).map(({ type }) => type));
      expect([...taken].filter((type) => !own.has(type))).toEqual([]);
      expect([...own].filter((type) => !taken.has(type))).toEqual([]);
    },
  );

  it('ask in their guards only for facts that the command has', () => {
    for (const machine of kit.machines)
      for (const state of kit.describe(machine).states)
        for (const { command, when } of state.transitions)
          expect(commands[command]!.factCases, `${machine} ${state.id} ${command}`).toContainEqual(
            expect.objectContaining(when),
          );
  });
});

const opening = { claimant: { name: '赵先生', telephone: '13800000001' }, summary: '有人冒用商标。' };

describe('data that nobody should have sent', () => {
  it.each<[string, string, string | null, object]>([
    ['an unknown field', 'unknown-field', null, { ...opening, colour: 'red' }],
    ['a missing field', 'field-missing', 'summary', { claimant: opening.claimant }],
    ['a field of blanks', 'field-missing', 'summary', { ...opening, summary: '  ' }],
    ['a number for a text', 'field-invalid', 'summary', { ...opening, summary: 7 }],
    ['a text for a list', 'field-invalid', 'relief', { ...opening, relief: 'stop' }],
    ['too long a sentence', 'field-invalid', 'summary', { ...opening, summary: '长'.repeat(501) }],
    ['an unknown choice', 'field-invalid', 'rightKind', { ...opening, rightKind: '🐶' }],
    ['a name every object has', 'field-invalid', 'rightKind', { ...opening, rightKind: 'constructor' }],
    [
      'an emoji for a telephone',
      'field-invalid',
      'claimant.telephone',
      { ...opening, claimant: { name: '赵', telephone: '📞' } },
    ],
    [
      'an identity number with a wrong check digit',
      'field-invalid',
      'claimant.identityNumber',
      { ...opening, claimant: { ...opening.claimant, identityNumber: '110105194912310021' } },
    ],
    [
      'a credit code with a wrong check digit',
      'field-invalid',
      'claimant.creditCode',
      { ...opening, claimant: { ...opening.claimant, creditCode: '91370602MA3DEM0P1X' } },
    ],
    [
      'an unknown field of a person',
      'unknown-field',
      'claimant',
      { ...opening, claimant: { ...opening.claimant, colour: 1 } },
    ],
    ['a fraction of a fen', 'field-invalid', 'amountFen', { ...opening, amountFen: 1.5 }],
    ['a negative amount', 'field-invalid', 'amountFen', { ...opening, amountFen: -1 }],
    ['an amount in full-width digits', 'field-invalid', 'amountFen', { ...opening, amountFen: '１００' }],
  ])('%s is refused with %s', async (_, code, field, data) => {
    const refusal = await openDesk().refuses(code, 'limin', 'openCase', theCase, data as never);
    expect(refusal).toMatchObject({ status: 'invalid' });
    if (field !== null) expect(refusal.field?.split('.')[0]).toBe(field.split('.')[0]);
    expect(refusal.text.zh).not.toBe('');
  });

  it('takes full-width digits where people copy numbers from papers', async () => {
    const desk = openDesk();
    const claimant = {
      name: '赵',
      telephone: '０５３５６０００１３７',
      identityNumber: '１１０１０５１９４９１２３１００２ｘ',
    };
    await desk.gives('limin', 'openCase', theCase, { ...opening, claimant });
  });

  it('keeps an emoji and rare characters in a sentence as they are', async () => {
    const desk = openDesk();
    await desk.gives('limin', 'openCase', theCase, { ...opening, summary: '𠮷野家标识🐶被冒用' });
    expect(desk.file.header.summary).toBe('𠮷野家标识🐶被冒用');
  });

  it.each([[null], [[]], ['text'], [7]])('refuses %j instead of data', async (data) => {
    const desk = await openedCase();
    const answer = await desk.asks('limin', 'screenDispute', intake, data as never);
    expect(answer).toMatchObject({ kind: 'refusal', status: 'invalid' });
  });
});

describe('a target that does not exist', () => {
  it.each(['nowhere', 'constructor', '__proto__', 'toString', ''])(
    '“%s” is not found, whatever it is asked for',
    async (id) => {
      const desk = await agreed();
      await desk.refuses('not-found', 'limin', 'finishMatter', () => ({ kind: 'matter', id }), { reason: 'performed' });
      await desk.refuses('not-found', 'limin', 'closeMediation', () => ({ kind: 'proceeding', id }));
      await desk.refuses('not-found', 'limin', 'offerHandoff', () => ({ kind: 'handoff', id }));
      await desk.refuses('not-found', 'limin', 'addParty', () => ({ kind: 'case', id }));
    },
  );

  it('of another kind than the command’s is not found', async () => {
    const desk = await agreed();
    await desk.refuses('not-found', 'limin', 'closeMediation', matter(0));
  });

  it.each(['xstate.stop', 'xstate.init', '*', 'constructor', '__proto__'])(
    'a forged command %s is a mistake of the program, never a step',
    async (type) => {
      const desk = await agreed();
      await expect(desk.asks('sun', type, mediation)).rejects.toThrow('unknown command');
      expect(stateOf(desk, 'peopleMediation')).toBe('agreed');
    },
  );
});

describe('a command of another channel', () => {
  it('is refused on a proceeding that is not of it, be it a step or a fact', async () => {
    const desk = await agreed();
    await desk.refuses('not-in-this-state', 'sun', 'giveRightsNotice', intake, { parties: [], manner: 'oral' });
    await desk.refuses('not-in-this-state', 'sun', 'acceptMediation', intake);
    await desk.refuses('not-in-this-state', 'limin', 'screenDispute', mediation);
  });
});

describe('a date', () => {
  const accept = (occurredOn: string) => ({ occurredOn, at: '2026-09-10T09:00' });

  it.each([
    ['invalid-date', '2026-02-30'],
    ['invalid-date', '2026-13'],
    ['invalid-date', '2026-09-08T24:00'],
    ['invalid-date', '昨天'],
    ['invalid-date', '２０２６-09-08'],
    ['invalid-date', ''],
    ['date-in-the-future', '2026-09-11'],
    ['date-in-the-future', '2026-10'],
    ['before-opening', '2026-08-31'],
    ['before-opening', '2026-08'],
  ])('is refused with %s: %s', async (code, occurredOn) => {
    const desk = await applied();
    const refusal = await desk.refuses(code, 'limin', 'acceptMediation', mediation, {}, accept(occurredOn));
    expect(refusal).toMatchObject({ field: 'occurredOn', status: 'invalid' });
  });

  it('is not taken where the moment of recording is the date: a correction cannot be back-dated', async () => {
    const desk = await agreed();
    const more = { at: '2026-09-10T09:00', occurredOn: '2026-09-03' };
    const refusal = await desk.refuses('unknown-field', 'sun', 'annulStep', mediation, { reason: 'x' }, more);
    expect(refusal.field).toBe('occurredOn');
  });

  it('may be known to the month only', async () => {
    const desk = await applied();
    await desk.gives('limin', 'acceptMediation', mediation, {}, accept('2026-09'));
    expect((await desk.journal()).at(-1)!.envelope).toMatchObject({ occurredOn: '2026-09', precision: 'month' });
  });

  it('of a step may not lie before the last step; the refusal offers the correction', async () => {
    const desk = await assigned();
    const early = { at: '2026-09-10T09:00' };
    await desk.gives('sun', 'openSession', mediation, { mode: 'online' }, early);
    const refusal = await desk.refuses(
      'step-out-of-order',
      'sun',
      'adjournMediation',
      mediation,
      {},
      { occurredOn: '2026-09-09' },
    );
    expect(refusal.instead?.zh).toContain('更正日期');
    expect(refusal.text.zh).toContain('2026-09-10');
  });

  it('of a fact may lie anywhere since the opening, also after the end', async () => {
    const desk = await agreed();
    const contact = (party: string) => ({ party, channel: 'telephone', result: 'reached' });
    const more = { at: '2026-09-20T09:00', occurredOn: '2026-09-01T11:00' };
    await desk.gives('limin', 'closeMediation', mediation, {}, { acknowledged: ['return-visit-missing'] });
    await desk.gives('limin', 'recordContact', mediation, contact(partyId(desk.file, 'claimant')), more);
    expect(proceedingOf(desk.file, 'peopleMediation').endedOn).not.toBeNull();
  });

  it('of a signature may not lie in the future, of performance it may', async () => {
    const desk = await inSession();
    const data = writtenAgreement(desk, '2026-09-03');
    await desk.refuses('field-invalid', 'sun', 'recordAgreement', mediation, data);
    await desk.gives('sun', 'recordAgreement', mediation, writtenAgreement(desk, '2026-09-02'));
  });
});

describe('a warning', () => {
  it('must be seen before the command is taken, and the entry says that it was', async () => {
    const desk = await agreed();
    const refusal = await desk.refuses('acknowledge-warnings', 'limin', 'closeMediation', mediation);
    expect(refusal).toMatchObject({ status: 'acknowledge', warnings: [{ code: 'return-visit-missing' }] });
    await desk.gives('limin', 'closeMediation', mediation, {}, { acknowledged: ['return-visit-missing'] });
    expect((await desk.journal()).at(-1)!.body!.acknowledged).toEqual(['return-visit-missing']);
  });

  it('is not taken for another one', async () => {
    const desk = await agreed();
    const other = { acknowledged: ['confirmation-window-passed'] };
    await desk.refuses('acknowledge-warnings', 'limin', 'closeMediation', mediation, {}, other);
  });

  it('does not come up when there is nothing to warn of', async () => {
    const desk = await agreed();
    await desk.gives('limin', 'recordReturnVisit', mediation, { performance: 'full' });
    await desk.gives('limin', 'closeMediation', mediation);
  });

  it('does not come before a refusal: what is unlawful is not acknowledged away', async () => {
    const desk = await inSession();
    const party = partyId(desk.file, 'respondent');
    const refuses = { party, answer: 'refuses', channel: 'telephone' };
    await desk.gives('limin', 'recordConsent', mediation, refuses);
    const data = writtenAgreement(desk, '2026-09-02', { clauses: [{ subject: 'validity', act: '专利有效' }] });
    const seen = { acknowledged: ['ownership-clause-cannot-be-confirmed', 'mediation-refused'] };
    await desk.refuses('mediation-refused', 'sun', 'recordAgreement', mediation, data, seen);
  });
});
