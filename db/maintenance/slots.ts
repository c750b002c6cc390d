import { isDeepStrictEqual } from 'node:util';
import type { CaseFile, Id, LastStep, MachineSlot, TargetKind } from '../../workflows/case-file.ts';
import type { Entry } from '../../workflows/journal.ts';
import type { Fault } from './check.ts';

/** Machines whose stored state is not the one their last step left, as the journal has it. */
export function slotFaults(caseFile: CaseFile, journal: readonly Entry[]): readonly Fault[] {
  const bySeq = new Map(journal.map((entry) => [entry.envelope.seq, entry]));
  const corrected = new Set(journal.map(({ envelope }) => envelope.corrects));
  return machinesOf(caseFile).flatMap((part) => {
    const code = slotFault(part, journal, bySeq, corrected);
    if (code === null) return [];
    return [{ where: `案件 case ${caseFile.id} ${part.kind} ${part.id}`, code, sentence: sentences[code] }];
  });
}

const sentences = {
  'state-not-recorded': '当前状态与卷宗中最后一步不符。 The stored state is not the one its last step left.',
  'step-not-applied':
    '卷宗中有一步未体现在当前状态中。 The journal has a later step that the stored state does not show.',
} as const;

interface MachinePart {
  readonly kind: TargetKind;
  readonly id: Id;
  readonly slot: MachineSlot;
  readonly lastStep: LastStep | null;
}

function machinesOf({ matters, proceedings, handoffs }: CaseFile): readonly MachinePart[] {
  const ofKind = (kind: TargetKind, parts: readonly Omit<MachinePart, 'kind'>[]) =>
    parts.map(({ id, slot, lastStep }) => ({ kind, id, slot, lastStep }));
  return [
    ...ofKind('matter', Object.values(matters)),
    ...ofKind('proceeding', Object.values(proceedings)),
    ...ofKind('handoff', Object.values(handoffs)),
  ];
}

function slotFault(
  { kind, id, slot, lastStep }: MachinePart,
  journal: readonly Entry[],
  bySeq: ReadonlyMap<number, Entry>,
  corrected: ReadonlySet<number | null>,
): keyof typeof sentences | null {
  const proof = lastStep === null ? undefined : bySeq.get(lastStep.seq);
  if (lastStep !== null && proof === undefined) return 'state-not-recorded';
  const recorded = proof?.body?.slotAfter;
  // A removed body proves nothing either way; nor does an entry that keeps no state.
  if (recorded && !isDeepStrictEqual(recorded, slot)) return 'state-not-recorded';
  const later = journal.some(
    ({ envelope, body }) =>
      envelope.seq > (lastStep?.seq ?? 0) &&
      envelope.target.kind === kind &&
      envelope.target.id === id &&
      body?.slotAfter != null &&
      !corrected.has(envelope.seq),
  );
  return later ? 'step-not-applied' : null;
}
