import { describe, expect, it } from 'vitest';
import { writtenPages } from './written-pages.ts';

describe.each(await writtenPages())('the table in $file', ({ found, wanted }) => {
  it('is what the code says; npm run docs:providers writes it', () => {
    expect(found).toBe(wanted);
  });
});
