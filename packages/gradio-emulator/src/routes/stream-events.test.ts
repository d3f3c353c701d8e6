import { describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { callUrl, queueDataUrl, startJob } from '../testing/space-client.ts';
import { readStream, streamMessages, StreamReader } from '../testing/stream-reader.ts';

const lost = {
  text: 'data: {"msg":"unexpected_error","event_id":null,"message":"404: Session not found.","success":false}\n\n',
  isCut: true,
};
const heartbeat = 'data: {"msg":"heartbeat","event_id":null}\n\n';

describe('an event stream', () => {
  it('has everything for a reader who comes late', async () => {
    await using space = await startSpace();
    const event = await startJob(space, 'nothing', ['x']);
    // Posted later to the same line, so its end is after the end of the first.
    await readStream(callUrl(space, 'nothing', await startJob(space, 'nothing', ['x'])));
    expect(await readStream(callUrl(space, 'nothing', event))).toEqual({
      text: 'event: complete\ndata: [null]\n\n',
      isCut: false,
    });
  });

  it('beats while nothing happens', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ heartbeatMs: 5, functions: { gate: gate.function } });
    const rich = new StreamReader(queueDataUrl(space, 's'));
    const plain = new StreamReader(callUrl(space, 'gate', await startJob(space, 'gate', [])));
    expect(await plain.readUntil('event: heartbeat\ndata: null\n\n')).toBe(true);
    await rich.readAll();
    await startJob(space, 'gate', [], 't');
    expect(await new StreamReader(queueDataUrl(space, 't')).readUntil(heartbeat)).toBe(true);
  });

  it('only beats for a reader who comes back after the end', async () => {
    await using space = await startSpace({ heartbeatMs: 5 });
    await startJob(space, 'nothing', ['x'], 's');
    await readStream(queueDataUrl(space, 's'));
    const again = new StreamReader(queueDataUrl(space, 's'));
    expect(await again.readUntil(heartbeat + heartbeat + heartbeat)).toBe(true);
    expect(again.text.replaceAll(heartbeat, '')).toBe('');
  });

  it('shares its messages among readers, each to one', async () => {
    const gate = createGatedFunction(true);
    await using space = await startSpace({ functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 's');
    const first = new StreamReader(queueDataUrl(space, 's'));
    await first.readUntil('"first"');
    const second = new StreamReader(queueDataUrl(space, 's'));
    await second.open();
    gate.open();
    await first.readUntil('"last"');
    expect(streamMessages((await second.readAll()).text).map(({ msg }) => msg)).toEqual([
      'process_completed',
      'close_stream',
    ]);
    expect(first.text).not.toContain('process_completed');
  });

  it('takes a waiting job with it when its reader leaves', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'running');
    await startJob(space, 'gate', [], 'waiting');
    const stream = new StreamReader(queueDataUrl(space, 'waiting'));
    await stream.readUntil('"rank":0');
    stream.leave();
    await expect.poll(() => readStream(queueDataUrl(space, 'waiting'))).toEqual(lost);
    gate.open();
    await readStream(queueDataUrl(space, 'running'));
    await startJob(space, 'gate', [], 'later');
    await readStream(queueDataUrl(space, 'later'));
    expect(gate.begun).toBe(2);
  });

  it('lets a plain function run on when its reader leaves, in its place, for nobody', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'left');
    const stream = new StreamReader(queueDataUrl(space, 'left'));
    await stream.readUntil('process_starts');
    stream.leave();
    await expect.poll(() => readStream(queueDataUrl(space, 'left'))).toEqual(lost);
    await startJob(space, 'gate', [], 'next');
    const next = new StreamReader(queueDataUrl(space, 'next'));
    await next.readUntil('"rank":0');
    expect(gate.begun).toBe(1);
    gate.open();
    await next.readAll();
    expect(gate.ended).toBe(2);
  });

  it('stops a generator at its next step when its reader leaves', async () => {
    const gate = createGatedFunction(true);
    await using space = await startSpace({ functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'left');
    const stream = new StreamReader(queueDataUrl(space, 'left'));
    await stream.readUntil('process_generating');
    stream.leave();
    await expect.poll(() => readStream(queueDataUrl(space, 'left'))).toEqual(lost);
    gate.open();
    await startJob(space, 'gate', [], 'next');
    await readStream(queueDataUrl(space, 'next'));
    expect([gate.begun, gate.ended]).toEqual([2, 1]);
  });

  it('never closes a session again that a reader has left, as in Gradio', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ heartbeatMs: 5, functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 's');
    const stream = new StreamReader(queueDataUrl(space, 's'));
    await stream.readUntil('process_starts');
    stream.leave();
    await expect.poll(() => readStream(queueDataUrl(space, 's'))).toEqual(lost);
    await startJob(space, 'nothing', ['x'], 's');
    const again = new StreamReader(queueDataUrl(space, 's'));
    expect(await again.readUntil(`"title":null}\n\n${heartbeat}`)).toBe(true);
  });
});
