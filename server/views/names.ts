import type { ListedCase } from '../../db/listings.ts';
import { type Basis, cite, type Id, type Matter, rightKindLabels, type Text, text } from '../../workflows/index.ts';
import type { Look } from './look.ts';

/** What naming needs of a look: lists have only this much. */
type Named = Pick<Look, 'caseFile' | 'current' | 'given' | 'visible' | 'persons'>;

/** The same words in both languages: names, numbers, dates. */
export function same(words: string): Text {
  return { zh: words, en: words };
}

/** One citation in both languages: 《人民调解法》第二十九条. */
export function citation(basis: Basis): Text {
  return { zh: cite(basis, 'zh'), en: cite(basis, 'en') };
}

export interface OrganisationView {
  readonly id: Id;
  readonly name: Text;
  readonly shortName: Text;
  readonly onSystem: boolean;
  readonly telephone: string | null;
}

export function organisationView({ given }: Pick<Look, 'given'>, id: Id): OrganisationView {
  const found = given.reference.organisations[id];
  return {
    id,
    name: found?.name ?? same(id),
    shortName: found?.shortName ?? same(id),
    onSystem: found?.onSystem ?? false,
    telephone: found?.publicTelephone ?? null,
  };
}

const erased = text('（姓名已删除）', '(name erased)');
const otherParty = text('其他当事人', 'Another party');

/** The name of a party; a party the viewer may not know stays unnamed. */
export function partyName(look: Named, id: Id): Text {
  const party = look.current.parties[id];
  if (party === undefined || !look.visible.parties.has(id)) return otherParty;
  return personName(look, party.person);
}

/** The name of a person of the case, without a check of who looks. */
export function personName({ persons }: Pick<Look, 'persons'>, id: Id): Text {
  return givenName(persons.get(id)?.name ?? '');
}

function givenName(name: string): Text {
  return name === '' ? erased : same(name);
}

export function staffName({ staff }: Pick<Look, 'staff'>, id: Id): string {
  return staff[id] ?? '';
}

/** Several names in a row. */
export function listed(names: readonly Text[]): Text {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}

/** A name in quotation marks; marks it has inside become single ones: “‘精工坊’代销合同”. */
export function quoted(name: string): string {
  return `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** What a matter is about, without names: 商标“海岳”. */
export function rightLabel({ right }: { readonly right: Pick<Matter['right'], 'kind' | 'name'> }): Text | null {
  const kind = right.kind === null ? null : rightKindLabels[right.kind];
  if (kind === null) return right.name === null ? null : same(right.name);
  return right.name === null ? kind : text(`${kind.zh}${quoted(right.name)}`, `${kind.en} ${quoted(right.name)}`);
}

/** Who against whom over what: 海岳电器诉…商标“海岳”纠纷. Names only parties that the viewer may know. */
export function caseTitle(look: Named): Text {
  const matters = Object.values(look.caseFile.matters).filter((matter) => look.visible.matters.has(matter.id));
  const names = (ids: readonly Id[]) => [...new Set(ids)].map((id) => partyName(look, id));
  return titleOf(
    names(matters.flatMap((matter) => matter.claimants)),
    names(matters.flatMap((matter) => matter.respondents)),
    matters.map(rightLabel).find((label) => label !== null) ?? null,
  );
}

/** The title of a case as an organisation lists it. */
export function listedTitle({ listing, names }: ListedCase): Text {
  const named = (ids: readonly Id[]) => ids.map((id) => givenName(names[id] ?? ''));
  const right = listing.right === null ? null : rightLabel({ right: listing.right });
  return titleOf(named(listing.claimants), named(listing.respondents), right);
}

function titleOf(claimants: readonly Text[], respondents: readonly Text[], about: Text | null): Text {
  const right = about ?? text('知识产权', 'intellectual property');
  const sides = [listed(claimants), listed(respondents)].filter(({ zh }) => zh !== '');
  return text(
    `${sides.map(({ zh }) => zh).join('与')}${right.zh}纠纷`,
    `${sides.map(({ en }) => en).join(' v. ')}: ${right.en}`,
  );
}

/** The number of a matter within its case, from 1. */
export function matterNumber({ current }: Pick<Look, 'current'>, id: Id): number {
  return Object.keys(current.matters).indexOf(id) + 1;
}

/** A matter by number and respondents: 争议事项 1 · 芝罘区鑫达商行. */
export function matterLabel(look: Named, id: Id): Text {
  const number = matterNumber(look, id);
  const respondents = listed((look.current.matters[id]?.respondents ?? []).map((party) => partyName(look, party)));
  const suffix = (name: string) => (name === '' ? '' : ` · ${name}`);
  return text(`争议事项 ${number}${suffix(respondents.zh)}`, `Matter ${number}${suffix(respondents.en)}`);
}
