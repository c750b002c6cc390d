import type { CaseFile, Id, LegalDate } from '../../case-file.ts';
import { type Context, dataRequirement, type Requirement } from '../../command.ts';
import { latestFact } from '../../facts.ts';
import { type CrimeFigures, type CrimeId, canConcern, crimeHints, crimes } from '../../rules/crime-thresholds.ts';
import { text } from '../../text.ts';

/** The reference of an entry, or before every entry. */
const seqOf = (caseFile: CaseFile, type: string, proceeding: Id): number =>
  latestFact(caseFile, type, { proceeding })?.seq ?? -1;

/**
 * Whether a suspected crime still waits for its transfer: it was reported and not decided on, approved and not yet back from
 * the police, or the findings reach a threshold and nobody decided on a transfer since (TRR 3, 5, 11).
 */
export function transferIsDue(caseFile: CaseFile, proceeding: Id): boolean {
  const decision = latestFact(caseFile, 'decideTransfer', { proceeding });
  const decided = decision?.seq ?? -1;
  const back = seqOf(caseFile, 'takeBackFromPolice', proceeding);
  const reported = seqOf(caseFile, 'reportSuspectedCrime', proceeding);
  const found = latestFact(caseFile, 'recordFindings', { proceeding });
  if (reported > decided) return true;
  if (decision?.values.approved === true && back < decided) return true;
  return found?.values.reached === true && found.seq > decided && found.seq > back;
}

/** Whether a transfer was approved and has not been made, or undone, since. */
export function transferIsApproved(caseFile: CaseFile, proceeding: Id): boolean {
  const decision = latestFact(caseFile, 'decideTransfer', { proceeding });
  return decision?.values.approved === true && seqOf(caseFile, 'takeBackFromPolice', proceeding) < decision.seq;
}

/** A crime of the list can only be committed against its kinds of right; infringing a patent is none of them. */
export function crimeFitsRight<Data>(crimeOf: (context: Context<Data>) => CrimeId | null): Requirement<Data> {
  return dataRequirement<Data>({
    code: 'no-crime-against-this-right',
    basis: [{ instrument: 'IPC25', article: '第三条、第五条、第六条、第十条、第十三条、第十四条、第十七条' }],
    check: (context) => {
      const crime = crimeOf(context);
      const rights = context.proceeding!.matters.map((id) => context.caseFile.matters[id]?.right.kind ?? null);
      return crime === null || rights.some((right) => canConcern(crime, right))
        ? null
        : {
            text: text(
              `“${crimes[crime].label.zh}”与本案权利类型不符；专利侵权本身不构成犯罪。`,
              `“${crimes[crime].label.en}” cannot be committed against this right; patent infringement as such is no crime.`,
            ),
            field: 'crime',
          };
    },
  });
}

/** Crimes whose thresholds these figures reach though none was named; nothing where the police have had the case already. */
export function unnamedCrimes(
  { caseFile, proceeding }: Context<unknown>,
  figures: CrimeFigures,
  actedOn: LegalDate,
): readonly CrimeId[] {
  if (caseFile.handoffs[proceeding!.openedByHandoff ?? '']?.kind === 'H8') return [];
  if (latestFact(caseFile, 'takeBackFromPolice', { proceeding: proceeding!.id }) !== null) return [];
  const rights = proceeding!.matters.map((id) => caseFile.matters[id]?.right.kind ?? null);
  // The keys of the table are exactly the crimes.
  return (Object.keys(crimes) as CrimeId[]).filter(
    (crime) =>
      rights.some((right) => right !== null && canConcern(crime, right)) &&
      crimeHints(crime, figures, actedOn).length > 0,
  );
}
