import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gradioReleases } from '../versions/gradio-releases.ts';
import { jobRoot, requestRoot } from './root-url.ts';

type RequestLike = Pick<IncomingMessage, 'headers' | 'url'>;

function request(api: string, headers: RequestLike['headers'] = {}, prefix = '/gradio_api'): RequestLike {
  return { url: `${prefix}/call/${api}`, headers: { host: '127.0.0.1:7951', ...headers } };
}

describe('the root URL of a job', () => {
  it.each([
    ['infer', 'http://127.0.0.1:7951'],
    ['preview', 'http://127.0.0.1:7951/g'],
    ['fail_midway', 'http://127.0.0.1:7951/gradi'],
    ['slow', 'http://127.0.0.1:795'],
    ['log', 'http://127.0.0.1:79'],
  ])('is cut for %s where Gradio 5.3 does', (api, root) => {
    expect(jobRoot(gradioReleases['5.3.0'], request(api))).toBe(root);
  });

  it('is cut without a prefix in 4.44', () => {
    expect(jobRoot(gradioReleases['4.44.1'], request('preview', {}, ''))).toBe('http://127.0.0.1:7951/c');
  });

  it.each(['5.49.1', '6.12.0', '6.25.0'] as const)('is right for every name in %s', (version) => {
    expect(jobRoot(gradioReleases[version], request('preview'))).toBe('http://127.0.0.1:7951');
    expect(jobRoot(gradioReleases[version], request('preview/?x=1'))).toBe('http://127.0.0.1:7951');
  });

  it('believes a forwarded host', () => {
    const headers = { 'x-forwarded-host': 'evil.example, other.example', 'x-forwarded-proto': 'https' };
    expect(jobRoot(gradioReleases['5.3.0'], request('log', headers))).toBe('https://evil.example');
  });

  it('believes X-Gradio-Server from 6 on', () => {
    const headers = { 'x-gradio-server': 'http://other.example:99/' };
    expect(jobRoot(gradioReleases['5.49.1'], request('log', headers))).toBe('http://127.0.0.1:7951');
    expect(jobRoot(gradioReleases['6.12.0'], request('log', headers))).toBe('http://other.example:99');
  });
});

describe('the root URL of another route', () => {
  it('is the URL less its path', () => {
    const config = { url: '/config?x=1', headers: { host: 'space.example' } };
    expect(requestRoot(gradioReleases['6.25.0'], config, '/config')).toBe('http://space.example');
  });
});
