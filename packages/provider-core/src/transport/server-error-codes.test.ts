import { describe, expect, it } from 'vitest';
import { serverErrorCodes } from './server-error-codes.ts';

/** A code inside so many objects. */
const nested = (depth: number): string => `${'{"error":'.repeat(depth)}{"code":"a_code"}${'}'.repeat(depth)}`;

describe('the codes of an error', () => {
  it.each<[string, readonly string[]]>([
    ['{"code":"insufficient_quota"}', ['insufficientquota']], ['{"type":"contentFilter"}', ['contentfilter']], ['{"name":"public-figure"}', ['publicfigure']], ['{"reason":"A 1"}', ['a1']],
    ['{"status":"INVALID_ARGUMENT","code":400}', ['invalidargument']], ['{"error":{"type":"x","code":"y"},"code":"z"}', ['z', 'y', 'x']], ['{"error":"content_filtered"}', ['contentfiltered']],
    ['{"error":"words for people"}', []], ['{"detail":[{"type":"a"},{"type":"b"}]}', ['a', 'b']], ['{"errors":["a","b c"]}', []], ['{"innererror":{"code":"a"}}', ['a']], ['{"inner_error":{"code":"a"}}', ['a']],
    ['{"error":null}', []], ['null', []], ['"content_filter"', []], ['5', []], ['no JSON', []], ['', []],
  ])('in %s are %j', (body, codes) => {
    expect(serverErrorCodes(body)).toEqual(codes);
  });

  it('are looked for three deep, and in the first five of a list', () => {
    expect([0, 1, 2, 3, 4].map((depth) => serverErrorCodes(nested(depth)).length)).toEqual([1, 1, 1, 1, 0]);
    expect(serverErrorCodes(`[[[${nested(0)}]]]`)).toHaveLength(1);
    expect(serverErrorCodes(`[[[[${nested(0)}]]]]`)).toEqual([]);
    expect(serverErrorCodes(JSON.stringify(Array.from({ length: 7 }, (_none, index) => ({ code: `e${index.toString()}` }))))).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
  });
});
