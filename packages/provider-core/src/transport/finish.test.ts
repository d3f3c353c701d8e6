import { describe, expect, it } from 'vitest';
import { startServer } from '../testing/local-server.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createHttp } from './create-http.ts';

describe('a body whose rest does not matter', () => {
  it('is read to its end, so that later requests take its connection', async () => {
    const clock = new ManualClock();
    const server = await startServer((response) => {
      response.write('news');
      setImmediate(() => response.end('the rest'));
    });
    const http = createHttp({ clock });
    for (let count = 0; count < 6; count += 1) {
      const response = await http.request({ url: server.origin });
      await response.chunks().next();
      response.finish();
      // The timer over the rest goes when the rest has come.
      await clock.reachedPending(0);
    }
    // The runtime may take a second connection while the first one is being put back, but not one for every request.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('is closed after a quarter of a second when it does not end, whatever became of the signal', async () => {
    const clock = new ManualClock();
    const server = await startServer((response) => response.write('news'));
    const controller = new AbortController();
    const response = await createHttp({ clock }).request({ url: server.origin, signal: controller.signal });
    response.finish();
    controller.abort();
    clock.advance(249);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    await server.closed();
    await clock.reachedPending(0);
  });
});
