import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../../space/start-space.ts';
import { callUrl, queueDataUrl, quickInputs, startJob } from '../../testing/space-client.ts';
import { readStream, streamMessages } from '../../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 0, progressMs: 0 });
afterAll(() => space.close());

/** Runs a function and returns path of the picture and seed. */
async function infer(inputs: readonly unknown[]): Promise<readonly [path: string, seed: number]> {
  const { text } = await readStream(callUrl(space, 'infer', await startJob(space, 'infer', inputs)));
  return [/"path": "([^"]+)"/.exec(text)?.[1] ?? '', Number(/, (\d+)\]\n/.exec(text)?.[1])];
}

describe('infer', () => {
  it('draws a seed when asked to, and says which', async () => {
    const seeds = await Promise.all([1, 2, 3].map(async () => (await infer(quickInputs.with(3, true)))[1]));
    expect(new Set([7, ...seeds]).size).toBe(4);
    for (const seed of seeds) expect(seed).toBeLessThanOrEqual(2 ** 31 - 1);
  });

  it('paints the same picture again from the seed it drew', async () => {
    const [path, seed] = await infer(quickInputs.with(3, true));
    expect(await infer(quickInputs.with(2, seed))).toEqual([path, seed]);
  });

  it('paints another picture when any of its inputs changes', async () => {
    const changes: readonly (readonly [number, unknown])[] = [
      [0, 'a forest'],
      [1, 'water'],
      [2, 8],
      [3, true],
      [4, 96],
      [5, 96],
      [6, 7],
      [7, 3],
    ];
    const paths = await Promise.all(
      changes.map(async ([index, value]) => (await infer(quickInputs.with(index, value)))[0]),
    );
    expect(new Set([...paths, (await infer(quickInputs))[0]]).size).toBe(9);
  });

  it('reports every step', async () => {
    await startJob(space, 'infer', quickInputs.with(7, 5), 'steps');
    const messages = streamMessages((await readStream(queueDataUrl(space, 'steps'))).text);
    const indices = messages.filter(({ msg }) => msg === 'progress').map((message) => JSON.stringify(message));
    expect(indices.map((text) => /"index":(\d+),"length":5/.exec(text)?.[1])).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('slow', () => {
  it('takes its time, reports how far it is, and returns the seconds', async () => {
    await startJob(space, 'slow', [0.12], 'slow');
    const messages = streamMessages((await readStream(queueDataUrl(space, 'slow'))).text);
    const fractions = messages
      .filter(({ msg }) => msg === 'progress')
      .map((message) => Number(/"progress":([\d.]+)/.exec(JSON.stringify(message))?.[1]));
    expect(fractions).not.toHaveLength(0);
    expect(fractions.at(-1)).toBeLessThan(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(JSON.stringify(messages.at(-2))).toContain('0.12],"is_generating":false');
  });
});

describe('slow_stream', () => {
  it('shows a picture for every tenth of a second', async () => {
    const { text } = await readStream(callUrl(space, 'slow_stream', await startJob(space, 'slow_stream', [0.3])));
    expect([...text.matchAll(/^event: (\w+)$/gm)].map((match) => match[1])).toEqual([
      'generating',
      'generating',
      'generating',
      'complete',
    ]);
  });
});
