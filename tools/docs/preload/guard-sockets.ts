import { Socket } from 'node:net';

/** Exit code of an example that wanted to leave the machine. */
const LEFT_THE_MACHINE = 86;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/u;

/**
 * Ends the process when it connects to anything but this machine.
 *
 * An exception would not do: an example about errors may catch it. All clients of Node go through this one method.
 */
export function guardSockets(): void {
  const original: unknown = Reflect.get(Socket.prototype, 'connect');
  if (typeof original !== 'function') throw new TypeError('Sockets of this Node connect in another way.');
  Object.defineProperty(Socket.prototype, 'connect', {
    configurable: true,
    writable: true,
    value(this: Socket, ...parameters: readonly unknown[]): unknown {
      const host = hostOf(parameters);
      if (!LOOPBACK.test(host)) {
        process.stderr.write(`The example connects to ${host}; examples stay on this machine.\n`);
        process.exit(LEFT_THE_MACHINE);
      }
      return Reflect.apply(original, this, parameters);
    },
  });
}

/** The host of a call to `connect`, in each of its forms; files such as Unix sockets count as this machine. */
function hostOf([first, second]: readonly unknown[]): string {
  // `net.connect` hands over its own parameters as one list, options first.
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === 'number') return typeof second === 'string' ? second : 'localhost';
  if (typeof first !== 'object' || first === null || typeof Reflect.get(first, 'path') === 'string') return 'localhost';
  const host: unknown = Reflect.get(first, 'host');
  return typeof host === 'string' ? host : 'localhost';
}
