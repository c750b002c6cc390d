import { patchPart } from '../case-file.ts';
import { type CommandDefinition, command, dataRequirement } from '../command.ts';
import { reassigned } from '../dossier/officers.ts';
import { choiceOf, flag, itemOf, officerOf, officersOf, partiesOf } from '../fields.ts';
import { instruments } from '../rules/instruments.ts';
import { text } from '../text.ts';
import { committee, here, mediators } from './shared.ts';

/** In commercial mediation the parties choose together, or together ask for a recommendation (CMR 15). */
const jointlyChosen = dataRequirement<{ readonly chosenBy: string | null }>({
  code: 'mediator-not-jointly-chosen',
  effect: 'marks',
  basis: [{ instrument: 'CMR', article: '第十五条' }],
  check: ({ data, proceeding, day }) =>
    proceeding?.channel === 'commercialMediation' &&
    day >= instruments.CMR.effectiveFrom! &&
    (data.chosenBy ?? 'committee') === 'committee'
      ? {
          text: text(
            '商事调解员由各方共同选定，或者由各方共同委托推荐。',
            'The parties choose the commercial mediator together, or together ask for a recommendation.',
          ),
          instead: text(
            '请取得各方共同意见后重新登记。',
            'Have the parties agree on the mediator and record it again.',
          ),
        }
      : null,
});

/** The committee names one or more mediators, or the parties choose (PML 19). */
const assignMediator = command({
  ...here,
  type: 'assignMediator',
  kind: 'step',
  label: text('指定调解员', 'Name the mediator'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('指定日期', 'Named on') },
  fields: {
    mediator: officerOf({ label: text('调解员', 'Mediator'), roles: mediators }),
    deputies: officersOf({ label: text('共同调解员、代理人员', 'Co-mediators and deputies'), roles: mediators }),
    chosenBy: choiceOf({
      label: text('产生方式', 'Chosen by'),
      of: {
        committee: text('调委会指定', 'The committee'),
        parties: text('当事人选择', 'The parties'),
        recommended: text('当事人共同委托推荐', 'Recommended at the joint request of the parties'),
      },
      optional: true,
    }),
  },
  requires: [jointlyChosen],
  apply: ({ data, caseFile, proceeding, day }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      assignments: reassigned(proceeding!, data.mediator, data.deputies, day),
    }),
    values: { mediator: data.mediator, chosenBy: data.chosenBy ?? 'committee' },
  }),
});

/** Tells the rights and duties, the effect of an agreement, the right to confirmation, and that sham mediation is punished; oral or written (PMW 30). */
const giveRightsNotice = command({
  ...here,
  type: 'giveRightsNotice',
  kind: 'fact',
  label: text('告知权利义务', 'Tell rights and duties'),
  by: committee,
  relation: 'custodian',
  occurredOn: { precision: 'day', label: text('告知日期', 'Told on') },
  fields: {
    parties: partiesOf({ label: text('告知的当事人', 'Whom') }),
    manner: choiceOf({
      label: text('方式', 'How'),
      of: { oral: text('口头', 'Orally'), written: text('书面', 'In writing') },
    }),
  },
  requires: [],
  apply: ({ data }) => ({ values: { manner: data.manner, told: data.parties.length } }),
});

/** Discloses a relation; whether the mediator goes on is for the parties, in writing where commercial rules ask for it. */
const discloseRelation = command({
  ...here,
  type: 'discloseRelation',
  kind: 'fact',
  label: text('披露利害关系', 'Disclose a relation'),
  by: mediators,
  relation: 'custodian',
  fields: {
    relation: choiceOf({
      label: text('关系', 'Relation'),
      of: {
        kinship: text('近亲属', 'Kinship'),
        interest: text('利害关系', 'Interest in the outcome'),
        enforcement: text('同时担任行政执法人员', 'Also an enforcement officer'),
        other: text('其他', 'Other'),
      },
    }),
    waived: flag({ label: text('各方知悉后仍同意', 'All parties know and still agree') }),
    evidence: itemOf({ label: text('书面同意', 'Written consent'), optional: true }),
  },
  requires: [
    dataRequirement<{ waived: boolean; evidence: string | null }>({
      code: 'waiver-must-be-written',
      basis: [{ instrument: 'CMR', article: '第二十条' }],
      check: ({ data, proceeding, given }) =>
        data.waived &&
        data.evidence === null &&
        given.reference.organisations[proceeding!.organisation]?.kind === 'commercialMediationOrganisation'
          ? {
              text: text(
                '商事调解员披露后继续调解的，须有各方的书面同意。',
                'In commercial mediation the parties agree in writing that the mediator goes on.',
              ),
              instead: text('请先收录书面同意，再登记。', 'Put the written consent on the file first.'),
              field: 'evidence',
            }
          : null,
    }),
  ],
  apply: ({ data }) => ({ values: { relation: data.relation, waived: data.waived } }),
});

export const mediatorCommands: readonly CommandDefinition[] = [assignMediator, giveRightsNotice, discloseRelation];
