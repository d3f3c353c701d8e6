import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import { decodePng } from '../testing/decode-png.ts';
import { callUrl, quickInputs, startJob } from '../testing/space-client.ts';
import { readStream } from '../testing/stream-reader.ts';

const space = await startSpace({ stepMs: 0 });
afterAll(() => space.close());

async function paint(inputs: readonly unknown[] = quickInputs): Promise<string> {
  const { text } = await readStream(callUrl(space, 'infer', await startJob(space, 'infer', inputs)));
  return /"url": "([^"]+)"/.exec(text)?.[1] ?? '';
}

describe('GET /file=<path>', () => {
  it('serves the picture of a job as a PNG of its size', async () => {
    const response = await fetch(await paint());
    const bytes = await response.bytes();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
    expect(response.headers.get('content-disposition')).toBe('inline; filename="image.png"');
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(decodePng(bytes)).toMatchObject({ width: 64, height: 48 });
  });

  it('serves the same bytes for the same inputs, and others for another seed', async () => {
    const url = await paint();
    expect(await paint()).toBe(url);
    expect(await paint(quickInputs.with(2, 8))).not.toBe(url);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(await paint(), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
    expect(await response.text()).toBe('');
  });

  it('serves a part', async () => {
    const response = await fetch(await paint(), { headers: { range: 'bytes=0-7' } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toMatch(/^bytes 0-7\/\d+$/);
    expect(await response.bytes()).toEqual(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  });

  it.each(['/etc/passwd', '/tmp/gradio/0/image.png', 'ftp://x/y', '../../a b'])('forbids %s', async (path) => {
    const response = await fetch(`${space.url}/gradio_api/file=${encodeURIComponent(path)}`);
    expect(response.status).toBe(403);
    expect(await response.text()).toBe(`{"detail":"File not allowed: ${path}."}`);
  });

  it('redirects to any URL, as Gradio before 6.20 does', async () => {
    const response = await fetch(`${space.url}/gradio_api/file=http://example.com/a.png`, { redirect: 'manual' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('http://example.com/a.png');
  });
});
