// Measures whether runs leave something behind, however they end: mixed-endings.js <subject> <url> <warm-up> <runs>
import { ProviderError, createRegistry, definePlugin } from '@hypotez/provider-core';
import { StabilityAI_SD35Large, stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { slope } from '../statistics.ts';
import { readRun } from '../subjects/framework.ts';
import { readTask, sendSample } from './program.ts';
import { runTogether } from './run-together.ts';
import { settledMemory } from './settled-memory.ts';

/** Measurements on the way. */
const POINTS = 10;

const { url, numbers: [warmUp = 0, runs = 0] } = readTask();
const good = stabilityAiSd35({ url, apiEndpoint: '/gradio_api/call/burst' });
const full = pluginOf('full', `${url}/`, '/gradio_api/call/full');
const closed = pluginOf('closed', 'http://127.0.0.1:1', '/gradio_api/call/burst');
const registry = createRegistry([good]);
const failing = createRegistry([full], { retries: 0 });
const failingOver = createRegistry([closed, full, good]);
// One signal for everything, as an application has one that lives as long as itself.
const lasting = new AbortController();
const { signal } = lasting;

const endings: readonly ((prompt: string) => Promise<unknown>)[] = [
  (prompt) => readRun(registry.generate('sd-3.5', { prompt, signal })),
  async (prompt) => {
    for await (const event of registry.generate('sd-3.5', { prompt, signal })) if (event.type === 'progress') break;
  },
  (prompt) => {
    const ending = new AbortController();
    const run = registry.generate('sd-3.5', { prompt, signal: AbortSignal.any([signal, ending.signal]) });
    return failureOf(run.next().then(() => { ending.abort(); }).then(() => run.next()));
  },
  (prompt) => failureOf(readRun(failing.generate('sd-3.5', { prompt, signal }))),
  (prompt) => readRun(failingOver.generate('sd-3.5', { prompt, signal })),
];
let turn = 0;
const next = (prompt: string): Promise<unknown> => {
  turn += 1;
  return endings[turn % endings.length]?.(prompt) ?? Promise.resolve();
};

await runTogether(warmUp, next);
const points = [{ x: 0, y: (await settledMemory()).heapBytes }];
for (let index = 1; index <= POINTS; index += 1) {
  await runTogether(runs / POINTS, next);
  points.push({ x: (index * runs) / POINTS, y: (await settledMemory()).heapBytes });
}
sendSample({ bytesPerRun: slope(points) });

function pluginOf(id: string, address: string, apiEndpoint: string) {
  return definePlugin({ id, models: good.models, create: (context, settings) => new StabilityAI_SD35Large({ url: address, apiEndpoint }, context, settings) });
}

/** A run that ends well where it should not have would leave other things behind than the ones that are looked for. */
async function failureOf(run: Promise<unknown>): Promise<void> {
  try {
    await run;
  } catch (thrown) {
    if (thrown instanceof ProviderError) return;
    throw thrown;
  }
  throw new Error('The run was to fail.');
}
