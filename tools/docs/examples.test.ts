import { describe, expect, it } from 'vitest';
import { checkExamples } from './examples/check-examples.ts';
import { examplesOf } from './examples/example.ts';
import { runExample } from './examples/run-example.ts';
import { readDocuments } from './markdown/documents.ts';
import { readCodeBlocks } from './markdown/read-code-blocks.ts';

const examples = readDocuments().flatMap((document) => examplesOf(readCodeBlocks(document)));
const complaints = checkExamples(examples);

describe('the example at', () => {
  it.each(examples)('$place type-checks under the flags of the workspace', ({ place }) => {
    expect(complaints.get(place)).toEqual([]);
  });

  it.each(examples.filter(({ runs }) => runs))('$place runs as it stands', { timeout: 40_000 }, async (example) => {
    const run = await runExample(example);
    expect(run.exitCode, `${example.place}\n${run.stdout}${run.stderr}`).toBe(0);
    expect(run.stdout).not.toContain('[object Object]');
    if (example.output !== undefined) expect(run.stdout.trimEnd()).toBe(example.output);
  });
});

describe('the documentation', () => {
  it('has few examples that are not run', () => {
    const skipped = examples.filter(({ runs }) => !runs).map(({ place }) => place);
    expect(skipped.length, skipped.join(', ')).toBeLessThan(examples.length / 5);
  });
});
