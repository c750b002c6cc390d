/** The court's desk: its queue, the packet of an application, the morning list; and the same pre-flight on the mediator's side. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storiesOfToday } from '../../../seeds/stories/index.ts';
import type { Story, StoryStep } from '../../../seeds/stories/story.ts';
import { mediation } from '../../../seeds/stories/today-steps.ts';
import { tellStory } from '../../../server/tell.ts';
import { signedIn, type Visitor, visitor } from '../../support/browserless.ts';
import { seriesHolder, seriesShops, seriesStories } from '../../support/court-series.ts';
import { type House, openHouse } from '../../support/house.ts';

const today = '2026-11-23';
/** Words that stand nowhere but inside a mediation. */
const marker = '内情密语九二四';

let house: House;
beforeAll(async () => {
  house = await openHouse({ start: `${today}T09:00` });
  const wanted = ['today-session', 'today-packet', 'today-court', 'today-from-centre', 'today-ruling'];
  const stories = storiesOfToday(today).filter(({ id }) => wanted.includes(id));
  for (const story of [...stories, ...seriesStories(today).map(withInside)]) await tellStory(story, house.dependencies);
});
afterAll(() => house?.close());

/** The same story, in which things were said and kept inside the mediation before it settled. */
function withInside(story: Story): Story {
  const settled = story.steps.findIndex(({ command }) => command === 'recordAgreement');
  const { at } = story.steps[settled]!;
  const inside: readonly StoryStep[] = [
    ...['caucus', 'proposal', 'concession'].map(
      (kind): StoryStep => ({
        at,
        by: 'sun',
        command: 'noteInside',
        target: mediation,
        data: () => ({ kind, note: `${marker}${kind}` }),
      }),
    ),
    {
      at,
      by: 'sun',
      command: 'addItem',
      target: mediation,
      data: () => ({
        document: 'mediationRecord',
        title: `${marker}笔录`,
        class: 'processPrivate',
        pages: 1,
        provenance: `${marker}来源`,
      }),
    },
  ];
  return { ...story, steps: [...story.steps.slice(0, settled), ...inside, ...story.steps.slice(settled)] };
}

async function packetOf(story: string): Promise<string> {
  const file = await house.dependencies.store.load(`story-${story}`);
  const handoff = Object.values(file?.handoffs ?? {}).find(({ kind }) => kind === 'H4')!;
  return `/cases/story-${story}/handoffs/${handoff.id}`;
}

const as = (login: Parameters<typeof signedIn>[1], language?: 'zh-CN' | 'en') => signedIn(house, login, language);

/** Where the rows of a table stand, by a word of each. */
const orderOf = (text: string, words: readonly string[]) => words.map((word) => text.indexOf(word));

describe('The queue of a court', () => {
  it('has what came by the day the law gives, each with its article and what can be recorded', async () => {
    const { text, status } = await (await as('liu')).get('/queue');
    expect(status).toBe(200);
    const places = orderOf(text, [seriesShops[0], seriesShops[2]]);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(text).toContain('2026-11-25');
    expect(text).toContain('司法确认程序的若干规定》第四条第一款');
    for (const act of ['法院受理', '要求补充材料', '裁定不予受理', '签收']) expect(text).toContain(act);
  });

  it('opens every form it offers, with the day filled in', async () => {
    const liu = await as('liu');
    const { text } = await liu.get('/queue');
    const forms = [...text.matchAll(/href="(\/cases\/story-series-1\/commands\/[^"]+)"/g)].map(([, to = '']) => to);
    expect(forms.length).toBeGreaterThan(3);
    for (const address of forms) {
      const form = await liu.get(address.replaceAll('&amp;', '&'));
      expect([address, form.status]).toEqual([address, 200]);
    }
    const acceptance = forms.find((address) => address.includes('acceptConfirmation'))!;
    expect((await liu.get(acceptance)).text).toContain(`value="${today}"`);
  });

  it('stands on the desk with a way to the whole of it, in both languages', async () => {
    for (const [language, words] of [
      ['zh-CN', '按法定期限先后办理'],
      ['en', 'To be dealt with, by the day the law gives'],
    ] as const) {
      const { text } = await (await as('liu', language)).get('/desk');
      expect(text).toContain(words);
      for (const link of ['/queue', '/queue/series']) expect(text).toContain(`href="${link}"`);
    }
  });

  it.each([
    ['gao', 'story-today-ruling', '答辩'],
    ['wang', '', '移送后无人答复'],
  ] as const)('%s has a queue made of the same parts, and no morning list', async (login, caseId, words) => {
    const person = await as(login);
    const queue = await person.get('/queue');
    expect(queue.status).toBe(200);
    expect(queue.text).toContain(caseId);
    expect(queue.text).toContain(words);
    expect(queue.text).not.toContain('/queue/series');
    expect((await person.get('/queue/series')).status).toBe(404);
  });

  it('shows the centre how many days a committee has not answered', async () => {
    const { text } = await (await as('wang')).get('/queue');
    const unanswered = text.slice(text.indexOf('移送后无人答复'));
    expect(unanswered).toContain('烟台海图文化传媒有限公司');
    expect(unanswered).toMatch(/<span class="cell">3<\/span>/);
  });

  it('is not there for mediators, heads and administrators, and asks strangers to sign in', async () => {
    for (const login of ['sun', 'limin', 'zhao', 'admin-audit'] as const)
      for (const page of ['/queue', '/queue/series'])
        expect([login, page, (await (await as(login)).get(page)).status]).toEqual([login, page, 404]);
    for (const page of ['/queue', '/queue/series'])
      expect((await visitor(house).get(page)).location).toContain('/sign-in');
  });
});

describe('The packet of an application', () => {
  it('shows the court the agreement clause by clause, every point with its article, papers, parties and days', async () => {
    const { text } = await (await as('liu')).get(await packetOf('series-1'));
    const parts = [
      '停止销售涉案商品',
      '一次性支付赔偿款',
      '¥ 2,000.00',
      seriesHolder,
      seriesShops[0],
      '司法确认申请书',
    ];
    for (const part of parts) expect(text).toContain(part);
    const points = ['管辖', '申请期', '共同申请', '确权内容', '金额明确', '期限明确', '账户、方式明确', '行为具体'];
    for (const point of [...points, '送达地址', '材料齐备', '虚假调解迹象']) expect(text).toContain(point);
    for (const article of ['第三百五十五条(五)', '第三百五十八条(五)', '第二百零五条', '第二十三条'])
      expect(text).toContain(article);
    expect(text).toContain('仅供参考');
    expect(text).toContain('由人民法院决定');
    // The window with the steps of its proof.
    expect(text).toContain('2026-12-11');
    expect(text).toContain('开始的当日不计算');
  });

  it('says in English what it says in Chinese', async () => {
    const { text } = await (await as('liu', 'en')).get(await packetOf('series-1'));
    for (const words of ['The agreement, clause by clause', 'What a court will look at', 'Advice', 'Definite amount'])
      expect(text).toContain(words);
  });

  it('offers what the court records, and says why an application is not sent back', async () => {
    const { text } = await (await as('liu')).get(await packetOf('series-1'));
    for (const act of ['acceptConfirmation', 'refuseAcceptance', 'requireSupplement'])
      expect(text).toContain(`/commands/${act}?`);
    expect(text).not.toContain('/commands/returnHandoff');
    expect(text).toContain('法院不得将申请退回');
  });

  it('before it goes, shows its mediator the same points, and the court nothing at all', async () => {
    const address = await packetOf('today-packet');
    const own = await (await as('sun')).get(address);
    expect(own.text).toContain('虚假调解迹象');
    expect(own.text).toContain('/commands/offerHandoff?');
    expect((await (await as('liu')).get(address)).status).toBe(404);
  });

  it('is not there for who was not handed it', async () => {
    for (const login of ['gao', 'wang', 'xu', 'admin-audit'] as const)
      expect([login, (await (await as(login)).get(await packetOf('series-1'))).status]).toEqual([login, 404]);
  });
});

describe('The morning list', () => {
  it('puts the applications of one right holder together and marks what most do not say', async () => {
    const { text } = await (await as('liu')).get('/queue/series');
    expect(text).toContain(seriesHolder);
    for (const shop of seriesShops) expect(text).toContain(shop);
    const marks = [...text.matchAll(/<mark[^>]*>.*?<\/mark>/g)].map(([mark]) => mark.replaceAll(/<[^>]*>/g, ''));
    expect(marks).toEqual(['与多数不同：¥ 5,000.00', '与多数不同：分两期']);
  });

  it('leaves out an application that stands alone, and says its words in English too', async () => {
    const { text } = await (await as('liu')).get('/queue/series');
    expect(text).not.toContain('烟台童心玩具有限公司');
    expect((await (await as('liu', 'en')).get('/queue/series')).text).toContain('differs from most: ');
  });
});

describe('What was said inside a mediation', () => {
  it('comes out of no packet, receipt, queue or list of the court, nor of anybody’s but the mediator’s', async () => {
    const own = await (await as('sun')).get('/cases/story-series-1');
    expect(own.text).toContain(marker);
    for (const login of ['liu', 'limin', 'wang', 'tang'] as const) {
      const person = await as(login);
      const pages = ['/desk', '/queue', '/queue/series', '/handoffs', '/cases/story-series-1'];
      for (const story of ['series-1', 'series-3']) {
        const packet = await packetOf(story);
        pages.push(packet, `${packet}/receipt`);
      }
      for (const page of pages) {
        const { text } = await person.get(page);
        expect([login, page, text.includes(marker)]).toEqual([login, page, false]);
      }
    }
  });

  it('is not in the packet that its own mediator reads: what she shows the court is what the court sees', async () => {
    const { text } = await (await as('sun')).get(await packetOf('series-1'));
    expect(text).toContain('虚假调解迹象');
    expect(text).not.toContain(marker);
  });
});

describe('The mediator', () => {
  const form = async (): Promise<string> => {
    const file = await house.dependencies.store.load('story-today-session');
    const { id } = Object.values(file!.proceedings).find(({ channel }) => channel === 'peopleMediation')!;
    return `/cases/story-today-session/commands/recordAgreement?target=${id}`;
  };
  const versionNow = async () => (await house.dependencies.store.load('story-today-session'))!.version;
  const tried = async (sun: Visitor, changes: Readonly<Record<string, readonly string[]>>) =>
    sun.fill(await form(), {
      'data.form': ['written'],
      'data.clauses.0.subject': ['payment'],
      'data.clauses.0.act': ['支付赔偿款'],
      ...changes,
      resume: ['preflight'],
    });

  it('sees before she records a settlement what a court will ask', async () => {
    const { text } = await (await as('sun')).get(await form());
    expect(text).toContain('能否司法确认');
    expect(text).toContain('登记协议前先看');
  });

  it('may have the clauses she typed checked, and nothing is recorded by it', async () => {
    const before = await versionNow();
    const page = await tried(await as('sun'), {});
    expect(page.status).toBe(200);
    for (const finding of ['第 1 项没有金额', '第 1 项没有履行期限', '没有写明账户'])
      expect(page.text).toContain(finding);
    expect(page.text).toContain('支付赔偿款');
    const whole = await tried(await as('sun'), { 'data.clauses.0.amountFen': ['30000'] });
    expect(whole.text).not.toContain('第 1 项没有金额');
    expect(await versionNow()).toBe(before);
  });

  it('finds it on the case once an agreement is recorded, until a court was asked', async () => {
    const told = storiesOfToday(today).find(({ id }) => id === 'today-packet')!;
    const prepared = told.steps.findIndex(({ command }) => command === 'prepareHandoff');
    // The same quarrel over again, which whoever registers it is told.
    const [opening, ...later] = told.steps.slice(0, prepared);
    const steps = [{ ...opening!, acknowledged: ['related-repeat-infringement'] }, ...later];
    const waiting = { ...told, id: 'waiting', steps };
    await tellStory(waiting, house.dependencies);
    const sun = await as('sun');
    expect((await sun.get('/cases/story-waiting')).text).toContain('id="confirmable-');
    expect((await sun.get('/cases/story-today-packet')).text).not.toContain('id="confirmable');
    expect((await (await as('liu')).get('/cases/story-series-1')).text).not.toContain('id="confirmable');
  });
});
