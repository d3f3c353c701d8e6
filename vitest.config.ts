import { defineConfig } from 'vitest/config';

const conditions = ['@hypotez/source', 'node', 'module'];

/** The one test configuration; every package's `vitest.config.ts` re-exports it. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['**/*.test.ts'],
    // Live tests cost money: `npm run test:live` runs them.
    exclude: ['**/node_modules/**', '**/dist/**', '**/.stryker-tmp/**', '**/*.live.test.ts'],
    testTimeout: 20_000,
    // Waiting for a condition may take long on a busy machine; what is waited for is in the tests.
    expect: { poll: { timeout: 10_000 } },
    reporters: process.env['HYPOTEZ_TEST_REPORTS']
      ? ['default', ['json', { outputFile: `${process.env['HYPOTEZ_TEST_REPORTS']}/${process.pid.toString()}.json` }]]
      : ['default'],
  },
});
