import { join } from 'node:path';
import type { Config } from '../config.ts';
import { emlPost, smsFilePost } from './file-post.ts';
import type { Posts } from './post.ts';
import { smtpPost } from './smtp-post.ts';

export { codeOfLetter } from './code.ts';
export type { Message, Post, PostResult, Posts } from './post.ts';
export { remindPeople } from './remind.ts';
export { sendLetters } from './send-letters.ts';
export { codeFor, namesFor, publicValues } from './values.ts';

/** The ways the settings name: the mail server, or files in the folder `letters` of the data folder. */
export function postsOf({ letters, dataFolder }: Config): Posts {
  const folder = join(dataFolder, 'letters');
  const { smtpUrl, from, smtpTimeoutSeconds } = letters;
  return {
    email:
      smtpUrl === null || from === null
        ? emlPost(folder)
        : smtpPost({ url: smtpUrl, from, timeoutSeconds: smtpTimeoutSeconds }),
    sms: smsFilePost(folder),
  };
}
