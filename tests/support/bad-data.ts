import type { AnyField, Control, Fields } from '../../workflows/index.ts';

/** What nobody should have sent in a field: a name for the message of a failing test, and the value. */
export interface BadValue {
  readonly what: string;
  readonly value: unknown;
}

const bad = (what: string, value: unknown): BadValue => ({ what, value });

/** Names that every object has, and the id of something in another case. */
const strangers = ['constructor', '__proto__', 'toString', 'case-2-1', '🐶'];

const byKind: { readonly [K in Control['kind']]: (control: Extract<Control, { kind: K }>) => readonly BadValue[] } = {
  text: ({ maxLength }) => [bad('a number', 7), bad('a list', ['x']), bad('too long', '长'.repeat(maxLength + 1))],
  choice: ({ many }) => [
    bad('a number', many ? [7] : 7),
    bad('the other shape', many ? 'one' : ['one']),
    ...strangers.map((id) => bad(`a stranger ${id}`, many ? [id] : id)),
  ],
  flag: () => [bad('a word', 'yes'), bad('a number', 1)],
  date: () =>
    ['2026-02-30', '2026-13-01', '26-9-1', '昨天', 20_260_901, '0000-00-00'].map((one) => bad('no date', one)),
  moment: () => ['2026-09-01', '2026-09-01T25:00', '九点', 7].map((one) => bad('no moment', one)),
  money: () => [1.5, -1, '100', 1e20, null].slice(0, 4).map((one) => bad('no sum', one)),
  count: ({ minimum, maximum }) => [minimum - 1, maximum + 1, minimum + 0.5, '3'].map((one) => bad('no count', one)),
  person: () => [
    bad('a name alone', '赵先生'),
    bad('nobody', {}),
    bad('a field too many', { name: '赵', colour: 1 }),
    bad('a wrong check digit', { name: '赵', identityNumber: '110105194912310021' }),
    bad('a name too long', { name: '赵'.repeat(500) }),
  ],
  file: () => [bad('a path', '/etc/passwd'), bad('no hash', { sha256: 'zz', bytes: 1, mediaType: 'text/plain' })],
  rows: ({ fields, maximum }) => [
    bad('no list', 'one'),
    bad('a row that is none', ['one']),
    bad('a row with a field too many', [{ surprise: 1 }]),
    bad('too many rows', Array(maximum + 1).fill({})),
    ...badIn(fields).map(({ what, name, value }) => bad(`in a row: ${name} ${what}`, [{ [name]: value }])),
  ],
};

/** Every bad value of one field. */
function badFor({ control }: AnyField): readonly BadValue[] {
  // The table has a row for every kind; the compiler cannot tie the row to this one control.
  return (byKind[control.kind] as (one: Control) => readonly BadValue[])(control);
}

/** Every bad value of every field of a form. */
export function badIn(fields: Fields): readonly (BadValue & { readonly name: string })[] {
  return Object.entries(fields).flatMap(([name, field]) => badFor(field).map((one) => ({ ...one, name })));
}
