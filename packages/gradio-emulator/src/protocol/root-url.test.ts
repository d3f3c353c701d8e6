import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gradio53 } from './gradio-version.ts';
import { rootUrl } from './root-url.ts';

type RequestLike = Pick<IncomingMessage, 'headers' | 'url'>;

function request(api: string, headers: RequestLike['headers'] = {}): RequestLike {
  return { url: `/gradio_api/call/${api}`, headers: { host: '127.0.0.1:7951', ...headers } };
}

describe('rootUrl', () => {
  it.each([
    ['infer', 'http://127.0.0.1:7951'],
    ['preview', 'http://127.0.0.1:7951/g'],
    ['fail_midway', 'http://127.0.0.1:7951/gradi'],
    ['slow', 'http://127.0.0.1:795'],
    ['log', 'http://127.0.0.1:79'],
  ])('cuts the URL of %s where Gradio 5.3 does', (api, root) => {
    expect(rootUrl(gradio53, request(api))).toBe(root);
  });

  it('is right for every name in releases that cut properly', () => {
    const fixed = { ...gradio53, cutsRootByQueueJoin: false };
    expect(rootUrl(fixed, request('preview'))).toBe('http://127.0.0.1:7951');
  });

  it('believes a forwarded host', () => {
    const headers = { 'x-forwarded-host': 'evil.example, other.example', 'x-forwarded-proto': 'https' };
    expect(rootUrl(gradio53, request('log', headers))).toBe('https://evil.example');
  });
});
