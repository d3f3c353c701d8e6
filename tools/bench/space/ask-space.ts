import { request } from 'node:http';
import { json } from 'node:stream/consumers';

/**
 * Asks the Space something about the measurement, apart from what is measured: over a connection of its own that is closed
 * at once, and without `fetch`.
 */
export function askSpace(url: string, what: 'requests' | 'held' | 'release' | 'sockets' | 'close-idle'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request(`${url}/control/${what}`, { agent: false, headers: { connection: 'close' } }, (response) => {
      json(response).then(resolve, reject);
    }).once('error', reject).end();
  });
}
