import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, type Installations } from '../packages/install-packages.ts';
import type { Installation } from '../packages/installation.ts';
import { COMPILED } from '../processes/compile.ts';
import { runProgram } from '../processes/run-program.ts';
import type { Row } from '../row.ts';
import { median, spread } from '../statistics.ts';

/** What is loaded to make a picture. */
const ENTRIES = {
  ours: ['@hypotez/provider-core', '@hypotez/provider-stabilityai-sd35'],
  bound: ['eventsource-parser'],
  gradio: ['@gradio/client'],
  aiSdk: ['ai', '@ai-sdk/openai'],
} as const satisfies Record<keyof Installations, readonly string[]>;

/** What a project takes on with the packages, and how long they take to load. */
export const installation: Row = {
  title: 'Installation',
  measure: async (effort) => {
    const all = await installPackages();
    const times = await importTimes(all, effort === 'quick' ? 2 : 11);
    const of = (valueOf: (one: Installation) => number, digits: number) => ({
      ours: valueOf(all.ours).toFixed(digits),
      bound: valueOf(all.bound).toFixed(digits),
      gradio: valueOf(all.gradio).toFixed(digits),
      aiSdk: valueOf(all.aiSdk).toFixed(digits),
    });
    return [
      {
        what: 'packages', ...of(({ packages }) => packages, 0),
        promise: { target: 'fewer than the AI SDK', isMet: all.ours.packages < all.aiSdk.packages },
      },
      { what: 'MiB on the disk', ...of(({ bytes }) => bytes / 1024 / 1024, 2) },
      {
        what: 'ms to import',
        ours: spread(times.ours, 0), bound: spread(times.bound, 0), gradio: spread(times.gradio, 0), aiSdk: spread(times.aiSdk, 0),
        promise: { target: 'at most 60', isMet: median(times.ours) <= 60 },
      },
    ];
  },
};

/** Each time in a new process, in turns; the first turn only warms the disk. */
async function importTimes(all: Installations, turns: number): Promise<Readonly<Record<keyof Installations, readonly number[]>>> {
  const times: Record<keyof Installations, number[]> = { ours: [], bound: [], gradio: [], aiSdk: [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of ['ours', 'bound', 'gradio', 'aiSdk'] as const) {
      const program = join(all[name].folder, 'import-time.js');
      await copyFile(new URL('import-time.js', COMPILED), program);
      const { importMs } = await runProgram(pathToFileURL(program), ENTRIES[name], ['importMs']);
      if (turn > 0) times[name].push(importMs);
    }
  }
  return times;
}
