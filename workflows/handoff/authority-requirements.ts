import type { Id } from '../case-file.ts';
import { suitOver } from '../channels/adminRuling/admission.ts';
import { rulingGoesTo } from '../channels/adminRuling/jurisdiction.ts';
import type { ChannelId } from '../channels/ids.ts';
import { dataRequirement, type Requirement } from '../command.ts';
import { refusing } from '../dossier/consent.ts';
import { latestFact } from '../facts.ts';
import { excluded } from '../rules/guards.ts';
import { text } from '../text.ts';
import { channelOpened, type HandoffKindId } from './kinds.ts';

interface Movement {
  readonly kind: HandoffKindId;
  readonly channel: ChannelId | null;
  readonly to: Id;
}

/** What intake learnt of a dispute, whichever proceeding it is in now. */
function screening(caseFile: Parameters<typeof latestFact>[0], matters: readonly Id[]) {
  return matters.flatMap((matter) => latestFact(caseFile, 'screenDispute', { matter }) ?? []).at(-1)?.values;
}

/** A ruling is asked for only while nobody has sued (F3); the department decides. */
const suitPending: Requirement<Movement> = excluded<Movement>(
  'F3',
  'suit-bars-ruling',
  'data',
  ({ data, caseFile, proceeding }) =>
    channelOpened(data) === 'adminRuling' &&
    (screening(caseFile, proceeding!.matters)?.suitPending === 'yes' ||
      suitOver(caseFile, proceeding!.matters) !== undefined),
  'channel',
);

/** An administrative mediation needs the other side's consent, asked by the department; a refusal known already is said. */
const refusedBefore: Requirement<Movement> = dataRequirement({
  code: 'respondent-has-refused',
  effect: 'warns',
  decidedBy: 'receiver',
  basis: [{ instrument: 'O81', article: '第六十六条第二款' }],
  check: ({ data, caseFile, proceeding }) =>
    channelOpened(data) === 'adminMediation' && refusing(caseFile, proceeding!.matters).length > 0
      ? {
          text: text(
            '一方已明确拒绝调解；被请求人不同意的，部门不予立案。',
            'A party has clearly refused; without the consent of the respondent the department does not file the case.',
          ),
          field: 'channel',
        }
      : null,
});

/** Between departments a case moves where a decision sends it (O81 8). */
const transferWasDecided: Requirement<Movement> = dataRequirement({
  code: 'ruling-transfer-not-decided',
  basis: [{ instrument: 'O81', article: '第八条' }],
  check: ({ data, caseFile, proceeding }) =>
    data.kind !== 'H17' ||
    (String(proceeding!.slot.value) === 'transferOrdered' && rulingGoesTo(caseFile, proceeding!.id) === data.to)
      ? null
      : {
          text: text('没有移送至该部门的决定。', 'No decision sends the case to that department.'),
          instead: text('请先登记移送或者管辖决定。', 'Record the decision first.'),
          field: 'to',
        },
});

/** What the movements to and among departments ask for before they are prepared. */
export const authorityRequirements: readonly Requirement<Movement>[] = [suitPending, refusedBefore, transferWasDecided];
