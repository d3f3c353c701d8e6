import { describe, expect, it } from 'vitest';
import { createRegistry } from './create-registry.ts';
import { container as root } from 'tsyringe';
import { AllProvidersFailedError } from '../errors/all-providers-failed-error.ts';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { QuotaExceededError } from '../errors/quota-exceeded-error.ts';
import { UnavailableError } from '../errors/unavailable-error.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { createBarrier, settle } from '../testing/barrier.ts';
import { examplePlugin, type ExamplePlugin } from '../testing/example-plugin.ts';
import { image, outcomeOf, step } from '../testing/example-run.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { CLOCK, LOGGER } from './service-tokens.ts';

/** A plugin whose runs give one step and then fail. */
function failing(id: string, error: () => unknown): ExamplePlugin {
  return examplePlugin(id, {
    generate: async function* () {
      yield step(1);
      throw error();
    },
  });
}

describe('generate', () => {
  it('says what is wrong when it is given no request at all', async () => {
    // @ts-expect-error: JavaScript may pass anything.
    const { error } = await outcomeOf(createRegistry([examplePlugin('a')]).generate('sd-3.5', null));
    expect(error).toMatchObject({ code: 'invalid_request' });
  });

  it('gives the events of the first provider, set to its model', async () => {
    const [a, b] = [examplePlugin('a'), examplePlugin('b')];
    const { events, error } = await outcomeOf(createRegistry([a, b]).generate('sd-3.5', { prompt: 'a cat', model: 'passed over' }));
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['image']);
    expect(a.generations[0]).toMatchObject({ prompt: 'a cat', model: 'sd3.5' });
    expect(b.created).toEqual([]);
  });

  it.each<[string, () => ProviderError]>([
    ['a failed connection', () => new NetworkError('x')], ['a refused key', () => new AuthenticationError('x')],
    ['a used-up allowance', () => new QuotaExceededError('x')], ['a service that is down', () => new UnavailableError('x')],
  ])('goes on to the next provider after %s, and says so', async (_what, error) => {
    const warnings: unknown[] = [];
    const container = root.createChildContainer();
    const ignore = (): void => undefined;
    container.register(LOGGER, { useValue: { debug: ignore, info: ignore, error: ignore, warn: (...line: unknown[]) => warnings.push(line) } });
    const b = examplePlugin('b');
    const { events, error: end } = await outcomeOf(createRegistry([failing('a', error), b], { container }).generate('sd-3.5', { prompt: 'a secret castle' }));
    expect(end).toBeUndefined();
    const { code } = error();
    expect(events).toMatchObject([
      { type: 'progress', stage: 'step' }, { type: 'progress', stage: 'attempt', provider: 'b', attempt: 2, reason: code, message: `a failed (${code}), trying b` }, { type: 'image' },
    ]);
    expect(warnings.at(-1)).toEqual(['provider failed, trying the next one', { alias: 'sd-3.5', provider: 'a', code, next: 'b' }]);
    expect(b.generations).toHaveLength(1);
  });

  it.each<[string, () => unknown, string]>([
    ['the picture was refused', () => new ModerationError('x'), 'moderation'],
    ['the failure may have been charged', () => new NetworkError('x', { billed: 'maybe' }), 'network'],
    ['the failure was charged', () => new UnavailableError('x', { billed: 'yes' }), 'unavailable'],
    ['the plugin itself broke in the middle', () => new TypeError('x'), 'plugin'],
  ])('does not go on when %s', async (_what, error, code) => {
    const b = examplePlugin('b');
    const { events, error: end } = await outcomeOf(createRegistry([failing('a', error), b]).generate('sd-3.5', { prompt: 'x' }));
    expect(end).toMatchObject({ code, provider: 'a' });
    expect(events).toHaveLength(1);
    expect(b.created).toEqual([]);
  });

  it('does not go on when the request itself is wrong', async () => {
    const b = examplePlugin('b');
    const { error } = await outcomeOf(createRegistry([examplePlugin('a'), b]).generate('sd-3.5', { prompt: 'x', seed: -1 }));
    expect(error).toMatchObject({ code: 'invalid_request', provider: 'a' });
    expect(b.created).toEqual([]);
  });

  it('does not go on when the caller aborted', async () => {
    const b = examplePlugin('b');
    const controller = new AbortController();
    const registry = createRegistry([examplePlugin('a', { generate: async function* () { yield step(1); await new Promise(() => undefined); } }), b]);
    const run = registry.generate('sd-3.5', { prompt: 'x', signal: controller.signal });
    await run.next();
    const pending = run.next().catch((thrown: unknown) => thrown);
    controller.abort('enough');
    expect(await pending).toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(b.created).toEqual([]);
  });

  it('ends with every attempt when all providers failed', async () => {
    const registry = createRegistry([failing('a', () => new NetworkError('No way.')), failing('b', () => new AuthenticationError('No key.')), failing('c', () => new UnavailableError('Full.'))], { retries: 0 });
    const { error } = await outcomeOf(registry.generate('sd-3.5', { prompt: 'x' }));
    expect(error).toBeInstanceOf(AllProvidersFailedError);
    expect(error).toMatchObject({
      attempts: [{ provider: 'a', error: { code: 'network' } }, { provider: 'b', error: { code: 'authentication' } }, { provider: 'c', error: { code: 'unavailable' } }],
      message: 'No provider could serve "sd-3.5". a: No way. b: No key. c: Full.', retryable: true, billed: 'no',
    });
  });

  it('ends with the attempts so far when the last of them may not be repeated', async () => {
    const c = examplePlugin('c');
    const registry = createRegistry([failing('a', () => new NetworkError('x')), failing('b', () => new NetworkError('y', { billed: 'maybe' })), c]);
    expect((await outcomeOf(registry.generate('sd-3.5', { prompt: 'x' }))).error).toMatchObject({ code: 'all_providers_failed', billed: 'maybe', attempts: [{ provider: 'a' }, { provider: 'b' }] });
    expect(c.created).toEqual([]);
  });

  it('ends with the error itself when there was one attempt', async () => {
    const failure = new NetworkError('x');
    expect((await outcomeOf(createRegistry([failing('a', () => failure)]).generate('sd-3.5', { prompt: 'x' }))).error).toBe(failure);
  });

  it('fails for a name that nobody serves, at the first event', async () => {
    const run = createRegistry([examplePlugin('a')]).generate('flux', { prompt: 'x' });
    await expect(run.next()).rejects.toMatchObject({ code: 'model_not_found', availableModels: ['sd3.5', 'sd-3.5'] });
  });

  it('shares one deadline among the providers', async () => {
    const clock = new ManualClock();
    const container = root.createChildContainer();
    container.register(CLOCK, { useValue: clock });
    const asleep = createBarrier();
    const slow = examplePlugin('a', { generate: async function* () { yield step(1); clock.advance(700); throw new NetworkError('x'); } });
    const deaf = examplePlugin('b', { generate: async function* () { yield step(2); asleep.open(); await new Promise(() => undefined); } });
    const run = createRegistry([slow, deaf], { container }).generate('sd-3.5', { prompt: 'x', timeoutMs: 1000 });
    expect([await run.next(), await run.next(), await run.next()].map(({ value }) => value)).toMatchObject([{ step: 1 }, { stage: 'attempt' }, { step: 2 }]);
    const pending = run.next().catch((thrown: unknown) => thrown);
    await asleep.reached;
    clock.advance(299);
    expect(clock.pending).toBe(2);
    clock.advance(1);
    expect(await pending).toMatchObject({ code: 'timeout', phase: 'total', timeoutMs: 1000, provider: 'b', billed: 'maybe' });
  });

  it('does not try the next provider when the time is up', async () => {
    const clock = new ManualClock();
    const container = root.createChildContainer();
    container.register(CLOCK, { useValue: clock });
    const b = examplePlugin('b');
    const registry = createRegistry([failing('a', () => new NetworkError('x')), b], { container });
    const run = registry.generate('sd-3.5', { prompt: 'x', timeoutMs: 1000 });
    await run.next();
    expect((await run.next()).value).toMatchObject({ stage: 'attempt' });
    clock.advance(1000);
    await expect(run.next()).rejects.toMatchObject({ code: 'timeout', phase: 'total', timeoutMs: 1000 });
    expect(b.created).toEqual([]);
  });

  it('shows the request\'s key to the first provider only', async () => {
    const [a, b] = [failing('a', () => new NetworkError('x')), examplePlugin('b')];
    await outcomeOf(createRegistry([a, b]).generate('sd-3.5', { prompt: 'x', apiKey: 'key-of-a' }));
    expect([a.generations[0]?.apiKey, b.generations[0]?.apiKey]).toEqual(['key-of-a', undefined]);
  });

  it('refuses a signal that is none, as a provider does', async () => {
    const a = examplePlugin('a');
    // What an application in JavaScript may pass, types or no types.
    const request = JSON.parse('{"prompt":"x","signal":"stop"}') as ImageRequest;
    const { error } = await outcomeOf(createRegistry([a]).generate('sd-3.5', request));
    expect(error).toMatchObject({ code: 'invalid_request', message: 'signal is "stop"; allowed is an AbortSignal.' });
    expect(a.created).toEqual([]);
  });

  it.each([
    ['n', 0], ['n', -1], ['n', 1.5], ['n', '2'], ['n', Number.MAX_SAFE_INTEGER], ['timeoutMs', 0], ['timeoutMs', -1], ['timeoutMs', 1.5], ['timeoutMs', '5'], ['timeoutMs', 3_000_000_000],
  ])('lets the provider refuse what is none of its figures: %s of %j', async (field, value) => {
    const [a, b] = [examplePlugin('a', { images: 4 }), examplePlugin('b')];
    const { events, error } = await outcomeOf(createRegistry([a, b]).generate('sd-3.5', { prompt: 'x', [field]: value }));
    expect(error).toMatchObject({ code: 'invalid_request', provider: 'a', problems: [{ field }] });
    expect([events, a.generations, b.created]).toEqual([[], [], []]);
  });

  it('isolates a plugin that breaks while it is made', async () => {
    const broken = { ...examplePlugin('a'), create: () => { throw new TypeError('no such option'); } };
    const { events, error } = await outcomeOf(createRegistry([broken, examplePlugin('b')]).generate('sd-3.5', { prompt: 'x' }));
    expect(error).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['progress', 'image']);
    const alone = await outcomeOf(createRegistry([broken]).generate('sd-3.5', { prompt: 'x' }));
    expect(alone.error).toBeInstanceOf(PluginError);
    expect(alone.error).toMatchObject({ provider: 'a', billed: 'no', message: 'The plugin a failed: no such option' });
  });

  it('closes the provider under way when its loop is left', async () => {
    let cleaned = 0;
    const registry = createRegistry([examplePlugin('a', {
      generate: async function* () {
        try {
          yield step(1);
          yield image();
        } finally {
          cleaned += 1;
        }
      },
    })]);
    for await (const event of registry.generate('sd-3.5', { prompt: 'x' })) {
      if (event.type === 'progress') break;
    }
    await settle();
    expect(cleaned).toBe(1);
  });

  it('settles at once when return() comes while the provider is silent', async () => {
    const asleep = createBarrier();
    const registry = createRegistry([examplePlugin('a', { generate: async function* () { yield step(1); asleep.open(); await new Promise(() => undefined); } })]);
    const run = registry.generate('sd-3.5', { prompt: 'x' });
    await run.next();
    const pending = run.next();
    await asleep.reached;
    expect(await run.return()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
  });
});
