// Counts the requests of the first generation of a process, and of the download: first-generation.js <subject> <url>
import { askSpace } from '../space/ask-space.ts';
import { makeSubject } from '../subjects/subjects.ts';
import { readTask, sendSample } from './program.ts';

const { subject, url } = readTask();
const count = async (): Promise<number> => {
  const requests = await askSpace(url, 'requests');
  return Array.isArray(requests) ? requests.length : Number.NaN;
};
// Whoever was here before is not counted.
await count();
const start = performance.now();
const { firstEventAt, download } = await (await makeSubject(subject, { url, kind: 'infer' }))('a lighthouse at dusk');
const requests = await count();
const bytes = await download();
if (bytes === 0) throw new Error('The download brought nothing.');
sendSample({ requests, downloads: await count(), firstEventMs: firstEventAt - start });
