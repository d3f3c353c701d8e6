import { expect, it } from 'vitest';
import { chooseCases } from './choose-cases.ts';

const cases = ['3-buffered', '37-stream', '37-queue-failing-over', '38-stream'].map((id) => ({ id, fault: Number.parseInt(id, 10), title: '', maxMs: 1, runs: 1 }));

it.each<readonly [readonly string[], readonly string[]]>([
  [[], ['3-buffered', '37-stream', '37-queue-failing-over', '38-stream']],
  [['3'], ['3-buffered']],
  [['37'], ['37-stream', '37-queue-failing-over']],
  [['stream'], ['37-stream', '38-stream']],
  [['37', 'queue'], ['37-queue-failing-over']],
  [['37-s'], ['37-stream']],
  [['9'], []],
])('%s chooses %s', (words, ids) => {
  expect(chooseCases(cases, words).map(({ id }) => id)).toEqual(ids);
});
