import { describeGradioServer } from './client-suite.ts';
import { startGradio } from './start-gradio.ts';
import { gradioVersions } from './versions.ts';

for (const version of gradioVersions) {
  const major = Number(version.split('.')[0]);
  describeGradioServer({
    name: `Gradio ${version}`,
    start: (kind) => startGradio({ version, kind }),
    // Three starts, and on a new machine the building of the environment before them.
    startTimeoutMs: 900_000,
    hasNoPrefix: major < 5,
    showsErrorOnCall: major >= 6,
  });
}
