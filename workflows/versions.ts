/**
 * What derived rows were computed with: `program` when the derivation itself changes, `rules` when a rule's content does.
 * Raising one makes stored rows stale, and `db:rederive` computes them again.
 */
export const versions = { program: '8', rules: '2026-11-30' } as const;
