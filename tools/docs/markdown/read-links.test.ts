import { describe, expect, it } from 'vitest';
import { readLinks } from './read-links.ts';

describe('the links of a page', () => {
  it('are found with line, path and anchor', () => {
    expect(readLinks({ text: 'text\n[a](docs/a.md), [b](b.md#limits) and [c](#usage)' })).toEqual([
      { line: 2, path: 'docs/a.md', anchor: '' },
      { line: 2, path: 'b.md', anchor: 'limits' },
      { line: 2, path: '', anchor: 'usage' },
    ]);
  });

  it('are not addresses of the web, nor brackets in code', () => {
    expect(readLinks({ text: '[a](https://example.org) `list[0](x)`' })).toEqual([]);
  });

  it('may have code for their text', () => {
    expect(readLinks({ text: '[`core`](core.md)' })).toEqual([{ line: 1, path: 'core.md', anchor: '' }]);
  });
});
