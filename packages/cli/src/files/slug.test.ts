import { describe, expect, it } from 'vitest';
import { slug } from './slug.ts';

describe('slug', () => {
  it.each([
    ['A lighthouse at dawn!', 'a-lighthouse-at-dawn'],
    ['Café  Ünïcode', 'cafe-unicode'],
    ['../../etc/passwd', 'etc-passwd'],
    ['маяк', 'picture'],
    ['', 'picture'],
  ])('makes %j fit for a file name', (prompt, name) => {
    expect(slug(prompt)).toBe(name);
  });

  it('is at most 40 characters and ends with none of its dashes', () => {
    expect(slug('a'.repeat(50))).toHaveLength(40);
    expect(slug(`${'a'.repeat(39)} bcd`)).toBe('a'.repeat(39));
  });
});
