import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

/** The live tests of all packages: one after the other, and none twice, as each may be charged. */
export default defineConfig({
  ...shared,
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    ...shared.test,
    include: ['packages/*/src/live/*.live.test.ts'],
    exclude: ['**/node_modules/**'],
    fileParallelism: false,
    retry: 0,
    // A Space that sleeps takes minutes to wake up.
    testTimeout: 600_000,
  },
});
