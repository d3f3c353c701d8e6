import { gradioVersions } from '@hypotez/gradio-emulator';
import { startEmulator } from '../start-emulator.ts';
import { versionFacts } from '../version-facts.ts';
import { describeClient } from './describe-client.ts';

for (const version of gradioVersions) {
  describeClient({
    name: `the emulator as Gradio ${version}`,
    start: (kind) => startEmulator(version, kind),
    startTimeoutMs: 10_000,
    ...versionFacts(version),
  });
}
