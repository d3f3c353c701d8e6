import { describe, expect, it } from 'vitest';
import { uploadName } from './upload-name.ts';

describe('uploadName', () => {
  it('keeps the last piece of a path', () => {
    expect(uploadName('../../etc/a.png', 'letters')).toBe('a.png');
    expect(uploadName('/', 'letters')).toBe('');
  });

  it.each([
    ['letters', 'ü b.txt'],
    ['letters-before-extension', 'ü b.txt'],
    ['all-but-dangerous', 'ü# (b).txt'],
  ] as const)('cleans by %s', (rule, name) => {
    expect(uploadName('ü# (b)?.txt', rule)).toBe(name);
  });

  it('cuts long names, and loses the extension where the release does', () => {
    const long = `${'x'.repeat(300)}.png`;
    expect(uploadName(long, 'letters')).toBe('x'.repeat(200));
    expect(uploadName(long, 'letters-before-extension')).toBe(`${'x'.repeat(196)}.png`);
    expect(Buffer.byteLength(uploadName(`${'é'.repeat(300)}.png`, 'all-but-dangerous'))).toBe(200);
  });

  it('calls a name that is all danger a file', () => {
    expect(uploadName('?.txt', 'all-but-dangerous')).toBe('file.txt');
  });
});
