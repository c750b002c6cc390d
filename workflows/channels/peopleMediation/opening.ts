import { patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, stateRequirement } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { reassigned } from '../../dossier/officers.ts';
import { choiceOf, flag, itemOf, officerOf, officersOf, partiesOf, textOf } from '../../fields.ts';
import { labelsOf } from '../../rules/labels.ts';
import { declineReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';
import { nobodyRefuses } from './requirements.ts';

import { committee, decided, here } from './shared.ts';

const askConsent = command({
  ...here,
  type: 'askConsent',
  kind: 'step',
  label: text('征询对方意愿', 'Ask the other side'),
  by: committee,
  relation: 'custodian',
  fields: { parties: partiesOf({ label: text('征询哪些当事人', 'Whom') }) },
  requires: [],
  apply: ({ data }) => ({ values: { asked: data.parties.length, parties: data.parties } }),
});

/** Takes the dispute up. Consent need not be spoken, but nobody may have clearly refused (PML 17). Free of charge (PML 4). */
const acceptMediation = command({
  ...here,
  type: 'acceptMediation',
  kind: 'step',
  label: text('受理', 'Accept'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  needs: ['number:mediationCase'],
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: {},
  requires: [
    nobodyRefuses,
    stateRequirement({
      code: 'not-mediable',
      basis: [{ instrument: 'PL', article: '第四十六条' }],
      check: ({ caseFile, proceeding }) =>
        undecided(proceeding!).some((id) => caseFile.matters[id]?.dispute === 'validity')
          ? {
              text: text(
                '权利是否有效由主管机关认定，不能调解。',
                'Whether a right is valid is for the competent authority and cannot be mediated.',
              ),
              instead: text(
                '请拆分该事项，或不予受理并告知途径。',
                'Split that matter off, or decline and tell the route.',
              ),
            }
          : null,
    }),
    stateRequirement({
      code: 'respondent-unknown',
      basis: [{ instrument: 'PML', article: '第十七条' }],
      check: ({ caseFile, proceeding }) =>
        undecided(proceeding!).every((id) => (caseFile.matters[id]?.respondents.length ?? 0) > 0)
          ? null
          : {
              text: text('还没有登记被申请人。', 'No respondent is registered yet.'),
              instead: text('请先用“增加当事人”登记被申请人。', 'Add the respondent first.'),
            },
    }),
  ],
  apply: ({ caseFile, proceeding, given }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      number: given.found.numbers?.mediationCase ?? proceeding!.number,
    }),
    facts: [{ type: 'mediationAccepted' }],
  }),
});

const declineMediation = command({
  ...here,
  type: 'declineMediation',
  kind: 'step',
  label: text('不予受理', 'Decline'),
  tone: 'danger',
  by: committee,
  relation: 'custodian',
  fields: {
    reason: choiceOf({ label: text('原因', 'Reason'), of: labelsOf(declineReasons) }),
    routesTold: textOf({ label: text('告知的其他途径', 'Routes told'), maxLength: 500, multiline: true }),
  },
  requires: [],
  apply: ({ data, caseFile, proceeding }) => {
    const matters = undecided(proceeding!);
    return {
      caseFile: decided(caseFile, proceeding!, matters, 'declined'),
      values: { reason: data.reason },
      facts: [{ type: 'mediationFailed', matters, values: { reason: data.reason } }],
    };
  },
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
    mediator: officerOf({ label: text('调解员', 'Mediator'), roles: ['mediator'] }),
    deputies: officersOf({ label: text('共同调解员、代理人员', 'Co-mediators and deputies'), roles: ['mediator'] }),
    chosenBy: choiceOf({
      label: text('产生方式', 'Chosen by'),
      of: { committee: text('调委会指定', 'The committee'), parties: text('当事人选择', 'The parties') },
      optional: true,
    }),
  },
  requires: [],
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
  by: ['mediator'],
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
  requires: [],
  apply: ({ data }) => ({ values: { relation: data.relation, waived: data.waived } }),
});

export const openingCommands: readonly CommandDefinition[] = [
  askConsent,
  acceptMediation,
  declineMediation,
  assignMediator,
  giveRightsNotice,
  discloseRelation,
];
