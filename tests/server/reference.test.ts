import { describe, expect, it } from 'vitest';
import { commandsView } from '../../server/views/index.ts';
import { machinesOf } from '../../workflows/index.ts';
import { commands } from '../../workflows/registry.ts';

describe('the reference of commands', () => {
  it('names every machine whose command one is, those too that share it', () => {
    const machines = new Map(commandsView().map((one) => [one.type, one.machines]));
    expect(machines.get('recordAgreement')).toEqual(
      expect.arrayContaining(['peopleMediation', 'courtAnnexedMediation']),
    );
    expect(machines.get('addItem')).toEqual([]);
    for (const [type, list] of machines) expect(list).toEqual(machinesOf(commands[type]!));
  });
});
