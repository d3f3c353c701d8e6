import { describe, expect, it } from 'vitest';
import { responseHeaders } from './response-headers.node.ts';

describe('the headers of an answer', () => {
  const headers = responseHeaders({ 'retry-after': '5', 'x-test': ['a', 'b'], 'set-cookie': ['c=1', 'd=2'], 'empty': '', 'none': undefined });

  it('are found by any spelling of their names, several of one name as a list', () => {
    expect(['Retry-After', 'X-Test', 'empty', 'none', 'other'].map((name) => headers.get(name))).toEqual(['5', 'a, b', '', null, null]);
    expect(['RETRY-AFTER', 'x-test', 'empty', 'none', 'other'].map((name) => headers.has(name))).toEqual([true, true, true, false, false]);
  });

  it('hold cookies one by one', () => {
    expect(headers.getSetCookie()).toEqual(['c=1', 'd=2']);
    expect(responseHeaders({ 'set-cookie': 'c=1' }).getSetCookie()).toEqual(['c=1']);
    expect(responseHeaders({}).getSetCookie()).toEqual([]);
  });
});
