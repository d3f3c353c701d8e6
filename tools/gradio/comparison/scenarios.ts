import type { Scenario } from './scenario.ts';
import { answers } from './scenarios/answers.ts';
import { streams } from './scenarios/streams.ts';

/** Everything that is compared, in the order in which it is played. */
export const scenarios: readonly Scenario[] = [...streams, ...answers];
