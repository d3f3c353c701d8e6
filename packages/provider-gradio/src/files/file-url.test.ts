import { describe, expect, it } from 'vitest';
import { fileUrl } from './file-url.ts';

const ROOT = { root: 'https://a-b.hf.space', prefix: '/gradio_api' };

describe('fileUrl of a path', () => {
  it.each([
    ['/tmp/gradio/ab/image.webp', '/tmp/gradio/ab/image.webp'],
    ['/tmp/a b/c#d?e.png', '/tmp/a%20b/c%23d%3Fe.png'],
    ['/tmp/%41.png', '/tmp/%2541.png'],
    ['/tmp/Schön🎨.png', '/tmp/Sch%C3%B6n%F0%9F%8E%A8.png'],
    [String.raw`C:\Temp\a b.png`, 'C%3A%5CTemp%5Ca%20b.png'],
    ['C:/Temp/a.png', 'C%3A/Temp/a.png'],
    ['/tmp/\uD800.png', '/tmp/%EF%BF%BD.png'],
  ])('encodes %j once', (path, expected) => {
    expect(fileUrl(path, ROOT)).toBe(`https://a-b.hf.space/gradio_api/file=${expected}`);
  });

  it('keeps a root with a path, and does without a prefix', () => {
    expect(fileUrl('/tmp/a.png', { root: 'https://host.example/space', prefix: '' })).toBe('https://host.example/space/file=/tmp/a.png');
  });
});

describe('fileUrl of a URL', () => {
  it.each([
    ['https://a-b.hf.space/gradio_api/file=/tmp/a b.png', 'https://a-b.hf.space/gradio_api/file=/tmp/a%20b.png'],
    ['/gradio_api/file=/tmp/a.png', 'https://a-b.hf.space/gradio_api/file=/tmp/a.png'],
    ['file=/tmp/a.png', 'https://a-b.hf.space/gradio_api/file=/tmp/a.png'],
    ['//other.example/a.png', 'https://other.example/a.png'],
    ['http://127.0.0.1:8080/a.png', 'http://127.0.0.1:8080/a.png'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
    ['DATA:IMAGE/PNG;BASE64, AA AA', 'DATA:IMAGE/PNG;BASE64, AA AA'],
  ])('%j -> %j', (url, expected) => {
    expect(fileUrl(url, ROOT)).toBe(expected);
  });

  it.each(['file:///etc/passwd', 'ftp://host.example/a.png', 'javascript:alert(1)', 'data:text/html,<script>', 'blob:https://a/b', 'https://', 'https://a b/'])(
    'refuses %j',
    (url) => {
      expect(fileUrl(url, ROOT)).toBeUndefined();
    },
  );
});
