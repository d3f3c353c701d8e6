import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A relay that listens on this machine. */
export interface Relay {
  readonly port: number;
  readonly close: () => void;
}

/**
 * Makes a server seem far away: everything that passes arrives half a round trip later, and a new connection costs a round
 * trip before its first byte leaves.
 */
export function startRelay(targetPort: number, roundTripMs: number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.once('close', () => open.delete(near));
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.once('error', () => {
        near.destroy();
        far.destroy();
      });
    }
    forward(near, far, roundTripMs / 2, performance.now() + roundTripMs);
    forward(far, near, roundTripMs / 2, 0);
  });
  const close = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : 0, close });
    });
  });
}

/** Hands pieces on in their order, each of them `delayMs` after it came, and not before `readyAt`. */
function forward(from: Socket, to: Socket, delayMs: number, readyAt: number): void {
  let last = Promise.resolve();
  const later = (act: () => void): void => {
    const arrival = Math.max(performance.now(), readyAt) + delayMs;
    last = last.then(() => setTimeout(Math.max(0, arrival - performance.now()))).then(act);
  };
  from.on('data', (piece) => {
    later(() => {
      if (!to.destroyed) to.write(piece);
    });
  });
  from.once('close', () => {
    later(() => {
      to.destroySoon();
    });
  });
}
