// Measures how long the emulator takes from a job to its picture, without the time of the steps: painting.js <pictures>
import { startSpace } from '@hypotez/gradio-emulator';
import { median } from '../statistics.ts';
import { sendSample } from './program.ts';

const pictures = Number(process.argv[2] ?? 10);
await using space = await startSpace({ stepMs: 0 });
const call = `${space.url}/gradio_api/call/infer`;
const firstMs = await paint(0);
const times: number[] = [];
for (let seed = 1; seed <= pictures; seed += 1) times.push(await paint(seed));
sendSample({ firstMs, laterMs: median(times) });

async function paint(seed: number): Promise<number> {
  const start = performance.now();
  const data = ['a lighthouse at dusk', '', seed, false, 1024, 1024, 4.5, 28];
  const answer = await fetch(call, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ data }) });
  const body: unknown = await answer.json();
  const id: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'event_id') : undefined;
  const events = await (await fetch(`${call}/${String(id)}`)).text();
  if (!events.includes('event: complete')) throw new Error(`The emulator painted nothing: ${events.slice(0, 200)}`);
  return performance.now() - start;
}
