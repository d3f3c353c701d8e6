import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startRelay } from './delaying-relay.ts';

describe('the delaying relay', () => {
  it('makes a connection cost one round trip and every question another one, and keeps the order', async () => {
    const server = createServer((socket) => socket.pipe(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address() as AddressInfo;
    const relay = await startRelay(address.port, 40);
    const socket = connect(relay.port, '127.0.0.1').setEncoding('utf8');
    const ask = async (pieces: readonly string[]): Promise<{ readonly answer: string; readonly ms: number }> => {
      const start = performance.now();
      const whole = pieces.join('');
      for (const piece of pieces) socket.write(piece);
      let answer = '';
      while (answer.length < whole.length) answer += String((await once(socket, 'data'))[0]);
      return { answer, ms: performance.now() - start };
    };
    const first = await ask(['a', 'b', 'c']);
    const second = await ask(['d', 'e']);
    // Timers may be a millisecond early.
    expect(first).toMatchObject({ answer: 'abc' });
    expect(first.ms).toBeGreaterThan(75);
    expect(second).toMatchObject({ answer: 'de' });
    expect(second.ms).toBeGreaterThan(37);
    socket.destroy();
    relay.close();
    server.close();
  });
});
