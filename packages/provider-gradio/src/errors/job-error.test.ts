import { JobLostError, RejectedError, ResponseError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { jobError, streamError } from './job-error.ts';

describe('jobError', () => {
  it('gives the words of the Space', () => {
    expect(jobError({ error: "It's <b>too</b> dark", title: 'Error' }).message).toBe("The Space says: It's too dark");
  });

  it('gives a title of its own with them', () => {
    expect(jobError({ error: 'Too dark', title: '<i>Light</i>' }).message).toBe('The Space says (Light): Too dark');
  });

  it.each([[undefined], [null], [''], ['   '], [{ text: 'dark' }], [['dark']], [5], [true]])('says that the reason is hidden for %j', (error) => {
    const failure = jobError({ error });
    expect(failure.constructor).toBe(ResponseError);
    expect(failure).toMatchObject({ code: 'response', billed: 'maybe', retryable: false });
    expect(failure.message).toContain('does not say why');
  });

  it.each([[{ a: 1 }], [['ZeroGPU quota exceeded']], [7], [null]])('passes over %j as a title', (title) => {
    expect(jobError({ error: 'Too dark', title }).message).toBe('The Space says: Too dark');
  });

  it.each(['Value 4096 is greater than maximum value 1024.', 'Value 1 is less than minimum value 512.'])('takes %j for a refused value', (text) => {
    expect(jobError({ error: text })).toBeInstanceOf(RejectedError);
    expect(jobError({ error: text })).toMatchObject({ billed: 'no', message: text });
  });

  it('makes one short clean line of a hostile megabyte', () => {
    const { message } = jobError({ error: `\u001B[2J<script>x</script>\n${'a'.repeat(1_000_000)}`, title: 'b'.repeat(1_000_000) });
    expect(message).toMatch(/^The Space says \(b{79}…\): xa* ?a+…$/u);
    expect(message.length).toBeLessThan(620);
  });
});

describe('streamError', () => {
  it.each([['404: Not Found'], ['404: Session not found.']])('takes %j for a lost job', (text) => {
    expect(streamError(text)).toBeInstanceOf(JobLostError);
    expect(streamError(text)).toMatchObject({ code: 'job_lost', billed: 'maybe', retryable: true });
  });

  it('believes session_not_found whatever the words', () => {
    expect(streamError('gone', true)).toBeInstanceOf(JobLostError);
  });

  it('gives other words as they are, cleaned', () => {
    expect(streamError('Server stopped <b>unexpectedly</b>.').message).toBe('The Space broke off: Server stopped unexpectedly.');
    expect(streamError('').message).toBe('The Space broke off: it gives no reason');
    expect(streamError('4041 things').constructor).toBe(ResponseError);
    expect(streamError('x').billed).toBe('maybe');
  });
});
