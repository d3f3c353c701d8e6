import { createProviderContext } from '@hypotez/provider-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bufferedPlugin, bufferedWire, runToEnd, startFaultServer, type RunOutcome } from '../index.ts';

async function run(n: number, fails = false): Promise<RunOutcome> {
  const server = await startFaultServer(fails ? {} : { respond: (request, self) => bufferedWire.answer(bufferedWire.partOf(request) ?? 'start', self, request) });
  onTestFinished(() => server.close());
  return runToEnd(bufferedPlugin({ url: server.url }).create(createProviderContext(), {}), { prompt: 'a lake', n });
}

describe('runToEnd', () => {
  it('gives the events, and the images among them', async () => {
    const { events, images, image, error } = await run(2);
    expect(events.map(({ type }) => type).toSorted()).toEqual(['image', 'image', 'progress', 'progress']);
    expect(images).toEqual(events.filter(({ type }) => type === 'image'));
    expect(image).toBe(images[0]);
    expect(error).toBeUndefined();
  });

  it('gives what was thrown', async () => {
    const { images, image, error } = await run(1, true);
    expect([images, image]).toEqual([[], undefined]);
    expect(error).toMatchObject({ code: 'not_found' });
  });
});
