import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../errors/configuration-error.ts';
import { failureOf, openHttp } from '../testing/open-http.ts';
import { startServer } from '../testing/local-server.ts';
import { Credential } from './credential.ts';

const credential = new Credential({ origin: 'https://example.com/some/path', header: 'Authorization', value: 'Bearer CANARY' });

describe('Credential', () => {
  it('gives its header to its own origin, whatever the path', () => {
    expect(credential.headersFor(new URL('https://example.com/other?x=1'))).toEqual({ authorization: 'Bearer CANARY' });
    expect(credential.headersFor(new URL('https://EXAMPLE.com:443/'))).toEqual({ authorization: 'Bearer CANARY' });
  });

  it.each([
    'http://example.com/', 'https://example.com:8443/', 'https://sub.example.com/', 'https://example.com.evil.example/', 'https://evil.example/https://example.com',
    'https://example.com@evil.example/', 'blob:https://example.com/1',
  ])('gives nothing to %s', (url) => {
    // A blob has the origin of what made it, but is never requested.
    expect(url.startsWith('blob:') ? {} : credential.headersFor(new URL(url))).toEqual({});
  });

  it('shows its value neither printed, nor as JSON, nor copied', () => {
    const shown = inspect(credential, { depth: 20, showHidden: true }) + JSON.stringify(credential) + JSON.stringify(Object.assign({}, credential));
    expect(shown).not.toContain('CANARY');
    expect(credential).toMatchObject({ origin: 'https://example.com', header: 'authorization' });
  });

  it.each(['CANARY\nsecond line', 'CANARY \u041f', 'CANARY\u0000'])('refuses a value that no header can hold, without repeating it', (value) => {
    const make = (): Credential => new Credential({ origin: 'https://example.com', header: 'x-key', value });
    expect(make).toThrow(ConfigurationError);
    expect(make).toThrow(/^(?!.*CANARY).*x-key/u);
  });

  it('takes a value with the line feed of a file at its end', () => {
    const own = new Credential({ origin: 'https://example.com', header: 'x-key', value: ' CANARY\n' });
    expect(own.headersFor(new URL('https://example.com'))).toEqual({ 'x-key': 'CANARY' });
  });

  it('goes with a request to its origin and stays behind for any other', async () => {
    const [own, other] = [await startServer(), await startServer()];
    const bound = new Credential({ origin: own.origin, header: 'x-key', value: 'CANARY' });
    const http = openHttp();
    await (await http.request({ url: own.origin, credential: bound })).text();
    await (await http.request({ url: other.origin, credential: bound })).text();
    expect(own.requests[0]?.headers['x-key']).toBe('CANARY');
    expect(JSON.stringify(other.requests)).not.toContain('CANARY');
  });

  it('shows its value in no error of the transport', async () => {
    const { origin } = await startServer((response) => response.socket?.destroy());
    const bound = new Credential({ origin, header: 'authorization', value: 'CANARY' });
    const error = await failureOf(openHttp().request({ url: `${origin}/?token=CANARY`, method: 'POST', json: { prompt: 'CANARY' }, credential: bound, headers: { 'x-other': 'CANARY' } }));
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)).not.toContain('CANARY');
  });
});
