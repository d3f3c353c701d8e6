import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { callUrl, postJson, startJob } from '../testing/space-client.ts';
import { readStream, StreamReader } from '../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 1, heartbeatMs: 5, gradioVersion: '6.25.0' });
afterAll(() => space.close());

const get = async (route: string): Promise<unknown> => (await fetch(`${space.url}/gradio_api${route}`)).json();

describe('GET /heartbeat/<session_hash>', () => {
  it('says that it is alive, again and again', async () => {
    const stream = new StreamReader(`${space.url}/gradio_api/heartbeat/anybody`);
    expect(await stream.readUntil('data: ALIVE\n\ndata: ALIVE\n\n')).toBe(true);
    stream.leave();
  });
});

describe('POST /reset', () => {
  it('does nothing, successfully', async () => {
    expect(await (await postJson(space, '/reset', { event_id: 'x' })).json()).toEqual({ success: true });
    expect((await postJson(space, '/reset', {})).status).toBe(422);
  });
});

describe('what a Space says of itself', () => {
  it('is the same app as in /config', async () => {
    const config = (await (await fetch(`${space.url}/config`)).json()) as { app_id: number };
    expect(await get('/app_id')).toEqual({ app_id: config.app_id });
    space.restart();
    await expect
      .poll(() => get('/app_id').catch(() => ({ app_id: config.app_id })))
      .not.toEqual({ app_id: config.app_id });
  });

  it('is how many jobs wait', async () => {
    const gate = createGatedFunction();
    await using busy = await startSpace({ functions: { gate: gate.function } });
    await startJob(busy, 'gate', []);
    await expect.poll(() => gate.begun).toBe(1);
    await startJob(busy, 'gate', []);
    const response = await fetch(`${busy.url}/gradio_api/queue/status`);
    expect(await response.json()).toMatchObject({ msg: 'estimation', queue_size: 1, rank: null });
  });

  it('is that it has started', async () => {
    expect(await get('/startup-events')).toBe(false);
  });
});

describe('POST /call/v2/<api>', () => {
  it('takes inputs by name and fills in the rest', async () => {
    const inputs = { prompt: 'x', negative_prompt: '', width: 512, height: 512, num_inference_steps: 1 };
    const response = await postJson(space, '/call/v2/infer', { ...inputs, randomize_seed: false });
    const { event_id } = (await response.json()) as { event_id: string };
    expect((await readStream(callUrl(space, 'v2/infer', event_id))).text).toContain('event: complete\ndata: [{"path"');
  });

  it.each([
    ['a name that no input has', 'nothing', { prompt: 'x', session_hash: 's' }],
    ['an input that is missing', 'nothing', {}],
    ['a function that nobody knows', 'paint', {}],
  ])('fails on %s', async (_, api, body) => {
    expect((await postJson(space, `/call/v2/${api}`, body)).status).toBe(500);
  });

  it('refuses what is no object', async () => {
    const response = await postJson(space, '/call/v2/nothing', []);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: [{ type: 'dict_type' }] });
  });

  it('is not there before 6.13', async () => {
    await using old = await startSpace({ gradioVersion: '6.12.0' });
    expect((await postJson(old, '/call/v2/nothing', { prompt: 'x' })).status).toBe(405);
  });
});

describe('a path with a slash too many', () => {
  it('is redirected to the one that there is', async () => {
    const response = await fetch(`${space.url}/gradio_api/upload/?a=1`, { method: 'POST', redirect: 'manual' });
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe(`${space.url}/gradio_api/upload?a=1`);
  });
});
