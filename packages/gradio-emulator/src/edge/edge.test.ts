import { describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import type { SpaceState } from './space-states.ts';

describe('the edge before a Space', () => {
  it.each([
    ['paused', 'The space is paused, ask a maintainer to restart it'],
    ['broken', 'Your space is in error, check its status on hf.co'],
  ] as const)('answers 503 in plain text for a Space that is %s', async (state, text) => {
    await using space = await startSpace({ state, wakeMs: 0 });
    for (let request = 0; request < 2; request += 1) {
      const response = await fetch(`${space.url}/config`);
      expect(response.status).toBe(503);
      expect(response.headers.get('content-type')).toContain('text/plain');
      expect(await response.text()).toBe(text);
    }
    expect(space.state).toBe(state);
  });

  it('wakes a sleeping Space by the first request, and answers with a page until it runs', async () => {
    await using space = await startSpace({ state: 'sleeping', wakeMs: 1000 });
    expect(space.state).toBe('sleeping');
    const first = await fetch(`${space.url}/config`);
    expect(first.status).toBe(503);
    expect(first.headers.get('content-type')).toContain('text/html');
    await first.text();
    expect(space.state).toBe('building');
    await expect.poll(() => statusOf(`${space.url}/config`), { timeout: 10_000 }).toBe(200);
    expect(space.state).toBe('running');
  });

  it('lets a Space that builds run without being asked', async () => {
    await using space = await startSpace({ state: 'building', wakeMs: 50 });
    await expect.poll(() => space.state).toBe('running');
    expect(await statusOf(`${space.url}/config`)).toBe(200);
  });

  it('changes its mind while the Space runs', async () => {
    await using space = await startSpace();
    const states: readonly SpaceState[] = ['broken', 'running', 'paused'];
    const seen: number[] = [];
    for (const state of states) {
      space.setState(state);
      seen.push(await statusOf(`${space.url}/config`));
    }
    expect(seen).toEqual([503, 200, 503]);
  });

  it('tells strangers of a private Space nothing about its state', async () => {
    await using space = await startSpace({ state: 'paused', token: 'hf_secret' });
    expect(await statusOf(`${space.url}/config`)).toBe(404);
    expect(await statusOf(`${space.url}/config`, { authorization: 'Bearer hf_secret' })).toBe(503);
  });
});

async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { headers });
  await response.text();
  return response.status;
}
