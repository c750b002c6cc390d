import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first } from '../../../seeds/stories/first.ts';
import type { Story } from '../../../seeds/stories/story.ts';
import { tellStory } from '../../../server/tell.ts';
import type { CaseFile } from '../../../workflows/index.ts';
import { signedIn, type Visitor, visitor } from '../../support/browserless.ts';
import { formIn } from '../../support/forms.ts';
import { type House, openHouse } from '../../support/house.ts';

/** The first story up to its first session, and one with a single respondent. */
const told = first.steps.findIndex(({ command }) => command === 'openSession');
const two: Story = { ...first, id: 'two', steps: first.steps.slice(0, told) };
const one: Story = {
  ...first,
  id: 'one',
  steps: first.steps
    .slice(0, 5)
    .map((step, index) => {
      if (index === 3) return { ...step, data: (c: CaseFile) => ({ parties: respondentsOf(c) }) };
      if (index !== 0) return step;
      return {
        ...step,
        data: (c: CaseFile) => ({ ...step.data?.(c), respondents: [{ who: { kind: 'natural', name: '独一人' } }] }),
      };
    })
    .slice(0, 4),
};

function respondentsOf({ parties }: CaseFile): readonly string[] {
  return Object.values(parties).flatMap(({ id, side }) => (side === 'respondent' ? [id] : []));
}

let house: House;
let codes: Readonly<Record<'one' | 'two', string>>;
let limin: Visitor;
beforeAll(async () => {
  house = await openHouse({ start: '2026-09-18T09:00' });
  const a = await tellStory(one, house.dependencies);
  const b = await tellStory(two, house.dependencies);
  codes = { one: a.header.code, two: b.header.code };
  limin = await signedIn(house, 'limin');
});
afterAll(() => house?.close());

const fileOf = async (id: string) => (await house.dependencies.store.load(id))!;
const contactsOf = async (id: string) =>
  Object.values((await fileOf(id)).facts).filter(
    ({ type, annulledBy }) => type === 'recordContact' && annulledBy === null,
  );
const numberOf = (code: string) => /(\d+)号/.exec(code)?.[1] ?? '';
const call = { whom: ['side:respondent'], outcome: ['noAnswer'], note: ['下午三点再打'] };

describe('A call logged from the desk', () => {
  it('takes the number of the case, the side and the outcome, and the desk says what was logged', async () => {
    const desk = await limin.get('/desk');
    const form = formIn(desk.text, '/desk/call');
    const sent = await limin.post('/desk/call', { ...form.sent, ...call, case: [numberOf(codes.one)] });
    expect(sent.status).toBe(303);
    expect(sent.location).not.toContain('独一人');
    const after = await limin.get(sent.location ?? '');
    expect(after.text).toContain('已登记');
    expect(after.text).toContain('独一人');
    expect(await contactsOf('story-one')).toHaveLength(1);
    const again = await limin.post('/desk/call', { ...form.sent, ...call, case: [numberOf(codes.one)] });
    expect(again.location).toBe(sent.location);
    expect(await contactsOf('story-one')).toHaveLength(1);
  });

  it('that was wrong is taken back and comes back filled in', async () => {
    const logged = await limin.post('/desk/call', { ...call, case: [codes.one], outcome: ['reached'] });
    const desk = await limin.get(logged.location ?? '');
    const form = formIn(desk.text, '/desk/call/take-back');
    const before = (await contactsOf('story-one')).length;
    const taken = await limin.post(form.action, form.sent);
    expect(await contactsOf('story-one')).toHaveLength(before - 1);
    const page = await limin.get(taken.location ?? '');
    expect(page.text).toContain('已撤回');
    const { sent } = formIn(page.text, '/desk/call');
    expect([sent.note, sent.outcome, sent.caseId]).toEqual([['下午三点再打'], ['reached'], ['story-one']]);
    expect((await limin.post(form.action, form.sent)).location).toBe(taken.location);
  });

  it('in which the party declines is recorded as its answer', async () => {
    const sent = await limin.post('/desk/call', { ...call, case: [codes.one], outcome: ['agrees'] });
    expect(sent.status).toBe(303);
    const facts = Object.values((await fileOf('story-one')).facts);
    expect(facts.at(-1)).toMatchObject({ type: 'recordConsent', values: { answer: 'agrees', level: 0 } });
  });

  it('with one of several on a side asks who, and keeps what was typed', async () => {
    const asked = await limin.post('/desk/call', { ...call, case: [codes.two] });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('芝罘区鑫达商行');
    const { sent } = formIn(asked.text, '/desk/call');
    expect([sent.note, sent.outcome]).toEqual([call.note, call.outcome]);
    const party = respondentsOf(await fileOf('story-two'))[1]!;
    const done = await limin.post('/desk/call', { ...sent, whom: [party] });
    expect(done.status).toBe(303);
    expect((await contactsOf('story-two')).at(-1)?.party).toBe(party);
  });

  it.each([
    ['no case', { case: ['99999'] }, '没有找到'],
    ['no outcome', { outcome: [] }, '请选择结果'],
    ['somebody of another case', { whom: ['nobody'] }, '请选择联系了谁'],
    ['no day', { occurredOn: ['yesterday'] }, '2026-09-07'],
    ['a day to come', { occurredOn: ['2026-12-01T09:00'] }, '晚于'],
  ])('with %s logs nothing and keeps the note', async (_what, change, said) => {
    const before = (await fileOf('story-one')).seq;
    const page = await limin.post('/desk/call', { ...call, case: [codes.one], ...change });
    expect(page.status).toBe(422);
    expect(page.text).toContain(said);
    expect(page.text).toContain('下午三点再打');
    expect((await fileOf('story-one')).seq).toBe(before);
  });

  it('is not for those who may not know the case: it is as if there were none', async () => {
    const liu = await signedIn(house, 'liu');
    for (const typed of [codes.one, numberOf(codes.one)]) {
      const page = await liu.post('/desk/call', { ...call, case: [typed] });
      expect([page.status, page.text.includes('没有找到')]).toEqual([422, true]);
      expect(page.text).not.toContain('独一人');
    }
    expect((await liu.get('/desk/call?case=story-one')).status).toBe(404);
    const mine = await limin.post('/desk/call', { ...call, case: [codes.one] });
    const address = new URL(mine.location ?? '', 'http://here.invalid').searchParams.get('logged') ?? '';
    expect((await liu.get(`/desk/call?again=${address}`)).text).not.toContain('下午三点再打');
    expect((await liu.post('/desk/call/take-back', { logged: [address] })).status).toBe(404);
    expect((await signedIn(house, 'wang').then((wang) => wang.get(`/desk?logged=${address}`))).text).not.toContain(
      '独一人',
    );
    expect((await visitor(house).get('/desk/call')).status).toBe(303);
  });
});

describe('A row of the desk', () => {
  it.each([
    ['held', 'openSession'],
    ['moved', 'scheduleSession'],
    ['received', 'addItem'],
  ])('leads in one step to the form of “%s”', async (what, command) => {
    const sun = await signedIn(house, 'sun');
    expect((await sun.get('/desk')).text).toContain(`/cases/story-two/quick/${what}`);
    const { location } = await sun.get(`/cases/story-two/quick/${what}`);
    expect(location).toContain(`/commands/${command}?target=`);
    expect((await sun.get(location ?? '')).status).toBe(200);
  });

  it('fills in which session was moved, and comes back to the desk when it is done', async () => {
    const sun = await signedIn(house, 'sun');
    const set = { 'data.at': ['2026-09-28T09:00'], 'data.place': ['调解室'] };
    const step = async () => String((await sun.get('/cases/story-two/quick/moved')).location);
    expect((await sun.fill(await step(), { ...set, 'data.replaces': [] })).location).toBe('/desk?done=scheduleSession');
    const form = formIn((await sun.get(await step())).text, '/cases/story-two/commands/scheduleSession');
    expect(form.sent['data.replaces']?.[0]).not.toBe('');
  });

  it('leads nowhere for those who may not know the case', async () => {
    const liu = await signedIn(house, 'liu');
    expect((await liu.get('/cases/story-two/quick/held')).status).toBe(404);
    expect((await limin.get('/cases/story-two/quick/else')).status).toBe(404);
  });
});

describe('The number of a case on the desk', () => {
  const ask = (person: Visitor, what: string, number: string) =>
    person.get(`/desk/quick?what=${what}&number=${encodeURIComponent(number)}`);

  it('leads to the call and to the form that is wanted', async () => {
    const sun = await signedIn(house, 'sun');
    expect((await ask(sun, 'call', numberOf(codes.two))).location).toBe('/desk/call?case=story-two');
    const note = await ask(sun, 'note', codes.two);
    expect(note.location).toBe('/cases/story-two/quick/note');
    expect((await sun.get(note.location ?? '')).location).toContain('/commands/noteInside');
  });

  it('that nobody has, and one that the viewer may not know, are answered alike; what was typed stays', async () => {
    const liu = await signedIn(house, 'liu');
    for (const number of [codes.one, '烟知解〔2026〕999号']) {
      const { status, text } = await ask(liu, 'held', number);
      expect([status, text.includes('在办案件中没有找到')]).toEqual([422, true]);
      expect(text).toContain(`value="${number}"`);
    }
  });

  it('offers an inside note only to those who mediate', async () => {
    expect((await limin.get('/desk')).text).not.toContain('name="what" value="note"');
    expect((await (await signedIn(house, 'sun')).get('/desk')).text).toContain('name="what" value="note"');
  });
});
