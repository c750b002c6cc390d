import type { Account } from '../accounts.ts';
import { accountList } from '../sqlite/account-rows.ts';
import { withDatabase } from './existing.ts';

/** Who may sign in to the database of a data folder. Throws `MaintenanceRefused` when there is none. */
export function accountsIn(dataFolder: string): Promise<readonly Account[]> {
  return withDatabase(dataFolder, (db) => accountList(db).list());
}
