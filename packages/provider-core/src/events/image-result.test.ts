import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../errors/network-error.ts';
import { ImagePreview } from './image-preview.ts';
import { ImageResponse } from './image-response.ts';
import type { Download, ImageResultInit } from './image-result.ts';

const file = { bytes: new Uint8Array(), mediaType: 'image/png', extension: 'png', width: 1, height: 1 } as const;
const init = (over: Partial<ImageResultInit> = {}): ImageResultInit => ({
  urls: ['https://example.com/a.png'], alt: 'a cat', provider: 'example', model: 'sd', download: () => Promise.resolve(file), ...over,
});

describe.each([['ImageResponse', ImageResponse, 'image'], ['ImagePreview', ImagePreview, 'preview']] as const)('%s', (_name, Result, type) => {
  it('carries what it was made from, and its type', () => {
    const { urls, alt, provider, model, type: ownType } = new Result(init());
    expect({ urls, alt, provider, model, type: ownType }).toEqual({ urls: ['https://example.com/a.png'], alt: 'a cat', provider: 'example', model: 'sd', type });
  });

  it('is the first image of its run, unless it is told another', () => {
    expect(new Result(init()).index).toBe(0);
    expect(new Result(init({ index: 3 })).index).toBe(3);
  });

  it('can be had as another image of the run, with everything that it holds', async () => {
    const failure = new NetworkError('gone, secret-key');
    const result = new Result(init({ secrets: ['secret-key'], download: () => Promise.reject(failure) }));
    const other = result.withIndex(2);
    expect(other).toBeInstanceOf(Result);
    expect(other).toEqual(new Result(init({ index: 2 })));
    expect(result.index).toBe(0);
    await expect(other.images()).rejects.toMatchObject({ message: 'gone, [redacted]' });
  });

  it('prints as Markdown', () => {
    expect(String(new Result(init()))).toBe('![a cat](https://example.com/a.png)');
  });

  it('prints one image a line', () => {
    expect(String(new Result(init({ urls: ['https://example.com/1', 'https://example.com/2'] })))).toBe(
      '![a cat](https://example.com/1)\n![a cat](https://example.com/2)',
    );
  });

  it.each([
    ['brackets', 'a [cat](http://evil.example)', String.raw`![a \[cat\](http://evil.example)](https://example.com/a.png)`],
    ['a closing bracket', 'x](http://evil.example)![', String.raw`![x\](http://evil.example)!\[](https://example.com/a.png)`],
    ['a backslash at the end', 'a cat\\', String.raw`![a cat\\](https://example.com/a.png)`],
    ['line feeds', 'a cat\n\n# on a mat', '![a cat # on a mat](https://example.com/a.png)'],
    ['code', 'a `cat', '![a \\`cat](https://example.com/a.png)'],
    ['a tag', 'a <a href="', String.raw`![a \<a href="](https://example.com/a.png)`],
  ])('does not let %s in the prompt end the image', (_what, alt, markdown) => {
    expect(String(new Result(init({ alt })))).toBe(markdown);
  });

  it.each([
    ['parentheses', 'https://example.com/a(1).png', '![a cat](https://example.com/a%281%29.png)'],
    ['blanks and line feeds', 'https://example.com/a b\n.png', '![a cat](https://example.com/a%20b.png)'],
    ['blanks and line feeds of data', 'data:image/png,a b\n.png', '![a cat](data:image/png,a%20b%0A.png)'],
    ['what steers a terminal', 'data:image/\u001b[2J\u202e,', '![a cat](data:image/%1B[2J%E2%80%AE,)'],
    ['angle brackets', 'https://example.com/<a>.png', '![a cat](https://example.com/%3Ca%3E.png)'],
    ['a backslash', 'https://example.com/?a\\', '![a cat](https://example.com/?a%5C)'],
    ['code', 'https://example.com/`', '![a cat](https://example.com/%60)'],
  ])('does not let %s in the URL end it', (_what, url, markdown) => {
    expect(String(new Result(init({ urls: [url] })))).toBe(markdown);
  });

  it('has its URLs as the standard writes them, and shows nothing of a terminal in what is none', () => {
    const { urls } = new Result(init({ urls: ['HTTPS://Example.com/\u001b[2J\u202eä b.png', 'no URL \u001b]0;title\u0007\n', 'data:image/png;base64,AAAA'] }));
    expect(urls).toEqual(['https://example.com/%1B[2J%E2%80%AE%C3%A4%20b.png', 'no URL', 'data:image/png;base64,AAAA']);
  });

  it('cannot be changed', () => {
    const result = new Result(init());
    expect(Object.isFrozen(result)).toBe(true);
    expect(() => Reflect.set(result, 'alt', 'other') && expect.fail('it was changed')).not.toThrow();
    expect(result.alt).toBe('a cat');
  });

  it('downloads every image, in order, with the signal of the caller', async () => {
    const asked: [string, AbortSignal | undefined][] = [];
    const download: Download = (url, { signal }) => {
      asked.push([url, signal]);
      return Promise.resolve({ ...file, width: asked.length });
    };
    const { signal } = new AbortController();
    const images = await new Result(init({ urls: ['https://example.com/1', 'https://example.com/2'], download })).images({ signal });
    expect(images.map(({ width }) => width)).toEqual([1, 2]);
    expect(asked).toEqual([['https://example.com/1', signal], ['https://example.com/2', signal]]);
  });

  it('asks for nothing until it is told to', () => {
    expect(() => new Result(init({ download: () => expect.fail('downloaded by itself') }))).not.toThrow();
  });

  it('fails with the error of the download', async () => {
    const failure = new NetworkError('gone');
    await expect(new Result(init({ download: () => Promise.reject(failure) })).images()).rejects.toBe(failure);
    expect(failure).toMatchObject({ provider: 'example', billed: 'yes' });
  });

  it('shows nothing of its download when printed or copied', () => {
    const result = new Result(init());
    expect(inspect(result, { depth: 20, showHidden: true })).not.toContain('download');
    expect(Object.keys(Object.assign({}, result))).not.toContain('download');
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ type, alt: 'a cat' });
  });
});

describe('ImageResponse', () => {
  it('tells its warnings in clean words', () => {
    expect(new ImageResponse({ ...init(), warnings: ['rounded \u001b[31mup\n', 'fine'] }).warnings).toEqual(['rounded up', 'fine']);
  });

  it('leaves out what the provider did not tell', () => {
    const response = new ImageResponse(init());
    for (const field of ['seed', 'width', 'height', 'revisedPrompt', 'usage']) expect(field in response).toBe(false);
    expect(response.warnings).toEqual([]);
  });

  it('tells seed, size and warnings, a seed of 0 too', () => {
    expect(new ImageResponse({ ...init(), seed: 0, width: 1024, height: 768, warnings: ['rounded'] })).toMatchObject({
      seed: 0, width: 1024, height: 768, warnings: ['rounded'],
    });
    const { seed, width, warnings } = new ImageResponse({ ...init(), seed: 7, width: 8, warnings: ['rounded'] }).withIndex(1);
    expect({ seed, width, warnings }).toEqual({ seed: 7, width: 8, warnings: ['rounded'] });
    expect('seed' in new ImageResponse(init()).withIndex(1)).toBe(false);
  });

  it('tells the prompt that was painted and what it took, of another image of the run too', () => {
    const usage = { inputTokens: 50, outputTokens: 0 };
    const response = new ImageResponse({ ...init(), revisedPrompt: 'a cat\u001b[31m, asleep\n', usage });
    for (const { revisedPrompt, usage: told, alt } of [response, response.withIndex(1)]) {
      expect({ revisedPrompt, told, alt }).toEqual({ revisedPrompt: 'a cat, asleep', told: usage, alt: 'a cat' });
    }
    usage.inputTokens = 0;
    expect(response.usage).toEqual({ inputTokens: 50, outputTokens: 0 });
    expect(Object.isFrozen(response.usage)).toBe(true);
  });

  it('keeps no endless rewritten prompt', () => {
    expect(new ImageResponse({ ...init(), revisedPrompt: 'x'.repeat(1_000_000) }).revisedPrompt).toHaveLength(32_000);
  });
});
