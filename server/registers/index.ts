/** The register of referrals and its reconciliation with lists from outside: what API and pages do. */
export { type ListField, plainHeading } from './columns.ts';
export type { ComparedRow } from './compare.ts';
export { reconciliationExport, registerExport } from './export.ts';
export { type HeadedTable, headedTable } from './headed-table.ts';
export { type ListFile, listLimits, readList } from './read-list.ts';
export {
  type Comparison,
  type ListForm,
  readListForm,
  reconcile,
  reconciliationOf,
  reconciliationPage,
} from './reconcile.ts';
export {
  type RegisterPage,
  type RegisterQuery,
  registerHolder,
  registerPage,
  registerQueryNames,
  registerRoles,
} from './register.ts';
export { formatAsked, type SheetFile, type SheetFormat, type SheetTable, sheetFile } from './sheets.ts';
export { outcomeOf } from './tables.ts';
export { answerLabels, differingValue, fieldLabels, openLabels, outcomeLabels, reasonLabel } from './words.ts';
