import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { literal } from './literal.ts';

describe('literal', () => {
  it.each<readonly [unknown, string]>([
    ['prompt', "'prompt'"],
    ["it's \\ \"so\"\n", String.raw`'it\'s \\ "so"\n'`],
    [1024, '1024'],
    [2_147_483_647, '2_147_483_647'],
    [0.5, '0.5'],
    [-1, '-1'],
    [true, 'true'],
    [null, 'null'],
    [{ min: 0, 'max-side': [1, 'a'] }, "{ min: 0, 'max-side': [1, 'a'] }"],
    [{}, '{}'],
  ])('writes %j', (value, source) => {
    expect(literal(value)).toBe(source);
    // It means the same.
    expect(JSON.stringify(runInNewContext(`(${source})`))).toBe(JSON.stringify(value));
  });
});
