import type { CaseFile, Id, Proceeding } from '../../case-file.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { factsOf } from '../../facts.ts';
import { type Text, text } from '../../text.ts';

/** Who stands where before the court; civil sides do not count here. */
export interface SuitRoles {
  /** Parties to the ruling who sued over it (APL 25). */
  readonly plaintiffs: readonly Id[];
  /** The authority that gave the ruling, even where another body carried it out for it (APL 26); null without a ruling on file. */
  readonly defendant: Id | null;
  /** The other parties to the ruling (APL 29, APLI 30). */
  readonly thirdPersons: readonly Id[];
}

export const suitRoles = {
  plaintiffs: text('原告', 'Plaintiff'),
  defendant: text('被告', 'Defendant'),
  thirdPersons: text('第三人', 'Third person'),
} as const satisfies Record<keyof SuitRoles, Text>;

/** The ruling that an administrative suit attacks: the latest one over its matters. */
export function rulingAttacked(caseFile: CaseFile, suit: Proceeding): Proceeding | null {
  return (
    Object.values(caseFile.proceedings).findLast(
      (one) => one.channel === 'adminRuling' && one.matters.some((matter) => suit.matters.includes(matter)),
    ) ?? null
  );
}

/** The administrative suit over a ruling that has not said yet what becomes of it. */
export function suitOverRuling(caseFile: CaseFile, ruling: Proceeding): Proceeding | null {
  return (
    Object.values(caseFile.proceedings).findLast(
      (one) =>
        one.channel === 'administrativeLitigation' &&
        one.endedOn === null &&
        one.matters.some((matter) => ruling.matters.includes(matter) && one.outcomes[matter] === undefined),
    ) ?? null
  );
}

/** Plaintiff, defendant and third persons of an administrative suit; who sued before an earlier judgment does not count. */
export function rolesOf(caseFile: CaseFile, suit: Proceeding): SuitRoles {
  const ruling = rulingAttacked(caseFile, suit);
  const scope = { proceeding: ruling?.id ?? '' };
  const decided = factsOf(caseFile, 'recordChallengeResult', scope);
  const endsBefore = decided.filter(({ occurredOn }) => occurredOn < suit.openedOn).at(-1)?.seq ?? 0;
  const sued = factsOf(caseFile, 'recordAdministrativeSuit', scope)
    .filter(({ seq }) => seq > endsBefore)
    .flatMap(({ party }) => party ?? []);
  const plaintiffs = [...new Set(sued)];
  const others = partiesOfMatters(caseFile, suit.matters).map(({ id }) => id);
  return {
    plaintiffs,
    defendant: ruling?.organisation ?? null,
    thirdPersons: others.filter((id) => !plaintiffs.includes(id)),
  };
}
