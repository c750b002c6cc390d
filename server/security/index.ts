import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { refuseCrossSite } from './cross-site.ts';
import { registerHeaders } from './headers.ts';
import { registerRateLimit } from './rate-limit.ts';
import { registerSessions } from './session.ts';
import { registerSessionRoutes } from './session-routes.ts';
import type { SignInDependencies } from './sign-in.ts';

export { type AdministratorLink, inviteAdministrators } from './administrators.ts';
export { askedBy } from './cross-site.ts';
export { hashPassword } from './passwords.ts';
export { guessingLimit } from './rate-limit.ts';
export { registerRequestLog, serverOptions } from './server-options.ts';
export {
  clearSessionCookie,
  requireViewer,
  sessionToken,
  setSessionCookie,
  type Viewer,
  viewerOf,
  viewerOfSession,
} from './session.ts';
export {
  acceptLink,
  guessedFrom,
  invite,
  type OpenedLink,
  openLink,
  passSecondFactor,
  type SignInDependencies,
  type SignInRefusal,
  type SignInResult,
  signedOutChannel,
  signIn,
  signInDependencies,
  signOut,
} from './sign-in.ts';

/**
 * Guards every route that is registered after it. The order matters: headers also stand on refusals, who is asking is
 * known before their requests are counted, and a request from another site is refused before any handler runs.
 * Needs `handleErrors`, which turns the refusals into answers.
 */
export async function registerSecurity(
  app: FastifyInstance,
  dependencies: SignInDependencies,
  config: Config,
): Promise<void> {
  await registerHeaders(app, config);
  refuseCrossSite(app, config);
  await registerSessions(app, dependencies, config);
  await registerRateLimit(app, config);
  registerSessionRoutes(app, dependencies, config);
}
