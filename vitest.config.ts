import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests start many servers and writing threads; what Node compiled once it need not compile for each of them.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

// Tests are grouped by cost: `core` is pure, `store` and `server` use a real SQLite file, `browser` drives Chromium. Files
// share their worker's modules, which a fifth of the time went into loading: what a test needs, it opens and closes itself.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/*.test.ts', 'tests/workflows/**/*.test.ts', 'tests/seeds/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'store', include: ['tests/db/**/*.test.ts'] } },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
