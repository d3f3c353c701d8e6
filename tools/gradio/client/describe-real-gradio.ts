import { startGradio } from '../start-gradio.ts';
import { versionFacts } from '../version-facts.ts';
import type { GradioVersion } from '../versions.ts';
import { describeAnySpace } from './describe-any-space.ts';
import { describeClient } from './describe-client.ts';

/** Runs the client suite against a real Gradio. */
export function describeRealGradio(version: GradioVersion): void {
  describeClient({
    name: `Gradio ${version}`,
    start: (kind) => startGradio({ version, kind }),
    // On a new machine the environment is built first.
    startTimeoutMs: 900_000,
    ...versionFacts(version),
  });
  describeAnySpace(version);
}
