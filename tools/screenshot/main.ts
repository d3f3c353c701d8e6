import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTerminal } from './open-terminal.ts';
import { startDisplay } from './start-display.ts';

/** The picture of the command line's README: a real run in a real xterm, which shows pictures as sixels. */
const TARGET = fileURLToPath(new URL('../../docs/terminal.png', import.meta.url));
const LARGEST = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'hypotez-screenshot-'));
const display = await startDisplay();
try {
  const terminal = openTerminal({
    display: display.name,
    folder,
    commands: ['generate "a lake at dawn" --aspect 16:9 --seed 7 --embedded --preview'],
  });
  await terminal.shows(/[67]\d %/u);
  const painting = terminal.capture('painting');
  await terminal.shows(/\.png\r?\n\$ $/u);
  const done = await terminal.settled('done');
  terminal.close();
  // A few colours less make a small file, and cannot be seen.
  execFileSync('convert', [painting, done, '+append', '+dither', '-colors', '200', '-strip', `PNG8:${TARGET}`]);
  const { size } = statSync(TARGET);
  if (size > LARGEST) throw new Error(`${TARGET} has ${size} bytes; a page should load no more than ${LARGEST}.`);
  console.log(`${TARGET}: ${size} bytes`);
} finally {
  display.close();
  rmSync(folder, { recursive: true, force: true });
}
