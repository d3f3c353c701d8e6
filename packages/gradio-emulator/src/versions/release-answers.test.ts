import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { prefixOf, queueDataUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { readStream, streamMessages } from '../testing/stream-reader.ts';
import { gradioVersions, type GradioVersion } from './gradio-versions.ts';

const isAtLeast = (version: GradioVersion, first: GradioVersion): boolean =>
  gradioVersions.indexOf(version) >= gradioVersions.indexOf(first);

describe.each(gradioVersions)('an answer of Gradio %s', (gradioVersion) => {
  const is = (first: GradioVersion): boolean => isAtLeast(gradioVersion, first);

  it('to /config and /info has the keys of this release', async () => {
    await using space = await startSpace({ gradioVersion });
    const config: unknown = await (await fetch(`${space.url}/config`)).json();
    const shape = {
      version: gradioVersion,
      root: space.url,
      dependencies: expect.arrayContaining([
        expect.objectContaining({ id: 0, api_name: 'infer', outputs: [14, 3] }),
      ]) as unknown,
    };
    expect(config).toMatchObject(shape);
    const has = (key: string): boolean => JSON.stringify(config).includes(`"${key}":`);
    expect(has('api_prefix')).toBe(is('5.3.0'));
    expect(has('api_info_as_input')).toBe(is('5.3.0'));
    expect(has('pages')).toBe(is('5.49.1'));
    expect(has('show_api')).toBe(!is('6.12.0'));
    expect(has('api_visibility')).toBe(is('6.12.0'));
    expect(has('run_history')).toBe(is('6.25.0'));
    const info = await (await fetch(`${space.url}${prefixOf(space)}/info`)).text();
    expect(info.includes('"api_visibility":"public"')).toBe(is('6.12.0'));
    expect(info.includes('"title":"ImageData"')).toBe(is('5.3.0'));
  });

  it('to a body of no named type is an error from 6 on', async () => {
    await using space = await startSpace({ gradioVersion });
    const response = await fetch(`${space.url}${prefixOf(space)}/call/nothing`, {
      method: 'POST',
      // Bytes get no type by themselves.
      body: new TextEncoder().encode('{"data":["x"]}'),
    });
    expect(response.status).toBe(is('6.12.0') ? 422 : 200);
  });

  it('to an unknown file of the cache is a 404 in 4.44 and a 403 later', async () => {
    await using space = await startSpace({ gradioVersion });
    const get = (path: string): Promise<Response> => fetch(`${space.url}${prefixOf(space)}/file=${path}`);
    const unknown = await get('/tmp/gradio/0/a.png');
    expect(unknown.status).toBe(is('5.3.0') ? 403 : 404);
    const reason = is('5.3.0') ? 'allowed' : 'found';
    expect(await unknown.json()).toEqual({ detail: `File not ${reason}: /tmp/gradio/0/a.png.` });
    expect((await get('/tmp/gradio/../../etc/passwd')).status).toBe(403);
  });

  it('to a range behind the end names its unit from 6 on', async () => {
    await using space = await startSpace({ gradioVersion });
    await startJob(space, 'log', ['x'], 's');
    const { text } = await readStream(queueDataUrl(space, 's'));
    const path = /"path":"([^"]+)"/.exec(text)?.[1] ?? '';
    const range = { range: 'bytes=99999999-' };
    const response = await fetch(`${space.url}${prefixOf(space)}/file=${path}`, { headers: range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toMatch(is('6.12.0') ? /^bytes \*\/\d+$/ : /^\*\/\d+$/);
  });

  it('to a page without an origin trusts it in 4.44 only', async () => {
    await using space = await startSpace({ gradioVersion });
    const headers = await headersOf(`${space.url}/config`, { origin: 'null' });
    expect(headers['access-control-allow-origin']).toBe(is('5.3.0') ? undefined : 'null');
  });

  it('to a login that nobody asked for leads to the page', async () => {
    await using space = await startSpace({ gradioVersion });
    const response = await fetch(`${space.url}/login`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'a', password: 'b' }),
      redirect: 'manual',
    });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(is('5.49.1') ? space.url : '/');
  });

  it('with a URL in a gallery guesses its media type from 5 on', async () => {
    await using space = await startSpace({ gradioVersion });
    await startJob(space, 'link', ['https://example.com/a%20b.png'], 's');
    const { text } = await readStream(queueDataUrl(space, 's'));
    const mime_type = is('5.3.0') ? 'image/png' : null;
    const file = { path: 'https://example.com/a%20b.png', orig_name: 'a%20b.png', mime_type };
    expect(outputOf(text)).toMatchObject({ data: [[{ image: file, caption: null }]] });
  });

  it('explains an exception over an input from 6.25 on', async () => {
    await using space = await startSpace({ gradioVersion, showError: true });
    await startJob(space, 'infer', quickInputs.with(4, null), 's');
    const { text } = await readStream(queueDataUrl(space, 's'));
    const comparison = "'<' not supported between instances of 'NoneType' and 'int'";
    const words = is('5.49.1')
      ? comparison
      : 'int() argument must be a string, a bytes-like object or a real number, not';
    expect(outputOf(text)).toMatchObject({ error: expect.stringContaining(words) as string });
    const explains = text.includes('Could not preprocess input component at index 4 (a `slider` component)');
    expect(explains).toBe(is('6.25.0'));
  });

  it('says of too few inputs what was wanted', async () => {
    await using space = await startSpace({ gradioVersion, showError: true });
    await startJob(space, 'gallery', ['x'], 's');
    const error = expect.stringContaining('(needed: 2, got: 1)') as string;
    expect(outputOf((await readStream(queueDataUrl(space, 's'))).text)).toMatchObject({ error });
  });
});

function outputOf(text: string): unknown {
  return streamMessages(text).find(({ msg }) => msg === 'process_completed')?.['output'];
}

/** The headers of an answer to a request that fetch does not make. */
function headersOf(url: string, headers: Record<string, string>): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(response.headers);
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}
