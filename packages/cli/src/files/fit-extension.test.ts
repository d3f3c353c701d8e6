import { describe, expect, it } from 'vitest';
import { fitExtension } from './fit-extension.ts';

describe('fitExtension', () => {
  it.each([
    ['fox.png', 'png', 'fox', '.png'],
    ['fox.PNG', 'png', 'fox', '.PNG'],
    ['fox.jpeg', 'jpg', 'fox', '.jpeg'],
    ['fox.jpg', 'png', 'fox', '.png'],
    ['fox', 'webp', 'fox', '.webp'],
    ['fox.v2', 'png', 'fox.v2', '.png'],
    ['.png', 'png', '.png', '.png'],
  ])('splits %j for %s', (name, kind, stem, extension) => {
    expect(fitExtension(name, kind)).toEqual({ stem, extension });
  });
});
