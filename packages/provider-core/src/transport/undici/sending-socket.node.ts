import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/** Sockets that carried an answer to its end. */
const used = new WeakSet<Socket>();

let onSocket: ((socket: Socket) => void) | undefined;

/**
 * Tells on which socket the request goes out that is about to be written; to be called in `onRequestStart`.
 *
 * undici publishes the socket in the documented channel `undici:client:sendHeaders`, in the same turn as, and right after, it
 * calls `onRequestStart`: no other request can come between the two. Should a later undici no longer do so, nothing is told,
 * and a request that fails is simply not tried again.
 */
export function watchSending(listener: (socket: Socket) => void): void {
  onSocket = listener;
  queueMicrotask(() => {
    if (onSocket === listener) onSocket = undefined;
  });
}

subscribe('undici:client:sendHeaders', (message) => {
  const listener = onSocket;
  onSocket = undefined;
  const socket: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'socket') : undefined;
  if (socket instanceof Socket) listener?.(socket);
});

/** Takes note that a socket carried an answer. */
export function markUsed(socket: Socket): void {
  used.add(socket);
}

/** Tells whether a socket carried an answer before. */
export function wasUsed(socket: Socket): boolean {
  return used.has(socket);
}
