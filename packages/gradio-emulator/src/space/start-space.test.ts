import { describe, expect, it } from 'vitest';
import { SpaceError } from '../functions/space-error.ts';
import type { SpaceFunction } from '../functions/space-function.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { callUrl, postCall, queueDataUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { readStream, streamMessages, StreamReader } from '../testing/stream-reader.ts';
import type { SpaceOptions } from './space-options.ts';
import { startSpace } from './start-space.ts';

describe('startSpace', () => {
  it('listens on a free port of this machine', async () => {
    await using space = await startSpace();
    expect(space.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(space.url)).status).toBe(200);
  });

  it('rejects when the port is taken', async () => {
    await using space = await startSpace();
    await expect(startSpace({ port: Number(new URL(space.url).port) })).rejects.toThrow('EADDRINUSE');
  });

  it('records every request in order', async () => {
    await using space = await startSpace();
    await postCall(space, 'nope', '{"data":[]}', { 'x-gradio-user': 'api' });
    await fetch(`${space.url}/nowhere?a=%20b`);
    expect(space.requests).toMatchObject([
      { method: 'POST', path: '/gradio_api/call/nope', headers: { 'x-gradio-user': 'api' }, body: '{"data":[]}' },
      { method: 'GET', path: '/nowhere?a=%20b', body: '' },
    ]);
  });

  it('counts open connections', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    expect(space.openSockets).toBe(0);
    await startJob(space, 'gate', [], 's');
    const stream = new StreamReader(queueDataUrl(space, 's'));
    await stream.readUntil('process_starts');
    expect(space.openSockets).toBeGreaterThan(0);
    stream.leave();
  });

  it('breaks streams and ends jobs when it closes', async () => {
    let signal: AbortSignal | undefined;
    const space = await startSpace({
      functions: {
        patient: {
          inputs: {},
          outputs: [],
          async *run(call) {
            signal = call.signal;
            yield { type: 'log', message: 'running' };
            await new Promise((resolve) => {
              call.signal.addEventListener('abort', resolve);
            });
          },
        },
      },
    });
    await startJob(space, 'patient', [], 's');
    const stream = new StreamReader(queueDataUrl(space, 's'));
    await stream.readUntil('running');
    await space.close();
    expect((await stream.readAll()).isCut).toBe(true);
    expect(signal?.aborted).toBe(true);
    expect(space.openSockets).toBe(0);
    await expect(fetch(space.url)).rejects.toThrow();
  });

  it('refuses a body beyond 16 MiB', async () => {
    await using space = await startSpace();
    const response = await postCall(space, 'infer', 'x'.repeat(16 * 1024 * 1024 + 1)).catch(() => undefined);
    // The caller may still be writing when the answer and the end of the connection come.
    expect([413, undefined]).toContain(response?.status);
  });
});

describe('the token of a private Space', () => {
  it.each([
    ['none', {}, 404],
    ['a wrong one', { authorization: 'Bearer wrong' }, 404],
    ['the right one', { authorization: 'Bearer hf_right' }, 200],
    ['the right one for Hugging Face only', { 'x-hf-authorization': 'Bearer hf_right' }, 200],
  ])('%s', async (_, headers, status) => {
    await using space = await startSpace({ token: 'hf_right' });
    const response = await fetch(`${space.url}/config`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(status === 200 ? 'application/json' : 'text/html; charset=utf-8');
    expect((await postCall(space, 'nothing', { data: ['x'] }, headers)).status).toBe(status);
  });
});

describe('an interceptor', () => {
  it('may answer in the place of the Space', async () => {
    await using space = await startSpace({
      intercept: (request, response) => {
        if (request.method !== 'POST') return false;
        response.writeHead(429, { 'retry-after': '30' }).end('slow down');
        return true;
      },
    });
    const response = await postCall(space, 'infer', { data: [] });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
    expect((await fetch(space.url)).status).toBe(200);
    expect(space.requests).toHaveLength(2);
  });

  it('may decide later and may break the connection', async () => {
    await using space = await startSpace({
      intercept: async (request) => {
        await Promise.resolve();
        request.socket.destroy();
        return true;
      },
    });
    await expect(fetch(space.url)).rejects.toThrow('fetch failed');
  });

  it('ends only its own request when it throws', async () => {
    let calls = 0;
    await using space = await startSpace({
      intercept: () => {
        calls += 1;
        if (calls === 1) throw new Error('broken interceptor');
        return false;
      },
    });
    await expect(fetch(space.url)).rejects.toThrow('fetch failed');
    expect((await fetch(space.url)).status).toBe(200);
  });
});

describe('a release that the emulator cannot be', () => {
  it('is refused with a list of those that it can', async () => {
    // As from JavaScript, where no type helps.
    const options = JSON.parse('{"gradioVersion":"3.50.2"}') as SpaceOptions;
    await expect(startSpace(options)).rejects.toThrow('There is no Gradio 3.50.2 in the emulator, only 4.44.1, 5.3.0');
  });
});

describe('a function of ones own', () => {
  const tint: SpaceFunction = {
    inputs: { strength: { type: 'slider', label: 'Strength', minimum: 0, maximum: 1, step: 0.1, value: 0.5 } },
    outputs: [
      { type: 'number', label: 'Strength' },
      { type: 'checkbox', label: 'Strong' },
    ],
    async *run({ inputs: [strength] }) {
      yield { type: 'progress', fraction: 1 };
      yield { type: 'log', message: 'mixing', level: 'warning' };
      if (strength === 1) throw new SpaceError('Too strong', { title: 'Paint', durationSeconds: null });
      yield { type: 'outputs', values: [Number(strength), true] };
    },
  };

  it('is served beside the built-in ones', async () => {
    await using space = await startSpace({ progressMs: 0, functions: { tint } });
    await startJob(space, 'tint', [0.25], 's');
    const messages = streamMessages((await readStream(queueDataUrl(space, 's'))).text);
    expect(messages.slice(2, -1)).toMatchObject([
      { msg: 'progress', progress_data: [{ index: null, length: null, unit: 'steps', progress: 1, desc: null }] },
      { msg: 'log', log: 'mixing', level: 'warning', title: 'Warning' },
      { msg: 'process_completed', output: { data: [0.25, true] }, success: true },
    ]);
    expect(await (await fetch(`${space.url}/gradio_api/info`)).text()).toContain('"numeric value between 0.0 and 1.0"');
  });

  it('may show its failure', async () => {
    await using space = await startSpace({ functions: { tint } });
    await startJob(space, 'tint', [1], 's');
    const output = { error: 'Too strong', duration: null, visible: true, title: 'Paint' };
    expect(streamMessages((await readStream(queueDataUrl(space, 's'))).text).at(-2)).toMatchObject({ output });
  });

  it('may replace a built-in one', async () => {
    await using space = await startSpace({ functions: { infer: tint } });
    const event = await startJob(space, 'infer', [0.5]);
    expect((await readStream(callUrl(space, 'infer', event))).text).toBe('event: complete\ndata: [0.5, true]\n\n');
  });

  it('fails when it gives another number of outputs', async () => {
    const odd: SpaceFunction = { ...tint, run: () => [{ type: 'outputs', values: [1] }] };
    await using space = await startSpace({ functions: { odd } });
    const event = await startJob(space, 'odd', [0.5]);
    expect((await readStream(callUrl(space, 'odd', event))).text).toBe('event: error\ndata: null\n\n');
  });

  it('gives null when it gives nothing', async () => {
    await using space = await startSpace({ functions: { idle: { ...tint, run: () => [] } } });
    const event = await startJob(space, 'idle', [0.5]);
    expect((await readStream(callUrl(space, 'idle', event))).text).toBe('event: complete\ndata: [null, null]\n\n');
  });
});

describe('previews', () => {
  it('are shown by infer when asked for, four at most', async () => {
    await using space = await startSpace({ stepMs: 0, previews: true });
    const event = await startJob(space, 'infer', quickInputs.with(7, 20));
    const { text } = await readStream(callUrl(space, 'infer', event));
    const paths = [...text.matchAll(/"path": "([^"]+)"/g)].map((match) => match[1]);
    expect([...text.matchAll(/^event: (\w+)$/gm)].map((match) => match[1])).toEqual([
      'generating',
      'generating',
      'generating',
      'generating',
      'complete',
    ]);
    expect(paths[4]).toBe(paths[3]);
    expect(new Set(paths).size).toBe(4);
  });

  it('do not change the picture', async () => {
    const last = async (previews: boolean): Promise<string | undefined> => {
      await using space = await startSpace({ stepMs: 0, previews });
      const { text } = await readStream(callUrl(space, 'infer', await startJob(space, 'infer', quickInputs)));
      return /.*"path": "([^"]+)"/s.exec(text)?.[1];
    };
    expect(await last(true)).toBe(await last(false));
  });
});
