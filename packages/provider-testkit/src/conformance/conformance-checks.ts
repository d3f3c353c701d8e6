import { brokenAnswerChecks } from './checks/broken-answer-checks.ts';
import { endingChecks } from './checks/ending-checks.ts';
import { requestChecks } from './checks/request-checks.ts';
import { resultChecks } from './checks/result-checks.ts';
import { statusChecks } from './checks/status-checks.ts';
import type { ConformanceCheck } from './conformance-check.ts';

/** What every plugin has to keep, for any test runner; `describeProvider` is the same for vitest. */
export const conformanceChecks: readonly ConformanceCheck[] = [...requestChecks, ...resultChecks, ...endingChecks, ...statusChecks, ...brokenAnswerChecks];
