import { describe, expect, it } from 'vitest';
import { readCodeBlocks } from './read-code-blocks.ts';

const read = (text: string): ReturnType<typeof readCodeBlocks> => readCodeBlocks({ file: 'page.md', text });

describe('the blocks of code of a page', () => {
  it('are found with language, flags and the line on which their code begins', () => {
    expect(read('# Page\n\n```ts no-run\nfirst();\nsecond();\n```\n')).toEqual([
      { file: 'page.md', line: 4, language: 'ts', flags: ['no-run'], code: 'first();\nsecond();' },
    ]);
  });

  it('come in the order of the page', () => {
    expect(read('```ts\na\n```\ntext\n~~~sh\nb\n~~~').map(({ language, line }) => [language, line])).toEqual([['ts', 2], ['sh', 6]]);
  });

  it('keep a shorter fence that stands inside a longer one', () => {
    expect(read('````md\n```ts\na\n```\n````')).toMatchObject([{ language: 'md', code: '```ts\na\n```' }]);
  });

  it('lose the indentation of a list that they stand in', () => {
    expect(read('- item\n\n  ```ts\n  if (a) {\n    b();\n  }\n  ```')).toMatchObject([{ code: 'if (a) {\n  b();\n}' }]);
  });

  it('are an error where one is never closed', () => {
    expect(() => read('text\n```ts\na')).toThrow('page.md:2 opens a block of code that is never closed.');
  });
});
