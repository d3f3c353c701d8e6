import { describe, expect, it } from 'vitest';
import { checkExamples } from './check-examples.ts';
import { examplesOf } from './example.ts';

function complaintsAbout(code: string): readonly string[] | undefined {
  const examples = examplesOf([{ file: 'page.md', line: 7, language: 'ts', flags: [], code }]);
  return checkExamples(examples).get('page.md:7');
}

describe('checking an example', () => {
  it('finds the packages of the workspace', () => {
    const code = "import { createRegistry } from '@hypotez/provider-core';\nconsole.log(createRegistry([]).models());";
    expect(complaintsAbout(code)).toEqual([]);
  });

  it('names page and line of a mistake', () => {
    expect(complaintsAbout("const text: string = 'x';\ntext.nothing();")).toEqual([
      "page.md:8 Property 'nothing' does not exist on type 'string'.",
    ]);
  });

  it('uses the strict flags of the workspace', () => {
    expect(complaintsAbout('const list = [1];\nlist[0].toFixed();')).toEqual(['page.md:8 Object is possibly \'undefined\'.']);
  });

  it('takes every block as a module of its own', () => {
    const block = { file: 'page.md', language: 'ts', flags: [], code: 'const same = await Promise.resolve(1);\nconsole.log(same);' };
    const examples = examplesOf([{ ...block, line: 2 }, { ...block, line: 9 }]);
    expect([...checkExamples(examples).values()]).toEqual([[], []]);
  });
});
