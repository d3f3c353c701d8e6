import { request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';

const space = await startSpace();
afterAll(() => space.close());

/** Sends headers that fetch does not let through. */
function send(method: string, headers: Record<string, string>): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const sent = request(`${space.url}/gradio_api/call/infer`, { method, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve({ status: response.statusCode, ...response.headers });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

const local = 'http://localhost:3000';

describe('CORS', () => {
  it('answers a preflight with what was asked for', async () => {
    const headers = {
      origin: local,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-hf-authorization',
    };
    expect(await send('OPTIONS', headers)).toMatchObject({
      status: 200,
      'access-control-allow-origin': local,
      'access-control-allow-headers': 'content-type,x-hf-authorization',
      'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '600',
    });
  });

  it('echoes the origin on every answer', async () => {
    expect(await send('GET', { origin: local })).toMatchObject({
      status: 405,
      'access-control-allow-origin': local,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    });
  });

  it.each(['https://example.com', 'null'])('does not trust %s on a local address', async (origin) => {
    expect(await send('GET', { origin })).not.toHaveProperty('access-control-allow-origin');
  });

  it('trusts every origin on a public address', async () => {
    const headers = { origin: 'https://example.com', host: 'owner-name.hf.space' };
    expect(await send('GET', headers)).toHaveProperty('access-control-allow-origin', 'https://example.com');
  });

  it('says nothing to a caller without an origin', async () => {
    expect(await send('GET', {})).not.toHaveProperty('access-control-allow-credentials');
  });
});
