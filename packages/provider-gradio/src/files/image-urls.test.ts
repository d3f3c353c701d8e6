import { ProtocolError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { imageUrls } from './image-urls.ts';

const ROOT = { root: 'https://a-b.hf.space', prefix: '/gradio_api' };
const FILE = 'https://a-b.hf.space/gradio_api/file=';

function fileData(changes: Readonly<Record<string, unknown>> = {}) {
  const path = '/tmp/gradio/ab/image.webp';
  return { path, url: `${FILE}${path}`, size: null, orig_name: 'image.webp', mime_type: null, is_stream: false, meta: { _type: 'gradio.FileData' }, ...changes };
}

describe('imageUrls', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['a file', fileData(), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file without a URL', fileData({ url: null }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file whose URL is no text', fileData({ url: { toString: 1 } }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file whose URL is absent', { path: '/tmp/a.png' }, [`${FILE}/tmp/a.png`]],
    ['a file whose URL names another host', fileData({ url: 'https://evil.example/gradio_api/file=/tmp/gradio/ab/image.webp' }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file whose URL names the inner address', fileData({ url: 'http://10.0.0.3:7860/gradio_api/file=/tmp/x' }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file whose URL Gradio before 5.23 cut in the path', fileData({ url: 'https://a-b.hf.space/c/file=/tmp/gradio/ab/image.webp' }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a file whose URL Gradio before 5.23 cut in the host', fileData({ url: 'http://127.0.0.1:178/gradio_api/file=/tmp/gradio/ab/image.webp' }), [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['a path with blanks, # and %', fileData({ path: '/tmp/a b#c%41.png', url: `${FILE}/tmp/a b#c%41.png` }), [`${FILE}/tmp/a%20b%23c%2541.png`]],
    ['a path whose URL is encoded already', fileData({ path: '/tmp/a b.png', url: `${FILE}/tmp/a%20b.png` }), [`${FILE}/tmp/a%20b.png`]],
    ['a path of Windows', fileData({ path: String.raw`C:\Temp\a b.png`, url: null }), [`${FILE}C%3A%5CTemp%5Ca%20b.png`]],
    ['a share of Windows', fileData({ path: String.raw`\\host\a.png`, url: null }), [`${FILE}%5C%5Chost%5Ca.png`]],
    ['a relative path without a URL', fileData({ path: 'images/a b.png', url: null }), [`${FILE}images/a%20b.png`]],
    ['a route in the place of a path', fileData({ path: '/gradio_api/file=/tmp/a.png', url: null }), [`${FILE}/tmp/a.png`]],
    ['a path with half a character', fileData({ path: '/tmp/\uD83C.png', url: null }), [`${FILE}/tmp/%EF%BF%BD.png`]],
    ['a relative URL', fileData({ path: null, url: '/gradio_api/file=/tmp/a.png' }), [`${FILE}/tmp/a.png`]],
    ['a URL without its first slash', fileData({ path: null, url: 'file=/tmp/a.png' }), [`${FILE}/tmp/a.png`]],
    ['a picture that lies elsewhere', fileData({ path: 'https://cdn.example/a.png', url: 'https://cdn.example/a.png' }), ['https://cdn.example/a.png']],
    ['a picture that lies elsewhere, by its path alone', fileData({ path: 'https://cdn.example/a.png', url: null }), ['https://cdn.example/a.png']],
    [
      'a file of another Space, passed through',
      fileData({ path: '/tmp/a.png', url: 'https://a-b.hf.space/gradio_api/proxy=https://c-d.hf.space/gradio_api/file=/tmp/a.png' }),
      ['https://a-b.hf.space/gradio_api/proxy=https://c-d.hf.space/gradio_api/file=/tmp/a.png'],
    ],
    ['an SVG of Gradio 6', fileData({ path: null, url: 'data:image/svg+xml,<svg/>' }), ['data:image/svg+xml,<svg/>']],
    ['a streamed picture', { url: 'data:image/jpeg;base64,AAAA' }, ['data:image/jpeg;base64,AAAA']],
    ['a gallery', [{ image: fileData(), caption: null }, { image: fileData({ path: '/tmp/b.png' }), caption: '1' }], [`${FILE}/tmp/gradio/ab/image.webp`, `${FILE}/tmp/b.png`]],
    ['a list of files', [fileData(), null, { path: '/tmp/b.png' }], [`${FILE}/tmp/gradio/ab/image.webp`, `${FILE}/tmp/b.png`]],
    ['a file one level too deep', [[fileData()]], [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['an update with a file', { __type__: 'update', value: fileData(), visible: true }, [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['an update with a gallery', { value: [{ image: fileData(), caption: 'a' }], __type__: 'update' }, [`${FILE}/tmp/gradio/ab/image.webp`]],
    ['an update without a value', { __type__: 'update' }, []],
    ['an update that empties', { __type__: 'update', value: null }, []],
    ['null', null, []],
    ['nothing', undefined, []],
    ['an empty text', '', []],
    ['an empty gallery', [], []],
    ['a path as text', '/tmp/a b.png', [`${FILE}/tmp/a%20b.png`]],
    ['a file route as text', '/file=/tmp/a.png', ['https://a-b.hf.space/file=/tmp/a.png']],
    ['a URL as text', 'https://a-b.hf.space/x.png', ['https://a-b.hf.space/x.png']],
    ['a data: URL as text', 'data:image/png;base64,AAAA', ['data:image/png;base64,AAAA']],
    ['a file without path and URL', fileData({ path: null, url: null }), []],
    ['a file with a path of another type', fileData({ path: 5, url: { a: 1 } }), []],
  ])('finds the images of %s', (_name, output, expected) => {
    expect(imageUrls(output, ROOT)).toEqual(expected);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'ftp://host.example/a', 'data:text/html,<script>'])('finds no image in the URL %j', (url) => {
    expect(imageUrls({ path: null, url }, ROOT)).toEqual([]);
    expect(imageUrls({ path: url, url: null }, ROOT)).toEqual([]);
    expect(imageUrls(url, ROOT)).toEqual([]);
  });

  it.each<readonly [unknown, string]>([
    [5, 'a number'],
    [true, 'a boolean'],
    [{}, 'an object with no keys'],
    [{ video: fileData(), caption: 'secret words' }, 'an object with video, caption'],
    [[{ text: 'secret words' }], 'an object with text'],
    [{ __type__: 'update', value: { text: 'secret words' } }, 'an object with text'],
    [JSON.parse('{"__proto__": {"path": "/tmp/a.png"}}'), 'an object with __proto__'],
    [Object.fromEntries(Array.from({ length: 99 }, (_, index) => [`k${index.toString()}`, 'secret words'])), 'an object with k0, k1, k2, k3, k4, k5, k6, k7'],
  ])('names the shape of %j, not its values', async (output, shape) => {
    const error = await thrownBy(() => imageUrls(output, ROOT));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ message: `The Space sent ${shape} instead of an image.`, billed: 'maybe' });
  });

  it('cleans and cuts the keys that it names', async () => {
    const error = await thrownBy(() => imageUrls({ [`\u001B[31m${'k'.repeat(100_000)}`]: 1 }, ROOT));
    expect(String(error)).toMatch(/an object with k+…/u);
    expect(String(error).length).toBeLessThan(400);
  });

  it.each([
    ['lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['updates', `${'{"__type__":"update","value":'.repeat(50_000)}null${'}'.repeat(50_000)}`],
    ['images', `${'{"image":'.repeat(50_000)}null${'}'.repeat(50_000)}`],
  ])('refuses %s without end', async (_name, text) => {
    expect(await thrownBy(() => imageUrls(JSON.parse(text), ROOT))).toBeInstanceOf(ProtocolError);
  });
});
