// Serves one version until Ctrl-C: node tools/gradio/run-gradio.ts <version> [main|login|full|show-errors]
import { spaceKinds, startGradio } from './start-gradio.ts';
import { gradioVersions } from './versions.ts';

const version = gradioVersions.find((known) => known === process.argv[2]);
const kind = spaceKinds.find((known) => known === (process.argv[3] ?? 'main'));

if (version === undefined || kind === undefined) {
  console.error(`usage: run-gradio.ts <${gradioVersions.join('|')}> [${spaceKinds.join('|')}]`);
  process.exitCode = 2;
} else {
  const server = await startGradio({ version, kind });
  console.log(`Gradio ${server.version} (${kind}) serves ${server.url}; Ctrl-C stops it.`);
}
