import { describe, expect, it } from 'vitest';
import { describeProblems, requestProblem } from './request-problem.ts';

describe('requestProblem', () => {
  it.each([
    [undefined, 'missing'], [null, 'null'], [0.5, '0.5'], [Number.NaN, 'NaN'], [true, 'true'], [10n, '10'], ['', '""'], ['a"b', '"a\\"b"'],
    [[], 'an empty list'], [[1], 'a list'], [{}, 'an object'], [(): void => undefined, 'a function'], [Symbol('x'), 'a symbol'],
  ])('shows %o as %s', (value, shown) => {
    expect(requestProblem('seed', value, 'x').value).toBe(shown);
  });

  it.each(['apiKey', 'proxy', 'prompt', 'negativePrompt', 'messages', 'messages[0].content', 'messages[3]', 'alt'])('does not show the value of %s', (field) => {
    expect(requestProblem(field, 'CANARY', 'x').value).toBe('[hidden]');
    expect(requestProblem(field, { secret: 'CANARY' }, 'x').value).toBe('[hidden]');
  });

  it('still says that such a field is empty', () => {
    expect(requestProblem('prompt', '', 'x').value).toBe('""');
    expect(requestProblem('messages', [], 'x').value).toBe('an empty list');
    expect(requestProblem('apiKey', undefined, 'x').value).toBe('missing');
  });

  it('shortens and cleans what it shows', () => {
    expect(requestProblem('aspectRatio', `\u001B[31m${'x'.repeat(500)}\n`, 'x').value).toMatch(/^"[^\n]{10,58}…$/u);
  });

  it('cleans the name of the field, which is foreign where an option is unknown', () => {
    expect(requestProblem('\u001B[2Jwi\ndth', 1, 'x').field).toBe('wi dth');
  });

  it('puts all problems on one line', () => {
    expect(describeProblems([requestProblem('n', 0, '1'), requestProblem('seed', -1, 'a whole number from 0')])).toBe(
      'n is 0; allowed is 1. seed is -1; allowed is a whole number from 0.',
    );
  });
});
