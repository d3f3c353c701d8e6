// Measures whether generations leave something behind: heap-slope.js <subject> <url> <warm-up> <generations>
import { slope } from '../statistics.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';
import { runTogether } from './run-together.ts';
import { settledMemory } from './settled-memory.ts';

/** Measurements on the way. */
const POINTS = 10;

const { subject, url, numbers: [warmUp = 0, generations = 0] } = readTask();
const generate = await makeSubject(subject, { url, kind: 'burst' });
await runTogether(warmUp, generate);
const points = [{ x: 0, y: (await settledMemory()).heapBytes }];
for (let index = 1; index <= POINTS; index += 1) {
  await runTogether(generations / POINTS, generate);
  points.push({ x: (index * generations) / POINTS, y: (await settledMemory()).heapBytes });
}
sendSample({ bytesPerGeneration: slope(points) });
