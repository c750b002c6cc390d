import { describe } from 'vitest';
import { memoryStore } from '../../db/memory.ts';
import { describeStore } from '../support/store-contract.ts';

describe('the store in memory', () => {
  describeStore(() => {
    const store = memoryStore();
    return { store, reopen: () => store };
  });
});
