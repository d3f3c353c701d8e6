import { setTimeout as delay } from 'node:timers/promises';
import { requestsOf, type CallerAct } from '@hypotez/provider-testkit';
import type { SubjectEvent } from '../subjects/subject.ts';
import type { World } from '../world/open-world.ts';
import { collect } from './collect.ts';
import type { Outcome } from './outcome.ts';
import { startStopwatch, type Stopwatch } from './stopwatch.ts';
import { until } from './until.ts';

/** The acts that abort a run at some point. */
export type AbortAct = Extract<CallerAct, `abort ${string}`>;

/** Aborts the run when the world has come to the point of the act; tells how long it then took to end. */
export async function abortAt(act: AbortAct, world: World): Promise<Outcome> {
  const { subject, request, controller, faulty, wire } = world;
  const seen: SubjectEvent[] = [];
  let stopwatch: Stopwatch | undefined;
  const abort = (): void => {
    stopwatch = startStopwatch();
    controller.abort(new Error('enough'));
  };
  if (act === 'abort before start') abort();
  const other = act === 'abort in slot' ? subject.generate({ ...request, signal: undefined }) : undefined;
  const holding = other === undefined ? undefined : collect(other, AbortSignal.any([]));
  if (holding !== undefined) await until(() => faulty.requests.length > 0);
  const outcome = collect(subject.generate(request), controller.signal, (event) => { seen.push(event); });
  const points: Readonly<Record<AbortAct, () => Promise<unknown>>> = {
    'abort before start': () => Promise.resolve(),
    // Nothing tells that a connection is being made; it takes for ever here.
    'abort while connecting': () => delay(50),
    'abort before headers': () => until(() => faulty.requests.length > 0),
    'abort in stream': () => until(() => seen.some(({ type }) => type === 'preview')),
    'abort in queue': () => until(() => seen.some(({ stage }) => stage === 'queued')),
    'abort in download': () => until(() => requestsOf(faulty, wire, 'image').length > 0),
    // The answer is there; what comes next is the wait of thirty seconds.
    'abort in back-off': () => until(() => faulty.requests.length > 0).then(() => delay(50)),
    'abort in slot': () => delay(50),
    'abort after completion': () => outcome,
  };
  await points[act]();
  if (act !== 'abort before start') abort();
  const result = await outcome;
  const settledMs = stopwatch?.stop();
  if (holding !== undefined) {
    faulty.cut();
    await holding;
  }
  return { ...result, settledMs: act === 'abort after completion' ? undefined : settledMs };
}
