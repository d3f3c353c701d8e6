import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { createGatedFunction } from '../testing/gated-function.ts';
import { queueDataUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { maskStream, readStream, streamMessages, StreamReader } from '../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 0, progressMs: 0 });
afterAll(() => space.close());

async function messages(api: string, data: readonly unknown[], session = `${api}-session`): Promise<string[]> {
  await startJob(space, api, data, session);
  const { text, isCut } = await readStream(queueDataUrl(space, session));
  expect(isCut).toBe(false);
  return maskStream(text).split('\n\n');
}

const file =
  '{"path":"/tmp/gradio/<hash>/image.png","url":"http://<host>/gradio_api/file=/tmp/gradio/<hash>/image.png","size":null,"orig_name":"image.png","mime_type":null,"is_stream":false,"meta":{"_type":"gradio.FileData"}}';
const measured = '"duration":<number>,"average_duration":<number>,"render_config":null,"changed_state_ids":[]';
const closed = 'data: {"msg":"close_stream","event_id":null}';

describe('GET /queue/data', () => {
  it('streams the whole life of a job', async () => {
    const step = (index: number): string =>
      `data: {"msg":"progress","event_id":"<id>","progress_data":[{"index":${index},"length":2,"unit":"steps","progress":null,"desc":"Denoising"}]}`;
    expect(await messages('infer', quickInputs)).toEqual([
      'data: {"msg":"estimation","event_id":"<id>","rank":0,"queue_size":1,"rank_eta":null}',
      'data: {"msg":"process_starts","event_id":"<id>","eta":null}',
      step(0),
      step(1),
      `data: {"msg":"process_completed","event_id":"<id>","output":{"data":[${file},7],"is_generating":false,${measured}},"success":true,"title":null}`,
      closed,
      '',
    ]);
  });

  it('streams the steps of a generator', async () => {
    const [, , first = '', , last = ''] = await messages('preview', quickInputs);
    expect(first).toContain('{"msg":"process_generating","event_id":"<id>","output":{"data":[{');
    expect(first).toContain(`,7],"is_generating":true,${measured}},"success":true,"time_limit":null}`);
    expect(last).toContain(`,7],"is_generating":false,${measured}},"success":true,"title":null}`);
  });

  it('streams log lines', async () => {
    expect(await messages('log', ['x'])).toContain(
      'data: {"msg":"log","event_id":"<id>","log":"Waiting for a GPU to become available","level":"info","duration":10.0,"visible":true,"title":"Info"}',
    );
  });

  it.each([
    [
      'fail_shown',
      ['boom é <b>x</b>'],
      '{"error":"boom é <b>x</b>","duration":10,"visible":true,"title":"Error"},"success":false,"title":"Error"}',
    ],
    [
      'fail_titled',
      ['m', 'ZeroGPU quota exceeded'],
      '{"error":"m","duration":10,"visible":true,"title":"ZeroGPU quota exceeded"},"success":false,"title":"ZeroGPU quota exceeded"}',
    ],
    ['fail_hidden', ['secret'], '{"error":null},"success":false,"title":"Error"}'],
    [
      'fail_midway',
      ['boom'],
      '{"error":"boom","duration":10,"visible":true,"title":"Error"},"success":false,"title":null}',
    ],
  ])('shows the failure of %s', async (api, data, rest) => {
    expect((await messages(api, data)).slice(-3)).toEqual([
      `data: {"msg":"process_completed","event_id":"<id>","output":${rest}`,
      closed,
      '',
    ]);
  });

  it('estimates from the runs before', async () => {
    await messages('nothing', ['x'], 'before');
    expect((await messages('nothing', ['x'], 'after')).slice(0, 2)).toEqual([
      'data: {"msg":"estimation","event_id":"<id>","rank":0,"queue_size":1,"rank_eta":<number>}',
      'data: {"msg":"process_starts","event_id":"<id>","eta":<number>}',
    ]);
  });

  it('cuts the stream of an unknown session after telling why', async () => {
    expect(await readStream(queueDataUrl(space, 'nobody'))).toEqual({
      text: 'data: {"msg":"unexpected_error","event_id":null,"message":"404: Session not found.","success":false}\n\n',
      isCut: true,
    });
  });

  it('wants a session', async () => {
    const response = await fetch(`${space.url}/gradio_api/queue/data`);
    expect(response.status).toBe(422);
    expect(await response.text()).toBe(
      '{"detail":[{"type":"missing","loc":["query","session_hash"],"msg":"Field required","input":null}]}',
    );
  });

  it('reports the place in the queue as it moves up', async () => {
    const gate = createGatedFunction();
    await using line = await startSpace({ functions: { gate: gate.function } });
    await startJob(line, 'gate', [], 'first');
    await expect.poll(() => gate.begun).toBe(1);
    await startJob(line, 'gate', [], 'second');
    await startJob(line, 'gate', [], 'third');
    const stream = new StreamReader(queueDataUrl(line, 'third'));
    await stream.readUntil('"rank":1');
    gate.open();
    const { text } = await stream.readAll();
    const ranks = streamMessages(text).filter(({ msg }) => msg === 'estimation');
    expect(ranks.map(({ rank, queue_size }) => [rank, queue_size])).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(gate.ended).toBe(3);
  });

  it('runs as many jobs of a function at once as it may', async () => {
    const gate = createGatedFunction();
    await using wide = await startSpace({ concurrency: 2, functions: { gate: gate.function } });
    for (const session of ['a', 'b', 'c']) await startJob(wide, 'gate', [], session);
    const streams = ['a', 'b', 'c'].map((session) => new StreamReader(queueDataUrl(wide, session)));
    expect(await streams[1]?.readUntil('process_starts')).toBe(true);
    expect(await streams[2]?.readUntil('"rank":0')).toBe(true);
    expect(gate.begun).toBe(2);
    gate.open();
    await Promise.all(streams.map((stream) => stream.readAll()));
    expect(gate.ended).toBe(3);
  });

  it('interleaves the jobs of one session and closes after the last', async () => {
    const gate = createGatedFunction();
    await using shared = await startSpace({ functions: { gate: gate.function } });
    const slow = await startJob(shared, 'gate', [], 's');
    const quick = await startJob(shared, 'nothing', ['x'], 's');
    const stream = new StreamReader(queueDataUrl(shared, 's'));
    await stream.readUntil('process_completed');
    gate.open();
    const { text } = await stream.readAll();
    const ends = streamMessages(text).slice(-3);
    expect(streamMessages(text).filter(({ msg }) => msg === 'process_completed')).toMatchObject([
      { event_id: quick },
      { event_id: slow },
    ]);
    expect(ends.at(-1)).toEqual({ msg: 'close_stream', event_id: null });
  });
});
