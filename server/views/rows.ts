import {
  type AnyField,
  type Context,
  channelLabels,
  commands,
  contextOf,
  documentKinds,
  type Entry,
  type Fields,
  handoffKinds,
  type Id,
  type Json,
  noticeLabels,
  type Text,
  text,
} from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { listed, matterLabel, organisationView, partyName, personName, same, staffName } from './names.ts';

/** One thing an entry says: a label and its value; repeating rows stand under `rows`. */
export interface DetailRow {
  readonly label: Text;
  readonly value: Text;
  readonly rows: readonly (readonly DetailRow[])[];
}

/** What an entry says, field by field, in words: ids are named as far as the viewer may know them. */
export function detailsOf(look: Look, { envelope, body }: Entry): readonly DetailRow[] {
  const definition = commands[envelope.type];
  if (body === null || definition === undefined) return [];
  const context = contextOf(look.current, definition, envelope.target, look.given);
  const asked = fieldRows(look, definition.fields, body.data, context);
  const about = namedBeside.flatMap(([name, label]): DetailRow[] => {
    const value = name in definition.fields ? undefined : body.data[name];
    const ids = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    return ids.length === 0 ? [] : [row(label, listed(ids.map((id) => nameOf(look, id))))];
  });
  return [...asked, ...about];
}

/** What `apply` adds to an entry's data beside its fields. */
const namedBeside: readonly (readonly [string, Text])[] = [
  ['party', text('当事人', 'Party')],
  ['parties', text('当事人', 'Parties')],
  ['agent', text('代理人', 'Agent')],
  ['item', text('材料', 'Item')],
  ['named', text('供货人', 'Supplier')],
];

const row = (label: Text, value: Text): DetailRow => ({ label, value, rows: [] });

function fieldRows(
  look: Look,
  fields: Fields,
  data: Readonly<Record<string, Json>>,
  context: Context | null,
): readonly DetailRow[] {
  return Object.entries(fields).flatMap(([name, field]): DetailRow[] => {
    const value = data[name] ?? null;
    const { control } = field;
    if (control.kind === 'rows' && Array.isArray(value)) {
      const rows = value.flatMap((one) =>
        typeof one === 'object' && one !== null && !Array.isArray(one)
          ? [fieldRows(look, control.fields, one as Readonly<Record<string, Json>>, context)]
          : [],
      );
      return rows.every((one) => one.length === 0) ? [] : [{ label: field.label, value: same(''), rows }];
    }
    const shown = shownValue(look, field, value, context);
    return shown === null ? [] : [row(field.label, shown)];
  });
}

/** A value in words; null when there is nothing to say. */
function shownValue(look: Look, { control, choices }: AnyField, value: Json, context: Context | null): Text | null {
  if (value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return null;
  switch (control.kind) {
    case 'choice': {
      const asked = (Array.isArray(value) ? value : [value]).map(String);
      return listed(asked.map((one) => control.labels?.[one] ?? nameOf(look, one, choices === null ? null : context)));
    }
    case 'flag':
      return text('是', 'Yes');
    case 'money':
      return same(yuan(Number(value)));
    case 'moment':
      return same(String(value).replace('T', ' '));
    case 'file':
      return text('已上传文件', 'A file');
    case 'person':
    case 'rows':
      return null;
    default:
      // Commands of the house itself carry ids as plain text.
      return nameOf(look, String(value));
  }
}

/** Integer fen as ¥60,000.00. */
export function yuan(fen: number): string {
  const [whole = '', rest = ''] = (fen / 100).toFixed(2).split('.');
  return `¥${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}

/** Whatever an id names, in words that this viewer may read. */
function nameOf(look: Look, id: Id, context: Context | null = null): Text {
  const { current, given } = look;
  if (current.parties[id]) return partyName(look, id);
  if (current.matters[id])
    return look.visible.matters.has(id) ? matterLabel(look, id) : text('其他事项', 'Another matter');
  const item = current.items[id];
  if (item !== undefined) {
    return look.visible.item(id) ? same(item.title) : text('（不对您开放的材料）', '(a paper not open to you)');
  }
  if (given.reference.organisations[id]) return organisationView(look, id).name;
  if (look.staff[id]) return same(staffName(look, id));
  const agent = Object.values(current.parties)
    .filter((party) => look.visible.parties.has(party.id))
    .flatMap((party) => party.agents)
    .find((one) => one.id === id);
  if (agent !== undefined) return personName(look, agent.person);
  return otherName(look, id, context);
}

function otherName({ current, visible, letters, persons }: Look, id: Id, context: Context | null): Text {
  if (persons.has(id)) return personName({ persons }, id);
  const proceeding = current.proceedings[id];
  if (proceeding !== undefined) return channelLabels[proceeding.channel];
  for (const one of Object.values(current.proceedings)) {
    const agreement = one.agreements[id];
    if (agreement !== undefined && visible.fully(one.id)) {
      return same(agreement.number ?? documentKinds.mediationAgreement.zh);
    }
  }
  const fact = current.facts[id];
  if (fact !== undefined) return text(fact.occurredOn.replace('T', ' '), fact.occurredOn.replace('T', ' '));
  const letter = letters.find(({ draft }) => draft.id === id)?.draft.notice;
  if (letter !== undefined) return noticeLabels[letter];
  const handoff = current.handoffs[id];
  if (handoff !== undefined) return handoffKinds[handoff.kind].label;
  return context === null ? same(id) : same('—');
}
