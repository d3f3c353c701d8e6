// Measures a stream of large previews: large-previews.js <subject> <url> <generations>
import { contentOf } from '../space/job-content.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';

const { subject, url, numbers: [generations = 0] } = readTask();
const megabytes = contentOf('previews').previewCharacters / 1e6;
const generate = await makeSubject(subject, { url, kind: 'previews' });
await generate('a lighthouse at dusk');
const firstPeakBytes = peak();
const start = performance.now();
for (let index = 0; index < generations; index += 1) await generate(`a lighthouse at dusk, number ${index.toString()}`);
const seconds = (performance.now() - start) / 1000;
sendSample({ megabytesPerSecond: (megabytes * generations) / seconds, firstPeakBytes, peakBytes: peak() });

function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
