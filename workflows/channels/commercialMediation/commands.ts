import { type CaseFile, patchPart } from '../../case-file.ts';
import {
  type CommandDefinition,
  type Context,
  command,
  dataRequirement,
  type Requirement,
  stateRequirement,
} from '../../command.ts';
import { flag } from '../../fields.ts';
import { nobodyRefuses } from '../../mediation/requirements.ts';
import { committee } from '../../mediation/shared.ts';
import { instruments } from '../../rules/instruments.ts';
import { licenceTransition } from '../../rules/licence-transition.ts';
import { text } from '../../text.ts';
import { isMediable, respondentIsKnown } from '../peopleMediation/opening.ts';

/** Whether the town knows of a licence of this organisation. */
function isLicensed({ given, proceeding }: Context): boolean {
  return given.reference.policies.some(
    ({ id, organisation, value }) =>
      id === 'commercialMediation.licensed' && organisation === proceeding?.organisation && value === 'yes',
  );
}

/** A body that mediated before may go on for a year; whether a court confirms its agreements is for the court (CMR 31). */
const licencePending: Requirement = stateRequirement({
  code: 'commercial-licence-pending',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'CMR', article: '第三十一条' }],
  check: (context) =>
    !isLicensed(context) && context.day >= licenceTransition.from && context.day <= licenceTransition.to
      ? {
          text: text(
            `没有登记执业证书：此前已成立的组织应于 ${licenceTransition.to} 前办理；其协议能否确认由法院决定。`,
            `No licence is on record: a body founded before must get it by ${licenceTransition.to}; whether its agreements are confirmed is for the court.`,
          ),
        }
      : null,
});

/** After that year nobody mediates commercially without a licence (CMR 28). */
const licensed: Requirement = stateRequirement({
  code: 'commercial-body-not-licensed',
  basis: [{ instrument: 'CMR', article: '第八条、第九条、第二十八条' }],
  check: (context) =>
    !isLicensed(context) && context.day > licenceTransition.to
      ? {
          text: text('未取得执业证书的组织不得开展商事调解。', 'Without a licence nobody may mediate commercially.'),
          instead: text(
            '请登记执业证书，或转给其他调解组织。',
            'Record the licence, or hand the dispute to another organisation.',
          ),
        }
      : null,
});

/** Consumers', employees' and family disputes are not for commercial mediation (CMR 2). */
const isCommercial = dataRequirement<{ readonly commercial: boolean }>({
  code: 'not-a-commercial-dispute',
  basis: [{ instrument: 'CMR', article: '第二条' }],
  check: ({ data, day }) =>
    data.commercial || day < instruments.CMR.effectiveFrom!
      ? null
      : {
          text: text(
            '消费者权益、劳动人事、婚姻家庭等争议不适用商事调解。',
            'Consumer, employment and family disputes are not for commercial mediation.',
          ),
          instead: text(
            '请不予受理，告知人民调解等途径。',
            "Decline, and tell of people's mediation and the other routes.",
          ),
          field: 'commercial',
        },
});

/** Takes the dispute up under the organisation's own number (CMR 2, 15, 16). */
const acceptCommercialMediation = command({
  target: 'proceeding',
  machine: 'commercialMediation',
  type: 'acceptCommercialMediation',
  kind: 'step',
  label: text('受理商事调解', 'Accept'),
  tone: 'primary',
  by: committee,
  relation: 'custodian',
  needs: ['number:commercialCase'],
  occurredOn: { precision: 'day', label: text('受理日期', 'Accepted on') },
  fields: {
    commercial: flag({
      label: text(
        '属于商事争议（非消费、劳动人事、婚姻家庭）',
        'A commercial dispute (not consumer, employment or family)',
      ),
    }),
    feesTold: flag({ label: text('已告知收费标准', 'The scale of fees was told') }),
  },
  requires: [licensed, nobodyRefuses, isMediable, respondentIsKnown, isCommercial, licencePending],
  apply: ({ data, caseFile, proceeding, given }) => ({
    caseFile: numbered(caseFile, proceeding!.id, given.found.numbers?.commercialCase ?? proceeding!.number),
    values: { commercial: data.commercial, feesTold: data.feesTold },
    facts: [{ type: 'mediationAccepted' }],
  }),
});

function numbered(caseFile: CaseFile, proceeding: string, number: string | null): CaseFile {
  return patchPart(caseFile, 'proceedings', proceeding, { number });
}

/** What only commercial mediation has; the rest is shared with every mediation (workflows/mediation/). */
export const commercialMediationCommands: readonly CommandDefinition[] = [acceptCommercialMediation];
