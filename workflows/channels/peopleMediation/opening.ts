import { patchPart } from '../../case-file.ts';
import { type CommandDefinition, command, type Requirement, stateRequirement } from '../../command.ts';
import { undecided } from '../../dossier/consent.ts';
import { choiceOf, partiesOf, textOf } from '../../fields.ts';
import { nobodyRefuses } from '../../mediation/requirements.ts';
import { committee, decided } from '../../mediation/shared.ts';
import { labelsOf } from '../../rules/labels.ts';
import { declineReasons } from '../../rules/reasons.ts';
import { text } from '../../text.ts';

const here = { target: 'proceeding', machine: 'peopleMediation' } as const;
/** Asking and declining are the same before any organisation. */
const anyOrganisation = { ...here, sharedWith: ['commercialMediation'] } as const;

const askConsent = command({
  ...anyOrganisation,
  type: 'askConsent',
  kind: 'step',
  label: text('征询对方意愿', 'Ask the other side'),
  by: committee,
  relation: 'custodian',
  fields: { parties: partiesOf({ label: text('征询哪些当事人', 'Whom') }) },
  requires: [],
  apply: ({ data }) => ({ values: { asked: data.parties.length, parties: data.parties } }),
});

/** Whether a right is valid is for the competent authority and cannot be mediated. */
export const isMediable: Requirement = stateRequirement({
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
});

export const respondentIsKnown: Requirement = stateRequirement({
  code: 'respondent-unknown',
  basis: [{ instrument: 'PML', article: '第十七条' }],
  check: ({ caseFile, proceeding }) =>
    undecided(proceeding!).every((id) => (caseFile.matters[id]?.respondents.length ?? 0) > 0)
      ? null
      : {
          text: text('还没有登记被申请人。', 'No respondent is registered yet.'),
          instead: text('请先用“增加当事人”登记被申请人。', 'Add the respondent first.'),
        },
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
  requires: [nobodyRefuses, isMediable, respondentIsKnown],
  apply: ({ caseFile, proceeding, given }) => ({
    caseFile: patchPart(caseFile, 'proceedings', proceeding!.id, {
      number: given.found.numbers?.mediationCase ?? proceeding!.number,
    }),
    facts: [{ type: 'mediationAccepted' }],
  }),
});

const declineMediation = command({
  ...anyOrganisation,
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

export const openingCommands: readonly CommandDefinition[] = [askConsent, acceptMediation, declineMediation];
