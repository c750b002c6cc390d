import { administratorRoles } from '../../db/accounts.ts';
import { type Text, text } from '../../workflows/text.ts';
import { invite, type SignInDependencies } from './sign-in.ts';

/** A link to hand to one of the three administrators of a new installation. */
export interface AdministratorLink {
  readonly login: string;
  readonly name: Text;
  readonly token: string;
}

/**
 * Makes sure that each of the three administrators exists, and returns fresh links for those who have not used theirs yet.
 * No account of anybody else is created.
 */
export async function inviteAdministrators(dependencies: SignInDependencies): Promise<readonly AdministratorLink[]> {
  const { accounts } = dependencies;
  const links: AdministratorLink[] = [];
  for (const role of administratorRoles) {
    const { login, name } = administrators[role];
    let account = (await accounts.list()).find(({ roles }) => roles.includes(role));
    if (!account) {
      const created = { id: login, login, name: name.zh, organisationId: null, roles: [role] };
      await accounts.create(created);
      account = await accounts.find(created.id);
    }
    if (account?.status !== 'invited') continue;
    links.push({ login: account.login, name, token: await invite(dependencies, account.id) });
  }
  return links;
}

const administrators = {
  systemAdministrator: { login: 'system-administrator', name: text('系统管理员', 'System administrator') },
  securityAdministrator: { login: 'security-administrator', name: text('安全管理员', 'Security administrator') },
  auditAdministrator: { login: 'audit-administrator', name: text('审计管理员', 'Audit administrator') },
} as const;
