/** What is changed on purpose, by chapter: the code that decides whether something hangs, leaks, lies or is paid for twice. */
export const mutatedFiles: Readonly<Record<string, readonly string[]>> = {
  transport: ['src/transport/**/*.ts'],
  'retry and fail-over': ['src/resilience/**/*.ts', 'src/registry/generate*.ts'],
  'state of a run': ['src/run/**/*.ts', 'src/services/link-abort.ts', 'src/services/start-deadline.ts'],
};

/** What is never changed, whatever the patterns above hold. */
export const keptFiles: readonly string[] = ['!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/testing/**'];
