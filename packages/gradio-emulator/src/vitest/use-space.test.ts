import { beforeAll, describe, expect, it } from 'vitest';
import { useSpace } from './use-space.ts';

describe('useSpace', () => {
  const space = useSpace({ gradioVersion: '6.25.0' });
  const urls = new Set<string>();

  it.each([1, 2])('gives every test the same Space (%d)', async () => {
    urls.add(space.url);
    expect(urls.size).toBe(1);
    expect(space.gradioVersion).toBe('6.25.0');
    expect(await (await fetch(`${space.url}/config`)).json()).toMatchObject({ version: '6.25.0' });
  });

  it('passes on what can be done to the Space', async () => {
    space.setState('paused');
    expect(space.state).toBe('paused');
    expect((await fetch(`${space.url}/config`)).status).toBe(503);
    space.setState('running');
    expect(space.requests.at(-1)?.path).toBe('/config');
    expect(space.openSockets).toBeGreaterThan(0);
    space.restart();
    await expect.poll(() => space.openSockets).toBe(0);
  });
});

describe('a group with a Space', () => {
  let url = '';

  describe('inside', () => {
    const space = useSpace();

    beforeAll(() => {
      url = space.url;
    });

    it('has it in its hooks', async () => {
      expect((await fetch(url)).status).toBe(200);
    });
  });

  it('has it no more afterwards', async () => {
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});

describe('a Space that is asked for too early', () => {
  const space = useSpace();
  const message = errorOf(() => space.url);

  it('says so', () => {
    expect(message).toContain('inside of a test');
  });
});

function errorOf(act: () => unknown): string {
  try {
    act();
    return '';
  } catch (error) {
    return String(error);
  }
}
