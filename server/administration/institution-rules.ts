import type { RulesProposal } from '../../db/institution-rules.ts';
import { type ArbitrationRules, type Text, text } from '../../workflows/index.ts';
import { ProblemError } from '../errors.ts';
import type { Viewer } from '../security/index.ts';
import { type Dependencies, rulesKnown } from '../write/index.ts';
import { act } from './accounts.ts';
import { requireRole } from './roles.ts';

/** Rules as an administrator enters them: what the institution's own text says, with where it stands. */
export type RulesEntered = Pick<
  ArbitrationRules,
  'name' | 'inForceFrom' | 'inForceTo' | 'terms' | 'hearingNotice' | 'source'
> & {
  readonly institution: string;
  /** Whether the text itself was read; otherwise the rules are shown as 待核实. */
  readonly textRead: boolean;
};

/** An arbitration institution with its rules, latest first, and what waits for a second administrator. */
export interface InstitutionView {
  readonly id: string;
  readonly name: Text;
  readonly rules: readonly ArbitrationRules[];
}

/** Rules that wait, with the name of whoever proposed them. */
export interface RulesProposalView extends RulesProposal {
  readonly institutionName: Text;
  readonly proposedByName: string;
  /** Whether these rules are known already, and only switched. */
  readonly isSwitch: boolean;
}

/** The rules of every arbitration institution, for whoever is signed in; examples of no institution stand by themselves. */
export async function institutionRulesViews(
  dependencies: Dependencies,
): Promise<{ readonly institutions: readonly InstitutionView[]; readonly examples: readonly ArbitrationRules[] }> {
  const all = await rulesKnown(dependencies);
  const institutions = Object.values(dependencies.town.organisations)
    .filter(({ kind }) => kind === 'arbitrationInstitution')
    .map(({ id, name }) => ({
      id,
      name,
      rules: all
        .filter(({ institution }) => institution === id)
        .toSorted((one, other) => (other.inForceFrom ?? '').localeCompare(one.inForceFrom ?? '')),
    }));
  return { institutions, examples: all.filter(({ institution }) => institution === null) };
}

/** What waits for the second administrator; for the administrators of system and security. */
export async function rulesProposalViews(
  viewer: Viewer,
  dependencies: Dependencies,
): Promise<readonly RulesProposalView[]> {
  requireRole(viewer, 'systemAdministrator', 'securityAdministrator');
  const { accounts, town, institutionRules } = dependencies;
  const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
  const known = new Set((await rulesKnown(dependencies)).map(({ id }) => id));
  return (await institutionRules.open()).map((one) => ({
    ...one,
    institutionName: town.organisations[one.rules.institution ?? '']?.name ?? text('', ''),
    proposedByName: names.get(one.proposedBy) ?? one.proposedBy,
    isSwitch: known.has(one.rules.id),
  }));
}

/** A system administrator enters an institution's rules. Nothing is counted by them until another has confirmed them. */
export async function proposeRules(
  viewer: Viewer,
  { textRead, ...entered }: RulesEntered,
  dependencies: Dependencies,
): Promise<void> {
  requireRole(viewer, 'systemAdministrator');
  const fields = mistakesIn(entered, dependencies);
  if (fields.length > 0)
    throw new ProblemError('invalid-input', { detail: fields[0]!.text, fields: fields.map(pointed) });
  const verified = textRead ? 'text' : 'secondary';
  await propose(viewer, { ...entered, id: dependencies.ids(), active: true, verified }, dependencies);
}

/** A system administrator proposes to switch known rules on or off. Arbitrations taken in by them keep them. */
export async function proposeRulesSwitch(
  viewer: Viewer,
  id: string,
  active: boolean,
  dependencies: Dependencies,
): Promise<void> {
  requireRole(viewer, 'systemAdministrator');
  const rules = (await rulesKnown(dependencies)).find((one) => one.id === id && one.institution !== null);
  if (rules === undefined) throw new ProblemError('not-found');
  if (rules.active === active) throw new ProblemError('not-in-this-state');
  await propose(viewer, { ...rules, active }, dependencies);
}

async function propose(viewer: Viewer, rules: ArbitrationRules, dependencies: Dependencies): Promise<void> {
  const id = dependencies.ids();
  const details = { rules: rules.id, active: rules.active ? 'yes' : 'no' };
  const audit = { ...act(viewer, dependencies), kind: 'arbitrationRulesProposed', thing: id, details } as const;
  const made = await dependencies.institutionRules.propose({ id, rules, proposedBy: viewer.accountId }, audit);
  if (!made.ok) throw new ProblemError(made.code);
}

/** The security administrator confirms or rejects, a system administrator takes back. */
export async function decideRules(
  viewer: Viewer,
  id: string,
  as: 'confirmed' | 'rejected' | 'withdrawn',
  dependencies: Dependencies,
): Promise<void> {
  requireRole(viewer, as === 'withdrawn' ? 'systemAdministrator' : 'securityAdministrator');
  const decided = await dependencies.institutionRules.decide(id, as, viewer.accountId, ({ rules, proposedBy }) => ({
    ...act(viewer, dependencies),
    kind: 'arbitrationRulesDecided',
    thing: id,
    details: { as, rules: rules.id, proposedBy },
  }));
  if (!decided.ok) throw new ProblemError(decided.code === 'proposal-unknown' ? 'not-found' : decided.code);
}

interface Mistake {
  readonly field: string;
  readonly text: Text;
}

const pointed = ({ field, text: { zh, en } }: Mistake) => ({ pointer: `/${field}`, zh, en });

function mistakesIn(entered: Omit<RulesEntered, 'textRead'>, { town }: Dependencies): readonly Mistake[] {
  const { institution, name, source, inForceFrom, inForceTo, terms, hearingNotice } = entered;
  const mistakes: Mistake[] = [];
  const add = (field: string, zh: string, en: string) => mistakes.push({ field, text: text(zh, en) });
  if (town.organisations[institution]?.kind !== 'arbitrationInstitution')
    add('institution', '请选择仲裁机构。', 'Choose an arbitration institution.');
  if (name.zh.trim() === '') add('name', '请填写规则名称。', 'Give the name of the rules.');
  if (source.trim() === '')
    add('source', '请写明出处，便于核对。', 'Say where the text stands, so that it can be checked.');
  if (inForceFrom === null) add('inForceFrom', '请填写施行日期。', 'Give the day from which they are in force.');
  if (inForceFrom !== null && inForceTo !== null && inForceTo < inForceFrom)
    add('inForceTo', '失效日期不能早于施行日期。', 'They cannot end before they begin.');
  if (terms.length === 0 && hearingNotice === null)
    add('answer', '请至少填写一项期限。', 'Give one time limit at least.');
  for (const { step, article } of terms)
    if (article.trim() === '') add(step, '每项期限须写明条文。', 'Every time limit needs its article.');
  if (hearingNotice !== null && hearingNotice.article.trim() === '')
    add('hearingNotice', '每项期限须写明条文。', 'Every time limit needs its article.');
  return mistakes;
}
