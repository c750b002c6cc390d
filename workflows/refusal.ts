import type { Basis } from './rules/law.ts';
import type { Text } from './text.ts';

/** Why a command is not possible, said so that the reader can go on: the only lawful way to say no. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: string;
  readonly text: Text;
  readonly basis: readonly Basis[];
  /** What to do instead. */
  readonly instead: Text | null;
  /** The form field it is about. */
  readonly field: string | null;
  /** Warnings that must be acknowledged before the command is taken; empty for a real refusal. */
  readonly warnings: readonly Warning[];
  /** How a door answers: not yours, not found, not now, not so. */
  readonly status: 'forbidden' | 'conflict' | 'invalid' | 'acknowledge';
}

/** Something another body decides: shown, acknowledged, recorded; never a refusal of its own. */
export interface Warning {
  readonly code: string;
  readonly text: Text;
  readonly basis: readonly Basis[];
  readonly instead: Text | null;
}

/** Builds a refusal; `status` defaults to a conflict with the state of the case. */
export function refuse(
  code: string,
  text: Text,
  more: Partial<Pick<Refusal, 'basis' | 'instead' | 'field' | 'status' | 'warnings'>> = {},
): Refusal {
  return {
    kind: 'refusal',
    code,
    text,
    basis: more.basis ?? [],
    instead: more.instead ?? null,
    field: more.field ?? null,
    warnings: more.warnings ?? [],
    status: more.status ?? 'conflict',
  };
}

export function isRefusal(value: object): value is Refusal {
  return 'kind' in value && value.kind === 'refusal';
}
