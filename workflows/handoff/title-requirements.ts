import type { CaseFile, Id } from '../case-file.ts';
import type { ChannelId } from '../channels/ids.ts';
import type { Requirement } from '../command.ts';
import { factsOf } from '../facts.ts';
import { awardInForce, titleIsOnRecord } from '../path/standing.ts';
import { excluded } from '../rules/guards.ts';
import { channelOpened, type HandoffKindId } from './kinds.ts';

interface Movement {
  readonly kind: HandoffKindId;
  readonly channel: ChannelId | null;
  readonly matters: readonly Id[];
}

/** What frees the parties of their agreement to arbitrate: it was found void, or the award fell (AL25 5, 10). */
const freed = ['refused', 'dismissed', 'setAside', 'notEnforced'];

/** Whether an agreement to arbitrate is known over some of these matters and still binds. */
export function arbitrationAgreementStands(caseFile: CaseFile, matters: readonly Id[]): boolean {
  const known = matters.some(
    (matter) =>
      factsOf(caseFile, 'recordArbitrationAgreement', { matter }).length > 0 ||
      factsOf(caseFile, 'screenDispute', { matter }).at(-1)?.values.arbitrationAgreement === 'yes',
  );
  const over = Object.values(caseFile.proceedings).some(
    (one) => one.channel === 'arbitration' && matters.some((matter) => freed.includes(one.outcomes[matter] ?? '')),
  );
  return known && !over;
}

/** The matters a handoff over these would carry: none chosen means all of the proceeding. */
const carried = (data: Movement, own: readonly Id[]) => (data.matters.length > 0 ? data.matters : own);

/** What agreements to arbitrate and awards in force forbid to a suit or another arbitration (F2, F5), and that enforcement has no title on record; who receives it decides. */
export const titleRequirements: readonly Requirement<Movement>[] = [
  excluded<Movement>(
    'F2',
    'arbitration-agreement-stands',
    'data',
    ({ data, caseFile, proceeding }) =>
      (data.kind === 'H16' || channelOpened(data) === 'adminRuling') &&
      arbitrationAgreementStands(caseFile, carried(data, proceeding!.matters)),
    'kind',
  ),
  excluded<Movement>(
    'F5',
    'award-in-force',
    'data',
    ({ data, caseFile, proceeding }) =>
      (data.kind === 'H16' || data.kind === 'H10') && awardInForce(caseFile, carried(data, proceeding!.matters)),
    'kind',
  ),
  titleIsOnRecord<Movement>(
    'data',
    ({ data, proceeding }) => (data.kind === 'H12' ? carried(data, proceeding!.matters) : []),
    'kind',
  ),
];
