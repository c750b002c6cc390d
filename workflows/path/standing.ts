import type { CaseFile, Id, Proceeding } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { Context, Requirement } from '../command.ts';
import { latestFact } from '../facts.ts';
import { text } from '../text.ts';

/** Outcomes by which a proceeding leaves a title that a court enforces (CPL 206, 227, 235, 245, 247-249; AL25 64, 75; O81 80). */
const titles: { readonly [channel in ChannelId]?: readonly string[] } = {
  judicialConfirmation: ['confirmed'],
  litigation: ['adjudicated', 'courtMediated'],
  arbitration: ['awarded', 'consentAward', 'mediationDocument'],
  notarisedEnforcement: ['certified'],
  paymentOrder: ['orderInForce'],
  adminRuling: ['infringement'],
};

/** The proceeding that left the latest title over a matter; null where there is none: an agreement alone is a contract (F11). */
export function titleOver(caseFile: CaseFile, matter: Id): Proceeding | null {
  const holds = (one: Proceeding) => (titles[one.channel] ?? []).includes(one.outcomes[matter] ?? '');
  return Object.values(caseFile.proceedings).findLast(holds) ?? null;
}

/**
 * A title over all that is to be enforced is on record. One may lie outside, so this warns and the enforcing court decides;
 * a mediation that asks for enforcement of its bare agreement is refused outright (F11).
 */
export function titleIsOnRecord<Data>(
  looksAt: 'state' | 'data',
  enforced: (context: Context<Data>) => readonly Id[],
  field?: string,
): Requirement<Data> {
  return {
    code: 'no-title-on-record',
    effect: 'warns',
    decidedBy: 'receiver',
    basis: [{ instrument: 'CPL', article: '第二百零六条、第二百四十九条' }],
    looksAt,
    check: (context) =>
      enforced(context).every((matter) => titleOver(context.caseFile, matter) !== null)
        ? null
        : {
            text: text(
              '没有登记执行依据；调解协议是合同，不是执行依据。由执行法院审查决定。',
              'No title of enforcement is on record; a mediation agreement is a contract and none. The enforcing court decides.',
            ),
            instead: text(
              '有执行依据的，随申请提交；没有的，先申请司法确认、公证赋强或支付令，或就协议起诉。',
              'If there is a title, hand it in with the application; if not, have the agreement confirmed or notarised, ask for a payment order, or sue on it.',
            ),
            ...(field === undefined ? {} : { field }),
          },
  };
}

/** Outcomes of an arbitration that stand between the parties, titles or not (AL25 10, 70). */
const finalAwards = [...titles.arbitration!, 'claimDismissed', 'performed'];

/** Whether an award stands over one of these matters: nobody arbitrates or sues over it again (AL25 10). `except`: an arbitration that does not count. */
export function awardInForce(caseFile: CaseFile, matters: readonly Id[], except: Id | null = null): boolean {
  return Object.values(caseFile.proceedings).some(
    (one) =>
      one.channel === 'arbitration' &&
      one.id !== except &&
      matters.some((matter) => finalAwards.includes(one.outcomes[matter] ?? '')),
  );
}

/** The facts by which a court's decision takes effect, each with the fact that undoes it. */
const courtDecisions = {
  judgmentEffective: 'suitReopened',
  mediationDocumentEffective: 'suitReopened',
  matterConfirmed: 'confirmationEnded',
} as const;

/** Whether a judgment, a court's mediation document or a confirmation over the matter is in effect and stands (CPL 127(5)). */
export function courtDecisionInForce(caseFile: CaseFile, matter: Id): boolean {
  return Object.entries(courtDecisions).some(([type, undoneBy]) => {
    const decided = latestFact(caseFile, type, { matter });
    const undone = latestFact(caseFile, undoneBy, { matter });
    return decided !== null && (undone === null || undone.seq < decided.seq);
  });
}
