import { describe, expect, it } from 'vitest';
import type { SpaceFunction } from '../functions/space-function.ts';
import { postCall, queueDataUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { readStream, StreamReader } from '../testing/stream-reader.ts';
import { startSpace } from './start-space.ts';

describe('a restart', () => {
  it('breaks open streams and forgets their sessions', async () => {
    await using space = await startSpace({ stepMs: 10_000 });
    await startJob(space, 'infer', quickInputs, 'mine');
    const stream = new StreamReader(queueDataUrl(space, 'mine'));
    await stream.readUntil('process_starts');
    space.restart();
    expect(await stream.readAll()).toMatchObject({ isCut: true });
    const again = await readStream(queueDataUrl(space, 'mine'));
    expect(again.text).toContain('Session not found');
  });

  it('comes by itself at a step of a job, once', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const stepper: SpaceFunction = {
      inputs: {},
      outputs: [],
      async *run() {
        yield { type: 'progress', index: 0, length: 2 };
        await gate;
        yield { type: 'progress', index: 1, length: 2 };
      },
    };
    await using space = await startSpace({ progressMs: 0, restartAtStep: 1, functions: { stepper } });
    await startJob(space, 'stepper', [], 'first');
    const first = new StreamReader(queueDataUrl(space, 'first'));
    await first.readUntil('"index":0');
    open();
    const broken = await first.readAll();
    expect(broken.isCut).toBe(true);
    expect(broken.text).not.toContain('process_completed');
    await startJob(space, 'stepper', [], 'second');
    expect((await readStream(queueDataUrl(space, 'second'))).text).toContain('"success":true');
  });

  it('forgets who had logged in', async () => {
    await using space = await startSpace({ login: { username: 'painter', password: 'canvas' } });
    const logIn = await fetch(`${space.url}/login`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'painter', password: 'canvas' }),
    });
    const cookie = logIn.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
    // A connection kept alive breaks with the restart, so the first try after it may find no server.
    const post = () =>
      postCall(space, 'infer', { data: quickInputs }, { cookie }).then(
        ({ status }) => status,
        () => 0,
      );
    expect(await post()).toBe(200);
    space.restart();
    await expect.poll(post).toBe(401);
  });
});
