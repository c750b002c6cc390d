import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { first } from '../../seeds/stories/first.ts';
import { chromiumPath, kindsSeen, openChromium, type Walker, walkThrough } from '../support/chromium.ts';
import { openHouse } from '../support/house.ts';
import { tellOverPages } from '../support/told-over-pages.ts';

const executable = chromiumPath();
if (executable === null) {
  process.stderr.write(
    '\nNOT RUN: the browser walks. No Chromium found: install the package chromium or set CHROMIUM.\n\n',
  );
}

describe.skipIf(executable === null)('With a browser (NOT RUN where there is no Chromium)', () => {
  let browser: Browser;
  const seen = kindsSeen();
  beforeAll(async () => {
    browser = await openChromium(executable ?? '');
  });
  afterAll(() => browser?.close());

  it('a dispute goes from the clerk’s desk over mediation to the court’s ruling, and a party looks it up by telephone', async () => {
    const house = await openHouse({ start: '2026-11-02T09:00' });
    const walk = await walkThrough(house, browser, seen);
    try {
      const clerk = await walk.as('limin');
      await openCase(clerk);
      await routeToMediation(clerk, house.at);
      const caseAddress = clerk.path().split('?')[0] ?? '';
      const code = await issueQueryCode(clerk, caseAddress);

      house.at('2026-11-09T09:00');
      const mediator = await walk.as('sun');
      await mediate(mediator, caseAddress, house.at);
      await addPapers(mediator, caseAddress);
      await handOver(mediator, caseAddress);

      house.at('2026-11-11T09:00');
      const court = await walk.as('liu');
      await decide(court, house.at);

      const party = await walk.onPhone();
      await party.open('/status');
      await party.enter({ code });
      await party.send();
      expect(await party.page.innerText('main')).toContain('法院已裁定调解协议有效');

      await mediator.open(caseAddress);
      expect(await mediator.page.innerText('.path')).toContain('已司法确认');
      await mediator.open('/desk');
      await mediator.open('/handoffs');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });

  it('the same goes with a court that has no login: the mediator records what the court did, with its proof', async () => {
    const house = await openHouse({ start: '2026-09-07T09:00', offTheSystem: ['zhifuCourt'] });
    const steps = first.steps.findIndex(({ command }) => command === 'receiveHandoff');
    const caseId = await tellOverPages(house, first, { steps });
    const walk = await walkThrough(house, browser, seen);
    try {
      house.at('2026-10-12T10:00');
      const mediator = await walk.as('sun');
      await mediator.open(`/cases/${caseId}`);
      await mediator.click('查看移送');
      await mediator.click('签收');
      await mediator.enter({ evidence: '送达回证 2026-10-12' });
      await mediator.send();
      expect(await mediator.page.innerText('main')).toContain('代录');
      expect(await mediator.page.innerText('main')).toContain('送达回证 2026-10-12');

      house.at('2026-10-21T16:30');
      await mediator.open(`/cases/${caseId}`);
      await mediator.click('法院受理');
      await mediator.enter({
        occurredOn: '2026-10-13',
        evidence: '受理通知书',
        'data.number': '(2026)鲁0602诉前调确123号',
      });
      await mediator.send();
      await mediator.click('登记裁定');
      await mediator.send();
      expect(await mediator.page.innerText('.error-summary')).toContain('请先改正');
      await mediator.enter({
        occurredOn: '2026-10-21',
        evidence: '裁定书扫描件',
        'data.result': '有效',
        'data.number': '（2026）鲁0602诉前调确123号',
        'data.judge': '审查法官',
        'data.served.0.party': '海岳',
        'data.served.0.servedOn': '2026-10-21',
      });
      await mediator.send();
      expect(await mediator.page.innerText('.path')).toContain('已司法确认');
      expect(walk.faults).toEqual([]);
    } finally {
      await walk.close();
      await house.close();
    }
  });
});

async function openCase(clerk: Walker): Promise<void> {
  await clerk.open('/cases/new');
  await clerk.enter({
    'data.claimant.kind': '企业',
    'data.claimant.name': '烟台海岳电器有限公司',
    'data.claimant.telephone': '0535-6000137',
    'data.summary': '一家商行销售标有“海岳”注册商标的电热水壶，非本公司产品。',
    'data.respondents.0.who.kind': '个体工商户',
    'data.respondents.0.who.name': '芝罘区鑫达商行',
    'data.respondents.0.who.telephone': '13800000137',
    'data.rightKind': '商标',
    'data.rightName': '海岳',
    'data.dispute': '侵权',
    'data.relief': ['停止侵害', '赔偿损失'],
    'data.amountFen': '186,000',
  });
  await clerk.send();
  expect(await clerk.page.innerText('.notice-good')).toContain('已办理：登记案件');
}

async function routeToMediation(clerk: Walker, at: (moment: string) => void): Promise<void> {
  await clerk.click('筛查');
  await clerk.enter({
    'data.mediability': '可以调解',
    'data.arbitrationAgreement': '没有',
    'data.suitPending': '没有',
    'data.earlierOutcome': '没有',
    'data.standing': '权利人',
  });
  await clerk.send();
  await clerk.click('在本机构办理');
  await clerk.enter({ 'data.channel': '人民调解' });
  await clerk.send();
  await clerk.click('征询对方意愿');
  await clerk.enter({ 'data.parties': '鑫达' });
  await clerk.send();
  at('2026-11-03T10:00');
  await clerk.click('记录调解意愿');
  await clerk.enter({ 'data.party': '鑫达', 'data.answer': '同意', 'data.channel': '电话' });
  await clerk.send();
  await clerk.click('受理');
  await clerk.send();
  await clerk.click('指定调解员');
  await clerk.enter({ 'data.mediator': '孙丽华' });
  await clerk.send();
}

async function issueQueryCode(clerk: Walker, caseAddress: string): Promise<string> {
  await clerk.open(caseAddress);
  await clerk.click('发放查询码');
  await clerk.enter({ 'data.party': '海岳' });
  await clerk.send();
  const slip = await clerk.page.innerText('.query-code code');
  expect(slip).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  return slip;
}

async function mediate(mediator: Walker, caseAddress: string, at: (moment: string) => void): Promise<void> {
  await mediator.open(caseAddress);
  await mediator.click('告知权利义务');
  await mediator.enter({ 'data.parties': ['海岳', '鑫达'], 'data.manner': '书面' });
  await mediator.send();
  at('2026-11-09T11:30');
  await mediator.click('登记调解会议');
  await mediator.enter({
    occurredOn: '2026-11-09T09:30',
    'data.mode': '当面',
    'data.present': ['海岳', '鑫达'],
    'data.minutes': '90',
  });
  await mediator.send();
  await mediator.click('记录调解协议');
  await mediator.enter({
    'data.form': '书面',
    'data.number': '（2026）烟知人调协字第001号',
    'data.clauses.0.subject': '停止侵害',
    'data.clauses.0.obligor': '鑫达',
    'data.clauses.0.obligee': '海岳',
    'data.clauses.0.act': '停止销售涉案电热水壶并撤下展示',
    'data.clauses.0.dueOn': '2026-11-30',
    'data.clauses.0.mannerNamed': '已写明',
    'data.clauses.1.subject': '给付',
    'data.clauses.1.obligor': '鑫达',
    'data.clauses.1.obligee': '海岳',
    'data.clauses.1.act': '一次性支付赔偿款',
    'data.clauses.1.amountFen': '60000',
    'data.clauses.1.dueOn': '2026-12-31',
    'data.clauses.1.mannerNamed': '已写明',
    'data.signatures.0.party': '海岳',
    'data.signatures.0.signedOn': '2026-11-09',
    'data.signatures.1.party': '鑫达',
    'data.signatures.1.signedOn': '2026-11-09',
    'data.mediatorSignedOn': '2026-11-09',
    'data.sealedOn': '2026-11-09',
  });
  await mediator.send();
  expect(await mediator.page.innerText('.path')).toContain('已达成协议');
}

async function addPapers(mediator: Walker, caseAddress: string): Promise<void> {
  for (const party of ['海岳', '鑫达']) {
    await mediator.open(caseAddress);
    await mediator.click('确认送达地址');
    await mediator.enter({ 'data.party': party, 'data.method': '邮寄' });
    await mediator.send();
  }
  const papers: readonly (readonly [string, string, string])[] = [
    ['调解协议书', '人民调解协议书', '各方共同签署'],
    ['司法确认申请书', '司法确认申请书', '各方共同签署'],
    ['主持调解证明', '主持调解证明', '机构文书'],
    ['送达地址确认书', '送达地址确认书', '各方共同签署'],
    ['身份证明', '各方身份证明', '当事人材料'],
  ];
  for (const [kind, title, itemClass] of papers) {
    await mediator.click('收录材料');
    const content: Readonly<Record<string, string>> =
      kind === '调解协议书' ? { 'data.file': '%PDF-1.7 agreement' } : { 'data.pages': '2' };
    await mediator.enter({ 'data.document': kind, 'data.title': title, 'data.class': itemClass, ...content });
    await mediator.send();
  }
}

async function handOver(mediator: Walker, caseAddress: string): Promise<void> {
  await mediator.open(caseAddress);
  await mediator.click('准备移送');
  await mediator.enter({
    'data.kind': '司法确认',
    'data.to': '芝罘区人民法院',
    'data.agreement': '协议',
    'data.items': ['人民调解协议书', '司法确认申请书', '主持调解证明', '送达地址确认书', '各方身份证明'],
    'data.partiesConsent': '同意',
  });
  await mediator.send();
  expect(await mediator.page.innerText('main')).toContain('法院审查要点预检');
  await mediator.click('发出移送');
  await mediator.send();
  await mediator.click('交接回执');
}

async function decide(court: Walker, at: (moment: string) => void): Promise<void> {
  await court.open('/desk');
  await court.click('申请司法确认');
  await court.click('签收');
  await court.send();
  await court.click('查看案件');
  await court.click('法院受理');
  await court.enter({ 'data.number': '(2026)鲁0602诉前调确123号' });
  await court.send();
  at('2026-11-16T10:30');
  await court.click('到场核实');
  await court.enter({ 'data.present': ['海岳', '鑫达'], 'data.voluntary': '自愿' });
  await court.send();
  await court.click('登记裁定');
  await court.enter({
    'data.result': '有效',
    'data.number': '（2026）鲁0602诉前调确123号',
    'data.judge': '审查法官',
    'data.served.0.party': '海岳',
    'data.served.0.servedOn': '2026-11-16',
    'data.served.1.party': '鑫达',
    'data.served.1.servedOn': '2026-11-16',
  });
  await court.send();
  expect(await court.page.innerText('.path')).toContain('已司法确认');
}
