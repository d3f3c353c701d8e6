import type { AsyncResult, PluginEvent } from '../events/image-event.ts';
import type { Generation } from '../provider/generation.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import type { CallSlots } from '../resilience/call-slots.ts';
import { createRun, type RunOptions, type RunPlan } from '../run/create-run.ts';
import { generateSeveral } from './generate-several.ts';

/** What the runs of single calls are made of. */
export interface RunCalls extends Omit<RunOptions, 'plan' | 'lifetime' | 'request'> {
  /** The request as it came. */
  readonly request: object;
  /** What is wanted, all images together. */
  readonly prepared: Omit<Generation, 'signal'>;
  readonly bounds: GenerationBounds;
  /** Which of the images are to be made; default all. */
  readonly indexes?: readonly number[] | undefined;
  /** Places that calls wait for. Default: none, they are made at once. */
  readonly slots?: CallSlots | undefined;
  /** Longest time of one call without news, in milliseconds. */
  readonly progressTimeoutMs: number;
  readonly generate: (generation: Generation) => AsyncGenerator<PluginEvent, void, undefined>;
}

/**
 * Makes a request by calls that each are a run inside the whole: one that stands still or fails ends only itself. The deadline is
 * that of the whole.
 *
 * @param signal ends all calls.
 * @throws {MissingImagesError} at the end, when some of several images could not be had.
 */
export function runCalls({ request, prepared, bounds, indexes, slots, progressTimeoutMs, generate, ...common }: RunCalls, signal: AbortSignal): AsyncGenerator<PluginEvent, void, undefined> {
  const inner = (outer: AbortSignal, plan: Omit<RunPlan, 'timeoutMs'>): AsyncResult =>
    createRun({ ...common, request: { ...request, signal: outer }, plan: () => ({ ...plan, timeoutMs: Infinity }) });
  const call = (outer: AbortSignal, generation: Omit<Generation, 'signal'>, images: number): AsyncResult =>
    inner(outer, { progressTimeoutMs, images, start: (ofCall) => generate({ ...generation, signal: ofCall }) });
  // Waiting for a place is no standing still, so there is a run around that of the call.
  const run = slots === undefined ? call : (outer: AbortSignal, generation: Omit<Generation, 'signal'>, images: number): AsyncResult =>
    inner(outer, { isAround: true, images, start: (inQueue) => slots.run(inQueue, () => call(inQueue, generation, images)) });
  if (prepared.n === 1) return run(signal, prepared, 1);
  return generateSeveral({ prepared, bounds, indexes, run: ({ indexes: { length: images }, generation }) => run(signal, generation, images) });
}
