import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadImageError } from '../errors/bad-image-error.ts';
import { TooLargeError } from '../errors/too-large-error.ts';
import { decodeDataUrl } from './decode-data-url.ts';

describe('decodeDataUrl', () => {
  it('gives back any bytes that were put in as base64', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(decodeDataUrl(`data:image/png;base64,${Buffer.from(bytes).toString('base64')}`, 1000)).toEqual(bytes);
    }));
  });

  it('gives back any bytes that were put in percent-encoded', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const payload = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      expect(decodeDataUrl(`data:image/png,${payload}`, 1000)).toEqual(bytes);
    }));
  });

  it.each(['data:image/png;base64,SGk=', 'data:;base64,SGk', 'DATA:image/png;BASE64,SGk=', 'data:image/png;charset=x;base64,S G\nk=', 'data:image/png;base64,SGk%3D', 'data:,Hi', 'data:,%48i'])(
    'reads %j',
    (url) => {
      expect(new TextDecoder().decode(decodeDataUrl(url, 100))).toBe('Hi');
    },
  );

  it.each(['data:image/png;base64,***', 'data:image/png;base64', 'data:image/png;base64,%', 'data:', 'data:image/png;base64,SGk=SGk='])('refuses %j', (url) => {
    expect(() => decodeDataUrl(url, 100)).toThrow(BadImageError);
  });

  it('takes up to the limit and not much more, in either form', () => {
    const base64 = (count: number): string => `data:;base64,${Buffer.alloc(count).toString('base64')}`;
    expect(decodeDataUrl(base64(3000), 3000)).toHaveLength(3000);
    expect(() => decodeDataUrl(base64(3001), 3000)).toThrow(TooLargeError);
    expect(decodeDataUrl(`data:,${'a'.repeat(3000)}`, 3000)).toHaveLength(3000);
    expect(() => decodeDataUrl(`data:,${'a'.repeat(3001)}`, 3000)).toThrow(TooLargeError);
  });

  it('refuses what is far too large before decoding it', () => {
    expect(() => decodeDataUrl(`data:;base64,${'*'.repeat(20_000)}`, 3000)).toThrow(TooLargeError);
  });
});
