import { getEventListeners } from 'node:events';
import type { ImageEvent, PluginEvent } from '../events/image-event.ts';
import { ImageProgress } from '../events/image-progress.ts';
import { ImagePreview } from '../events/image-preview.ts';
import { ImageResponse, type ImageResponseInit } from '../events/image-response.ts';
import type { Generation } from '../provider/generation.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { createRun } from '../run/create-run.ts';
import { ManualClock } from './manual-clock.ts';

/** The generator that a plugin writes. */
export type Generate = (generation: Generation) => AsyncGenerator<PluginEvent, void, undefined>;

const result: ImageResponseInit = {
  urls: ['https://example.com/a.png'], alt: 'a cat', provider: 'example', model: 'sd', download: () => Promise.reject(new Error('not in this test')),
};

/** A finished picture. */
export function image(over: Partial<ImageResponseInit> = {}): ImageResponse {
  return new ImageResponse({ ...result, ...over });
}

/** A picture that is not finished. */
export function preview(): ImagePreview {
  return new ImagePreview(result);
}

/** One step of progress. */
export function step(number: number): ImageProgress {
  return new ImageProgress({ stage: 'step', step: number });
}

/** A run of a plugin that a test writes, and what is left of it. */
export interface ExampleRun {
  readonly run: ReturnType<typeof createRun>;
  readonly clock: ManualClock;
  readonly controller: AbortController;
  /** Everything that would outlive the run: timers, and listeners on the caller's signal. */
  readonly leftovers: () => { readonly timers: number; readonly listeners: number };
}

/** What leaves nothing behind. */
export const NOTHING_LEFT = { timers: 0, listeners: 0 };

/** Makes a run around a plugin's generator, with a clock that stands still. */
export function exampleRun(generate: Generate, { request = {}, n = 1, controller = new AbortController(), lifetime, progressTimeoutMs }: {
  readonly request?: ImageRequest;
  readonly n?: number;
  readonly controller?: AbortController;
  readonly lifetime?: AbortSignal;
  readonly progressTimeoutMs?: number;
} = {}): ExampleRun {
  const clock = new ManualClock();
  const run = createRun({
    provider: () => 'example',
    clock,
    lifetime,
    request: { prompt: 'a cat', signal: controller.signal, ...request },
    plan: () => ({
      timeoutMs: request.timeoutMs ?? 600_000,
      progressTimeoutMs,
      images: n,
      start: (signal) => generate({
        prompt: 'a cat', model: 'sd', aspectRatio: '1:1', width: 8, height: 8, seed: 0, randomizeSeed: true, guidanceScale: 1, numInferenceSteps: 1, n, images: [], given: new Set(), warnings: [], providerOptions: {}, signal,
      }),
    }),
  });
  const leftovers = (): ReturnType<ExampleRun['leftovers']> => ({ timers: clock.pending, listeners: getEventListeners(controller.signal, 'abort').length });
  return { run, clock, controller, leftovers };
}

/** Everything that a run gives, and the error that it ends with, if any. */
export async function outcomeOf(run: AsyncIterable<ImageEvent>): Promise<{ readonly events: readonly ImageEvent[]; readonly error: unknown }> {
  const events: ImageEvent[] = [];
  try {
    for await (const event of run) events.push(event);
    return { events, error: undefined };
  } catch (error) {
    return { events, error };
  }
}

/** A plugin and what became of it. */
export interface ScriptedPlugin {
  readonly generate: Generate;
  readonly seen: { started: number; cleaned: number; aborted: boolean };
}

/** Makes a plugin that gives these events; it tells whether its clean-up ran and its signal was aborted. */
export function scriptedPlugin(...script: readonly (() => ImageEvent)[]): ScriptedPlugin {
  const seen = { started: 0, cleaned: 0, aborted: false };
  const generate: Generate = async function* ({ signal }) {
    seen.started += 1;
    signal.addEventListener('abort', () => { seen.aborted = true; });
    try {
      for (const next of script) yield next();
    } finally {
      seen.cleaned += 1;
    }
  };
  return { generate, seen };
}
