import { describe, expect, it } from 'vitest';
import { redirectTarget, type RedirectedRequest } from './redirect-target.ts';

const GET: RedirectedRequest = { method: 'GET', zone: 'configured', hop: 0, billed: 'no' };

/** Where a redirect leads that came for one of these requests. */
function target(location: string, from: string, over: Partial<RedirectedRequest> = {}): string | undefined {
  return redirectTarget({ status: 307, headers: new Headers({ location }), body: undefined }, new URL(from), { ...GET, ...over }, 5)?.href;
}

describe('a redirect that keeps or changes the scheme', () => {
  it('is followed from https to https inside the origin', () => {
    expect(target('/b', 'https://example.com/a')).toBe('https://example.com/b');
    expect(target('/b', 'https://example.com/a', { method: 'POST', billed: 'maybe' })).toBe('https://example.com/b');
  });

  it('is followed to another origin for a URL that a server named, by http and https only', () => {
    expect(target('https://cdn.example/b', 'https://example.com/a', { zone: 'public' })).toBe('https://cdn.example/b');
    expect(target('https://cdn.example/b', 'http://example.com/a', { zone: 'public' })).toBe('https://cdn.example/b');
    expect(target('http://cdn.example/b', 'http://example.com/a', { zone: 'public' })).toBe('http://cdn.example/b');
    for (const location of ['ftp://cdn.example/b', 'shttp://cdn.example/b', 'data:text/plain,b', 'blob:https://cdn.example/b']) {
      expect(() => target(location, 'https://example.com/a', { zone: 'public' })).toThrow('redirects to another origin');
    }
  });

  it('is refused where it would lose the encryption', () => {
    expect(() => target('http://cdn.example/b', 'https://example.com/a', { zone: 'public' })).toThrow('redirects from https to http');
  });
});
