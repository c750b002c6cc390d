import type { CalendarDraft } from '../../workflows/index.ts';

/** A letter ready to go. */
export interface Message {
  /** The same for every attempt of a round, so that a letter sent twice is recognised. */
  readonly id: string;
  readonly fromName: string;
  /** Null where the adapter must not learn it. */
  readonly to: { readonly name: string; readonly addresses: readonly string[] } | null;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly calendar: CalendarDraft | null;
  readonly writtenAt: Temporal.Instant;
}

/**
 * What became of an attempt. `refused.permanent`: the recipient's side will never take it. `serverDown`: nothing was said
 * about this letter, the server could not be spoken to. A `note` holds no address.
 */
export type PostResult =
  | { readonly kind: 'accepted'; readonly note: string }
  | { readonly kind: 'filed'; readonly note: string }
  | {
      readonly kind: 'refused';
      readonly permanent: boolean;
      readonly serverDown: boolean;
      readonly note: string;
    };

/** A way for letters to leave the house. Never rejects for what a server says; only for what is wrong here. */
export interface Post {
  /** Whether it brings letters to people. One that only writes files is told no name, no address and no query code. */
  readonly delivers: boolean;
  readonly send: (message: Message) => Promise<PostResult>;
}

/** The ways this server has: e-mail, and text messages. */
export interface Posts {
  readonly email: Post;
  readonly sms: Post;
}
