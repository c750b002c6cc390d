import { type CaseFile, type Id, type Proceeding, patchPart } from '../case-file.ts';
import { undecided } from '../dossier/consent.ts';

/** What every command says that belongs to every mediation alike. */
export const here = {
  target: 'proceeding',
  machine: 'peopleMediation',
  sharedWith: ['courtAnnexedMediation', 'commercialMediation', 'adminMediation', 'generalAdminMediation'],
} as const;
/** Who mediates: at a committee its mediators, at an authority its officers. */
export const mediators = ['mediator', 'rulingOfficer', 'enforcementOfficer'] as const;
/** Who does the papers of a mediation. */
export const committee = [...mediators, 'committeeClerk'] as const;

/** The proceeding has said what becomes of some matters. */
export function decided(caseFile: CaseFile, proceeding: Proceeding, matters: readonly Id[], outcome: string): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding.id, {
    outcomes: { ...proceeding.outcomes, ...Object.fromEntries(matters.map((id) => [id, outcome])) },
  });
}

/** The matters a form chose; none means all that are undecided. */
export function chosen(data: { readonly matters: readonly Id[] }, proceeding: Proceeding): readonly Id[] {
  return data.matters.length > 0 ? data.matters : undecided(proceeding);
}
