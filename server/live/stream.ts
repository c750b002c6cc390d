import type { ServerResponse } from 'node:http';
import { type Actor, knows } from '../../workflows/index.ts';
import { type Language, say } from '../pages/i18n.ts';
import { viewerOfSession } from '../security/index.ts';
import { actorOf, type Dependencies, givenFor } from '../write/index.ts';
import { changeSince, lastKnown } from './event.ts';

/** One open page that is told of changes. */
export interface Stream {
  readonly caseId: string;
  /** The session it belongs to. */
  readonly token: string;
  readonly person: string;
  /** Looks whether there is something to tell, and tells it; one look at a time. */
  readonly look: () => void;
  /** Shows that it is alive, and looks. */
  readonly beat: () => void;
  /** Tells the page not to come back, and closes. */
  readonly end: () => void;
}

type About = Pick<Stream, 'caseId' | 'token' | 'person'> & {
  /** The last entry the page shows; null: what is there now. */
  readonly since: number | null;
  readonly language: Language;
};

/**
 * Writes events to a reply that was taken over. Before each, session and access are asked for anew: who was signed out, lost
 * the role or may no longer know the case is told nothing more.
 */
export function streamTo(raw: ServerResponse, about: About, dependencies: Dependencies): Stream {
  const { caseId, token, person, language } = about;
  let seen = about.since;
  let version = -1;
  let ended = false;
  let isLooking = false;
  let again = false;

  const end = () => {
    if (ended) return;
    ended = true;
    raw.end('event: end\ndata: {}\n\n');
  };

  const lookOnce = async () => {
    const actor = await actorNow(token, dependencies);
    const caseFile = actor === null ? null : await dependencies.store.load(caseId);
    if (actor === null || caseFile === null || !knows(caseFile, actor)) return end();
    if (caseFile.version === version) return;
    const [given, journal, staff] = await Promise.all([
      givenFor(actor, dependencies),
      dependencies.store.reads.journal(caseId),
      dependencies.accounts.list(),
    ]);
    version = caseFile.version;
    const nameOf = (id: string) => staff.find((one) => one.id === id)?.name ?? '';
    const change = seen === null ? null : changeSince(caseFile, journal, seen, given, nameOf);
    seen = lastKnown(caseFile, journal, given);
    if (change === null || ended) return;
    const { text, ...told } = change;
    raw.write(`event: changed\ndata: ${JSON.stringify({ ...told, text: say(text, language) })}\n\n`);
  };

  const look = () => {
    again = true;
    if (isLooking || ended) return;
    isLooking = true;
    void (async () => {
      while (again && !ended) {
        again = false;
        // Whatever went wrong with one look is over with the next; a page without news is no wrong page.
        await lookOnce().catch(() => {});
      }
      isLooking = false;
    })();
  };

  raw.on('close', () => {
    ended = true;
  });
  raw.write(': here\n\n');
  return {
    caseId,
    token,
    person,
    look,
    beat: () => {
      if (ended) return;
      raw.write(': here\n\n');
      look();
    },
    end,
  };
}

/** Who is behind a session now; null when it is over. Does not count as use of the session. */
async function actorNow(token: string, dependencies: Dependencies): Promise<Actor | null> {
  const { accounts, config } = dependencies;
  const session = await accounts.session(token, config.session, 'unused');
  const viewer = session === undefined ? null : await viewerOfSession(session, dependencies);
  return viewer === null ? null : actorOf(viewer);
}
