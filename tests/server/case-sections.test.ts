/** What a case page and the API show while somebody works: the timeline narrowed, the papers of the file, who said what, and the case as it was known. */
import { describe, expect, it } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { openDesk } from '../support/desk.ts';
import { agreed } from '../support/desk-stages.ts';
import { proceeding } from '../support/desk-words.ts';
import { houseOfFile } from '../support/lasting-house.ts';
import { latest, tellOverHttp } from '../support/server.ts';

const secret = '内情密语四四二';

const file = houseOfFile({ start: '2026-09-01T09:00' }, async (house) => {
  const caseId = await tellOverHttp(house, first);
  const target = latest(await house.file(caseId), 'proceeding', 'peopleMediation');
  const paper = { document: 'mediationRecord', title: `${secret}笔录`, class: 'processPrivate', pages: 3 };
  expect((await house.give('sun', caseId, 'addItem', { target, data: paper })).status).toBe(200);
  const desk = await agreed(openDesk({ caseId: 'annulled', store: house.dependencies.store }));
  await desk.gives(
    'sun',
    'annulStep',
    proceeding('peopleMediation'),
    { reason: '日期写错' },
    { at: '2026-09-04T10:00' },
  );
  return { caseId, mediation: target.id };
});

const page = async (login: string, query = '', caseId = file.told.caseId) => {
  const reply = await file.house.get(login, `/cases/${caseId}${query}`);
  expect([reply.status, query]).toEqual([200, query]);
  return reply.text;
};
const rows = async (login: string, path: string) => {
  const reply = await file.house.get(login, `/api/cases/${file.told.caseId}/${path}`);
  expect([reply.status, reply.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return reply.body.rows as unknown as readonly Record<string, never>[];
};

describe('the timeline narrowed', () => {
  it('by kind shows steps and nothing else, on the page and in the API', async () => {
    const all = await rows('sun', 'timeline');
    const steps = await rows('sun', 'timeline?kind=step');
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.length).toBeLessThan(all.length);
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['step']));
    const shown = await page('sun', '?kind=step');
    expect(shown).toContain(`条，显示 ${steps.length} 条`);
    expect(shown.match(/id="entry-\d+"/g)).toHaveLength(steps.length);
    // What the filter hides is one link away: stations lead to the page that shows all.
    expect(shown).toContain(`href="/cases/${file.told.caseId}#entry-`);
  });

  it('by proceeding and by who wrote it down, together', async () => {
    const { mediation } = file.told;
    const own = await rows('sun', `timeline?proceeding=${mediation}&person=sun-lihua`);
    expect(own.length).toBeGreaterThan(0);
    for (const { proceeding: home, target, actor } of own as readonly Record<
      string,
      { id?: string; person?: string }
    >[]) {
      expect([home, target?.id]).toContain(mediation);
      expect(actor?.person).toBe('sun-lihua');
    }
    const court = await rows('sun', 'timeline?organisation=zhifuCourt');
    expect(court.every(({ actor }) => JSON.stringify(actor).includes('zhifuCourt'))).toBe(true);
  });

  it('keeps filter and day in the address and in its forms, and works by links and forms alone', async () => {
    const shown = await page('sun', `?kind=step&proceeding=${file.told.mediation}&asOf=2026-09-20&knownAt=2026-12-01`);
    const form = shown.slice(shown.indexOf('action="/cases/'), shown.indexOf('</form>', shown.indexOf('筛选办理记录')));
    expect(form).toContain('name="asOf"');
    expect(form).toContain('value="2026-09-20"');
    expect(shown).toMatch(/<option value="step" selected>/);
    expect(shown.slice(shown.indexOf('查看过去某一时点'))).toMatch(/type="hidden" name="kind" value="step"/);
    expect(shown).toContain(`href="/cases/${file.told.caseId}?kind=step&amp;proceeding=${file.told.mediation}"`);
  });

  it('that lets nothing through says so, and a word it does not know narrows nothing', async () => {
    expect(await page('sun', '?organisation=nobody')).toContain('没有符合条件的记录');
    expect((await page('sun', '?kind=everything')).includes('条，显示')).toBe(false);
    expect((await file.house.get('sun', `/api/cases/${file.told.caseId}/timeline?kind=everything`)).status).toBe(422);
  });

  it('offers the inside of the mediation only to those who are inside, and shows others nothing for asking', async () => {
    expect(await page('sun')).toMatch(/<option value="inside"/);
    expect((await rows('sun', 'timeline?kind=inside')).length).toBeGreaterThan(0);
    for (const login of ['limin', 'liu']) {
      expect(await page(login)).not.toMatch(/<option value="inside"/);
      expect(await rows(login, 'timeline?kind=inside')).toEqual([]);
    }
  });
});

describe('the papers of the file', () => {
  const labelled = async (login: string) => {
    const [own] = (await rows(login, 'papers')) as unknown as readonly {
      papers: readonly { document: string; state: string; items: readonly unknown[] }[];
      there: number;
      due: number;
    }[];
    return own;
  };

  it('are counted for the mediator with the record of the session, and say what each is for', async () => {
    const own = await labelled('sun');
    expect(own?.papers.find(({ document }) => document === 'mediationRecord')).toMatchObject({ state: 'onFile' });
    const shown = await page('sun');
    expect(shown).toContain(`${own?.due} 份中已有 ${own?.there} 份`);
    expect(shown).toContain('《人民调解法》第二十八条、第二十九条');
  });

  it('tell the clerk of the same house nothing of what lies inside, and nobody else anything at all', async () => {
    const clerk = await labelled('limin');
    expect(clerk?.papers.find(({ document }) => document === 'mediationRecord')).toMatchObject({
      state: 'inside',
      items: [],
    });
    const mediator = await labelled('sun');
    expect(clerk?.due).toBe((mediator?.due ?? 0) - 1);
    for (const login of ['limin', 'liu', 'wang']) {
      const reply = await file.house.get(login, `/api/cases/${file.told.caseId}/papers`);
      expect([login, reply.text.includes(secret)]).toEqual([login, false]);
    }
    const court = (await rows('liu', 'papers')) as unknown as readonly { proceeding: string }[];
    expect(court.every(({ proceeding: id }) => id !== file.told.mediation)).toBe(true);
  });

  it('that are missing lead to the form that adds them, with the kind chosen', async () => {
    const shown = await page('limin');
    const link = /href="([^"]*commands\/addItem[^"]*with\.document=(\w+)[^"]*)"/.exec(shown);
    expect(link).not.toBeNull();
    const form = await file.house.get('limin', link![1]!.replaceAll('&amp;', '&'));
    expect(form.text).toMatch(new RegExp(`<option value="${link![2]}" selected>`));
  });

  it('put no words into a form, nor a choice that is not offered', async () => {
    const address = `/cases/${file.told.caseId}/commands/addItem?target=${file.told.mediation}`;
    const form = await file.house.get('limin', `${address}&with.title=${secret}&with.document=nothing`);
    expect([form.status, form.text.includes(secret), form.text.includes('value="nothing"')]).toEqual([
      200,
      false,
      false,
    ]);
  });

  it('are counted on the desk as everybody there may count them', async () => {
    const desk = await file.house.get('limin', '/desk?cases=organisation');
    const clerk = await labelled('limin');
    expect(desk.text).toContain(`>${clerk?.there}/${clerk?.due}</span>`);
  });
});

describe('what parties said', () => {
  it('stands with the level at which we know who spoke, and only for those who may read it', async () => {
    const view = (await file.house.get('sun', `/api/cases/${file.told.caseId}`)).body.parties as unknown as readonly {
      statements: readonly { what: { zh: string }; level: number }[];
    }[];
    const said = view.flatMap(({ statements }) => statements);
    expect(said.map(({ what, level }) => `${what.zh.slice(0, 6)} ${level}`)).toEqual(
      expect.arrayContaining(['签署调解协议 2', '确认送达地址 2']),
    );
    expect(said.some(({ what }) => what.zh === '同意调解')).toBe(true);
    expect(await page('sun')).toContain('所作表示及身份核实');
    const court = (await file.house.get('liu', `/api/cases/${file.told.caseId}`)).body
      .parties as unknown as typeof view;
    expect(court.flatMap(({ statements }) => statements).some(({ what }) => what.zh === '同意调解')).toBe(false);
  });

  it('inside the mediation carries a sign that it never leaves', async () => {
    expect(await page('sun')).toContain('调解内部，永不外传');
    for (const login of ['limin', 'liu']) expect(await page(login)).not.toContain('永不外传');
  });
});

describe('an agreement that was annulled later', () => {
  it('is on the page and in the API as it was known then, and on neither as it is now', async () => {
    const agreements = async (query: string) => {
      const { body } = await file.house.get('sun', `/api/cases/annulled${query}`);
      const all = body.proceedings as unknown as readonly { agreements: readonly unknown[] }[];
      return all.flatMap((one) => one.agreements).length;
    };
    expect(await agreements('')).toBe(0);
    expect(await page('sun', '', 'annulled')).not.toContain('id="agreements"');
    expect(await agreements('?knownAt=2026-09-03T23:59:59%2B08:00')).toBe(1);
    const then = await page('sun', '?knownAt=2026-09-03', 'annulled');
    expect(then).toContain('id="agreements"');
    expect(then).toContain('2026-09-03 生效');
    expect(await page('sun', '?knownAt=2026-09-04', 'annulled')).not.toContain('id="agreements"');
  });
});
