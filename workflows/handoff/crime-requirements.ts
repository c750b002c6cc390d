import type { Id } from '../case-file.ts';
import { transferIsApproved } from '../channels/criminalReferral/suspicion.ts';
import { dataRequirement, type Requirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { text } from '../text.ts';
import type { HandoffKindId } from './kinds.ts';

interface Movement {
  readonly kind: HandoffKindId;
  readonly to: Id;
}

/** Only with the approval of its head does an authority transfer a suspected crime (TRR 5). */
const transferWasApproved: Requirement<Movement> = dataRequirement({
  code: 'transfer-not-approved',
  basis: [{ instrument: 'TRR', article: '第五条' }],
  check: ({ data, caseFile, proceeding }) =>
    data.kind !== 'H7' || transferIsApproved(caseFile, proceeding!.id)
      ? null
      : {
          text: text('移送须经本机关负责人批准。', 'A transfer needs the approval of the head.'),
          instead: text(
            '请先提出移送报告并登记负责人的决定。',
            'Report the suspected crime and record the decision of the head first.',
          ),
          field: 'kind',
        },
});

const reversible = ['notOpened', 'refusalUpheld', 'reverseDue', 'opinionDue', 'opinionIssued'];

/** The way back opens when nobody is prosecuted and a penalty may be due; an opinion goes to its addressee and nobody else (TRR 13). */
const reverseIsDue: Requirement<Movement> = dataRequirement({
  code: 'reverse-transfer-not-due',
  basis: [{ instrument: 'TRR', article: '第十条、第十三条' }],
  check: ({ data, caseFile, proceeding }) => {
    if (data.kind !== 'H8') return null;
    if (!reversible.includes(String(proceeding!.slot.value)))
      return {
        text: text('刑事程序尚未作出不追究刑事责任的决定。', 'No decision against criminal liability is on record.'),
        instead: text(
          '请先登记不予立案、撤案、不起诉或裁判结果。',
          'Record the refusal, cancellation, non-prosecution or judgment first.',
        ),
        field: 'kind',
      };
    const addressee = latestFact(caseFile, 'issueOpinion', { proceeding: proceeding!.id })?.values.addressee;
    return addressee === undefined || addressee === data.to
      ? null
      : {
          text: text('检察意见书的主送机关不是该机构。', 'The opinion is addressed to another authority.'),
          instead: text('向其他单位发送的，请选择“抄送”。', 'To others, send a copy.'),
          field: 'to',
        };
  },
});

/** A criminal case passes on only when it is open: to the procuratorate after it was opened, to the court after prosecution. */
const criminalCaseStands: Requirement<Movement> = dataRequirement({
  code: 'criminal-case-cannot-pass-on',
  basis: [{ instrument: 'TRR', article: '第七条' }],
  check: ({ data, proceeding, given }) => {
    if (data.kind !== 'H20') return null;
    const state = String(proceeding!.slot.value);
    const to = given.reference.organisations[data.to]?.kind;
    const lawful =
      proceeding!.channel === 'criminalReferral' &&
      ((to === 'publicSecurity' && ['received', 'supplementAsked', 'opened'].includes(state)) ||
        (to === 'procuratorate' && state === 'opened') ||
        (to === 'court' && state === 'prosecuted'));
    return lawful
      ? null
      : {
          text: text(
            '审查中的案件只能转送有管辖权的公安机关；立案后移送检察机关，起诉后移送法院。',
            'While examined it goes to the competent police only; opened, to the procuratorate; prosecuted, to the court.',
          ),
          field: 'to',
        };
  },
});

/** What the movements between authorities and criminal justice ask for before they are prepared. */
export const crimeRequirements: readonly Requirement<Movement>[] = [
  transferWasApproved,
  reverseIsDue,
  criminalCaseStands,
];
