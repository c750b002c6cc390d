import type { LegalDate } from '../case-file.ts';
import type { OrganisationKind, RightKind } from '../reference.ts';
import { type Text, text } from '../text.ts';
import type { InstrumentId } from './instruments.ts';
import type { Basis, Verified } from './law.ts';

/** An article on which an authority acts, with the time in which it does. */
export interface EnforcementLaw {
  readonly instrument: InstrumentId;
  readonly basis: readonly Basis[];
  readonly effectiveFrom: LegalDate | null;
  readonly effectiveTo: LegalDate | null;
  readonly verified: Verified;
}

/** Who enforces a kind of right, and on which law. Another body is another row, never another channel. */
export interface CompetentAuthority {
  readonly rights: readonly RightKind[];
  readonly bodies: readonly OrganisationKind[];
  readonly laws: readonly EnforcementLaw[];
  /** What is particular to it, as the officer reads it. */
  readonly note: Text | null;
}

const marketRegulation = ['trademarkEnforcementDepartment'] as const;

/** The rows of administrative enforcement (查处), by kind of right. */
export const competentAuthorities: readonly CompetentAuthority[] = [
  {
    rights: ['trademark', 'wellKnownMark', 'geographicalIndication'],
    bodies: marketRegulation,
    laws: [
      {
        instrument: 'TM19',
        basis: [{ instrument: 'TM19', article: '第六十条' }],
        effectiveFrom: '2019-11-01',
        effectiveTo: '2026-12-31',
        verified: 'text',
      },
      {
        instrument: 'TM26',
        basis: [{ instrument: 'TM26', article: '第七十四条' }],
        effectiveFrom: '2027-01-01',
        effectiveTo: null,
        verified: 'text',
      },
    ],
    note: text(
      '五年内两次以上的，从重处罚；销售者不知情并能证明合法来源的，只责令停止销售；赔偿只能调解或起诉。',
      'Repeated within five years: heavier. An innocent seller with a lawful source is only told to stop. Damages are mediated or sued for.',
    ),
  },
  {
    rights: ['copyright', 'software'],
    bodies: ['copyrightAuthority'],
    laws: [
      {
        instrument: 'CRL',
        basis: [{ instrument: 'CRL', article: '第五十三条' }],
        effectiveFrom: '2021-06-01',
        effectiveTo: null,
        verified: 'text',
      },
    ],
    note: text(
      '同时损害公共利益的，由主管著作权的部门处理；民事纠纷可以调解、仲裁或起诉（著作权法第六十条）。',
      'Only where the public interest is harmed too; the civil dispute is mediated, arbitrated or sued over (Copyright Law art. 60).',
    ),
  },
  {
    rights: ['layoutDesign'],
    bodies: ['patentAdministrationDepartment'],
    laws: [
      {
        instrument: 'LDR',
        basis: [{ instrument: 'LDR', article: '第三十一条' }],
        effectiveFrom: '2001-10-01',
        effectiveTo: null,
        verified: 'text',
      },
    ],
    note: text(
      '由国务院知识产权行政部门处理；不服的，可依法起诉。',
      'Handled by the intellectual-property department of the State; whoever disagrees may sue.',
    ),
  },
  {
    rights: ['plantVariety'],
    bodies: ['plantVarietyAuthority'],
    laws: [
      {
        instrument: 'PVR',
        basis: [{ instrument: 'PVR', article: '第四十一条' }],
        effectiveFrom: '2025-06-01',
        effectiveTo: null,
        verified: 'text',
      },
    ],
    note: text(
      '由农业农村、林业草原主管部门处理，可就赔偿调解。',
      'Agriculture or forestry departments handle it and may mediate the damages.',
    ),
  },
  {
    rights: ['unfairCompetition', 'tradeSecret'],
    bodies: marketRegulation,
    laws: [
      {
        instrument: 'AUCL',
        basis: [{ instrument: 'AUCL', article: '第四条' }],
        effectiveFrom: '2025-10-15',
        effectiveTo: null,
        verified: 'memory',
      },
    ],
    note: null,
  },
  {
    // T38: a second infringement of the same patent after a ruling, in Shandong only.
    rights: ['inventionPatent', 'utilityModel', 'designPatent'],
    bodies: ['patentAdministrationDepartment', 'trademarkEnforcementDepartment'],
    laws: [
      {
        instrument: 'O352',
        basis: [{ instrument: 'O352', article: '' }],
        effectiveFrom: '2024-01-01',
        effectiveTo: null,
        verified: 'secondary',
      },
    ],
    note: text(
      '仅限假冒专利，或裁决认定侵权后再次侵犯同一专利（条文和数额待核实）；专利侵权本身不予处罚。',
      'Only for passing off a patent, or infringing the same patent again after a ruling (article and amount to be confirmed); patent infringement as such is not penalised.',
    ),
  },
];

/** The row of a kind of right; null where no authority enforces it. */
export function competenceOver(right: RightKind | null): CompetentAuthority | null {
  return right === null ? null : (competentAuthorities.find((row) => row.rights.includes(right)) ?? null);
}

/**
 * The laws between which an officer may have to choose: in force when the acts last happened, and when the case is filed. No
 * transitional rule was found for acts before a change, so two answers mean that the officer chooses and says so. Where no row
 * covers a day, the first one answers (适用旧法待核实).
 */
export function lawsAt(row: CompetentAuthority, days: readonly LegalDate[]): readonly EnforcementLaw[] {
  const covering = row.laws.filter((law) => days.some((day) => covers(law, day)));
  return covering.length > 0 ? covering : row.laws.slice(0, 1);
}

function covers({ effectiveFrom, effectiveTo }: EnforcementLaw, day: LegalDate): boolean {
  return (effectiveFrom ?? '') <= day && (effectiveTo === null || day <= effectiveTo);
}
