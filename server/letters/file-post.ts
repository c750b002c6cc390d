import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailOf } from './mail.ts';
import type { Message, Post } from './post.ts';

/** The sender of letters that no server sends. */
const nobody = 'letters@jiefen.invalid';

/** Writes letters as `.eml` files, one per letter and round; names, addresses and codes stay placeholders. */
export function emlPost(folder: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    delivers: false,
    send: async (message) => {
      const { message: eml } = await transport.sendMail(mailOf({ ...message, to: null }, nobody));
      if (!Buffer.isBuffer(eml)) throw new Error('the mail was not composed in memory');
      return { kind: 'filed', note: await keep(folder, `${message.id}.eml`, eml) };
    },
  };
}

/** Writes text messages as files: the port's place for a gateway. */
export function smsFilePost(folder: string): Post {
  return {
    delivers: false,
    send: async ({ id, text }: Message) => ({
      kind: 'filed',
      note: await keep(folder, `${id}.sms.txt`, Buffer.from(`{{recipient}}\n${text}\n`)),
    }),
  };
}

/** Whole or not at all: a file that is there is complete. */
async function keep(folder: string, name: string, content: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  await writeFile(`${path}.part`, content, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return name;
}
