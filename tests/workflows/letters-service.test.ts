/** What becomes of a letter is on the case's record: sent, to be printed, served. */
import { describe, expect, it } from 'vitest';
import { clocksOf, factsOf, type LetterDraft, lettersOf } from '../../workflows/index.ts';
import type { Desk } from '../support/desk.ts';
import { applied } from '../support/desk-stages.ts';
import { partyId, proceeding, theCase } from '../support/desk-words.ts';
import { lettersAt } from '../support/letters.ts';

const mediation = proceeding('peopleMediation');

/** The house tells what became of a letter. */
function told(letters: readonly LetterDraft[], index: number) {
  const { id, notice, recipient, proceeding: of } = letters[index]!;
  return {
    letter: id,
    notice,
    party: recipient.kind === 'party' ? recipient.party : null,
    proceeding: of,
    writtenOn: '2026-09-01',
  };
}

/** An accepted case whose first letter, the invitation, was printed. */
async function withPrintedInvitation() {
  const desk = await applied();
  const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
  const data = { ...told(letters, 0), writtenOn: '2026-09-02', reason: 'noAddress' };
  await desk.gives('system', 'noteLetterToPrint', theCase, data, { at: '2026-09-02T09:00' });
  return { desk, letters };
}

async function letterTasks({ store }: Desk) {
  const rows = await store.reads.tasks({
    organisation: 'yantaiMediationCommittee',
    whose: null,
    shownOn: '9999-12-31',
    limit: 50,
  });
  return rows.map(({ row }) => row).filter(({ source }) => source === 'letter');
}

describe('an invitation that goes by hand', () => {
  it('is a task until its service is recorded, and no service and no clock stands before', async () => {
    const { desk, letters } = await withPrintedInvitation();
    expect(await letterTasks(desk)).toHaveLength(1);
    expect(factsOf(desk.file, 'letterServed')).toEqual([]);
    const clocks = clocksOf(desk.file, desk.calendar);
    expect(clocks.filter(({ trigger }) => trigger.type === 'letterServed')).toEqual([]);
    const [{ value: letter } = { value: '' }] = desk.choices('limin', 'recordService', theCase, 'letters');
    expect(letter).toBe(letters[0]?.id);
    await desk.gives('limin', 'recordService', theCase, { letters: [letter], method: 'post' });
    expect(await letterTasks(desk)).toEqual([]);
    const { party, notice } = told(letters, 0);
    expect(factsOf(desk.file, 'letterServed')).toMatchObject([{ party, values: { notice, method: 'post' } }]);
  });

  it('cannot have been served before it was written, nor twice', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const data = { letters: [letters[0]?.id], method: 'post' };
    await desk.refuses('served-before-written', 'limin', 'recordService', theCase, data, { occurredOn: '2026-09-01' });
    await desk.gives('limin', 'recordService', theCase, data);
    await desk.refuses('not-a-choice', 'limin', 'recordService', theCase, data);
  });

  it('is not for another organisation to record', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const data = { letters: [letters[0]?.id], method: 'post' };
    await desk.refuses('not-allowed', 'liu', 'recordService', theCase, data);
  });

  it('goes again when somebody says so', async () => {
    const { desk, letters } = await withPrintedInvitation();
    const decision = await desk.gives('limin', 'resendLetters', theCase, { letters: [letters[0]?.id] });
    expect(lettersOf(decision, desk.given('limin'))).toEqual({ drafts: [], again: [letters[0]?.id] });
  });
});

describe('a letter by e-mail', () => {
  it('is service where the party confirmed that way, and else only on record as sent', async () => {
    const desk = await applied();
    const letters = lettersAt(desk, await desk.gives('limin', 'acceptMediation', mediation));
    await desk.gives('system', 'noteLetterSent', theCase, { ...told(letters, 0), method: 'email', served: false });
    expect(factsOf(desk.file, 'letterServed')).toEqual([]);
    await desk.gives('system', 'noteLetterSent', theCase, { ...told(letters, 1), method: 'email', served: true });
    expect(factsOf(desk.file, 'letterServed')).toMatchObject([{ party: partyId(desk.file, 'claimant') }]);
    expect(await letterTasks(desk)).toEqual([]);
  });
});
