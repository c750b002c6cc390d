import { isIPv4, isIPv6 } from 'node:net';
import { type Text, text } from '../workflows/text.ts';
import {
  isLoopback,
  isMailAddress,
  isSmtpUrl,
  key,
  logLevels,
  originOf,
  pairs,
  parseNetworks,
  type Setting,
  setting,
  wholeNumber,
  wrong,
} from './setting-kinds.ts';

/**
 * Reads and checks every setting from environment variables. Throws one {@link SettingsWrong} that names all wrong ones.
 * Empty means the default. Variables that begin with JIEFEN_ and are no setting are wrong, too: they are misspelt.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: Text[] = [];
  const values = new Map<string, unknown>();
  for (const [name, setting] of Object.entries<Setting<unknown>>(settings)) {
    const given = environment[name]?.trim() ?? '';
    const parsed = setting.parse(given === '' ? setting.standard : given);
    if (parsed === wrong) problems.push(wrongSetting(name, setting, given));
    else values.set(name, parsed);
  }
  for (const name of Object.keys(environment)) {
    if (name.startsWith('JIEFEN_') && !(name in settings)) problems.push(unknownSetting(name));
  }
  if (values.get('SMTP_URL') && values.get('JIEFEN_MAIL_FROM') === null) problems.push(senderMissing);
  if (problems.length > 0) throw new SettingsWrong(problems);
  // Each value was parsed by the setting of the same name, whose type it therefore has.
  return configOf(<Name extends SettingName>(name: Name) => values.get(name) as SettingValue<Name>);
}

/** The settings as a file to copy and edit; `.env.example` is this text: `node server/config.ts > .env.example`. */
export function exampleSettings(): string {
  const blocks = Object.entries<Setting<unknown>>(settings).map(
    ([name, { about, accepts, standard }]) =>
      `# ${about.zh} 取值：${accepts.zh}\n# ${about.en} Accepts: ${accepts.en}\n${name}=${standard}\n`,
  );
  return `# 全部设置及其默认值；留空即用默认值。 All settings with their defaults; empty means the default.\n\n${blocks.join('\n')}`;
}

/** One or more settings are wrong; the message has one line for each and language. The server must not start. */
export class SettingsWrong extends Error {
  readonly problems: readonly Text[];

  constructor(problems: readonly Text[]) {
    super(problems.map(({ zh, en }) => `${zh}\n${en}`).join('\n'));
    this.name = 'SettingsWrong';
    this.problems = problems;
  }
}

/** The settings as the program uses them. */
export type Config = ReturnType<typeof configOf>;

const settings = {
  HOST: setting({
    about: text('监听的网络地址。', 'The network address to listen on.'),
    standard: '127.0.0.1',
    accepts: text('IP 地址或 localhost', 'an IP address or localhost'),
    parse: (value) => (isIPv4(value) || isIPv6(value) || value === 'localhost' ? value : wrong),
  }),
  PORT: wholeNumber(text('监听的端口；0 为任选。', 'The port to listen on; 0 takes any free one.'), 3000, 0, 65_535),
  JIEFEN_DATA: setting({
    about: text('数据文件夹：数据库、密钥、文件。', 'The data folder: database, keys, files.'),
    standard: 'data',
    accepts: text('文件夹路径', 'a path of a folder'),
    parse: (value) => (value.includes('\0') ? wrong : value),
  }),
  JIEFEN_DEMO: setting({
    about: text(
      '演示：1 开，0 关。留空时，仅本机可访问（HOST 与 JIEFEN_PUBLIC_URL 均为本机）即为演示。',
      'Demonstration: 1 on, 0 off. Empty: on when only this machine can reach it (HOST, and JIEFEN_PUBLIC_URL if set).',
    ),
    standard: '',
    accepts: text('0、1 或留空', '0, 1 or empty'),
    parse: (value) => (value === '' ? null : value === '1' ? true : value === '0' ? false : wrong),
  }),
  JIEFEN_PUBLIC_URL: setting({
    about: text(
      '用户在浏览器中打开的网址；https 时启用安全 Cookie。',
      'The address people open; https makes cookies secure.',
    ),
    standard: '',
    accepts: text('http 或 https 网址，不带路径', 'an http or https address without a path'),
    parse: (value) => (value === '' ? null : (originOf(value) ?? wrong)),
  }),
  JIEFEN_TRUSTED_PROXY_ADDRESSES: setting({
    about: text('可信反向代理的地址，以逗号分隔。', 'Addresses of reverse proxies to believe, separated by commas.'),
    standard: '',
    accepts: text('IP 地址或网段，以逗号分隔', 'IP addresses or networks such as 10.0.0.0/8, separated by commas'),
    parse: parseNetworks,
  }),
  JIEFEN_SESSION_IDLE_MINUTES: wholeNumber(
    text('无操作多久后须重新登录（分钟）。', 'Minutes without use after which people sign in again.'),
    60,
    1,
    24 * 60,
  ),
  JIEFEN_SESSION_ABSOLUTE_HOURS: wholeNumber(
    text('登录多久后须重新登录（小时）。', 'Hours after which people sign in again in any case.'),
    12,
    1,
    7 * 24,
  ),
  JIEFEN_ONE_TIME_LINK_HOURS: wholeNumber(
    text('一次性链接的有效期（小时）。', 'Hours for which a one-time link is good.'),
    72,
    1,
    30 * 24,
  ),
  JIEFEN_RATE_LIMIT_PER_MINUTE: wholeNumber(
    text('每人每分钟最多请求次数。', 'Requests a person may make in a minute.'),
    600,
    1,
    1_000_000,
  ),
  JIEFEN_SIGN_IN_LIMIT_PER_MINUTE: wholeNumber(
    text('每个网络地址每分钟最多登录尝试次数。', 'Attempts to sign in per network address and minute.'),
    20,
    1,
    1_000_000,
  ),
  JIEFEN_BODY_LIMIT_BYTES: wholeNumber(
    text('请求正文上限（字节），不含上传文件。', 'Largest body of a request in bytes, uploads aside.'),
    1024 * 1024,
    1024,
    64 * 1024 * 1024,
  ),
  JIEFEN_UPLOAD_LIMIT_BYTES: wholeNumber(
    text('单个上传文件上限（字节）。', 'Largest uploaded file in bytes.'),
    20 * 1024 * 1024,
    1024,
    1024 * 1024 * 1024,
  ),
  JIEFEN_QUEUE_LIMIT_COMMANDS: wholeNumber(
    text(
      '等待写入的操作上限，超出即请稍后再试。',
      'Commands that may wait to be written; further ones are asked to come again.',
    ),
    1000,
    1,
    1_000_000,
  ),
  JIEFEN_GROUP_COMMIT_LIMIT_COMMANDS: wholeNumber(
    text(
      '一次事务中合并写入的操作数上限，同时办理的为其两倍；大则写入多，小则读取快。',
      'Commands written in one transaction at most; twice as many are under way. More favours writing, fewer reading.',
    ),
    4,
    1,
    1024,
  ),
  JIEFEN_LOG_LEVEL: setting({
    about: text('日志级别。', 'How much is logged.'),
    standard: 'info',
    accepts: text(
      'silent、fatal、error、warn、info、debug 或 trace',
      'silent, fatal, error, warn, info, debug or trace',
    ),
    parse: (value) => logLevels.find((level) => level === value) ?? wrong,
  }),
  JIEFEN_METRICS_PORT: setting({
    about: text(
      '运行指标 /metrics 的单独端口，只在本机监听；0 为任选，留空即不开。',
      'A port of its own for /metrics, reachable from this machine only; 0 takes any free one, empty: none.',
    ),
    standard: '',
    accepts: text('0 至 65535 的整数，或留空', 'a whole number from 0 to 65535, or empty'),
    parse: (value) => {
      if (value === '') return null;
      return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : wrong;
    },
  }),
  JIEFEN_METRICS_TOKEN: setting({
    about: text(
      '凭此口令（Authorization: Bearer）可在主端口读取 /metrics；留空即不开。',
      'The token (Authorization: Bearer) that opens /metrics on the main port; empty: not there.',
    ),
    standard: '',
    secret: true,
    accepts: text('16 至 200 个不含空格的字符，或留空', '16 to 200 characters without spaces, or empty'),
    parse: (value) => (value === '' ? null : /^[!-~]{16,200}$/.test(value) ? value : wrong),
  }),
  SMTP_URL: setting({
    about: text(
      '发信服务器；留空时，通知写成文件，存入数据文件夹的 letters。',
      'The mail server; empty: letters are written as files into the folder letters of the data folder.',
    ),
    standard: '',
    secret: true,
    accepts: text(
      'smtp://用户:密码@主机:端口 或 smtps://…，或留空',
      'smtp://user:password@host:port or smtps://…, or empty',
    ),
    parse: (value) => (value === '' ? null : isSmtpUrl(value) ? value : wrong),
  }),
  JIEFEN_MAIL_FROM: setting({
    about: text('发件地址；设了 SMTP_URL 就必须填写。', 'The address letters come from; needed with SMTP_URL.'),
    standard: '',
    accepts: text('电子邮箱地址，或留空', 'an e-mail address, or empty'),
    parse: (value) => (value === '' ? null : isMailAddress(value) ? value : wrong),
  }),
  JIEFEN_MAILBOXES: pairs(
    text(
      '机构和工作人员的邮箱，以机构或人员的标识为名。',
      'Mailboxes of organisations and staff, by the id of the organisation or person.',
    ),
    text('标识=邮箱，以逗号分隔', 'id=address, separated by commas'),
    isMailAddress,
  ),
  JIEFEN_PUBLIC_TELEPHONES: pairs(
    text(
      '机构的公开电话，印在通知上供当事人核实。',
      'Public telephone numbers of organisations; letters name them so that people can verify.',
    ),
    text('机构标识=电话，以逗号分隔', 'id=number, separated by commas'),
    (value) => /^\+?[\d\s()-]{3,25}$/.test(value),
  ),
  JIEFEN_ORGANISATIONS: setting({
    about: text(
      '另行接入的机构名单（CSV 文件），如维权援助分支机构；见管理指南。',
      'A list of further organisations (a CSV file), such as aid branches; see the guide on administration.',
    ),
    standard: '',
    accepts: text('文件路径，或留空', 'the path of a file, or empty'),
    parse: (value) => (value === '' ? null : value),
  }),
  JIEFEN_SMTP_TIMEOUT_SECONDS: wholeNumber(
    text('发信服务器多久没有回应即放弃本次发送（秒）。', 'Seconds after which a silent mail server is given up.'),
    30,
    1,
    600,
  ),
  JIEFEN_LETTER_ATTEMPTS: wholeNumber(
    text(
      '一封通知最多发送几次；都不成功的，转为打印待办。',
      'Attempts to send a letter; after the last it becomes a task to print it.',
    ),
    8,
    1,
    20,
  ),
  JIEFEN_LETTER_RETRY_MINUTES: wholeNumber(
    text(
      '第一次重试前等待的时间（分钟），以后每次加倍。',
      'Minutes before the first retry; each later wait is twice as long.',
    ),
    5,
    1,
    24 * 60,
  ),
  JIEFEN_MASTER_KEY: key(
    text('主密钥，代替 keys.json 中的 master。', 'The master key, instead of the one in keys.json.'),
  ),
  JIEFEN_QUERY_CODE_KEY: key(
    text('查询码密钥，代替 keys.json 中的 queryCodes。', 'The key of query codes, instead of the one in keys.json.'),
  ),
  JIEFEN_SIGN_IN_KEY: key(
    text('登录密钥，代替 keys.json 中的 signIn。', 'The key of sessions and links, instead of the one in keys.json.'),
  ),
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

type SettingName = keyof typeof settings;
type SettingValue<Name extends SettingName> = Exclude<ReturnType<(typeof settings)[Name]['parse']>, typeof wrong>;

function configOf(value: <Name extends SettingName>(name: Name) => SettingValue<Name>) {
  const host = value('HOST');
  const publicUrl = value('JIEFEN_PUBLIC_URL');
  const onlyThisMachine = isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  return {
    host,
    port: value('PORT'),
    dataFolder: value('JIEFEN_DATA'),
    /** Null: only the organisations of the reference data. */
    organisationsFile: value('JIEFEN_ORGANISATIONS'),
    // Behind a reverse proxy the server listens on loopback, too; the public address then says that it is no demonstration.
    demo: value('JIEFEN_DEMO') ?? onlyThisMachine,
    /** Origin such as https://jiefen.example.cn, null when people use whatever address reaches the server. */
    publicUrl,
    secureCookies: publicUrl?.startsWith('https:') ?? false,
    trustedProxies: value('JIEFEN_TRUSTED_PROXY_ADDRESSES'),
    session: {
      idleMinutes: value('JIEFEN_SESSION_IDLE_MINUTES'),
      absoluteHours: value('JIEFEN_SESSION_ABSOLUTE_HOURS'),
    },
    oneTimeLinkHours: value('JIEFEN_ONE_TIME_LINK_HOURS'),
    rateLimitPerMinute: value('JIEFEN_RATE_LIMIT_PER_MINUTE'),
    signInLimitPerMinute: value('JIEFEN_SIGN_IN_LIMIT_PER_MINUTE'),
    bodyLimitBytes: value('JIEFEN_BODY_LIMIT_BYTES'),
    uploadLimitBytes: value('JIEFEN_UPLOAD_LIMIT_BYTES'),
    queueLimitCommands: value('JIEFEN_QUEUE_LIMIT_COMMANDS'),
    groupCommitLimitCommands: value('JIEFEN_GROUP_COMMIT_LIMIT_COMMANDS'),
    logLevel: value('JIEFEN_LOG_LEVEL'),
    /** Null: metrics are not shown that way. */
    metrics: { port: value('JIEFEN_METRICS_PORT'), token: value('JIEFEN_METRICS_TOKEN') },
    letters: {
      /** Null: letters are written as files. */
      smtpUrl: value('SMTP_URL'),
      from: value('JIEFEN_MAIL_FROM'),
      mailboxes: value('JIEFEN_MAILBOXES'),
      publicTelephones: value('JIEFEN_PUBLIC_TELEPHONES'),
      smtpTimeoutSeconds: value('JIEFEN_SMTP_TIMEOUT_SECONDS'),
      attempts: value('JIEFEN_LETTER_ATTEMPTS'),
      retryMinutes: value('JIEFEN_LETTER_RETRY_MINUTES'),
    },
    /** For `openKeyRing`; undefined keys come from keys.json. */
    keys: {
      master: value('JIEFEN_MASTER_KEY'),
      queryCodes: value('JIEFEN_QUERY_CODE_KEY'),
      signIn: value('JIEFEN_SIGN_IN_KEY'),
    },
  };
}

const senderMissing = text(
  '设了 SMTP_URL 就必须填写发件地址 JIEFEN_MAIL_FROM。',
  'SMTP_URL is set, so JIEFEN_MAIL_FROM must name the address letters come from.',
);

function wrongSetting(name: string, { accepts, secret }: Setting<unknown>, given: string): Text {
  const shown = secret ? text('（密钥，不予显示）', '(a key, not shown)') : text(`“${given}”`, JSON.stringify(given));
  return text(
    `设置 ${name} 的值${shown.zh}不正确，应为：${accepts.zh}。`,
    `The setting ${name} is ${shown.en}; it accepts ${accepts.en}.`,
  );
}

function unknownSetting(name: string): Text {
  return text(
    `没有名为 ${name} 的设置，请检查拼写；全部设置见 .env.example。`,
    `There is no setting ${name}; check the spelling. All settings are listed in .env.example.`,
  );
}

if (import.meta.main) process.stdout.write(exampleSettings());
