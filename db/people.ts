/** What a person in the sense of the law is; individual businesses (个体工商户) and foreign organisations differ in their papers. */
export const personKinds = ['natural', 'legal', 'individualBusiness', 'unincorporated', 'foreignOrganisation'] as const;
export type PersonKind = (typeof personKinds)[number];

/** Fields that are encrypted under the person's own key and shown masked. */
export const sensitiveFields = ['identityNumber', 'telephone', 'email', 'address', 'bankAccount', 'wechat'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

/** What can be unmasked: the sensitive fields, and the full name of a minor. */
export type RevealableField = SensitiveField | 'name';

/**
 * A person as written. `name` stands in the clear because lists need it, except for minors, whose lists show 张某某.
 * An absent field is left as it is, null removes it. `creditCode` (统一社会信用代码) is public and not encrypted.
 */
export interface PersonRecord extends Readonly<Partial<Record<SensitiveField, string | null>>> {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly creditCode?: string | null;
  readonly isMinor?: boolean;
}

/** A person as shown. Masked fields look like 138****1234; Erased people have only their id and kind left; their name is empty. */
export interface MaskedPerson extends Readonly<Partial<Record<SensitiveField, string>>> {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly creditCode: string | null;
  readonly isMinor: boolean;
  readonly erased: boolean;
}

/** Who wants to see a field in the clear: an account id, or `system:letters` and the like. The reason is kept for the auditor. */
export interface Unmasking {
  readonly personId: string;
  readonly field: RevealableField;
  readonly revealedTo: string;
  readonly reason: string;
}

/** The value, or why there is none. Only a value that is returned is logged as seen. */
export type Revealed =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: 'person-unknown' | 'person-erased' | 'field-empty' | 'reason-missing' };

/** The person store for readers. Writing people happens inside the case store's commit, through its own adapter. */
export interface People {
  /** Masked views by id; unknown ids are absent. */
  readonly masked: (ids: readonly string[]) => Promise<ReadonlyMap<string, MaskedPerson>>;
  /** One field in the clear, logged with who and why before it is returned. */
  readonly reveal: (request: Unmasking) => Promise<Revealed>;
  /** Who saw what of a person, oldest first. */
  readonly unmaskings: (personId: string) => Promise<readonly (Unmasking & { readonly revealedAt: string })[]>;
}

/** A sensitive value as it may be shown: enough to recognise, not enough to use. Nothing of short values. */
export function mask(field: RevealableField, value: string): string {
  const characters = Array.from(value);
  if (field === 'name') return characters[0] + '某'.repeat(Math.max(1, characters.length - 1));
  if (field === 'email') return maskEmail(value);
  const [before, after] = shown[field];
  if (characters.length < before + after + 4) return '****';
  return `${characters.slice(0, before).join('')}****${after === 0 ? '' : characters.slice(-after).join('')}`;
}

/** Characters left readable at the beginning and at the end. */
const shown = {
  identityNumber: [3, 2],
  telephone: [3, 4],
  address: [6, 0],
  bankAccount: [0, 4],
  wechat: [1, 1],
} as const satisfies Readonly<Record<Exclude<SensitiveField, 'email'>, readonly [number, number]>>;

function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 1 ? '****' : `${Array.from(value)[0]}****${value.slice(at)}`;
}
