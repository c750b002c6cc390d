import type { Id } from '../case-file.ts';
import { referralOf } from '../channels/courtAnnexedMediation/referral.ts';
import { chosenOrganisation } from '../channels/litigation/referral.ts';
import { dataRequirement, type Requirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import type { HandoffKindId } from './kinds.ts';

interface Movement {
  readonly kind: HandoffKindId;
  readonly to: Id;
}

/** A court refers a dispute after it asked the parties, to the organisation that was chosen (OMR 10). */
const referralWasPrepared: Requirement<Movement> = dataRequirement({
  code: 'referral-not-prepared',
  basis: [{ instrument: 'OMR', article: '第四条、第十条' }],
  check: ({ data, caseFile, proceeding }) => {
    if (data.kind !== 'H1') return null;
    if (String(proceeding!.slot.value) !== 'choosingMediator')
      return {
        text: text(
          '委派（委托）前，法院须先征得同意并选定调解组织。',
          'Before a referral the court asks the parties and has an organisation chosen.',
        ),
        instead: text('请先办理“建议委派（委托）调解”。', 'Propose the mediation first.'),
        field: 'kind',
      };
    return chosenOrganisation(caseFile, proceeding!.id) === data.to
      ? null
      : {
          text: text('只能发给选定（指定）的调解组织。', 'It goes to the organisation that was chosen.'),
          instead: text('请先登记选定（指定）的调解组织。', 'Record who was chosen or designated first.'),
          field: 'to',
        };
  },
});

/** Results are reported and returned to the court that referred the dispute, and by nobody else (OMR 20, 21). */
const resultGoesToTheCourt: Requirement<Movement> = dataRequirement({
  code: 'not-referred-by-this-court',
  basis: [{ instrument: 'OMR', article: '第二十条、第二十一条' }],
  check: ({ data, caseFile, proceeding }) => {
    if (data.kind !== 'H2' && data.kind !== 'H3') return null;
    return referralOf(caseFile, proceeding!.id)?.court === data.to
      ? null
      : {
          text: text('本争议不是由该法院委派（委托）的。', 'That court did not refer this dispute.'),
          instead: text(
            '当事人自行起诉的，请选择“当事人起诉”；申请确认的，请选择“申请司法确认”。',
            'For a suit of the party choose “The party files a suit”; for confirmation the application.',
          ),
          field: 'kind',
        };
  },
});

/** A transfer between courts follows a ruling, and goes where the ruling says (CPL 37, 130). */
const transferWasOrdered: Requirement<Movement> = dataRequirement({
  code: 'transfer-not-ordered',
  basis: [{ instrument: 'CPL', article: '第三十七条' }],
  check: ({ data, caseFile, proceeding }) => {
    if (data.kind !== 'H15') return null;
    const scope = { proceeding: proceeding!.id };
    const rulings = ['orderTransfer', 'decideJurisdiction', 'recordJurisdictionAppealResult'].flatMap(
      (type) => latestFact(caseFile, type, scope) ?? [],
    );
    const latest = rulings.sort((one, other) => one.seq - other.seq).at(-1);
    const ordered = String(proceeding!.slot.value) === 'transferOrdered' && latest?.values.to === data.to;
    return ordered
      ? null
      : {
          text: text('没有移送至该法院的裁定。', 'No ruling transfers the case to that court.'),
          instead: text('请先登记移送裁定。', 'Record the ruling first.'),
          field: 'to',
        };
  },
});

/** An agreement of an entrusted mediation is not confirmed: the court issues its own document (IMR 20, OMR 20). */
const entrustedIsNotConfirmed: Requirement<Movement> = excluded<Movement>(
  'F9',
  'entrusted-agreement-not-confirmed',
  'data',
  ({ data, caseFile, proceeding }) => data.kind === 'H4' && referralOf(caseFile, proceeding!.id)?.mode === 'entrusted',
  'kind',
);

/** Without an agreement a court's case goes back to it: entrusted, the trial goes on; delegated, the complaint is there (IMR 21, OMR 21). */
const courtGoesOn: Requirement<Movement> = dataRequirement({
  code: 'referral-goes-back-to-court',
  basis: [
    { instrument: 'IMR', article: '第二十一条' },
    { instrument: 'OMR', article: '第二十一条' },
  ],
  check: ({ data, caseFile, proceeding }) => {
    const isReferred = data.kind === 'H10' && proceeding!.channel === 'courtAnnexedMediation';
    const settled = proceeding!.matters.every((matter) => proceeding!.outcomes[matter] === 'settled');
    if (!isReferred || settled) return null;
    const waits = Object.values(caseFile.proceedings).some(
      (one) => one.channel === 'litigation' && String(one.slot.value) === 'awaitingMediation',
    );
    return waits || referralOf(caseFile, proceeding!.id)?.mode === 'entrusted'
      ? {
          text: text(
            '法院的案件调解不成，退回法院继续办理，不能直接转入仲裁。',
            "A court's case that was not settled goes back to it, and not straight to arbitration.",
          ),
          instead: text(
            '请先退回法院；当事人撤诉后，可以依仲裁协议申请仲裁。',
            'Return it to the court first; after a withdrawal the parties may arbitrate under their agreement.',
          ),
          field: 'kind',
        }
      : null;
  },
});

/** What the movements between courts and mediation organisations ask for before they are prepared. */
export const referralRequirements: readonly Requirement<Movement>[] = [
  referralWasPrepared,
  resultGoesToTheCourt,
  transferWasOrdered,
  entrustedIsNotConfirmed,
  courtGoesOn,
];
