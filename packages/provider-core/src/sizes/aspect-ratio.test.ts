import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { parseAspectRatio } from './aspect-ratio.ts';

describe('parseAspectRatio', () => {
  it.each([['16:9', 16 / 9], ['1:2', 0.5], [' 2.39 : 1 ', 2.39], ['007:7', 1]])('reads %j as %d', (text, value) => {
    expect(parseAspectRatio(text)).toBeCloseTo(value, 12);
  });

  it.each(['', '16', '16:', ':9', '16:9:1', '0:1', '1:0', '-1:1', '1e3:1', 'a:b', '1/2', '16：9', 'Infinity:1', `${'9'.repeat(400)}:1`, '.5:1'])(
    'refuses %j',
    (text) => {
      expect(() => parseAspectRatio(text)).toThrow(InvalidRequestError);
      expect(() => parseAspectRatio(text)).toThrow(/^aspectRatio is .+; allowed is two positive numbers as width:height, such as 1:1, 16:9 or 2\.39:1\.$/u);
    },
  );
});
