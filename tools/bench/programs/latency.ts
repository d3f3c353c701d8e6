// Measures the wait for events and pictures, one generation after the other: latency.js <subject> <url> <warm-up> <measured>
import { median } from '../statistics.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';

const { subject, url, numbers: [warmUp = 0, measured = 0] } = readTask();
const generate = await makeSubject(subject, { url, kind: 'burst' });
for (let index = 0; index < warmUp; index += 1) await generate('a lighthouse at dusk');
const walls: number[] = [];
const firstEvents: number[] = [];
for (let index = 0; index < measured; index += 1) {
  const start = performance.now();
  const { firstEventAt } = await generate(`a lighthouse at dusk, number ${index.toString()}`);
  walls.push(performance.now() - start);
  firstEvents.push(firstEventAt - start);
}
sendSample({ wallMs: median(walls), firstEventMs: median(firstEvents) });
