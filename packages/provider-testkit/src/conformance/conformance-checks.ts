import { aloneChecks } from './checks/alone-checks.ts';
import { brokenAnswerChecks } from './checks/broken-answer-checks.ts';
import { capabilitiesCheck } from './checks/capabilities-check.ts';
import { catalogCheck } from './checks/catalog-check.ts';
import { credentialsCheck } from './checks/credentials-check.ts';
import { endingChecks } from './checks/ending-checks.ts';
import { modelChecks } from './checks/model-checks.ts';
import { requestChecks } from './checks/request-checks.ts';
import { resultChecks } from './checks/result-checks.ts';
import { stallCheck } from './checks/stall-check.ts';
import { statusChecks } from './checks/status-checks.ts';
import type { ConformanceCheck } from './conformance-check.ts';

/** What every plugin has to keep, for any test runner; `describeProvider` is the same for vitest. */
export const conformanceChecks: readonly ConformanceCheck[] = [
  catalogCheck, ...modelChecks, ...requestChecks, ...resultChecks, capabilitiesCheck, ...endingChecks, ...statusChecks, ...brokenAnswerChecks, stallCheck, credentialsCheck, ...aloneChecks,
];
