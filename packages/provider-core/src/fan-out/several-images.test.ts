import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../errors/authentication-error.ts';
import { JobLostError } from '../errors/job-lost-error.ts';
import { MissingImagesError } from '../errors/missing-images-error.ts';
import { ModerationError } from '../errors/moderation-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import type { ProviderError } from '../errors/provider-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import type { ImageEvent } from '../events/image-event.ts';
import { settle } from '../testing/barrier.ts';
import { BOUNDS } from '../testing/example-provider.ts';
import { image, NOTHING_LEFT, outcomeOf, preview, step } from '../testing/example-run.ts';
import { generateSeveral } from './generate-several.ts';
import { severalRun, type SeveralRun } from '../testing/several-run.ts';

const GENERATION = { prompt: 'a cat', model: 'sd', aspectRatio: '1:1', width: 8, height: 8, seed: 0, randomizeSeed: true, guidanceScale: 1, numInferenceSteps: 1, n: 1, images: [], given: new Set<never>(), warnings: [], providerOptions: {} };
const DONE = { done: true, value: undefined };

/** What is told of an event besides its content. */
function told({ type, index }: ImageEvent): string {
  return `${type} ${index ?? '-'}`;
}

/** Asks until nothing comes any more without the plugin doing something first; gives what came. */
function reading({ run }: SeveralRun): { readonly events: ImageEvent[]; readonly ended: Promise<unknown> } {
  const events: ImageEvent[] = [];
  const ended = (async () => {
    try {
      for await (const event of run) events.push(event);
      return 'done';
    } catch (error) {
      return error;
    }
  })();
  return { events, ended };
}

describe('a run of several images', () => {
  it('makes a call for each, at once, and gives their events as they come, each with its index', async () => {
    const several = severalRun({ n: 3, seed: 7 });
    const { events, ended } = reading(several);
    await settle();
    expect(several.calls.map(({ generation: { n, seed } }) => [n, seed])).toEqual([[1, 7], [1, 8], [1, 9]]);
    const [first, second, third] = several.calls;
    for (const [call, action] of [[third, step(1)], [first, preview()], [third, image()], [first, step(2)], [first, image()], [second, image()]] as const) {
      call?.do(action);
      await settle();
    }
    expect(await ended).toBe('done');
    expect(events.map(told)).toEqual(['progress 2', 'preview 0', 'image 2', 'progress 0', 'image 0', 'image 1']);
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('has at most four calls under way', async () => {
    const several = severalRun({ n: 6 });
    const { events, ended } = reading(several);
    await settle();
    expect(several.calls).toHaveLength(4);
    several.calls[2]?.do(image());
    await settle();
    expect(several.calls).toHaveLength(5);
    for (const call of several.calls) call.do(image());
    await settle();
    expect(several.calls).toHaveLength(6);
    several.calls[5]?.do(image());
    expect(await ended).toBe('done');
    expect(events.map(({ index }) => index)).toEqual([2, 0, 1, 3, 4, 5]);
  });

  it('says of one image what it always said, and nothing of an index in its progress', async () => {
    const several = severalRun({ n: 1 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[0]?.do(step(1), image());
    expect(await ended).toBe('done');
    expect(events).toEqual([step(1), image()]);
    expect(events.map(told)).toEqual(['progress -', 'image 0']);
  });

  it('gives the images of one call their places in order', async () => {
    const several = severalRun({ n: 5, imagesPerCall: 3 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[1]?.do(step(1), image(), preview().withIndex(1), image());
    await settle();
    several.calls[0]?.do(image(), step(1).withIndex(1), image(), image());
    expect(await ended).toBe('done');
    expect(events.map(told)).toEqual(['progress 3', 'image 3', 'preview 4', 'image 4', 'image 0', 'progress 1', 'image 1', 'image 2']);
  });

  it('makes those that are asked for and no others', async () => {
    const several = severalRun({ n: 4, seed: 10, indexes: [1, 3] });
    const { events, ended } = reading(several);
    await settle();
    expect(several.calls.map(({ generation: { seed } }) => seed)).toEqual([11, 13]);
    for (const call of several.calls) call.do(image());
    expect(await ended).toBe('done');
    expect(events.map(told)).toEqual(['image 1', 'image 3']);
  });

  it.each([[[]], [[1, 1]], [[2, 1]], [[4]], [[-1]], [[0.5]], ['0']])('refuses the indexes %j of four', async (indexes) => {
    const several = severalRun({ n: 4, indexes: indexes as readonly number[] });
    const { error } = await outcomeOf(several.run);
    expect(error).toMatchObject({ code: 'invalid_request', problems: [{ field: 'indexes', allowed: 'a list of whole numbers from 0 to n - 1, each larger than the one before' }] });
    expect(several.calls).toEqual([]);
  });
});

describe('a failure among several images', () => {
  it('costs its own image: the others come, then one error tells what is missing', async () => {
    const several = severalRun({ n: 4 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[1]?.do(new JobLostError('The Space forgot the job of "a cat".'));
    await settle();
    for (const index of [0, 2, 3]) several.calls[index]?.do(image());
    const error = await ended;
    expect(events.map(told)).toEqual(['progress 1', 'image 0', 'image 2', 'image 3']);
    expect(events[0]).toMatchObject({ stage: 'log', message: 'The Space forgot the job of "[redacted]".' });
    expect(error).toBeInstanceOf(MissingImagesError);
    expect(error).toMatchObject({
      code: 'missing_images', billed: 'maybe', retryable: true, provider: 'example',
      // What the user wrote stands in no error, neither outside nor inside.
      message: 'Of 4 images 1 is missing. Image 2: The Space forgot the job of "[redacted]".',
      failures: [{ index: 1, error: { code: 'job_lost', message: 'The Space forgot the job of "[redacted]".', provider: 'example' } }],
    });
    expect(await several.run.next()).toEqual(DONE);
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('of one image is that error itself', async () => {
    const several = severalRun({ n: 1 });
    const { ended } = reading(several);
    await settle();
    several.calls[0]?.do(new JobLostError('Gone.'));
    expect(await ended).toBeInstanceOf(JobLostError);
  });

  it('of a call that gives fewer images than it was asked for is told for those', async () => {
    const several = severalRun({ n: 4, imagesPerCall: 2 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[0]?.do(image(), 'end');
    several.calls[1]?.do('end');
    const error = await ended;
    expect(events.map(told).toSorted()).toEqual(['image 0', 'progress 1', 'progress 2']);
    expect(error).toMatchObject({ failures: [1, 2, 3].map((index) => ({ index, error: { code: 'plugin', billed: 'maybe' } })) });
  });

  it('of a call that stands still is a timeout of its own', async () => {
    const several = severalRun({ n: 2 });
    const { events, ended } = reading(several);
    await settle();
    several.clock.advance(200_000);
    several.calls[1]?.do(step(1));
    await settle();
    several.clock.advance(150_000);
    several.calls[1]?.do(image());
    expect(await ended).toMatchObject({ code: 'missing_images', failures: [{ index: 0, error: { code: 'timeout', phase: 'progress', billed: 'maybe' } }] });
    expect(events.map(told)).toEqual(['progress 1', 'progress 0', 'image 1']);
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('of all calls is told for each, though nobody said anything for just as long', async () => {
    const several = severalRun({ n: 2 });
    const { ended } = reading(several);
    await settle();
    several.clock.advance(300_000);
    expect(await ended).toMatchObject({ code: 'missing_images', failures: [{ index: 0, error: { code: 'timeout' } }, { index: 1, error: { code: 'timeout' } }] });
  });

  it('of no known kind is one of the plugin', async () => {
    const { run } = severalRun({});
    Object.assign(run, { next: () => Promise.reject(new Error('not ours')) });
    const { error } = await outcomeOf(generateSeveral({ prepared: GENERATION, bounds: BOUNDS, run: () => run }));
    expect(error).toMatchObject({ failures: [{ index: 0, error: { code: 'plugin', billed: 'maybe' } }] });
  });

  it.each<[string, () => ProviderError]>([
    ['a wrong token', () => new AuthenticationError('Who are you?')],
    ['a prompt that is not allowed', () => new ModerationError('Not this.')],
    ['a limit that is over at a known time', () => new RateLimitError('Slow down.', { retryAfterMs: 5000 })],
  ])('that every call would meet (%s) begins no further one', async (_name, failure) => {
    const several = severalRun({ n: 10 });
    const { ended } = reading(several);
    await settle();
    for (const call of several.calls) call.do(failure());
    const error = await ended;
    expect(several.calls).toHaveLength(4);
    expect(error).toMatchObject({ billed: 'no' });
    const failures = error instanceof MissingImagesError ? error.failures : [];
    expect(failures.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const { error: other } of failures.slice(4)) expect(other).toBe(failures[0]?.error);
  });

  it.each<[string, () => Error]>([
    ['it may have been charged', () => new AuthenticationError('Who are you?', { billed: 'maybe' })],
    ['it may pass by itself', () => new NetworkError('No way.')],
    ['a plugin has a mistake', () => new Error('broken')],
  ])('lets the others begin when %s', async (_name, failure) => {
    const several = severalRun({ n: 5 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[0]?.do(failure());
    await settle();
    expect(several.calls).toHaveLength(5);
    for (const call of several.calls) call.do(image());
    expect(await ended).toMatchObject({ failures: [{ index: 0 }] });
    expect(events.map(({ type }) => type)).toEqual(['progress', 'image', 'image', 'image', 'image']);
  });
});

describe('several images and who waits for them', () => {
  it('takes nothing from a call before it is asked for, and holds one event of each at most', async () => {
    const several = severalRun({ n: 3 });
    const asked = (): readonly number[] => several.calls.map(({ seen }) => seen.asked);
    expect(several.calls).toEqual([]);
    const first = several.run.next();
    await settle();
    for (const call of several.calls) call.do(...Array.from({ length: 50 }, (_, number) => step(number)));
    await settle();
    expect((await first).value).toMatchObject({ index: 0 });
    // One event was asked of each, and one was taken. The generators stand behind it, however long nobody asks.
    expect(asked()).toEqual([1, 1, 1]);
    await several.run.next();
    await settle();
    expect(asked()).toEqual([2, 1, 1]);
    for (let events = 2; events < 30; events += 1) await several.run.next();
    await settle();
    const taken = asked().reduce((sum, count) => sum + count, 0);
    expect(taken).toBeLessThanOrEqual(30 + 3);
    await several.run.return();
  });

  it('lets no talkative call keep the others from being heard', async () => {
    const several = severalRun({ n: 2 });
    const first = several.run.next();
    await settle();
    several.calls[0]?.do(...Array.from({ length: 50 }, (_, number) => step(number)));
    several.calls[1]?.do(step(1), step(2));
    const events = [await first, await several.run.next(), await several.run.next(), await several.run.next()];
    expect(events.map(({ value }) => value?.index).filter((index) => index === 1)).toHaveLength(2);
    await several.run.return();
  });

  it.each<[string, (several: SeveralRun) => void, unknown]>([
    ['the loop is left', ({ run }) => void run.return(), 'done'],
    ['the caller aborts', ({ controller }) => { controller.abort(); }, { code: 'aborted', billed: 'maybe' }],
    ['the time is over', ({ clock }) => { clock.advance(60_000); }, { code: 'timeout', phase: 'total', billed: 'maybe' }],
  ])('ends all calls, once, when %s', async (_how, end, outcome) => {
    const several = severalRun({ n: 6, timeoutMs: 60_000 });
    const { events, ended } = reading(several);
    await settle();
    several.calls[0]?.do(image());
    several.calls[1]?.do(step(1));
    await settle();
    end(several);
    if (typeof outcome === 'string') expect(await ended).toBe(outcome);
    else expect(await ended).toMatchObject(outcome as object);
    await settle();
    expect(events).toHaveLength(2);
    // Five were begun, none after the end; the one that had its image was over before.
    expect(several.calls.map(({ seen: { cleaned, aborted } }) => [cleaned, aborted])).toEqual(Array.from({ length: 5 }, () => [1, 1]));
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
    expect(await several.run.next()).toEqual(DONE);
  });

  it('ends all calls on break while events of some of them lie ready', async () => {
    const several = severalRun({ n: 3 });
    const first = several.run.next();
    await settle();
    for (const call of several.calls) call.do(step(1), step(2));
    await first;
    for await (const event of several.run) if (event.index === 1) break;
    await settle();
    expect(several.calls.map(({ seen: { cleaned, aborted } }) => [cleaned, aborted])).toEqual([[1, 1], [1, 1], [1, 1]]);
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
  });

  it('tells an abort that came while nobody asked', async () => {
    const several = severalRun({ n: 2 });
    const first = several.run.next();
    await settle();
    several.calls[0]?.do(step(1));
    await first;
    several.controller.abort();
    await settle();
    expect(several.calls.map(({ seen }) => seen.cleaned)).toEqual([1, 1]);
    await expect(several.run.next()).rejects.toMatchObject({ code: 'aborted' });
    expect(several.leftovers()).toEqual(NOTHING_LEFT);
  });
});
