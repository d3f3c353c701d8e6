import { getEventListeners } from 'node:events';
import type { AsyncResult, PluginEvent } from '../events/image-event.ts';
import { createProviderContext } from '../provider/create-provider-context.ts';
import type { Generation } from '../provider/generation.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { ExampleProvider } from './example-provider.ts';
import { ManualClock } from './manual-clock.ts';
// Loaded before any run, as otherwise a test would wait for the disk.
import '../fan-out/run-calls.ts';

/** What a call of the plugin's generator does when its turn comes: give an event, fail with an error, or end. */
export type CallAction = PluginEvent | Error | 'end';

/** One call of a plugin's generator, which a test leads by the hand. */
export interface SteeredCall {
  readonly generation: Generation;
  /** Lets it do something, once it is asked for its next event. */
  do(...actions: readonly CallAction[]): void;
  readonly seen: { asked: number; cleaned: number; aborted: number };
}

/** A run of several images, its calls in the order in which they were begun, and what would outlive it. */
export interface SeveralRun {
  readonly run: AsyncResult;
  readonly calls: readonly SteeredCall[];
  readonly clock: ManualClock;
  readonly controller: AbortController;
  readonly leftovers: () => { readonly timers: number; readonly listeners: number };
}

/** Makes a run of a provider that paints up to ten images, `imagesPerCall` in one call. */
export function severalRun({ imagesPerCall = 1, ...request }: ImageRequest & { readonly imagesPerCall?: number | undefined }): SeveralRun {
  const clock = new ManualClock();
  const controller = new AbortController();
  const calls: SteeredCall[] = [];
  class Provider extends ExampleProvider {
    protected override get ownBounds() {
      return { n: { min: 1, max: 10 }, imagesPerCall };
    }
  }
  const provider = new Provider(createProviderContext({ clock }));
  provider.script = (generation) => {
    const call = steeredCall(generation);
    calls.push(call);
    return call.events;
  };
  const run = provider.createAsyncGenerator({ prompt: 'a cat', signal: controller.signal, ...request });
  return { run, calls, clock, controller, leftovers: () => ({ timers: clock.pending, listeners: getEventListeners(controller.signal, 'abort').length }) };
}

function steeredCall(generation: Generation): SteeredCall & { readonly events: AsyncGenerator<PluginEvent, void, undefined> } {
  const ready: CallAction[] = [];
  const seen: SteeredCall['seen'] = { asked: 0, cleaned: 0, aborted: 0 };
  let wake = (): void => undefined;
  generation.signal.addEventListener('abort', () => {
    seen.aborted += 1;
    wake();
  });
  async function* events(): AsyncGenerator<PluginEvent, void, undefined> {
    try {
      for (;;) {
        seen.asked += 1;
        while (ready.length === 0 && !generation.signal.aborted) await new Promise<void>((resolve) => { wake = resolve; });
        const action = ready.shift();
        if (action === undefined || action === 'end') return;
        if (action instanceof Error) throw action;
        yield action;
      }
    } finally {
      seen.cleaned += 1;
    }
  }
  return {
    generation,
    seen,
    events: events(),
    do: (...actions) => {
      ready.push(...actions);
      wake();
    },
  };
}
