import { describe, expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

describe('byteRange', () => {
  it('is the whole file without a header', () => {
    expect(byteRange(undefined, 10)).toEqual({ kind: 'whole' });
  });

  it.each([
    ['bytes=2-4', 2, 4],
    ['bytes=9-2', 2, 2],
    ['bytes=8-99', 8, 10],
    ['bytes=0-0', 0, 10],
  ])('reads %s of ten bytes as Gradio does, which echoes the request', (header, start, end) => {
    expect(byteRange(header, 10)).toEqual({ kind: 'part', start, end, echoes: true });
  });

  it.each([
    ['bytes=5-', 5],
    ['bytes=-3', 7],
  ])('leaves %s to the framework', (header, start) => {
    expect(byteRange(header, 10)).toEqual({ kind: 'part', start, end: 9, echoes: false });
  });

  it.each(['bytes=10-', 'bytes=-11'])('cannot satisfy %s', (header) => {
    expect(byteRange(header, 10)).toEqual({ kind: 'unsatisfiable' });
  });

  it.each(['lines=1-2', 'bytes=a-b', 'bytes=5', 'bytes=-'])('refuses %s', (header) => {
    expect(byteRange(header, 10).kind).toBe('malformed');
  });

  it('stumbles over two ranges', () => {
    expect(byteRange('bytes=1-2,4-5', 10).kind).toBe('crash');
  });
});
