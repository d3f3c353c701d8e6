import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  it('breaks between words', () => {
    expect(wrapText('Wait 9 min 48 s, or set HF_TOKEN.', 20)).toBe('Wait 9 min 48 s, or\nset HF_TOKEN.');
  });

  it('counts wide characters twice', () => {
    expect(wrapText('漢字漢字漢 字漢字漢字', 20)).toBe('漢字漢字漢\n字漢字漢字');
  });

  it('leaves addresses and paths whole', () => {
    const path = '/a/long/path/to/a/picture.png';
    expect(wrapText(`See ${path} there`, 20)).toBe(`See\n${path}\nthere`);
  });

  it('leaves everything as it is where there is hardly any room', () => {
    expect(wrapText('a text of some words', 10)).toBe('a text of some words');
  });

  it('loses nothing', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 1, max: 90 }), (text, columns) => {
      expect(wrapText(text.replaceAll('\n', ''), columns).replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ''));
    }));
  });
});
