import { describe, expect, it } from 'vitest';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createHttp } from './create-http.ts';

describe('a body whose rest does not matter', () => {
  it('is read to its end, so that the next request takes the same connection', async () => {
    const ports: unknown[] = [];
    const clock = new ManualClock();
    const server = await startServer((response) => {
      ports.push(response.socket?.remotePort);
      response.write('news');
      setImmediate(() => response.end('the rest'));
    });
    const http = createHttp({ clock });
    for (let count = 0; count < 2; count += 1) {
      const response = await http.request({ url: server.origin });
      await response.chunks().next();
      response.finish();
      // The timer over the rest goes when the rest has come.
      await clock.reachedPending(0);
    }
    expect(ports).toHaveLength(2);
    expect(new Set(ports).size).toBe(1);
  });

  it('is closed after a quarter of a second when it does not end, whatever became of the signal', async () => {
    const clock = new ManualClock();
    const closed = Promise.withResolvers<undefined>();
    const server = await startServer((response) => {
      response.on('close', () => { closed.resolve(undefined); });
      response.write('news');
    });
    const controller = new AbortController();
    const response = await createHttp({ clock }).request({ url: server.origin, signal: controller.signal });
    response.finish();
    controller.abort();
    clock.advance(249);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    await closed.promise;
    await clock.reachedPending(0);
  });
});
