import type { SubjectEvent } from '../subjects/subject.ts';
import type { World } from '../world/open-world.ts';
import type { Outcome } from './outcome.ts';
import { until } from './until.ts';

/** Leaves the loop after a preview, or after its first event where there are none. */
export async function leave(act: 'break' | 'return' | 'throw', { subject, request, wire }: World): Promise<Outcome> {
  const started = performance.now();
  const events: SubjectEvent[] = [];
  const mistake = new Error('a mistake in the loop');
  const isEnough = ({ type }: SubjectEvent): boolean => type === 'preview' || wire.events === undefined;
  const end = (error?: unknown): Outcome => ({ events, images: [], ms: performance.now() - started, ...(error === undefined ? {} : { error }) });
  try {
    if (act === 'return') {
      const iterator = subject.generate(request)[Symbol.asyncIterator]();
      for (let step = await iterator.next(); step.done !== true && !isEnough(step.value); step = await iterator.next()) events.push(step.value);
      await iterator.return?.();
      return end();
    }
    for await (const event of subject.generate(request)) {
      events.push(event);
      if (!isEnough(event)) continue;
      if (act === 'throw') throw mistake;
      break;
    }
    return end();
  } catch (error) {
    return end(error === mistake ? undefined : error);
  }
}

/** Takes events up to a preview and then forgets the run; its own timer has to end it. */
export async function drop({ subject, request, faulty }: World): Promise<Outcome> {
  const started = performance.now();
  const iterator = subject.generate(request)[Symbol.asyncIterator]();
  const events: SubjectEvent[] = [];
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
    events.push(step.value);
    if (step.value.type === 'preview') break;
  }
  await until(() => faulty.busySockets === 0);
  return { events, images: [], ms: performance.now() - started };
}

/** Takes one event of an endless stream and no more; tells how much was taken off the network in the meantime. */
export async function neverRead({ subject, request, faulty }: World): Promise<Outcome> {
  const started = performance.now();
  const iterator = subject.generate(request)[Symbol.asyncIterator]();
  const first = await iterator.next();
  for (let before = -1; before !== faulty.bytesPulled;) {
    before = faulty.bytesPulled;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const taken = faulty.bytesPulled;
  await iterator.return?.();
  if (taken > 16 * 1024 * 1024) throw new Error(`${taken.toString()} bytes were taken for a caller who does not read`);
  return { events: first.done === true ? [] : [first.value], images: [], ms: performance.now() - started };
}
