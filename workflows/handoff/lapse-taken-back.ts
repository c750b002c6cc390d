import { type Id, patchPart } from '../case-file.ts';
import { dueByRule } from '../clocks.ts';
import { type Context, command, dataRequirement, stateRequirement } from '../command.ts';
import { dayOfFact, latestFact } from '../facts.ts';
import { legalDate, textOf } from '../fields.ts';
import { kit } from '../machines.ts';
import { deskRoles } from '../reference.ts';
import { text } from '../text.ts';
import { type HandoffKind, handoffKinds } from './kinds.ts';

/** The last day on which an answer to a received handoff is in time; null where no time runs. */
function answerDue({ caseFile, handoff, given }: Context): string | null {
  const kind: HandoffKind = handoffKinds[handoff!.kind];
  const { clock } = kind.onSilence;
  const received = dayOfFact(caseFile, 'handoffReceived', { handoff: handoff!.id });
  return clock === null || received === null ? null : dueByRule(clock, received, given.calendar).due;
}

/** Another handoff of the same kind is on its way, or was taken, since this one lapsed. */
function replaced({ caseFile, handoff }: Context): boolean {
  const lapsed = latestFact(caseFile, 'lapseHandoff', { handoff: handoff!.id })?.seq ?? 0;
  return Object.values(caseFile.handoffs).some(
    (one) =>
      one.id !== handoff!.id &&
      one.fromProceeding === handoff!.fromProceeding &&
      handoffKinds[one.kind].effect === handoffKinds[handoff!.kind].effect &&
      (!kit.meta(one.slot).over || (one.lastStep?.seq ?? 0) > lapsed),
  );
}

/**
 * The other side had answered in time and nobody wrote it down: silence is no legal fact, so the lapse never was. The sender
 * takes it back on proof; the receiver then records its answer under its own date.
 */
export const takeBackLapse = command({
  type: 'takeBackLapse',
  target: 'handoff',
  kind: 'correction',
  label: text('撤销逾期失效', 'Take back the lapse'),
  hint: text(
    '对方其实已在期限内答复、只是登记晚了的，用此更正。',
    'For an answer that came in time and was written down late.',
  ),
  by: deskRoles,
  relation: 'sender',
  occurredOn: null,
  needs: ['journal'],
  fields: {
    answeredOn: legalDate({ label: text('对方答复的日期', 'The other side answered on') }),
    proof: textOf({ label: text('凭据', 'Proof'), maxLength: 300 }),
  },
  requires: [
    stateRequirement({
      code: 'handoff-has-not-lapsed',
      basis: [],
      check: ({ handoff }) =>
        String(handoff!.slot.value) === 'lapsed'
          ? null
          : { text: text('这件移送没有失效。', 'This handoff has not lapsed.') },
    }),
    stateRequirement({
      code: 'handoff-was-replaced',
      basis: [{ instrument: 'OMR', article: '第十二条' }],
      check: (context) =>
        replaced(context)
          ? {
              text: text('失效后已另行移送，不能恢复。', 'Another handoff took its place; it cannot come back.'),
              instead: text('请先撤回或撤销另一件移送。', 'Recall or discard the other one first.'),
            }
          : null,
    }),
    dataRequirement<{ answeredOn: string }>({
      code: 'answer-came-too-late',
      basis: [{ instrument: 'OMR', article: '第十二条' }],
      check: (context) => {
        const due = answerDue(context);
        return due !== null && context.data.answeredOn > due
          ? {
              text: text(
                `答复期限至 ${due}，此后的答复不能恢复移送。`,
                `An answer was due by ${due}; a later one restores nothing.`,
              ),
              field: 'answeredOn',
            }
          : null;
      },
    }),
  ],
  apply: ({ data, caseFile, handoff, given }) => {
    const steps = (given.found.journal ?? []).filter(
      ({ envelope, body }) => envelope.target.id === handoff!.id && (body?.slotAfter ?? null) !== null,
    );
    const lapse = steps.findLast(({ envelope }) => envelope.type === 'lapseHandoff');
    const before = steps.findLast(({ envelope }) => envelope.seq < (lapse?.envelope.seq ?? 0));
    const slot = lapse?.body?.slotBefore ?? null;
    if (lapse === undefined || before === undefined || slot === null)
      throw new Error(`the lapse of ${handoff!.id} is not in the journal`);
    const { seq, occurredOn } = before.envelope;
    const back = patchPart(caseFile, 'handoffs', handoff!.id, { slot, lastStep: { seq, occurredOn } });
    const annulled: Id = `${lapse.envelope.seq}-0`;
    return {
      caseFile: patchPart(back, 'facts', annulled, { annulledBy: caseFile.seq + 1 }),
      corrects: lapse.envelope.seq,
      values: { answeredOn: data.answeredOn },
    };
  },
});
