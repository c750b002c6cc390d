import type { AccountRole } from '../../db/accounts.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';

/** Lets pass whoever has one of these roles; throws `not-allowed` for everybody else. */
export function requireRole(viewer: Viewer, ...roles: readonly AccountRole[]): void {
  if (!viewer.roles.some((role) => roles.includes(role))) throw new ProblemError('not-allowed');
}
