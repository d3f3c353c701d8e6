import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

/** `npm run test:browser`: the plugin, and input images, in a page. Fails where there is no Chromium. */
if (findChromium() === undefined) {
  console.error('The tests in a browser need Chromium: apt-get install chromium');
  process.exitCode = 1;
} else {
  process.exitCode = spawnSync('vitest', ['run', '--config', 'vitest.config.ts', 'tools/browser/browser.test.ts', 'tools/browser/inputs.test.ts'], { stdio: 'inherit' }).status ?? 1;
}
