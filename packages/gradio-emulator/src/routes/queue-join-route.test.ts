import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { functionIndex, postJson, queueDataUrl, quickInputs } from '../testing/space-client.ts';
import { readStream, streamMessages } from '../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 1 });
afterAll(() => space.close());

async function join(api: string, data: readonly unknown[], session: string, more = {}): Promise<readonly unknown[]> {
  const fn_index = await functionIndex(space, api);
  const response = await postJson(space, '/queue/join', { data, fn_index, session_hash: session, ...more });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ event_id: expect.stringMatching(/^[\da-f]{32}$/) as string });
  const messages = streamMessages((await readStream(queueDataUrl(space, session))).text);
  return messages.filter(({ msg }) => msg === 'process_generating' || msg === 'process_completed').map(dataOf);
}

function dataOf({ output }: Readonly<Record<string, unknown>>): unknown {
  return typeof output === 'object' && output !== null ? Reflect.get(output, 'data') : undefined;
}

describe('POST /queue/join', () => {
  it('gives later values of a generator as differences, and the last one whole', async () => {
    expect(await join('spell', ['dawn'], 'a')).toEqual([
      ['d'],
      [[['append', [], 'a']]],
      [[['append', [], 'w']]],
      [[['append', [], 'n']]],
      ['dawn'],
    ]);
  });

  it('gives only what is new of a file', async () => {
    const [first, second] = await join('preview', quickInputs, 'b');
    expect(first).toMatchObject([{ path: expect.stringContaining('/image.png') as string, orig_name: 'image.png' }, 7]);
    expect(second).toEqual([
      [
        ['replace', ['path'], expect.stringContaining('/image.png')],
        ['replace', ['url'], expect.stringContaining('/file=/')],
      ],
      [],
    ]);
  });

  it('gives whole values to those who ask for them', async () => {
    expect(await join('spell', ['da'], 'c', { simple_format: true })).toEqual([['d'], ['da'], ['da']]);
  });

  it('makes right file URLs for every function', async () => {
    const [last] = await join('log', ['x'], 'd');
    expect(last).toMatchObject([
      { url: expect.stringMatching(new RegExp(`^${space.url}/gradio_api/file=/`)) as string },
    ]);
  });

  it.each([
    [400, { data: [], session_hash: 's' }, 'No function index provided.'],
    [400, { data: [], fn_index: 0 }, 'Session hash not found.'],
  ])('answers %d to %j', async (status, body, detail) => {
    const response = await postJson(space, '/queue/join', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ detail });
  });

  it('fails on a number that no function has', async () => {
    const response = await postJson(space, '/queue/join', { data: [], fn_index: 999, session_hash: 's' });
    expect(response.status).toBe(500);
    expect((await response.text()).endsWith('\nKeyError: 999\n')).toBe(true);
  });

  it('names every member of a wrong type, in the order of the model', async () => {
    const body = { session_hash: 1, data: 'x', fn_index: 'x', trigger_id: 1.5, simple_format: 'maybe', batched: [] };
    const response = await postJson(space, '/queue/join', body);
    expect(response.status).toBe(422);
    const { detail } = (await response.json()) as { detail: { type: string; loc: string[] }[] };
    expect(detail.map(({ type, loc }) => `${loc.join('.')} ${type}`)).toEqual([
      'body.session_hash string_type',
      'body.data list_type',
      'body.fn_index int_parsing',
      'body.trigger_id int_from_float',
      'body.simple_format bool_parsing',
      'body.batched bool_type',
    ]);
  });

  it('refuses strangers of a Space with a login, but after a body that is no JSON', async () => {
    await using closed = await startSpace({ login: { username: 'painter', password: 'canvas' } });
    expect((await postJson(closed, '/queue/join', { data: [], fn_index: 0, session_hash: 's' })).status).toBe(401);
    const broken = await fetch(`${closed.url}/gradio_api/queue/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(422);
  });
});
