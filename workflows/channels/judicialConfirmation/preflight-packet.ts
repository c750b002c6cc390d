import type { Agreement, CaseFile, Handoff, Id, ManifestRow, Proceeding } from '../../case-file.ts';
import { partiesOfMatters } from '../../dossier/consent.ts';
import { type HandoffKind, handoffKinds } from '../../handoff/kinds.ts';
import { manifestOf, missingPapers } from '../../handoff/packet.ts';
import { type Text, text } from '../../text.ts';
import { check, type PreflightCheck } from './preflight-check.ts';

/** The packet that is judged: a handoff as it is listed, or what could be listed of the file now. */
export interface Packet {
  readonly handoff: Handoff;
  readonly isListed: boolean;
}

/** What the papers of a mediation would make, if they were sent to a court today. */
export function packetFromFile(
  caseFile: CaseFile,
  proceeding: Proceeding,
  agreement: Id | null,
  court: Id | null,
): Packet {
  const { allowedClasses }: HandoffKind = handoffKinds.H4;
  const items = Object.values(caseFile.items).filter(
    (item) => item.proceeding === proceeding.id && allowedClasses.includes(item.class),
  );
  return {
    isListed: false,
    handoff: {
      id: '',
      revision: 0,
      kind: 'H4',
      route: null,
      fromOrganisation: proceeding.organisation,
      fromProceeding: proceeding.id,
      toOrganisation: court ?? '',
      matters: proceeding.matters,
      agreement,
      manifest: manifestOf(
        caseFile,
        items.map(({ id }) => id),
      ),
      note: '',
      slot: proceeding.slot,
      lastStep: null,
      offeredOn: null,
      receivedOn: null,
      answeredOn: null,
      returnReason: null,
      opened: null,
    },
  };
}

/** Papers that must be there and are not (CPLI 353, 354). */
export function papersCheck(caseFile: CaseFile, { handoff, isListed }: Packet): PreflightCheck {
  const missing = missingPapers(caseFile, handoff).map(({ label }) => label);
  if (missing.length === 0) {
    const finding = isListed
      ? text('应当提交的材料均在清单中。', 'Every paper that must be there is in the manifest.')
      : text('应当提交的材料均在卷中。', 'Every paper that must be there is on the file.');
    return check('papers', 'packet-papers-missing', 'met', finding);
  }
  return check(
    'papers',
    'packet-papers-missing',
    'missing',
    text(
      `缺少：${missing.map(({ zh }) => zh).join('、')}。法院可以要求限期补充。`,
      `Missing: ${missing.map(({ en }) => en).join(', ')}. A court may set a time to supplement.`,
    ),
  );
}

/** All parties apply together; one side's application with the other's written consent is for the court to judge (CPL 205). */
export function jointnessCheck(caseFile: CaseFile, agreement: Agreement | null, { handoff }: Packet): PreflightCheck {
  const of = (result: PreflightCheck['result'], finding: Text) =>
    check('joint', 'application-not-joint', result, finding);
  const unsigned = agreement === null ? 0 : unsignedBy(caseFile, agreement);
  if (unsigned > 0)
    return of('doubtful', text(`协议上有 ${unsigned} 方没有签字。`, `${unsigned} have not signed the agreement.`));
  const applications = handoff.manifest.filter(({ document }) => document === 'confirmationApplication');
  if (applications.length === 0)
    return of('missing', text('还没有各方共同签署的申请书。', 'There is no application that all parties signed.'));
  return applications.every(isJoint)
    ? of('met', text('申请书由各方共同签署。', 'The application is signed by all parties.'))
    : of(
        'doubtful',
        text(
          '申请书不是各方共同签署；一方申请、其他各方书面同意的，是否视为共同申请由法院决定。',
          'The application is not signed by all. Where the others agree in writing, the court decides whether that is joint.',
        ),
      );
}

function isJoint(row: ManifestRow): boolean {
  return row.class === 'jointSigned';
}

function unsignedBy(caseFile: CaseFile, { form, matters, signatures }: Agreement): number {
  if (form === 'oral') return 0;
  return partiesOfMatters(caseFile, matters).filter(({ id }) => !signatures.some(({ party }) => party === id)).length;
}

/** Where letters of the court will reach everybody (CPLI 354). */
export function addressCheck(caseFile: CaseFile, matters: readonly Id[]): PreflightCheck {
  const unconfirmed = partiesOfMatters(caseFile, matters).filter(
    ({ serviceConfirmedOn }) => serviceConfirmedOn === null,
  );
  const found = unconfirmed.length;
  return found === 0
    ? check('address', 'address-not-confirmed', 'met', text('各方均已确认送达地址。', 'All have confirmed an address.'))
    : check(
        'address',
        'address-not-confirmed',
        'missing',
        text(`有 ${found} 方尚未确认送达地址。`, `${found} have not confirmed an address.`),
      );
}
