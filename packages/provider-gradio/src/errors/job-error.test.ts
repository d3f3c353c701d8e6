import { RejectedError, ResponseError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { jobError } from './job-error.ts';

describe('jobError', () => {
  it('gives the words of the Space', () => {
    expect(jobError("It's <b>too</b> dark", 'Error').message).toBe("The Space says: It's too dark");
  });

  it('gives a title of its own with them', () => {
    expect(jobError('Too dark', '<i>Light</i>').message).toBe('The Space says (Light): Too dark');
  });

  it.each([[undefined], [null], [''], ['   '], [{ text: 'dark' }], [['dark']], [5], [true]])('says that the reason is hidden for %j', (error) => {
    const failure = jobError(error);
    expect(failure.constructor).toBe(ResponseError);
    expect(failure).toMatchObject({ code: 'response', billed: 'maybe', retryable: false });
    expect(failure.message).toContain('does not say why');
  });

  it.each([[{ a: 1 }], [['ZeroGPU quota exceeded']], [7], [null]])('passes over %j as a title', (title) => {
    expect(jobError('Too dark', title).message).toBe('The Space says: Too dark');
  });

  it.each(['Value 4096 is greater than maximum value 1024.', 'Value 1 is less than minimum value 512.'])('takes %j for a refused value', (text) => {
    const failure = jobError(text);
    expect(failure).toBeInstanceOf(RejectedError);
    expect(failure).toMatchObject({ billed: 'no', message: text });
  });

  it('makes one short clean line of a hostile megabyte', () => {
    const { message } = jobError(`\u001B[2J<script>x</script>\n${'a'.repeat(1_000_000)}`, 'b'.repeat(1_000_000));
    expect(message).toMatch(/^The Space says \(b{79}…\): xa* ?a+…$/u);
    expect(message.length).toBeLessThan(620);
  });
});
