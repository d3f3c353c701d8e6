/** Code that is changed on purpose, and the tests that are asked whether they notice it. */
export interface Chapter {
  /** Patterns of the files that are changed, from the folder of core. */
  readonly files: readonly string[];
  /** Patterns of the test files that are run: those beside the code and those of what stands right above it. */
  readonly tests: readonly string[];
}

/** What is changed, by chapter: the code that decides whether something hangs, leaks, lies or is paid for twice. */
export const mutatedFiles: Readonly<Record<string, Chapter>> = {
  'state of a run': {
    files: ['src/run/**/*.ts', 'src/fan-out/**/*.ts', 'src/services/{link-abort,start-deadline,patient-timer,wait}.ts'],
    tests: ['src/{run,fan-out,services,provider}/**/*.test.ts'],
  },
  'retry and fail-over': {
    files: ['src/resilience/**/*.ts', 'src/registry/generate*.ts'],
    tests: ['src/{resilience,registry}/**/*.test.ts'],
  },
  'transport': {
    files: ['src/transport/**/*.ts'],
    tests: ['src/transport/**/*.test.ts'],
  },
};

/** What is never changed, whatever the patterns above hold. */
export const keptFiles: readonly string[] = [
  '!src/**/*.test.ts',
  '!src/**/*.test-d.ts',
  '!src/**/*.d.ts',
  '!src/testing/**',
  // The registry of special addresses is data; a test compares every row with another source.
  '!src/transport/addresses/special-addresses.node.ts',
];
