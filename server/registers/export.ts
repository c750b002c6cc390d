import type { Viewer } from '../security/index.ts';
import { type Dependencies, momentOf } from '../write/index.ts';
import { reconciliationOf } from './reconcile.ts';
import { type RegisterQuery, wholeRegister } from './register.ts';
import { type SheetFile, type SheetFormat, sheetFile } from './sheets.ts';
import { reconciliationTable, registerTable } from './tables.ts';

/** The register as a file; the taking of it is on record with the auditor before it is given. */
export async function registerExport(
  viewer: Viewer,
  query: RegisterQuery,
  format: SheetFormat,
  language: 'zh' | 'en',
  dependencies: Dependencies,
): Promise<SheetFile> {
  const views = await wholeRegister(viewer, query, dependencies);
  const asked = Object.entries(query).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  await noteExport(viewer, 'referrals', { format, rows: views.length, asked }, dependencies);
  return sheetFile(registerTable(views, language), format);
}

/** A kept reconciliation as a file, on record like every export. */
export async function reconciliationExport(
  viewer: Viewer,
  id: string,
  format: SheetFormat,
  language: 'zh' | 'en',
  dependencies: Dependencies,
): Promise<SheetFile> {
  const { rows } = await reconciliationOf(viewer, id, dependencies);
  await noteExport(viewer, id, { format, rows: rows.length }, dependencies);
  return sheetFile(reconciliationTable(rows, dependencies.town.organisations, language), format);
}

async function noteExport(
  { accountId }: Viewer,
  thing: string,
  details: Readonly<Record<string, string | number | readonly string[]>>,
  { audit, now }: Dependencies,
): Promise<void> {
  await audit.record({ kind: 'registerExported', at: momentOf(now()), person: accountId, thing, details });
}
