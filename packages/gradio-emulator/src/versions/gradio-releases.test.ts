import { describe, expect, it } from 'vitest';
import type { Space, SpaceOptions } from '../space/space-options.ts';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import {
  callUrl,
  cancelJob,
  functionIndex,
  postCall,
  prefixOf,
  queueDataUrl,
  startJob,
} from '../testing/space-client.ts';
import { readStream, streamMessages, StreamReader } from '../testing/stream-reader.ts';
import { gradioVersions, type GradioVersion } from './gradio-versions.ts';

const isAtLeast = (version: GradioVersion, first: GradioVersion): boolean =>
  gradioVersions.indexOf(version) >= gradioVersions.indexOf(first);
const start = (gradioVersion: GradioVersion, options: SpaceOptions = {}): Promise<Space> =>
  startSpace({ stepMs: 1, ...options, gradioVersion });

describe.each(gradioVersions)('Gradio %s', (version) => {
  it('has its version, its prefix and no other', async () => {
    await using space = await start(version);
    expect(await (await fetch(`${space.url}/config`)).json()).toMatchObject({ version, protocol: 'sse_v3' });
    const other = prefixOf(space) === '' ? '/gradio_api' : '';
    expect((await fetch(`${space.url}${prefixOf(space)}/info`)).status).toBe(200);
    expect((await fetch(`${space.url}${other}/info`)).status).toBe(404);
  });

  it('words an error of the function as this release does', async () => {
    await using space = await start(version);
    const call = await readStream(callUrl(space, 'fail_shown', await startJob(space, 'fail_shown', ["It's dark"])));
    const error = { error: "It's dark", duration: 10, visible: true, title: 'Error' };
    const object = `{"error": "It's dark", "duration": 10, "visible": true, "title": "Error"}`;
    expect(call.text).toBe(`event: error\ndata: ${isAtLeast(version, '6.25.0') ? object : 'null'}\n\n`);
    const quoted = { error: `"It's dark"`, duration: 10, visible: true };
    const completed = await lastMessage(space, 'fail_shown', ["It's dark"]);
    expect(completed['output']).toEqual(isAtLeast(version, '5.3.0') ? error : quoted);
    expect('title' in completed).toBe(isAtLeast(version, '5.3.0'));
    expect('used_cache' in completed).toBe(isAtLeast(version, '6.12.0'));
  });

  it('shows the text of an exception only when it is told to', async () => {
    await using space = await start(version);
    expect((await lastMessage(space, 'fail_hidden', ['secret']))['output']).toEqual({ error: null });
    await using open = await start(version, { showError: true });
    expect((await lastMessage(open, 'fail_hidden', ['secret']))['output']).toEqual(
      isAtLeast(version, '6.12.0') ? { error: 'secret', visible: true } : { error: 'secret' },
    );
  });

  it('tells of a session that it does not know', async () => {
    await using space = await start(version);
    const [lost] = streamMessages((await readStream(queueDataUrl(space, 'nobody'))).text);
    const isMarked = isAtLeast(version, '5.49.1');
    expect(lost).toMatchObject({ message: isMarked ? '404: Not Found' : '404: Session not found.', success: false });
    expect(lost?.['session_not_found']).toBe(isMarked ? true : undefined);
  });

  it('finds the job of a session by its event id from 6.18 on', async () => {
    await using space = await start(version);
    const event = await startJob(space, 'nothing', ['x'], 'own');
    const { text } = await readStream(callUrl(space, 'nothing', event));
    expect(text.includes('event: complete')).toBe(isAtLeast(version, '6.25.0'));
  });

  it('checks sliders from 5.39 on', async () => {
    await using space = await start(version);
    const wide = ['x', '', 7, false, 2000, 64, 4.5, 1];
    const { output } = await lastMessage(space, 'infer', wide);
    if (isAtLeast(version, '5.49.1')) {
      expect(output).toMatchObject({ error: 'Value 2000 is greater than maximum value 1024.', title: 'Error' });
      expect((await lastMessage(space, 'infer', wide.with(6, -1).with(5, 512).with(4, 512)))['output']).toMatchObject({
        error: 'Value -1 is less than minimum value 0.0.',
      });
      expect((await lastMessage(space, 'infer', wide.with(4, '512')))['output']).toEqual({ error: null });
    } else expect(output).toMatchObject({ data: [{}, 7] });
  });

  it('takes a waiting job out of the line by /cancel from 6.14 on, and runs it later before', async () => {
    const gate = createGatedFunction();
    await using space = await start(version, { functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'first');
    await expect.poll(() => gate.begun).toBe(1);
    const waiting = await startJob(space, 'gate', [], 'second');
    const stream = new StreamReader(queueDataUrl(space, 'second'));
    await stream.readUntil('"rank":0');
    await cancelJob(space, 'second', await functionIndex(space, 'gate'), waiting);
    expect((await stream.readAll()).text).toContain('"output":{},"success":true');
    gate.open();
    // A third job of the same line: when it ends, a second one that is still in line has ended, too.
    await startJob(space, 'gate', [], 'third');
    await readStream(queueDataUrl(space, 'third'));
    expect(gate.begun).toBe(isAtLeast(version, '6.25.0') ? 2 : 3);
  });

  it('passes a second answer to one event on from 5.38 on, and cuts the stream before', async () => {
    if (isAtLeast(version, '6.25.0')) return;
    const gate = createGatedFunction();
    await using space = await start(version, { functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'first');
    await expect.poll(() => gate.begun).toBe(1);
    const waiting = await startJob(space, 'gate', [], 'second');
    await cancelJob(space, 'second', await functionIndex(space, 'gate'), waiting);
    await readStream(queueDataUrl(space, 'second'));
    gate.open();
    const again = await readStream(queueDataUrl(space, 'second'));
    expect(again.text).toContain('"success":true');
    expect(again.isCut).toBe(!isAtLeast(version, '5.49.1'));
    expect(again.text.includes(`"message":"'${waiting}'"`)).toBe(again.isCut);
  });

  it('forgets the waiting jobs of a reader who leaves from 6 on, and keeps his next stream open before', async () => {
    const gate = createGatedFunction();
    await using space = await start(version, { heartbeatMs: 5, functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'other');
    await expect.poll(() => gate.begun).toBe(1);
    await startJob(space, 'gate', [], 'mine');
    const left = new StreamReader(queueDataUrl(space, 'mine'));
    await left.readUntil('"rank":0');
    left.leave();
    const status = (): Promise<unknown> =>
      fetch(`${space.url}${prefixOf(space)}/queue/status`).then((response) => response.json());
    await expect.poll(status).toMatchObject({ queue_size: 0 });
    await startJob(space, 'nothing', ['x'], 'mine');
    const next = new StreamReader(queueDataUrl(space, 'mine'));
    await next.readUntil('process_completed');
    const closes = await next.readUntil(isAtLeast(version, '6.12.0') ? 'close_stream' : 'heartbeat');
    expect(closes).toBe(true);
    next.leave();
  });

  it('fails on an unknown function', async () => {
    await using space = await start(version);
    const response = await postCall(space, 'paint', { data: [] });
    expect(response.status).toBe(500);
    const showsTraceback = version === '5.3.0' || version === '5.49.1';
    expect((await response.text()).startsWith('Traceback')).toBe(showsTraceback);
  });

  it('asks for a login in its own words', async () => {
    await using space = await start(version, { login: { username: 'painter', password: 'canvas' } });
    const response = await postCall(space, 'nothing', { data: ['x'] });
    expect(response.status).toBe(401);
    const detail = { error: 'Not authenticated', auth_message: null };
    expect(await response.json()).toEqual({ detail: isAtLeast(version, '5.49.1') ? detail : 'Not authenticated' });
  });

  it('leads to a URL that is asked for as a file until 6.19', async () => {
    await using space = await start(version);
    const response = await fetch(`${space.url}${prefixOf(space)}/file=http://127.0.0.1:9/a.png`, {
      redirect: 'manual',
    });
    expect(response.status).toBe(isAtLeast(version, '6.25.0') ? 403 : 302);
  });
});

async function lastMessage(
  space: Space,
  api: string,
  data: readonly unknown[],
): Promise<Readonly<Record<string, unknown>>> {
  const session = crypto.randomUUID();
  await startJob(space, api, data, session);
  const messages = streamMessages((await readStream(queueDataUrl(space, session))).text);
  return messages.find(({ msg }) => msg === 'process_completed') ?? {};
}
