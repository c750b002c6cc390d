import { describe, expect, it } from 'vitest';
import { invite } from '../../../server/security/index.ts';
import { visitor } from '../../support/browserless.ts';
import { formIn } from '../../support/forms.ts';
import { type House, houseForTest } from '../../support/house.ts';
import { codeAt } from '../../support/security.ts';

const password = '芝罘湾的海风 与灯塔 2026';

async function invited(house: House): Promise<string> {
  const { accounts, config, now } = house.dependencies;
  await accounts.create({
    id: 'new-mediator',
    login: 'wei',
    name: '魏新',
    organisationId: 'yantaiMediationCommittee',
    roles: ['mediator'],
  });
  return invite({ accounts, now, demo: config.demo, oneTimeLinkHours: config.oneTimeLinkHours }, 'new-mediator');
}

describe('A one-time link, outside a demonstration', () => {
  it('sets password and authenticator once; then both are asked for, and the way leads where it was going', async () => {
    const house = await houseForTest({ environment: { JIEFEN_DEMO: '0' } });
    const person = visitor(house);
    const address = `/link/${await invited(house)}`;
    const page = await person.get(address);
    expect(page.text).toContain('src="data:image/svg+xml;base64,');
    const secret = /<code>([A-Z2-7]{16,})<\/code>/.exec(page.text)?.[1] ?? '';
    const code = async () => [await codeAt(house.dependencies.now(), secret)];

    const unequal = await person.post(address, { password: [password], again: ['something else'], code: await code() });
    expect(unequal).toMatchObject({ status: 422 });
    expect(unequal.text).toContain('两次输入的密码不一致');
    expect(unequal.text).not.toContain(password);
    const wrong = await person.post(address, { password: [password], again: [password], code: ['000000'] });
    expect(wrong.text).toContain('验证码不正确');
    const set = await person.post(address, { password: [password], again: [password], code: await code() });
    expect(set.location).toBe('/sign-in?done=passwordSet');
    expect((await person.get(address)).status).toBe(410);

    house.at('2026-11-23T09:05');
    const asked = await person.post('/sign-in', { login: ['wei'], password: [password], to: ['/handoffs'] });
    expect(asked.status).toBe(200);
    expect((await person.get('/desk')).status).toBe(303);
    const second = formIn(asked.text, '/sign-in/code');
    const refused = await person.post(second.action, { ...second.sent, code: ['000000'] });
    expect(refused.status).toBe(401);
    const again = formIn(refused.text, '/sign-in/code');
    const done = await person.post(again.action, { ...again.sent, code: await code() });
    expect(done.location).toBe('/handoffs');
    expect((await person.get('/handoffs')).status).toBe(200);
  });

  it('that was never given out explains itself', async () => {
    const house = await houseForTest();
    const page = await visitor(house).get('/link/no-such-token');
    expect(page.status).toBe(410);
    expect(page.text).toContain('链接已使用、已过期或不正确');
  });
});
