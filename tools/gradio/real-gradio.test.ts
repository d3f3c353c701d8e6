import { describeGradioServer } from './client-suite.ts';
import { startGradio } from './start-gradio.ts';
import { versionFacts } from './version-facts.ts';
import { gradioVersions } from './versions.ts';

for (const version of gradioVersions) {
  describeGradioServer({
    name: `Gradio ${version}`,
    start: (kind) => startGradio({ version, kind }),
    // On a new machine the environment is built first.
    startTimeoutMs: 900_000,
    ...versionFacts(version),
  });
}
