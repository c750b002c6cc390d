import type { Id } from '../case-file.ts';
import { type Context, dataRequirement, type Requirement } from '../command.ts';
import { type CompetentBody, channelsWithCompetence, competentBodies, isInTown } from '../rules/competence.ts';
import { text } from '../text.ts';
import { type HandoffKind, type HandoffKindId, handoffKinds } from './kinds.ts';

interface Chosen {
  readonly kind: HandoffKindId;
  readonly to: Id;
  readonly receiverReason: string | null;
}

/** The bodies proposed for what a handoff opens; none where the party does not choose, or no rule points anywhere. */
function proposedFor({ kind }: Chosen, { caseFile, proceeding, given }: Context<unknown>): readonly CompetentBody[] {
  const { carriedBy, opens }: HandoffKind = handoffKinds[kind];
  const open =
    opens === null
      ? channelsWithCompetence.filter((channel) => channel.startsWith('admin') || channel === 'trademarkEnforcement')
      : [opens];
  // A confirmation has its own checks before it is sent (preflight).
  if (carriedBy !== 'party' || opens === 'judicialConfirmation') return [];
  return (proceeding?.matters ?? []).flatMap((id) => {
    const { right, dispute } = caseFile.matters[id]!;
    if (right.kind === null) return [];
    const asked = { rightKind: right.kind, dispute, divisions: [], acceptedOn: given.today };
    return open.flatMap((channel) => competentBodies({ channel, ...asked }, given.reference));
  });
}

/**
 * Another receiver than the rules of competence point to is chosen with a reason, which the entry keeps. The receiver decides
 * whether it is competent: nothing is refused but the silence.
 */
export const competenceRequirements: readonly Requirement<Chosen>[] = [
  dataRequirement<Chosen>({
    code: 'receiver-needs-reason',
    basis: [{ instrument: 'SDR', article: '第三十三条' }],
    check: (context) => {
      const { data, given, proceeding } = context;
      const proposed = proposedFor(data, context);
      const known = proposed.some(({ organisation }) => organisation !== null);
      if (!known || !isInTown(proceeding!.organisation, given.reference)) return null;
      if (data.receiverReason !== null || proposed.some(({ organisation }) => organisation === data.to)) return null;
      const names = (language: 'zh' | 'en') => [...new Set(proposed.map(({ name }) => name[language]))];
      return {
        text: text(
          `按现有规则，有管辖权的可能是：${names('zh').join('、')}。`,
          `By the rules recorded, these may be competent: ${names('en').join(', ')}.`,
        ),
        instead: text(
          '请改选其中之一；确要选择其他机构的，请写明理由。是否管辖由接收机构决定。',
          'Choose one of them; to choose another, give your reason. The receiver decides whether it is competent.',
        ),
        field: 'receiverReason',
      };
    },
  }),
];
