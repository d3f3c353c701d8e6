import { describe, expect, it } from 'vitest';
import { withoutOmissions } from './omissions.ts';

describe('withoutOmissions', () => {
  it('leaves out what is on the list, wherever it is, and nothing else', () => {
    const endpoint = { code_snippets: {}, description: 'kept', returns: [{ $defs: { FileData: { description: 'a class', title: 'FileData' } } }] };
    expect(withoutOmissions({ named_endpoints: { '/infer': endpoint } })).toEqual({
      named_endpoints: { '/infer': { description: 'kept', returns: [{ $defs: { FileData: { title: 'FileData' } } }] } },
    });
  });

  it('keeps lists, texts, numbers and null', () => {
    expect(withoutOmissions([1, 'text', null, [true]])).toEqual([1, 'text', null, [true]]);
  });
});
