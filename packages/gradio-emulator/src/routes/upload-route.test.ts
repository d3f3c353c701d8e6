import { afterAll, describe, expect, it } from 'vitest';
import { startSpace } from '../space/start-space.ts';
import type { GradioVersion } from '../versions/gradio-versions.ts';

const space = await startSpace();
afterAll(() => space.close());

function upload(body: FormData | string, headers: Record<string, string> = {}, url = space.url): Promise<Response> {
  return fetch(`${url}/gradio_api/upload`, { method: 'POST', body, headers });
}

function form(...files: readonly (readonly [name: string, content: string])[]): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append('files', new Blob([content]), name);
  return data;
}

const typed = (boundary: string): Record<string, string> => ({
  'content-type': `multipart/form-data; boundary=${boundary}`,
});

describe('POST /upload', () => {
  it('keeps files and serves them', async () => {
    const response = await upload(form(['a.png', 'one'], ['note.txt', 'two']));
    expect(response.status).toBe(200);
    const [picture = '', note = ''] = (await response.json()) as string[];
    expect(picture).toMatch(/^\/tmp\/gradio\/[\da-f]{64}\/a\.png$/);
    const served = await fetch(`${space.url}/gradio_api/file=${note}`);
    expect(served.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await served.text()).toBe('two');
  });

  it('takes only parts called files', async () => {
    const data = new FormData();
    data.append('other', new Blob(['x']), 'a.png');
    expect(await (await upload(data)).json()).toEqual([]);
  });

  it.each([
    ['{}', { 'content-type': 'application/json' }, 400, '{"detail":"Invalid content type."}'],
    ['x', { 'content-type': 'multipart/form-data' }, 400, 'Missing boundary in multipart.'],
  ])('refuses %s of another type', async (body, headers, status, text) => {
    const response = await upload(body, headers);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
  });

  it.each([
    ['5.3.0', 500, 500],
    ['5.49.1', 200, 500],
    ['6.25.0', 200, 400],
  ] as const)('answers a form without parts, and none at all, as %s does', async (gradioVersion, empty, broken) => {
    await using other = await startSpace({ gradioVersion });
    expect((await upload('--edge--\r\n', typed('edge'), other.url)).status).toBe(empty);
    expect((await upload('hello', typed('edge'), other.url)).status).toBe(broken);
  });

  it.each<[GradioVersion, number]>([
    ['5.3.0', 200],
    ['6.25.0', 413],
  ])('limits the size of a file, which %s notices with its write buffer', async (gradioVersion, small) => {
    await using other = await startSpace({ gradioVersion, maximumFileSize: 10 });
    expect((await upload(form(['a.txt', 'x'.repeat(11)]), {}, other.url)).status).toBe(small);
    const large = await upload(form(['a.txt', 'x'.repeat(9000)]), {}, other.url);
    expect(large.status).toBe(413);
    expect(await large.text()).toBe('File size exceeded maximum allowed size of 10 bytes.');
    expect(await (await fetch(`${other.url}/config`)).json()).toMatchObject({ max_file_size: 10 });
  });

  it('fails on a part that is a text', async () => {
    const data = new FormData();
    data.append('files', 'x');
    expect((await upload(data)).status).toBe(500);
  });
});
