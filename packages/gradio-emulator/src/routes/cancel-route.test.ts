import { describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { callUrl, cancelJob, functionIndex, queueDataUrl, startJob } from '../testing/space-client.ts';
import { maskStream, readStream, StreamReader } from '../testing/stream-reader.ts';

const cancelled =
  'data: {"msg":"process_completed","event_id":"<id>","output":{},"success":true,"title":null}\n\ndata: {"msg":"close_stream","event_id":null}\n\n';

describe('POST /cancel', () => {
  it('succeeds whatever the ids are', async () => {
    await using space = await startSpace();
    const response = await cancelJob(space, 'nobody', 99, 'nothing');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('{"success":true}');
  });

  it('wants all three ids', async () => {
    await using space = await startSpace();
    const post = (body: string): Promise<Response> =>
      fetch(`${space.url}/gradio_api/cancel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    const missing = (field: string): string =>
      `{"type":"missing","loc":["body","${field}"],"msg":"Field required","input":{}}`;
    const response = await post('{}');
    expect(response.status).toBe(422);
    expect(await response.text()).toBe(
      `{"detail":[${missing('session_hash')},${missing('fn_index')},${missing('event_id')}]}`,
    );
    expect(await (await post('{"session_hash":"a","fn_index":1.5,"event_id":"a"}')).text()).toBe(
      '{"detail":[{"type":"int_from_float","loc":["body","fn_index"],"msg":"Input should be a valid integer, got a number with a fractional part","input":1.5}]}',
    );
    expect((await post('{"session_hash":"a","fn_index":"1","event_id":"a"}')).status).toBe(200);
  });

  it.each([false, true])('ends the stream of a running job and frees its place (generator: %s)', async (generator) => {
    const gate = createGatedFunction(generator);
    await using space = await startSpace({ functions: { gate: gate.function } });
    const event = await startJob(space, 'gate', [], 's');
    const stream = new StreamReader(queueDataUrl(space, 's'));
    await stream.readUntil(generator ? 'process_generating' : 'process_starts');
    await cancelJob(space, 's', await functionIndex(space, 'gate'), event);
    expect(maskStream((await stream.readAll()).text).endsWith(cancelled)).toBe(true);
    await startJob(space, 'gate', [], 't');
    expect(await new StreamReader(queueDataUrl(space, 't')).readUntil('process_starts')).toBe(true);
  });

  it('shows a cancel as a result of null on the plain stream', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    const event = await startJob(space, 'gate', []);
    const stream = readStream(callUrl(space, 'gate', event));
    await cancelJob(space, event, await functionIndex(space, 'gate'), event);
    expect(await stream).toEqual({ text: 'event: complete\ndata: null\n\n', isCut: false });
  });

  it('aborts the signal of the function', async () => {
    let aborted = false;
    await using space = await startSpace({
      functions: {
        patient: {
          inputs: {},
          outputs: [],
          // eslint wants a yield in a generator: the log line doubles as the sign that it runs.
          async *run({ signal }) {
            yield { type: 'log', message: 'running' };
            await new Promise((resolve) => {
              signal.addEventListener('abort', resolve);
            });
            aborted = true;
          },
        },
      },
    });
    const event = await startJob(space, 'patient', [], 's');
    const stream = new StreamReader(queueDataUrl(space, 's'));
    await stream.readUntil('running');
    await cancelJob(space, 's', await functionIndex(space, 'patient'), event);
    await stream.readAll();
    await expect.poll(() => aborted).toBe(true);
  });

  it('ends the stream of a waiting job, which runs all the same', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    await startJob(space, 'gate', [], 'running');
    const event = await startJob(space, 'gate', [], 'waiting');
    const stream = readStream(queueDataUrl(space, 'waiting'));
    await cancelJob(space, 'waiting', await functionIndex(space, 'gate'), event);
    expect(maskStream((await stream).text).endsWith(cancelled)).toBe(true);
    gate.open();
    const { text, isCut } = await readStream(queueDataUrl(space, 'waiting'));
    expect(maskStream(text)).toContain('"output":{"data":["last"]');
    // Gradio trips over the answer it has given already.
    expect(text).toContain(`{"msg":"unexpected_error","event_id":null,"message":"'${event}'","success":false}`);
    expect(isCut).toBe(true);
  });

  it('only ends the stream when the function is another one', async () => {
    const gate = createGatedFunction();
    await using space = await startSpace({ functions: { gate: gate.function } });
    const event = await startJob(space, 'gate', []);
    const stream = readStream(callUrl(space, 'gate', event));
    await cancelJob(space, event, 0, event);
    expect((await stream).text).toBe('event: complete\ndata: null\n\n');
    gate.open();
    expect((await readStream(callUrl(space, 'gate', event))).text).toBe(
      `event: complete\ndata: ["last"]\n\nevent: error\ndata: "'${event}'"\n\n`,
    );
  });
});
