/** What a court decided stands until it is undone; then nobody is warned by it any more. */
import { describe, expect, it } from 'vitest';
import { courtDecisionInForce, titleOver } from '../../workflows/path/standing.ts';
import { agreed, confirmed } from '../support/desk-stages.ts';
import { matterId, proceeding } from '../support/desk-words.ts';

const confirmation = proceeding('judicialConfirmation');

describe('a decision over a matter', () => {
  it('is not in force while there is only an agreement', async () => {
    const { file } = await agreed();
    expect([courtDecisionInForce(file, matterId(file, 0)), titleOver(file, matterId(file, 0))]).toEqual([false, null]);
  });

  it('is in force once the court has confirmed, and no longer when the court revokes', async () => {
    const desk = await confirmed();
    expect(courtDecisionInForce(desk.file, matterId(desk.file, 0))).toBe(true);
    const objection = { by: 'outsider', knewOn: '2026-09-20' };
    await desk.gives('liu', 'recordObjection', confirmation, objection, { at: '2026-10-12T10:00' });
    await desk.gives('liu', 'decideObjection', confirmation, { result: 'upheld' });
    expect(courtDecisionInForce(desk.file, matterId(desk.file, 0))).toBe(false);
    expect(titleOver(desk.file, matterId(desk.file, 0))).toBeNull();
  });
});
