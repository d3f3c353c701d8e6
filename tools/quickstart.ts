import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `npm run quickstart`: a picture without network, and how to make it on the real Space. */
const PROMPT = 'a lighthouse at dawn';
const command = fileURLToPath(new URL('../packages/cli/src/main.ts', import.meta.url));
const parameters = ['--conditions=@hypotez/source', command, 'generate', PROMPT, '--embedded', '--output', 'pictures/'];

// Later options win, so `npm run quickstart -- --aspect 16:9` changes the picture.
const { status } = spawnSync(process.execPath, [...parameters, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
if (status === 0) {
  process.stderr.write(`\nThe same picture of the real Stable Diffusion 3.5 (a token in HF_TOKEN gives more of its free quota):\n  npm run hypotez -- generate "${PROMPT}"\n`);
}
