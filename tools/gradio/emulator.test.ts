import { gradioVersions } from '@hypotez/gradio-emulator';
import { describeGradioServer } from './client-suite.ts';
import { startEmulator } from './start-emulator.ts';
import { versionFacts } from './version-facts.ts';

for (const version of gradioVersions) {
  describeGradioServer({
    name: `the emulator as Gradio ${version}`,
    start: (kind) => startEmulator(version, kind),
    startTimeoutMs: 10_000,
    ...versionFacts(version),
  });
}
