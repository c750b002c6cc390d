import type { CastLogin } from '../../seeds/cast.ts';
import { castPassword } from '../../seeds/cast.ts';
import { type Controls, encoded, formIn } from './forms.ts';
import type { House } from './house.ts';

/** A page as it came. */
export interface Page {
  readonly status: number;
  readonly text: string;
  /** Where it sends the browser on to, undecoded; null when it does not. */
  readonly location: string | null;
}

/** Somebody who uses the pages without a browser: keeps cookies, follows nothing by itself. */
export interface Visitor {
  readonly get: (address: string) => Promise<Page>;
  readonly post: (address: string, sent: Controls, headers?: Readonly<Record<string, string>>) => Promise<Page>;
  /** Posts a form with files, as browsers do. */
  readonly upload: (address: string, sent: Controls, files: Readonly<Record<string, string>>) => Promise<Page>;
  /** Opens a page, changes some controls of its form, sends it. */
  readonly fill: (address: string, changes: Controls) => Promise<Page>;
  readonly cookies: Map<string, string>;
}

/** A visitor of the house; `language` as its browser's cookie would say. */
export function visitor({ app }: House, language: 'zh-CN' | 'en' = 'zh-CN'): Visitor {
  const cookies = new Map<string, string>([['jiefen-language', language]]);
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Readonly<Record<string, string>>,
    payload = '',
  ): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await app.inject({
      method,
      url,
      payload,
      headers: { 'sec-fetch-site': 'same-origin', cookie, ...headers },
    });
    for (const { name, value } of reply.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: reply.statusCode, text: reply.body, location: reply.headers.location ?? null };
  };
  const post: Visitor['post'] = (address, sent, headers = {}) =>
    send('POST', address, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, encoded(sent));
  const get: Visitor['get'] = (address) => send('GET', address, {});
  const upload: Visitor['upload'] = (address, sent, files) =>
    send('POST', address, { 'content-type': `multipart/form-data; boundary=${boundary}` }, multipart(sent, files));
  return {
    get,
    post,
    upload,
    cookies,
    fill: async (address, changes) => {
      const page = await get(address);
      if (page.status !== 200) throw new Error(`${address} answered ${page.status}: ${headingOf(page)}`);
      const form = formIn(page.text, address.split('?')[0] ?? address);
      const sent = { ...form.sent, ...changes };
      return page.text.includes('enctype="multipart/form-data"')
        ? upload(form.action, sent, {})
        : post(form.action, sent);
    },
  };
}

/** Somebody of the cast who has signed in. */
export async function signedIn(house: House, login: CastLogin, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<Visitor> {
  const person = visitor(house, language);
  const page = await person.post('/sign-in', { login: [login], password: [castPassword] });
  if (page.status !== 303) throw new Error(`${login} could not sign in: ${page.status}`);
  return person;
}

/** The text of the page's heading. */
export function headingOf({ text }: Page): string {
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1]?.trim() ?? '';
}

const boundary = 'jiefen-test-boundary';

function multipart(sent: Controls, files: Readonly<Record<string, string>>): string {
  const fields = Object.entries(sent).flatMap(([name, texts]) =>
    texts.map((text) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`),
  );
  const contents = Object.entries(files).map(
    ([name, content]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="paper.pdf"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n`,
  );
  return `${fields.join('')}${contents.join('')}--${boundary}--\r\n`;
}
