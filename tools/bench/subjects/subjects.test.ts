import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSpace } from '../space/ask-space.ts';
import { openCannedSpace, type CannedSpace } from '../space/canned-space.ts';
import { contentOf } from '../space/job-content.ts';
import { requireWhole } from './require-whole.ts';
import { makeSubject } from './subjects.ts';

const NAMES = ['hand', 'plugin', 'registry', 'gradio'] as const;
let space: CannedSpace;
beforeAll(async () => {
  space = await openCannedSpace();
});
afterAll(async () => {
  await space[Symbol.asyncDispose]();
});

describe.each(NAMES)('the subject %s', (name) => {
  it.each(['infer', 'burst'] as const)('receives all of %s, one after the other and together', async (kind) => {
    const generate = await makeSubject(name, { url: space.url, kind });
    const start = performance.now();
    const { steps, previews, firstEventAt } = await generate('a lighthouse');
    expect({ steps, previews }).toEqual({ steps: 50, previews: 4 });
    expect(firstEventAt).toBeGreaterThan(start);
    await Promise.all(Array.from({ length: 5 }, () => generate('a lighthouse')));
  });

  it('receives jobs that were held, from one client', async () => {
    const generate = await makeSubject(name, { url: space.url, kind: 'hold', isShared: true });
    const pictures = Promise.all(Array.from({ length: 3 }, () => generate('a lighthouse')));
    while ((await askSpace(space.url, 'held')) !== 3) await Promise.race([pictures, new Promise(setImmediate)]);
    await askSpace(space.url, 'release');
    expect(await pictures).toHaveLength(3);
  });

  it('reaches the same server through the relay', async () => {
    const generate = await makeSubject(name, { url: space.distantUrl, kind: 'burst' });
    const start = performance.now();
    await generate('a lighthouse');
    // The start and the stream, half a round trip there and back each.
    expect(performance.now() - start).toBeGreaterThan(95);
  });

  it('downloads the picture', async () => {
    const { download } = await (await makeSubject(name, { url: space.url, kind: 'burst' }))('a lighthouse');
    expect(await download()).toBe(67);
  });
});

describe('the check of the subjects', () => {
  it.each([{ steps: 49 }, { previews: 3 }, { previewCharacters: 1 }, { path: '/tmp/other.png' }])('refuses whoever received %j', (less) => {
    const content = contentOf('infer');
    expect(() => { requireWhole('hand', content, content); }).not.toThrow();
    expect(() => { requireWhole('hand', { ...content, ...less }, content); }).toThrow(Object.keys(less)[0]);
  });

  it('counts what was asked of the server', async () => {
    const count = async (): Promise<number> => Object.values((await askSpace(space.url, 'requests')) as object).length;
    await count();
    const seen: Record<string, number> = {};
    for (const name of NAMES) {
      await (await makeSubject(name, { url: space.url, kind: 'burst' }))('a lighthouse');
      seen[name] = await count();
    }
    expect(seen).toEqual({ hand: 2, plugin: 2, registry: 2, gradio: 4 });
  });
});
