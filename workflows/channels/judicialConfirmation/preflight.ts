import type { Agreement, CaseFile, Handoff, Id, LegalDate, Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import type { Given } from '../../command.ts';
import { effectOf } from '../../mediation/agreements.ts';
import { unclearClauses } from '../../mediation/requirements.ts';
import { proposeConfirmationCourts } from '../../rules/jurisdiction.ts';
import type { Basis } from '../../rules/law.ts';
import { type Text, text } from '../../text.ts';
import { referralOf } from '../courtAnnexedMediation/referral.ts';

/** One point a court will look at, as far as the file shows it. Advice: the court decides. */
export interface PreflightCheck {
  readonly code: string;
  readonly label: Text;
  readonly result: 'met' | 'doubtful' | 'unknown';
  readonly finding: Text;
  readonly basis: readonly Basis[];
}

/** What a confirmation of this agreement at this court would be asked about (procedure §1.8). */
export function preflight(
  caseFile: CaseFile,
  proceeding: Proceeding,
  agreementId: Id,
  court: Id | null,
  given: Given,
): readonly PreflightCheck[] {
  const agreement = proceeding.agreements[agreementId]!;
  return [
    window(caseFile, agreement, given),
    ownership(agreement),
    definiteness(agreement),
    jointness(caseFile, agreement),
    jurisdiction(caseFile, agreement, proceeding, court, given),
    ...administrative(proceeding, court, given),
  ];
}

const met = (code: string, label: Text, finding: Text, basis: readonly Basis[]): PreflightCheck => ({
  code,
  label,
  result: 'met',
  finding,
  basis,
});
const doubtful = (code: string, label: Text, finding: Text, basis: readonly Basis[]): PreflightCheck => ({
  code,
  label,
  result: 'doubtful',
  finding,
  basis,
});

/** Thirty days from the day the agreement took effect (CPL 205). */
function window(caseFile: CaseFile, agreement: Agreement, given: Given): PreflightCheck {
  const label = text('申请期', 'The window to apply');
  const basis: readonly Basis[] = [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'PML', article: '第三十三条第一款' },
  ];
  const effective = effectOf(caseFile, agreement.id);
  if (effective === null)
    return doubtful(
      'agreement-not-effective',
      label,
      text('协议尚未生效，申请期还没有开始。', 'The agreement is not in effect; the window has not begun.'),
      basis,
    );
  const last = windowEnd(effective, given);
  const provisional = last.provisional ? text('（暂定）', ' (provisional)') : text('', '');
  return given.today > last.due
    ? doubtful(
        'confirmation-window-passed',
        label,
        text(
          `申请期已于 ${last.due}${provisional.zh} 届满；是否受理由法院决定。`,
          `The window ended on ${last.due}${provisional.en}; the court decides whether to accept.`,
        ),
        basis,
      )
    : met(
        'confirmation-window-passed',
        label,
        text(`最后一日为 ${last.due}${provisional.zh}。`, `The last day is ${last.due}${provisional.en}.`),
        basis,
      );
}

/** The last day of the window of an agreement that took effect on `effective`. */
export function windowEnd(
  effective: LegalDate,
  given: Pick<Given, 'calendar'>,
): { readonly due: LegalDate; readonly provisional: boolean } {
  const { due, provisional } = dueByRule('conf.apply', effective, given.calendar);
  return { due: due ?? '', provisional };
}

function ownership(agreement: Agreement): PreflightCheck {
  const label = text('确权内容', 'Ownership or validity');
  const basis: readonly Basis[] = [{ instrument: 'CPLI', article: '第三百五十五条(五)' }];
  const found = agreement.clauses.some((clause) => clause.subject === 'ownership' || clause.subject === 'validity');
  return found
    ? doubtful(
        'ownership-clause-cannot-be-confirmed',
        label,
        text(
          '协议涉及知识产权确权，法院不予受理确认；建议拆分，另行办理。',
          'The agreement decides on ownership or validity; a court does not confirm that. Split it off.',
        ),
        basis,
      )
    : met('ownership-clause-cannot-be-confirmed', label, text('没有确权条款。', 'No such clause.'), basis);
}

function definiteness(agreement: Agreement): PreflightCheck {
  const label = text('条款明确', 'Definite clauses');
  const basis: readonly Basis[] = [{ instrument: 'CPLI', article: '第三百五十八条(五)' }];
  const unclear = unclearClauses(agreement.clauses);
  return unclear.length === 0
    ? met(
        'clause-unclear',
        label,
        text('给付和行为条款均写明了义务人、期限和方式。', 'Payments and acts name who, when and how.'),
        basis,
      )
    : doubtful(
        'clause-unclear',
        label,
        text(`第 ${unclear.join('、')} 项不够明确。`, `Clause ${unclear.join(', ')} is not definite.`),
        basis,
      );
}

/** All parties apply together; one side's application with the other's written consent is for the court to judge (CPL 205). */
function jointness(caseFile: CaseFile, agreement: Agreement): PreflightCheck {
  const label = text('共同申请', 'Joint application');
  const basis: readonly Basis[] = [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'CPLI', article: '第三百五十一条' },
  ];
  const parties = agreement.matters.flatMap((id) => [
    ...(caseFile.matters[id]?.claimants ?? []),
    ...(caseFile.matters[id]?.respondents ?? []),
  ]);
  const unconfirmed = parties.filter((id) => caseFile.parties[id]?.serviceConfirmedOn === null);
  return unconfirmed.length === 0
    ? met(
        'address-not-confirmed',
        label,
        text(
          '各方均已确认送达地址；申请书须由各方共同签署。',
          'All have confirmed an address; the application needs all signatures.',
        ),
        basis,
      )
    : doubtful(
        'address-not-confirmed',
        label,
        text(
          `有 ${unconfirmed.length} 方尚未确认送达地址；申请书须由各方共同签署。`,
          `${unconfirmed.length} have not confirmed an address; the application needs all signatures.`,
        ),
        basis,
      );
}

function jurisdiction(
  caseFile: CaseFile,
  agreement: Agreement,
  proceeding: Proceeding,
  court: Id | null,
  given: Given,
): PreflightCheck {
  const label = text('管辖', 'Jurisdiction');
  const basis: readonly Basis[] = [{ instrument: 'CPL', article: '第二百零五条(二)' }];
  const rightKind = caseFile.matters[agreement.matters[0] ?? '']?.right.kind ?? null;
  if (rightKind === null) {
    return {
      code: 'right-kind-unknown',
      label,
      result: 'unknown',
      finding: text(
        '还没有登记权利类型，无法提示管辖法院。',
        'The kind of right is not recorded; no court can be proposed.',
      ),
      basis,
    };
  }
  const committeeDivision = given.reference.organisations[proceeding.organisation]?.division ?? null;
  const invitedByCourt = referralOf(caseFile, proceeding.id)?.court ?? null;
  const proposed = proposeConfirmationCourts(
    { rightKind, partyDivisions: [], committeeDivision, invitedByCourt, acceptedOn: given.today },
    given.reference,
  );
  const names = (language: 'zh' | 'en') =>
    proposed
      .map(
        (one) =>
          `${given.reference.organisations[one.court]?.name[language] ?? one.court}${one.toConfirm ? (language === 'zh' ? '（待核实）' : ' (to be confirmed)') : ''}`,
      )
      .join(language === 'zh' ? '、' : ', ');
  const finding = text(
    `可能有管辖权：${names('zh') || '待核实'}。`,
    `May have jurisdiction: ${names('en') || 'to be confirmed'}.`,
  );
  const fits = court !== null && proposed.some((one) => one.court === court);
  return fits
    ? met('court-may-lack-jurisdiction', label, finding, basis)
    : doubtful('court-may-lack-jurisdiction', label, finding, basis);
}

/** Whether a court confirms what an authority mediated rests on its practice (CPL 205 speaks of mediation organisations). */
function administrative(proceeding: Proceeding, court: Id | null, given: Given): readonly PreflightCheck[] {
  if (proceeding.channel !== 'adminMediation' && proceeding.channel !== 'generalAdminMediation') return [];
  const label = text('行政调解协议', 'An agreement before an authority');
  const basis: readonly Basis[] = [
    { instrument: 'CPL', article: '第二百零五条' },
    { instrument: 'SDR', article: '第四十二条' },
  ];
  const policies = given.reference.policies.filter(
    (one) =>
      one.id === 'court.acceptsAdministrativeMediation' &&
      (one.organisation === null || one.organisation === court) &&
      (one.from ?? '') <= given.today &&
      (one.to === null || given.today <= one.to),
  );
  const policy = policies.find((one) => one.organisation !== null) ?? policies[0];
  const code = 'court-may-not-take-administrative-agreements';
  return [
    policy?.value === 'yes'
      ? met(code, label, policy.note, basis)
      : doubtful(
          code,
          label,
          policy?.note ??
            text('该法院是否受理待核实，请先询问。', 'Whether this court takes it is to be confirmed: ask first.'),
          basis,
        ),
  ];
}

/** The checks that stand behind a handoff to a court; empty for other handoffs. */
export function preflightOf(caseFile: CaseFile, handoff: Handoff, given: Given): readonly PreflightCheck[] {
  const proceeding = caseFile.proceedings[handoff.fromProceeding];
  if (handoff.kind !== 'H4' || handoff.agreement === null || proceeding === undefined) return [];
  return preflight(caseFile, proceeding, handoff.agreement, handoff.toOrganisation, given);
}
