import { defineConfig } from 'vitest/config';

const conditions = ['@hypotez/source', 'node', 'module', 'import', 'default'];

/** For one suite that is no test of this package, but what its tests look at. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['src/testing/left-out/suite.ts'], reporters: ['json'], outputFile: process.env['REPORT'] ?? '' },
});
