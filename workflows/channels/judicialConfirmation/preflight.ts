import type { Agreement, CaseFile, Handoff, Id, LegalDate, Proceeding } from '../../case-file.ts';
import { dueByRule } from '../../clocks.ts';
import type { Given } from '../../command.ts';
import { effectOf } from '../../mediation/agreements.ts';
import type { Finding } from '../../radar/findings.ts';
import { proposeConfirmationCourts } from '../../rules/jurisdiction.ts';
import { text } from '../../text.ts';
import { referralOf } from '../courtAnnexedMediation/referral.ts';
import { check, type PreflightCheck } from './preflight-check.ts';
import { clauseChecks } from './preflight-clauses.ts';
import { addressCheck, jointnessCheck, type Packet, packetFromFile, papersCheck } from './preflight-packet.ts';

export type { PreflightCheck } from './preflight-check.ts';

/**
 * What is to be confirmed, and where. `agreement` null: nothing is agreed yet; `court` null: none is chosen yet; `packet`
 * null: what the file holds now. `findings` are what the radar told this viewer; null where nobody looked.
 */
export interface PreflightQuestion {
  readonly agreement: Agreement | null;
  readonly court: Id | null;
  readonly packet: Handoff | null;
  readonly findings: readonly Finding[] | null;
}

/** What a confirmation would be asked about (procedure §1.8), in the order of the table of points. Pure; advice only. */
export function preflight(
  caseFile: CaseFile,
  proceeding: Proceeding,
  { agreement, court, packet, findings }: PreflightQuestion,
  given: Given,
): readonly PreflightCheck[] {
  const matters = agreement?.matters ?? proceeding.matters;
  const papers: Packet =
    packet === null
      ? packetFromFile(caseFile, proceeding, agreement?.id ?? null, court)
      : { handoff: packet, isListed: true };
  return [
    jurisdiction(caseFile, matters, proceeding, court, given),
    window(caseFile, proceeding, agreement, given),
    jointnessCheck(caseFile, agreement, papers),
    ...clauseChecks(agreement?.clauses ?? []),
    addressCheck(caseFile, matters),
    papersCheck(caseFile, papers),
    sham(findings),
    ...administrative(proceeding, court, given),
  ];
}

/** The window of thirty days from the day the agreement took effect (CPL 205). */
function window(
  caseFile: CaseFile,
  { agreements }: Proceeding,
  agreement: Agreement | null,
  given: Given,
): PreflightCheck {
  if (agreement === null || !Object.hasOwn(agreements, agreement.id))
    return check(
      'window',
      'agreement-not-effective',
      'unknown',
      text(
        '协议尚未登记，申请期自协议生效起算。',
        'No agreement is recorded; the window begins when one takes effect.',
      ),
    );
  const effective = effectOf(caseFile, agreement.id);
  if (effective === null)
    return check(
      'window',
      'agreement-not-effective',
      'doubtful',
      text('协议尚未生效，申请期还没有开始。', 'The agreement is not in effect; the window has not begun.'),
    );
  const last = windowEnd(effective, given);
  const provisional = last.provisional ? text('（暂定）', ' (provisional)') : text('', '');
  return given.today > last.due
    ? check(
        'window',
        'confirmation-window-passed',
        'doubtful',
        text(
          `申请期已于 ${last.due}${provisional.zh} 届满；是否受理由法院决定。`,
          `The window ended on ${last.due}${provisional.en}; the court decides whether to accept.`,
        ),
      )
    : check(
        'window',
        'confirmation-window-passed',
        'met',
        text(`最后一日为 ${last.due}${provisional.zh}。`, `The last day is ${last.due}${provisional.en}.`),
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

function jurisdiction(
  caseFile: CaseFile,
  matters: readonly Id[],
  proceeding: Proceeding,
  court: Id | null,
  given: Given,
): PreflightCheck {
  const rightKind = caseFile.matters[matters[0] ?? '']?.right.kind ?? null;
  if (rightKind === null)
    return check(
      'jurisdiction',
      'right-kind-unknown',
      'unknown',
      text('还没有登记权利类型，无法提示管辖法院。', 'The kind of right is not recorded; no court can be proposed.'),
    );
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
  const code = 'court-may-lack-jurisdiction';
  // Before a court is chosen it is enough that one can be named; what is to be confirmed of it stands in the finding.
  if (court === null) return check('jurisdiction', code, proposed.length > 0 ? 'met' : 'unknown', finding);
  const fits = proposed.some((one) => one.court === court);
  return check('jurisdiction', code, fits ? 'met' : 'doubtful', finding);
}

/** Signs, no finding: other cases between the same two sides, one agent for both (OMR 23). */
function sham(findings: readonly Finding[] | null): PreflightCheck {
  const code = 'signs-of-sham';
  if (findings === null)
    return check('sham', code, 'unknown', text('没有比对其他案件。', 'Other cases were not looked at.'));
  const signs = findings.filter((one) => one.code === 'related-sham-signs');
  if (signs.length === 0) return check('sham', code, 'met', text('没有发现迹象。', 'No sign was found.'));
  const cases = signs.flatMap(({ otherCode }) => otherCode ?? []);
  const named = cases.length === 0 ? text('', '') : text(`（${cases.join('、')}）`, ` (${cases.join(', ')})`);
  return check(
    'sham',
    code,
    'doubtful',
    text(
      `同样的双方多次调解、互换立场，或双方由同一人代理${named.zh}。请核实争议是否真实；这只是提示，不是认定。`,
      `The same two sides settled several times, changed sides, or share an agent${named.en}. Check that the dispute is real; a hint, no finding.`,
    ),
  );
}

/** Whether a court confirms what an authority mediated rests on its practice (CPL 205 speaks of mediation organisations). */
function administrative(proceeding: Proceeding, court: Id | null, given: Given): readonly PreflightCheck[] {
  if (proceeding.channel !== 'adminMediation' && proceeding.channel !== 'generalAdminMediation') return [];
  const policies = given.reference.policies.filter(
    (one) =>
      one.id === 'court.acceptsAdministrativeMediation' &&
      (one.organisation === null || one.organisation === court) &&
      (one.from ?? '') <= given.today &&
      (one.to === null || given.today <= one.to),
  );
  const policy = policies.find((one) => one.organisation !== null) ?? policies[0];
  const finding =
    policy?.note ??
    text('该法院是否受理待核实，请先询问。', 'Whether this court takes it is to be confirmed: ask first.');
  const result = policy?.value === 'yes' ? 'met' : 'doubtful';
  return [check('authority', 'court-may-not-take-administrative-agreements', result, finding)];
}

/** The checks that stand behind a handoff to a court; empty for other handoffs. */
export function preflightOf(
  caseFile: CaseFile,
  handoff: Handoff,
  given: Given,
  findings: readonly Finding[] | null = null,
): readonly PreflightCheck[] {
  const proceeding = caseFile.proceedings[handoff.fromProceeding];
  if (handoff.kind !== 'H4' || handoff.agreement === null || proceeding === undefined) return [];
  const agreement = proceeding.agreements[handoff.agreement] ?? null;
  return preflight(
    caseFile,
    proceeding,
    { agreement, court: handoff.toOrganisation, packet: handoff, findings },
    given,
  );
}
