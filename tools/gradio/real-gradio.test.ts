import { describeGradioServer } from './client-suite.ts';
import { describeOwnClient } from './own-client-suite.ts';
import { startGradio, type SpaceKind } from './start-gradio.ts';
import { versionFacts } from './version-facts.ts';
import { gradioVersions } from './versions.ts';

for (const version of gradioVersions) {
  const facts = {
    name: `Gradio ${version}`,
    start: (kind: SpaceKind) => startGradio({ version, kind }),
    // On a new machine the environment is built first.
    startTimeoutMs: 900_000,
    ...versionFacts(version),
  };
  describeGradioServer(facts);
  describeOwnClient(facts);
}
