import 'reflect-metadata';
import { container } from 'tsyringe';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ProviderPlugin } from '../provider/provider-plugin.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { settle } from '../testing/barrier.ts';
import { examplePlugin } from '../testing/example-plugin.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createRegistry } from './create-registry.ts';
import type { RegistryOptions } from './registry.ts';
import { CLOCK } from './service-tokens.ts';

/** A plugin that says nothing until it is told to stop. */
const silent = examplePlugin('example', { generate: async function* ({ signal }) {
  yield* [];
  await new Promise((_resolve, reject) => { signal.addEventListener('abort', () => { reject(new Error('noticed')); }); });
} });

/** Runs a request over a clock that the test moves. */
function run(options: RegistryOptions, using: ProviderPlugin = silent, request: Partial<ImageRequest> = {}) {
  const clock = new ManualClock();
  const services = container.createChildContainer();
  services.register(CLOCK, { useValue: clock });
  const registry = createRegistry([using], { ...options, container: services });
  onTestFinished(() => registry[Symbol.asyncDispose]());
  return { clock, outcome: outcomeOf(registry.generate('sd-3.5', { prompt: 'a cat', ...request })) };
}

describe('the figures of a registry', () => {
  it('are the timers of its runs', async () => {
    for (const [timeouts, phase] of [[{ progressMs: 500, totalMs: 900 }, 'progress'], [{ progressMs: 900, totalMs: 500 }, 'total']] as const) {
      const { clock, outcome } = run({ timeouts });
      await settle();
      clock.advance(500);
      expect((await outcome).error).toMatchObject({ code: 'timeout', phase, timeoutMs: 500, billed: 'maybe' });
      expect(clock.pending).toBe(0);
    }
  });

  it('give way to the deadline of a request', async () => {
    const { clock, outcome } = run({ timeouts: { totalMs: 500 } }, silent, { timeoutMs: 100 });
    await settle();
    clock.advance(100);
    expect((await outcome).error).toMatchObject({ phase: 'total', timeoutMs: 100 });
  });

  it('are the timers and limits of its requests', async () => {
    const server = await startServer((response) => response.end('too long'));
    const asking = examplePlugin('example', { generate: async function* (_generation, { http }) {
      yield* [];
      await (await http.request({ url: server.origin })).text();
    } });
    const { outcome } = run({ limits: { jsonBytes: 7 } }, asking);
    expect((await outcome).error).toMatchObject({ code: 'too_large', limit: 'jsonBytes', limitBytes: 7 });
    const { clock, outcome: unanswered } = run({ timeouts: { headersMs: 70 } }, examplePlugin('example', { generate: async function* (_generation, { http }) {
      yield* [];
      await http.request({ url: `${(await startServer(() => { setImmediate(() => { clock.advance(70); }); })).origin}/` });
    } }));
    expect((await unanswered).error).toMatchObject({ code: 'timeout', phase: 'headers', timeoutMs: 70 });
  });
});
