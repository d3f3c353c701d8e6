import { JobCancelledError, JobLostError, QuotaExceededError, RejectedError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import type { StreamKind } from '../client/space-memory.ts';
import { IllegalDurationError } from '../errors/illegal-duration-error.ts';
import { imageUrls } from '../files/image-urls.ts';
import { collect } from '../testing/collect.ts';
import { containing, matching } from '../testing/matching.ts';
import { openClient } from '../testing/open-client.ts';
import { startScriptedSpace, stream } from '../testing/scripted-space.ts';
import { RECORDED_VERSIONS, transcript, type RecordedVersion } from '../testing/transcripts.ts';

const QUOTA = 'You have exceeded your free GPU quota (60s requested vs. 12s left). Subscribe to Pro to get more usage quota. Try again in 0:13:21';

/** Plays the recorded bytes of a job to the client, over a socket that ends as the recorded one did. */
async function replay(version: RecordedVersion, kind: StreamKind, name: string) {
  const { text, isCut } = transcript(version, `${kind}-${name}`);
  const answer = stream(text, { isCut });
  const space = await startScriptedSpace({ stream: answer, callStream: answer });
  const outcome = await collect(openClient(space).submit({ stream: kind }));
  const images = outcome.events.flatMap((event) => ('data' in event ? [imageUrls(event.data[0], { root: 'http://space.example', prefix: '/p' })] : []));
  return { ...outcome, images, types: outcome.events.map(({ type }) => type) };
}

const FILE = /^http:\/\/space\.example\/p\/file=\/tmp\/gradio\/[\da-f]{64}\/image\.webp$/u;

describe.each(RECORDED_VERSIONS)('the recorded streams of Gradio %s', (version) => {
  // The plain flow tells the reason of a failure from 6.13 on.
  const tellsOnCall = version.startsWith('6');

  it('queue: place, start, steps, result', async () => {
    const { events, error, images } = await replay(version, 'queue', 'infer');
    expect(error).toBeUndefined();
    expect(events.slice(0, 2)).toMatchObject([{ type: 'progress', stage: 'queued', queuePosition: 0 }, { type: 'progress', stage: 'started' }]);
    const steps = events.filter((event) => event.type === 'progress' && event.stage === 'step');
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step).toMatchObject({ steps: 3, message: 'Denoising' });
    expect(events.at(-1)).toMatchObject({ type: 'complete', data: [{ orig_name: 'image.webp' }, 7] });
    expect(images).toEqual([[matching(FILE)]]);
  });

  it('call: result only', async () => {
    const { types, images } = await replay(version, 'call', 'infer');
    expect(types).toEqual(['complete']);
    expect(images).toEqual([[matching(FILE)]]);
  });

  it.each(['queue', 'call'] as const)('%s: previews are whole values, the last one is the result', async (kind) => {
    const { events, images } = await replay(version, kind, 'preview');
    expect(events.filter(({ type }) => type === 'generating')).toHaveLength(3);
    expect(images.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => [matching(FILE)]));
    expect(images[3]).toEqual(images[2]);
    expect(new Set(images.flat()).size).toBe(3);
  });

  it.each(['queue', 'call'] as const)('%s: a gallery holds two images', async (kind) => {
    const { images } = await replay(version, kind, 'gallery');
    expect(images).toEqual([[matching(FILE), matching(FILE)]]);
  });

  it.each(['queue', 'call'] as const)('%s: an update holds the image', async (kind) => {
    expect((await replay(version, kind, 'update')).images).toEqual([[matching(FILE)]]);
  });

  it.each(['queue', 'call'] as const)('%s: no image is no image', async (kind) => {
    const { images, error } = await replay(version, kind, 'nothing');
    expect(error).toBeUndefined();
    expect(images).toEqual([[]]);
  });

  it('queue: log lines', async () => {
    const { events } = await replay(version, 'queue', 'log');
    expect(events).toContainEqual({ type: 'progress', stage: 'log', message: 'Waiting for a GPU to become available' });
  });

  it('queue: a used-up quota with its figures and its plain words', async () => {
    const { error } = await replay(version, 'queue', 'fail-shown');
    expect(error).toBeInstanceOf(QuotaExceededError);
    expect(error).toMatchObject({ message: QUOTA, requestedSeconds: 60, leftSeconds: 12, retryAfterMs: 801_000 });
  });

  it('call: a used-up quota as far as the server tells', async () => {
    const { error } = await replay(version, 'call', 'fail-shown');
    expect(error).toMatchObject(tellsOnCall ? { code: 'quota_exceeded', message: QUOTA } : { code: 'response', billed: 'maybe' });
  });

  it('queue: an error with an apostrophe', async () => {
    const { error } = await replay(version, 'queue', 'fail-shown-apostrophe');
    expect(error).toMatchObject({ code: 'response', message: "The Space says: It's too dark" });
  });

  it('queue: an error in other scripts', async () => {
    const { error } = await replay(version, 'queue', 'fail-shown-unicode');
    expect(error).toMatchObject({ message: 'The Space says: Schön 🎨 "gesagt"' });
  });

  it('call: an error in other scripts, which come escaped', async () => {
    const { error } = await replay(version, 'call', 'fail-shown-unicode');
    expect(error).toMatchObject({ message: tellsOnCall ? 'The Space says: Schön 🎨 "gesagt"' : containing('does not say why') });
  });

  it('queue: an error with a title', async () => {
    expect((await replay(version, 'queue', 'fail-titled')).error).toBeInstanceOf(IllegalDurationError);
  });

  it.each(['queue', 'call'] as const)('%s: a hidden error', async (kind) => {
    expect((await replay(version, kind, 'fail-hidden')).error).toMatchObject({ code: 'response', message: containing('does not say why') });
  });

  it.each(['queue', 'call'] as const)('%s: a failure after a preview keeps the preview', async (kind) => {
    const { images, error } = await replay(version, kind, 'fail-midway');
    expect(images).toEqual([[matching(FILE)]]);
    expect(error).toMatchObject({ code: 'response', message: containing(kind === 'queue' || tellsOnCall ? 'late' : 'does not say why') });
  });

  it('queue: a value out of range, which Gradio before 5.39 lets pass', async () => {
    const { error } = await replay(version, 'queue', 'infer-out-of-range');
    if (version === '5.49.1' || tellsOnCall) expect(error).toBeInstanceOf(RejectedError);
    else expect(error).toBeUndefined();
  });

  it.each(['queue', 'call'] as const)('%s: a job that somebody cancelled', async (kind) => {
    expect((await replay(version, kind, 'cancelled')).error).toBeInstanceOf(JobCancelledError);
  });

  it.each(['queue', 'call'] as const)('%s: a forgotten job, whose stream is cut off', async (kind) => {
    const { error } = await replay(version, kind, 'unknown');
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).toMatchObject({ code: 'job_lost', billed: 'maybe' });
  });
});
