import { documentKinds, type Id, type Item, itemClasses, type ManifestRow, type Text } from '../../workflows/index.ts';
import type { Look } from './look.ts';
import { partyName } from './names.ts';

export interface ItemView {
  readonly id: Id;
  readonly document: Text;
  readonly title: string;
  readonly class: Item['class'];
  readonly classLabel: Text;
  readonly proceeding: Id;
  readonly party: Text | null;
  readonly medium: Item['medium'];
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly mediaType: string | null;
  readonly sha256: string | null;
  readonly provenance: string;
  readonly addedOn: string;
  readonly withdrawn: boolean;
  /** Where the file can be fetched; null for a paper original. */
  readonly href: string | null;
}

/** The items this viewer may see and open; of the others not even the number is told. */
export function itemViews(look: Look): readonly ItemView[] {
  return Object.values(look.caseFile.items)
    .filter((item) => look.visible.item(item.id))
    .map((item) => itemView(look, item));
}

export function itemView(look: Look, item: Item): ItemView {
  const { class: itemClass, document, party } = item;
  const full = look.visible.fully(item.proceeding);
  return {
    id: item.id,
    document: documentKinds[document],
    title: item.title,
    class: itemClass,
    classLabel: itemClasses[itemClass].label,
    proceeding: item.proceeding,
    party: party === null ? null : partyName(look, party),
    medium: item.medium,
    pages: item.pages,
    bytes: item.bytes,
    mediaType: item.mediaType,
    sha256: item.sha256,
    // Where a paper came from is a remark of its own file; it does not travel with the envelope.
    provenance: full ? item.provenance : '',
    addedOn: item.addedOn,
    withdrawn: item.withdrawn,
    href: item.medium === 'file' ? `/api/cases/${look.current.id}/items/${item.id}/file` : null,
  };
}

/** A line of a manifest, as it was listed. The title stands only where the viewer may open the item itself. */
export interface ManifestRowView {
  readonly item: Id;
  readonly document: Text;
  readonly title: string | null;
  readonly classLabel: Text;
  readonly sha256: string | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly href: string | null;
}

export function manifestRowView(look: Look, row: ManifestRow): ManifestRowView {
  const item = look.current.items[row.item];
  const open = item !== undefined && look.visible.item(row.item);
  return {
    item: row.item,
    document: documentKinds[row.document],
    title: open ? item.title : null,
    classLabel: itemClasses[row.class].label,
    sha256: row.sha256,
    pages: row.pages,
    bytes: open ? item.bytes : null,
    href: open ? itemView(look, item).href : null,
  };
}
