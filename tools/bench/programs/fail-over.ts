// Measures what a provider costs that refuses: fail-over.js <subject> <url> <warm-up> <measured>
import { createRegistry, definePlugin } from '@hypotez/provider-core';
import { StabilityAI_SD35Large, stabilityAiSd35 } from '@hypotez/provider-stabilityai-sd35';
import { median } from '../statistics.ts';
import { readRun } from '../subjects/framework.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';

const { subject, url, numbers: [warmUp = 0, measured = 0] } = readTask();
const direct = await makeSubject(subject, { url, kind: 'burst' });
const refused = subject === 'hand' ? await tryTwo() : twoProviders();
const directMs: number[] = [];
const refusedMs: number[] = [];
for (let index = 0; index < warmUp + measured; index += 1) {
  const [withoutRefusal, withRefusal] = [await duration(direct), await duration(refused)];
  if (index < warmUp) continue;
  directMs.push(withoutRefusal);
  refusedMs.push(withRefusal);
}
sendSample({ failOverMs: median(refusedMs) - median(directMs) });

/** A registry of two providers; the queue of the first one is always full. */
function twoProviders(): (prompt: string) => Promise<unknown> {
  const good = stabilityAiSd35({ url, apiEndpoint: '/gradio_api/call/burst' });
  const full = definePlugin({
    id: 'full',
    models: good.models,
    create: (context, settings) => new StabilityAI_SD35Large({ url, apiEndpoint: '/gradio_api/call/full' }, context, settings),
  });
  const registry = createRegistry([full, good]);
  return (prompt) => readRun(registry.generate('sd-3.5', { prompt }));
}

/** The lower bound: a second request after the first one was refused. */
async function tryTwo(): Promise<(prompt: string) => Promise<unknown>> {
  const { handWritten } = await import('../subjects/hand-written-loop.ts');
  const [full, burst] = [fullByHand(), handWritten({ url, kind: 'burst' })];
  return async (prompt) => {
    const isRefused = await full(prompt);
    if (!isRefused) throw new Error('The first Space was to refuse.');
    return burst(prompt);
  };
}

function fullByHand(): (prompt: string) => Promise<boolean> {
  return async (prompt) => {
    const response = await fetch(`${url}/gradio_api/call/full`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data: [prompt], session_hash: crypto.randomUUID() }) });
    await response.text();
    return response.status === 503;
  };
}

async function duration(generate: (prompt: string) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await generate('a lighthouse at dusk');
  return performance.now() - start;
}
