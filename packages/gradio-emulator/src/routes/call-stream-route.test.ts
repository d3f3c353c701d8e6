import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { callUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { maskStream, readStream } from '../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 0 });
afterAll(() => space.close());

async function call(api: string, data: readonly unknown[]): Promise<string> {
  const { text, isCut } = await readStream(callUrl(space, api, await startJob(space, api, data)));
  expect(isCut).toBe(false);
  return maskStream(text);
}

function image(root: string, name = '"image.png"'): string {
  const path = '/tmp/gradio/<hash>/image.png';
  const url = `${root}/gradio_api/file=${path}`;
  const meta = '"mime_type": null, "is_stream": false, "meta": {"_type": "gradio.FileData"}';
  return `{"path": "${path}", "url": "${url}", "size": null, "orig_name": ${name}, ${meta}}`;
}

describe('GET /call/<api>/<event_id>', () => {
  it('streams a picture and its seed as one event', async () => {
    expect(await call('infer', quickInputs)).toBe(`event: complete\ndata: [${image('http://<host>')}, 7]\n\n`);
  });

  it('streams full values while a generator runs, and the last of them again', async () => {
    const text = await call('preview', quickInputs);
    const value = `data: [${image('http://<host>/g')}, 7]\n\n`;
    expect(text).toBe(`event: generating\n${value}event: generating\n${value}event: complete\n${value}`);
  });

  it('streams a gallery', async () => {
    const [first, second] = ['0', '1'].map((caption) => {
      return `{"image": ${image('http://<host>/g', 'null')}, "caption": "${caption}"}`;
    });
    expect(await call('gallery', ['x', 2])).toBe(`event: complete\ndata: [[${first ?? ''}, ${second ?? ''}]]\n\n`);
  });

  it('streams an update', async () => {
    const value = `{"value": ${image('http://<host>')}, "__type__": "update"}`;
    expect(await call('update', ['x'])).toBe(`event: complete\ndata: [${value}]\n\n`);
  });

  it('streams nothing', async () => {
    expect(await call('nothing', ['x'])).toBe('event: complete\ndata: [null]\n\n');
  });

  it('streams the URL of a picture elsewhere', async () => {
    expect(await call('link', ['https://example.com/a.png'])).toContain(
      '"path": "https://example.com/a.png", "url": "https://example.com/a.png"',
    );
  });

  it.each(['fail_shown', 'fail_hidden'])('hides why %s failed', async (api) => {
    expect(await call(api, ['GPU task aborted'])).toBe('event: error\ndata: null\n\n');
  });

  it('shows what came before a failure', async () => {
    const text = await call('fail_midway', ['boom']);
    expect(text).toBe(`event: generating\ndata: [${image('http://<host>/gradi')}]\n\nevent: error\ndata: null\n\n`);
  });

  it.each([
    ['too few inputs', ['x', '', 7]],
    ['a width without a value', ['x', '', 7, false, null, 64, 4.5, 2]],
    ['a text for a number', ['x', '', 7, false, 'wide', 64, 4.5, 2]],
    ['a picture too large to paint', ['x', '', 7, false, 5000, 1000, 4.5, 2]],
  ])('fails on %s', async (_, data) => {
    expect(await call('infer', data)).toBe('event: error\ndata: null\n\n');
  });

  it.each([
    ['more inputs than asked for', [...quickInputs, 1, 2]],
    ['values off their bounds', ['x', '', 7, false, 33, 31, 20, 1]],
    ['texts that are null', [null, null, 7, false, 32, 32, 4.5, 1]],
    ['numbers as texts', ['x', '', 7, false, '32', ' 32', '4.5', '1']],
  ])('accepts %s, as 5.3 does', async (_, data) => {
    expect(await call('infer', data)).toContain('event: complete\n');
  });

  it('does not know an event posted with a session of its own', async () => {
    const event = await startJob(space, 'nothing', ['x'], 'own');
    const stream = await readStream(callUrl(space, 'nothing', event));
    expect(stream).toEqual({ text: 'event: error\ndata: "404: Session not found."\n\n', isCut: true });
  });

  it('does not look at the name', async () => {
    const event = await startJob(space, 'nothing', ['x']);
    expect((await readStream(callUrl(space, 'infer', event))).text).toBe('event: complete\ndata: [null]\n\n');
  });

  it('has the headers of Gradio', async () => {
    const response = await fetch(callUrl(space, 'nothing', await startJob(space, 'nothing', ['x'])));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('transfer-encoding')).toBe('chunked');
    expect(response.headers.has('cache-control')).toBe(false);
    await response.text();
  });
});
