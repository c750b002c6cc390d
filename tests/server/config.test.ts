import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleSettings, readConfig, SettingsWrong } from '../../server/config.ts';

describe('a server without any setting', () => {
  it('listens on this machine only, as a demonstration', () => {
    expect(readConfig({ PATH: '/usr/bin' })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: 'data',
      demo: true,
      publicUrl: null,
      secureCookies: false,
      uploadLimitBytes: 20 * 1024 * 1024,
      keys: { master: undefined },
    });
  });

  it('is the same as one with .env.example copied, which lists every setting (if not: node server/config.ts > .env.example)', () => {
    const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
    expect(example).toBe(exampleSettings());
    const lines = example.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(readConfig(Object.fromEntries(lines.map((line) => line.split('=', 2))))).toEqual(readConfig({}));
  });
});

describe('the demonstration', () => {
  it.each([
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '0.0.0.0', JIEFEN_DEMO: '1' }, true],
    [{ JIEFEN_DEMO: '0' }, false],
    [{ JIEFEN_PUBLIC_URL: 'http://localhost:3000' }, true],
    [{ JIEFEN_PUBLIC_URL: 'https://jiefen.example.cn' }, false],
  ])('with %j is %s: real people behind a proxy must not find it open', (environment, demo) => {
    expect(readConfig(environment).demo).toBe(demo);
  });
});

describe('a public address', () => {
  it('with https makes cookies secure', () => {
    const config = readConfig({ JIEFEN_PUBLIC_URL: 'https://jiefen.example.cn/' });
    expect(config).toMatchObject({ publicUrl: 'https://jiefen.example.cn', secureCookies: true });
  });
});

describe('a wrong setting', () => {
  it.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '3e3', 'a whole number from 0 to 65535'],
    ['HOST', 'my host', 'an IP address or localhost'],
    ['JIEFEN_DEMO', 'yes', '0, 1 or empty'],
    ['JIEFEN_PUBLIC_URL', 'jiefen.example.cn', 'an http or https address without a path'],
    ['JIEFEN_PUBLIC_URL', 'https://example.cn/jiefen', 'an http or https address without a path'],
    ['JIEFEN_TRUSTED_PROXY_ADDRESSES', '10.0.0.0/33', 'IP addresses or networks'],
    ['JIEFEN_SESSION_IDLE_MINUTES', '0', 'a whole number from 1 to 1440'],
    ['JIEFEN_BODY_LIMIT_BYTES', '-1', 'a whole number from 1024'],
    ['JIEFEN_LOG_LEVEL', 'loud', 'silent, fatal, error, warn, info, debug or trace'],
  ])('%s=%s stops the start with a sentence that names it, its value and what is accepted', (name, value, accepts) => {
    const message = wrongMessage({ [name]: value });
    expect(message).toContain(`The setting ${name} is ${JSON.stringify(value)}; it accepts ${accepts}`);
    expect(message).toContain(`设置 ${name} 的值“${value}”不正确`);
  });

  it('that is a key is not repeated on the screen', () => {
    const message = wrongMessage({ JIEFEN_MASTER_KEY: 'hunter2' });
    expect(message).toContain('JIEFEN_MASTER_KEY');
    expect(message).not.toContain('hunter2');
  });

  it('that does not exist is taken for the misspelling that it is', () => {
    expect(wrongMessage({ JIEFEN_SESION_IDLE_MINUTES: '5' })).toContain(
      'There is no setting JIEFEN_SESION_IDLE_MINUTES',
    );
  });

  it('is named together with all others', () => {
    const message = wrongMessage({ PORT: 'x', JIEFEN_LOG_LEVEL: 'x', JIEFEN_NONSENSE: 'x' });
    for (const name of ['PORT', 'JIEFEN_LOG_LEVEL', 'JIEFEN_NONSENSE']) expect(message).toContain(name);
  });

  function wrongMessage(environment: Readonly<Record<string, string>>): string {
    try {
      readConfig(environment);
    } catch (error) {
      if (error instanceof SettingsWrong) return error.message;
      throw error;
    }
    return 'the server would have started';
  }
});

describe('settings with several values', () => {
  it('are read one by one', () => {
    const config = readConfig({ JIEFEN_TRUSTED_PROXY_ADDRESSES: '127.0.0.1, 10.0.0.0/8,::1' });
    expect(config.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
  });
});

describe('the mail server', () => {
  it('is nobody without SMTP_URL: letters are written as files', () => {
    expect(readConfig({}).letters).toMatchObject({ smtpUrl: null, from: null, mailboxes: {}, publicTelephones: {} });
  });

  it('needs an address that letters come from, and never shows its password', () => {
    const url = 'smtp://user:geheim@mail.example.cn:587';
    expect(() => readConfig({ SMTP_URL: url })).toThrow('JIEFEN_MAIL_FROM');
    expect(readConfig({ SMTP_URL: url, JIEFEN_MAIL_FROM: 'a@example.cn' }).letters.smtpUrl).toBe(url);
    let said = '';
    try {
      readConfig({ SMTP_URL: 'http://user:geheim@mail.example.cn' });
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain('SMTP_URL');
    expect(said).not.toContain('geheim');
  });

  it('is told mailboxes and public numbers by the ids of organisations and staff', () => {
    const { letters } = readConfig({
      JIEFEN_MAILBOXES: 'yantaiMediationCommittee=desk@example.cn, sun-lihua=sun@example.cn',
      JIEFEN_PUBLIC_TELEPHONES: 'yantaiMediationCommittee=0535-6000000',
    });
    expect(letters.mailboxes).toEqual({ yantaiMediationCommittee: 'desk@example.cn', 'sun-lihua': 'sun@example.cn' });
    expect(letters.publicTelephones).toEqual({ yantaiMediationCommittee: '0535-6000000' });
    expect(() => readConfig({ JIEFEN_MAILBOXES: 'desk@example.cn' })).toThrow(SettingsWrong);
    expect(() => readConfig({ JIEFEN_PUBLIC_TELEPHONES: 'a=call us' })).toThrow(SettingsWrong);
  });
});
