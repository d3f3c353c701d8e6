import type { Scenario } from './scenario.ts';
import { answers } from './scenarios/answers.ts';
import { bodies } from './scenarios/bodies.ts';
import { descriptions } from './scenarios/descriptions.ts';
import { files } from './scenarios/files.ts';
import { heartbeats } from './scenarios/heartbeats.ts';
import { inputs } from './scenarios/inputs.ts';
import { keywordCalls } from './scenarios/keyword-calls.ts';
import { logins } from './scenarios/logins.ts';
import { origins } from './scenarios/origins.ts';
import { queues } from './scenarios/queues.ts';
import { routes } from './scenarios/routes.ts';
import { streams } from './scenarios/streams.ts';
import { uploads } from './scenarios/uploads.ts';
import { values } from './scenarios/values.ts';

/** Played one after the other, on Spaces that remember. */
export const scenarios: readonly Scenario[] = [
  ...keywordCalls, ...streams, ...answers, ...inputs, ...values, ...queues, ...bodies, ...routes, ...files, ...uploads, ...logins, ...origins, ...descriptions,
];

/** Played at the same time as all the others. */
export const slowScenarios: readonly Scenario[] = heartbeats;
