import { describe, expect, it } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { PluginError } from '../errors/plugin-error.ts';
import { settle } from '../testing/barrier.ts';
import { exampleRun, image, NOTHING_LEFT, outcomeOf, preview, scriptedPlugin, step, type Generate } from '../testing/example-run.ts';

const DONE = { done: true, value: undefined };

describe('a run that goes well', () => {
  it('gives progress and previews, then the image, then ends', async () => {
    const [progress, early, final] = [step(1), preview(), image()];
    const { run } = exampleRun(scriptedPlugin(() => progress, () => early, () => final).generate);
    expect(await outcomeOf(run)).toEqual({ events: [progress, early, final], error: undefined });
  });

  it('does not begin before the first event is asked for', async () => {
    const { generate, seen } = scriptedPlugin(image);
    const { run, leftovers } = exampleRun(generate);
    await settle();
    expect(seen.started).toBe(0);
    expect(leftovers()).toEqual(NOTHING_LEFT);
    await run.next();
    expect(seen.started).toBe(1);
  });

  it('gives nothing after the image, whatever the plugin still has', async () => {
    const { generate, seen } = scriptedPlugin(image, () => step(2), image);
    const { run } = exampleRun(generate);
    expect((await outcomeOf(run)).events.map(({ type }) => type)).toEqual(['image']);
    expect(await run.next()).toEqual(DONE);
    expect(seen.cleaned).toBe(1);
  });

  it('ends with the image itself: what the plugin still waits for is told, nothing is left behind', async () => {
    const { generate, seen } = scriptedPlugin(image);
    const { run, leftovers } = exampleRun(generate);
    await run.next();
    await settle();
    expect(seen).toEqual({ started: 1, cleaned: 1, aborted: true });
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('does not wait for the clean-up of the plugin', async () => {
    const { run } = exampleRun(async function* () {
      try {
        yield image();
      } finally {
        await new Promise(() => undefined);
      }
    });
    expect((await outcomeOf(run)).error).toBeUndefined();
  });

  it('swallows what the plugin throws after the image', async () => {
    const { run } = exampleRun(async function* () {
      try {
        yield image();
      } finally {
        await Promise.reject(new Error('in the clean-up'));
      }
    });
    expect(await outcomeOf(run)).toMatchObject({ events: [{ type: 'image' }], error: undefined });
    await settle();
  });

  it('ends after the last of several images that were asked for', async () => {
    const { run } = exampleRun(scriptedPlugin(image, () => step(1), image, image).generate, { n: 2 });
    expect((await outcomeOf(run)).events.map(({ type }) => type)).toEqual(['image', 'progress', 'image']);
  });

  it('answers several calls of next() in order, one after the other', async () => {
    const { run } = exampleRun(scriptedPlugin(() => step(1), () => step(2), image).generate);
    const results = await Promise.all([run.next(), run.next(), run.next(), run.next(), run.next()]);
    expect(results.map(({ value }) => (value?.type === 'progress' ? value.step : value?.type))).toEqual([1, 2, 'image', undefined, undefined]);
  });

  it('loses no event behind two calls of next() at once', async () => {
    const { run } = exampleRun(scriptedPlugin(() => step(1), () => step(2), () => step(3), () => step(4), image).generate);
    await Promise.all([run.next(), run.next()]);
    const { events } = await outcomeOf(run);
    expect(events.map((event) => (event.type === 'progress' ? event.step : event.type))).toEqual([3, 4, 'image']);
  });
});

describe('a run that goes badly', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'oops', 'The plugin example failed: oops'],
    ['a TypeError', new TypeError('x is undefined'), 'The plugin example failed: x is undefined'],
    ['nothing', undefined, 'The plugin example failed: a thrown undefined'],
  ])('makes a PluginError when the plugin throws %s', async (_name, thrown, message) => {
    const { run, leftovers } = exampleRun(async function* () {
      yield step(1);
      throw thrown;
    });
    const { events, error } = await outcomeOf(run);
    expect(events).toHaveLength(1);
    expect(error).toBeInstanceOf(PluginError);
    expect(error).toMatchObject({ message, provider: 'example', billed: 'maybe' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('makes a PluginError when the plugin throws before it gives its generator', async () => {
    const { run, leftovers } = exampleRun(() => {
      throw new TypeError('no generator');
    });
    expect((await outcomeOf(run)).error).toBeInstanceOf(PluginError);
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it.each([['something that is no event', async function* () { yield* [undefined]; }], ['something that is no generator', () => ({})]])(
    'makes a PluginError when the plugin gives %s',
    async (_name, generate) => {
      // As a plugin in JavaScript would, which no compiler holds back.
      const { run, leftovers } = exampleRun(generate as unknown as Generate);
      expect((await outcomeOf(run)).error).toBeInstanceOf(PluginError);
      expect(await run.next()).toEqual(DONE);
      expect(leftovers()).toEqual(NOTHING_LEFT);
    },
  );

  it('lets typed errors out as they are, with the name of the provider', async () => {
    const error = new NetworkError('The connection broke.', { billed: 'maybe' });
    const { run } = exampleRun(async function* () {
      yield step(1);
      throw error;
    });
    expect((await outcomeOf(run)).error).toBe(error);
    expect(error.provider).toBe('example');
  });

  it('fails when the plugin ends without an image', async () => {
    const { run, leftovers } = exampleRun(scriptedPlugin(() => step(1), preview).generate);
    const { events, error } = await outcomeOf(run);
    expect(events).toHaveLength(2);
    expect(error).toBeInstanceOf(PluginError);
    expect(error).toMatchObject({ message: 'The plugin example ended its run without an image.', billed: 'maybe', provider: 'example' });
    expect(leftovers()).toEqual(NOTHING_LEFT);
  });

  it('ends with one error: later calls say that it is over', async () => {
    const { run } = exampleRun(async function* () {
      yield* [];
      throw new Error('once');
    });
    const results = await Promise.allSettled([run.next(), run.next(), run.next()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await run.next()).toEqual(DONE);
  });

  it('tells the plugin when it fails elsewhere', async () => {
    let aborted = false;
    const { run } = exampleRun(async function* ({ signal }) {
      signal.addEventListener('abort', () => { aborted = true; });
      yield* [];
      throw new Error('x');
    });
    await outcomeOf(run);
    expect(aborted).toBe(true);
  });

  it('keeps prompt, key and proxy password out of the error', async () => {
    const request = { prompt: 'a secret well-hidden castle', apiKey: 'k-ey_12345', proxy: 'http://user:pass%2Fword@proxy.example:3128', negativePrompt: 'low-quality' };
    const { run } = exampleRun(async function* () {
      yield* [];
      throw new Error(`failed: ${JSON.stringify(request)} pass/word`);
    }, { request });
    const { error } = await outcomeOf(run);
    const text = error instanceof Error ? error.message + (error.stack ?? '') : '';
    for (const secret of [request.prompt, request.apiKey, 'pass%2Fword', 'pass/word', 'low-quality']) expect(text).not.toContain(secret);
    expect(text).toContain('failed: ');
  });

  it('takes a proxy whose password is no percent-encoding for what it is', async () => {
    const { run } = exampleRun(async function* () {
      yield* [];
      throw new Error('wrong password 100%sure');
    }, { request: { proxy: 'http://user:100%sure@proxy.example:3128' } });
    expect((await outcomeOf(run)).error).toMatchObject({ message: 'The plugin example failed: wrong password [redacted]' });
  });
});
