import { describe, expect, it } from 'vitest';
import { readHeadings } from './read-headings.ts';

describe('the headings of a page', () => {
  it('are those of the wanted level', () => {
    expect(readHeadings({ text: '# Title\n\n## First\n\n### Deeper\n\n## Second\n' }, 2)).toEqual(['First', 'Second']);
  });

  it('are not the comments of a shell block', () => {
    expect(readHeadings({ text: '## First\n\n```sh\n## no heading\n```\n\n## Second\n' }, 2)).toEqual(['First', 'Second']);
  });
});
