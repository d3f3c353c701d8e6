import { gradioVersions } from '@hypotez/gradio-emulator';
import { describeGradioServer } from './client-suite.ts';
import { describeOwnClient } from './own-client-suite.ts';
import { startEmulator } from './start-emulator.ts';
import type { SpaceKind } from './start-gradio.ts';
import { versionFacts } from './version-facts.ts';

for (const version of gradioVersions) {
  const facts = {
    name: `the emulator as Gradio ${version}`,
    start: (kind: SpaceKind) => startEmulator(version, kind),
    startTimeoutMs: 10_000,
    ...versionFacts(version),
  };
  describeGradioServer(facts);
  describeOwnClient(facts);
}
