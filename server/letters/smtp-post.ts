import { createTransport } from 'nodemailer';
import { mailOf } from './mail.ts';
import type { Message, Post, PostResult } from './post.ts';

export interface SmtpSettings {
  readonly url: string;
  readonly from: string;
  readonly timeoutSeconds: number;
}

/** Sends by the mail server of `SMTP_URL`: one connection per letter, given up when the server falls silent. */
export function smtpPost({ url, from, timeoutSeconds }: SmtpSettings): Post {
  const timeoutMs = timeoutSeconds * 1000;
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  return {
    delivers: true,
    send: async (message: Message): Promise<PostResult> => {
      try {
        const { response } = await transport.sendMail(mailOf(message, from));
        return { kind: 'accepted', note: withoutAddresses(response) };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

/**
 * What a failed attempt means. Only a 5xx to this recipient or this message is final; a server that cannot be reached,
 * falls silent, wants another password or sender, or speaks nonsense says nothing about the letter.
 */
function refusalOf(error: unknown): PostResult {
  const code = textOf(error, 'code') ?? 'EUNKNOWN';
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  const isAboutSender = textOf(error, 'command') === 'MAIL FROM';
  const isAboutLetter = (code === 'EENVELOPE' || code === 'EMESSAGE') && status >= 400 && !isAboutSender;
  const note = [code, withoutAddresses(textOf(error, 'response') ?? '')].filter((part) => part !== '').join(' ');
  return { kind: 'refused', permanent: isAboutLetter && status >= 500, serverDown: !isAboutLetter, note };
}

function textOf(error: unknown, name: 'code' | 'response' | 'command'): string | null {
  if (typeof error !== 'object' || error === null || !(name in error)) return null;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : null;
}

/** The answer of a server as it may be kept: short, on one line, without anybody's address. */
function withoutAddresses(response: string): string {
  return response
    .replaceAll(/[^\s<>]+@[^\s<>]+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
}
