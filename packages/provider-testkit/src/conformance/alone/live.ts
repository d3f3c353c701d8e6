import { getEventListeners } from 'node:events';
import process from 'node:process';
import { setTimeout } from 'node:timers';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { runInNewContext, runInThisContext } from 'node:vm';
import type { MessagePort } from 'node:worker_threads';
import type { AsyncResult, ImageEvent } from '@hypotez/provider-core';
import { browserGlobals } from './browser-globals.ts';
import type { LifeAct, LifeMessage, LifePlan } from './life-plan.ts';
import { isPluginExports, type PluginExports } from './plugin-exports.ts';

/** How long the thread may go on after its last run, in milliseconds. */
const PATIENCE_MS = 5000;

/** Plays the runs of a plan, tells what went wrong, and ends by itself unless something holds it. */
export async function live(plan: LifePlan, port: MessagePort): Promise<void> {
  const tell = (message: LifeMessage): void => { port.postMessage(message); };
  process.on('unhandledRejection', (reason) => { tell({ type: 'rejection', why: String(reason) }); });
  const before = listenersOf(process);
  const exports: unknown = plan.isBrowser ? runInNewContext(plan.code, browserGlobals()) : runInThisContext(plan.code);
  if (!isPluginExports(exports)) {
    tell({ type: 'failed', why: 'the module exports no factory of a plugin under the name that entry gives' });
    return;
  }
  for (const { act, url } of plan.acts) await play(act, url, exports, plan, port, tell);
  // What was rejected in the last turn is known in the next one.
  await setImmediate();
  for (const [name, count] of listenersOf(process)) {
    if (count > (before.get(name) ?? 0)) tell({ type: 'left', what: `a listener of the process for "${name}"` });
  }
  setTimeout(() => {
    tell({ type: 'left', what: `what keeps the process alive: ${process.getActiveResourcesInfo().filter((name) => name !== 'MessagePort').join(', ')}` });
    setTimeout(() => { process.exit(); }, 50);
  }, PATIENCE_MS).unref();
  port.unref();
}

async function play(act: LifeAct, url: string, { createProviderContext, factory }: PluginExports, { options, request }: LifePlan, port: MessagePort, tell: (message: LifeMessage) => void): Promise<void> {
  const context = createProviderContext({ env: {} });
  const controller = new AbortController();
  const start = (): AsyncResult => factory({ ...options, url }).create(context, {}).createAsyncGenerator({ ...request, signal: controller.signal });
  let run: AsyncResult | undefined;
  const told = new Promise((resolve) => { port.once('message', resolve); });
  const reading = read(() => (run = start()));
  if (act === 'aborted' || act === 'left') {
    tell({ type: 'waiting', act });
    await told;
    if (act === 'aborted') controller.abort();
    else await run?.return();
  }
  const why = await reading;
  if (act === 'read to its end' && why !== undefined) tell({ type: 'failed', why });
  await context.http.close();
  const left = (): number => getEventListeners(controller.signal, 'abort').length;
  for (let waitedMs = 0; left() > 0 && waitedMs < 500; waitedMs += 10) await delay(10);
  if (left() > 0) tell({ type: 'left', what: `${left().toString()} listeners on the signal of a request that was ${act}` });
}

/** Starts a run, reads it to its end and fetches its images; gives what went wrong. */
async function read(start: () => AsyncResult): Promise<string | undefined> {
  try {
    const events: ImageEvent[] = [];
    for await (const event of start()) events.push(event);
    const images = events.filter((event) => event.type === 'image');
    await Promise.all(images.map((image) => image.images()));
    return images.length > 0 ? undefined : 'no image came';
  } catch (thrown) {
    return String(thrown);
  }
}

function listenersOf(emitter: NodeJS.EventEmitter): ReadonlyMap<string, number> {
  return new Map(emitter.eventNames().map((name) => [String(name), emitter.listenerCount(name)]));
}
