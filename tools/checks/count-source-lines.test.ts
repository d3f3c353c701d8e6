import { describe, expect, it } from 'vitest';
import { linesOfCode } from './count-source-lines.ts';

describe('linesOfCode', () => {
  it.each([
    ['', 0],
    ['\n\n// a comment\n/* another\n of two lines */\n', 0],
    ['const a = 1; // one', 1],
    ['/** What it is. */\nconst a = 1;\n', 1],
    ['interface A {\n  /** What it is. */\n  readonly b: string;\n\n  // why\n  c(): void;\n}', 4],
    ['const text = `// no comment\n\n/* none either */`;', 3],
    ["const url = 'https://example.com';", 1],
  ])('of %j are %i', (text, lines) => {
    expect(linesOfCode(text)).toBe(lines);
  });
});
