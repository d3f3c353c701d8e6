import { describe, expect, it } from 'vitest';
import { causeCodes } from './cause-codes.ts';

const coded = (code: unknown, cause?: unknown): Error => Object.assign(new Error('x', { cause }), { code });

describe('causeCodes', () => {
  it('finds the codes of an error and of its causes, outermost first', () => {
    expect(causeCodes(coded('A', new Error('x', { cause: coded('B', coded('C')) })))).toEqual(['A', 'B', 'C']);
  });

  it('finds none where there is no text for one', () => {
    expect(causeCodes(coded(5, coded(undefined)))).toEqual([]);
    expect(causeCodes(new Error('x', { cause: { code: 'A' } }))).toEqual([]);
    expect(causeCodes('A')).toEqual([]);
  });

  it('follows six errors, also where one is the cause of itself', () => {
    const circle = coded('A');
    circle.cause = circle;
    expect(causeCodes(circle)).toEqual(Array.from({ length: 6 }, () => 'A'));
  });
});
