import type { Text } from '../text.ts';

/** The labels of a closed list of reasons, for a field that chooses one. */
export function labelsOf<const Rows extends Readonly<Record<string, { readonly label: Text }>>>(
  rows: Rows,
): { readonly [K in keyof Rows]: Text } {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row.label])) as {
    readonly [K in keyof Rows]: Text;
  };
}

/** The labels of some of a closed list. */
export function someLabelsOf<
  const Rows extends Readonly<Record<string, { readonly label: Text }>>,
  K extends keyof Rows & string,
>(rows: Rows, keys: readonly K[]): { readonly [Key in K]: Text } {
  return Object.fromEntries(keys.map((key) => [key, rows[key]!.label])) as { readonly [Key in K]: Text };
}
