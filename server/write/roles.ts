import { type CommandDefinition, deskRoles, type Role } from '../../workflows/index.ts';

/** Every desk may record the act of an organisation that is not on the system (design §6). */
const recordingRoles: readonly Role[] = deskRoles;

/** The first of the three checks: whether anybody with these roles could ever give the command, before a case is loaded. */
export function mayEverGive({ by, relation }: CommandDefinition, roles: readonly Role[]): boolean {
  if (relation === 'system') return false;
  const recordable = relation !== 'newcomer' && relation !== 'anyCustodian';
  return roles.some((role) => by.includes(role) || (recordable && recordingRoles.includes(role)));
}
