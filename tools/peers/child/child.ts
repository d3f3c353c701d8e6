// Runs one task with one library and tells its parent how it ended: child.js <task as JSON>
import { describeEnd } from './describe-end.ts';
import { perform } from './perform.ts';
import { readTask } from './task.ts';
import { loadSubject } from '../subjects/subjects.ts';
import type { Picture } from '../subjects/subject.ts';

const task = readTask(process.argv[2]);
const { isOwn, ...subject } = await loadSubject(task.subject);
const baseBytes = process.memoryUsage().rss;
setInterval(() => {
  process.send?.({ peakBytes: peakBytes() });
}, 100).unref();

const pictures: Picture[] = [];
let start = performance.now();
const restart = (): void => {
  pictures.length = 0;
  start = performance.now();
};
process.send?.({ isReady: true });
const end = await perform(subject, task, { pictures, restart }).then(
  (failure) => ({ pictures, failure }),
  (error: unknown) => ({ pictures, thrown: { error } }),
);
process.send?.({ ...describeEnd(end, { isOwn, expected: task.expected }), ms: performance.now() - start, peakBytes: peakBytes() });

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024 - baseBytes;
}
