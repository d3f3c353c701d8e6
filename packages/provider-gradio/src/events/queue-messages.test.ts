import { ImageProgress, JobCancelledError, JobLostError, ProtocolError, ResponseError, StreamEndedError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { parseStreamEvent } from './parse-stream-event.ts';

const JOB = 'job-1';

function parse(message: unknown, complete = true) {
  const data = typeof message === 'string' ? message : JSON.stringify(message);
  return parseStreamEvent({ event: '', data, complete }, JOB);
}

function progress(...items: readonly unknown[]) {
  return parse({ msg: 'progress', event_id: JOB, progress_data: items });
}

describe('a message of /queue/data', () => {
  it('tells the place in the queue and the time until the result', () => {
    expect(parse({ msg: 'estimation', event_id: JOB, rank: 3, queue_size: 5, rank_eta: 12.5 })).toEqual({ type: 'progress', stage: 'queued', queuePosition: 3, etaSeconds: 12.5 });
    expect(parse({ msg: 'estimation', event_id: JOB, rank: 0, queue_size: 1, rank_eta: null })).toEqual({ type: 'progress', stage: 'queued', queuePosition: 0 });
  });

  it('tells the start', () => {
    expect(parse({ msg: 'process_starts', event_id: JOB, eta: 4 })).toEqual({ type: 'progress', stage: 'started', etaSeconds: 4 });
    expect(parse({ msg: 'process_starts', event_id: JOB, eta: null })).toEqual({ type: 'progress', stage: 'started' });
    expect(parse({ msg: 'process_starts', event_id: JOB })).toEqual({ type: 'progress', stage: 'started' });
  });

  it('makes the progress of the framework at once', () => {
    expect(parse({ msg: 'process_starts', event_id: JOB, eta: 4 })).toBeInstanceOf(ImageProgress);
  });

  it('tells steps as number, fraction and words', () => {
    expect(progress({ index: 3, length: 4, unit: 'steps', progress: null, desc: 'Denoising' })).toEqual({ type: 'progress', stage: 'step', step: 3, steps: 4, fraction: 0.75, message: 'Denoising' });
    expect(progress({ index: null, length: null, unit: null, progress: 0.25, desc: null })).toEqual({ type: 'progress', stage: 'step', fraction: 0.25 });
    expect(progress({ index: 3, length: null, unit: 'steps', progress: null, desc: null })).toEqual({ type: 'progress', stage: 'step', step: 3 });
  });

  it('takes the innermost of nested bars that has a length', () => {
    const bar = (index: number | null, length: number | null) => ({ index, length, unit: 'steps', progress: null, desc: null });
    expect(progress(bar(1, 2), bar(5, 10))).toEqual({ type: 'progress', stage: 'step', step: 5, steps: 10, fraction: 0.5 });
    expect(progress(bar(1, 2), bar(7, null))).toEqual({ type: 'progress', stage: 'step', step: 1, steps: 2, fraction: 0.5 });
  });

  it('keeps log lines as plain text', () => {
    expect(parse({ msg: 'log', event_id: JOB, log: 'Waiting for a <b>GPU</b>\n', level: 'info', title: 'ZeroGPU queue' })).toEqual({ type: 'progress', stage: 'log', message: 'Waiting for a GPU' });
  });

  it.each(['process_generating', 'process_streaming'])('gives the full values of %s', (msg) => {
    expect(parse({ msg, event_id: JOB, output: { data: [{ path: '/a' }, 5] }, success: true })).toEqual({ type: 'generating', data: [{ path: '/a' }, 5] });
    expect(parse({ msg, event_id: JOB, output: { data: 'text' }, success: true })).toBeUndefined();
    expect(parse({ msg, event_id: JOB })).toBeUndefined();
  });

  it('gives the result', () => {
    expect(parse({ msg: 'process_completed', event_id: JOB, output: { data: [null, 5] }, success: true })).toEqual({ type: 'complete', data: [null, 5] });
  });

  it.each([[{}], [{ data: null }], [null], [undefined]])('takes a good end with the output %j for a cancelled job', (output) => {
    const error = parse({ msg: 'process_completed', event_id: JOB, output, success: true });
    expect(error).toBeInstanceOf(JobCancelledError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });

  it.each([['a text'], [5], [{ 0: 'a' }], [true]])('refuses a result that is %j', (data) => {
    const error = parse({ msg: 'process_completed', event_id: JOB, output: { data }, success: true });
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });

  it.each([
    [{ error: 'Too dark', title: 'Light' }, undefined, 'The Space says (Light): Too dark'],
    [{ error: 'Too dark' }, 'Light', 'The Space says (Light): Too dark'],
    [{ error: 'Too dark' }, { a: 1 }, 'The Space says: Too dark'],
  ])('throws the words of a failed job: %j, title %j', (output, title, message) => {
    expect(parse({ msg: 'process_completed', event_id: JOB, output, success: false, title })).toMatchObject({ message });
  });

  it.each([[{ error: null }], [null], [undefined], [{}], ['text'], [{ error: { a: 1 } }]])('says that the reason is hidden for the output %j', (output) => {
    expect(parse({ msg: 'process_completed', event_id: JOB, output, success: false })).toMatchObject({ code: 'response', billed: 'maybe' });
  });

  it.each(['404: Not Found', '404: Session not found.'])('takes the end of the session with %j for a lost job', (message) => {
    const error = parse({ msg: 'unexpected_error', event_id: null, message, success: false });
    expect(error).toBeInstanceOf(JobLostError);
    expect(error).toMatchObject({ code: 'job_lost', billed: 'maybe', retryable: true });
  });

  it('believes session_not_found whatever the words', () => {
    expect(parse({ msg: 'unexpected_error', event_id: null, message: 'gone', session_not_found: true })).toBeInstanceOf(JobLostError);
  });

  it.each<readonly [unknown, string]>([
    ['Server stopped <b>unexpectedly</b>.', 'Server stopped unexpectedly.'],
    ['4041 things', '4041 things'],
    ['', 'it does not say why'],
    [undefined, 'it does not say why'],
    [{ a: 1 }, 'it does not say why'],
  ])('gives other words for the end of the session as they are, cleaned: %j', (text, words) => {
    const error = parse({ msg: 'unexpected_error', event_id: null, message: text, success: false });
    expect(Reflect.get(Object(error), 'constructor')).toBe(ResponseError);
    expect(error).toMatchObject({ code: 'response', billed: 'maybe', message: `The Space broke off: ${words}` });
  });

  it('passes over the messages of other jobs, good and bad', () => {
    expect(parse({ msg: 'process_completed', event_id: 'job-2', output: { data: [1] }, success: true })).toBeUndefined();
    expect(parse({ msg: 'process_completed', event_id: 'job-2', output: { error: 'x' }, success: false })).toBeUndefined();
    expect(parse({ msg: 'process_completed', event_id: 2, output: { error: 'x' }, success: false })).toBeUndefined();
    expect(parse({ msg: 'unexpected_error', event_id: 'job-2', message: '404: Not Found' })).toBeUndefined();
  });

  it('knows its job by a number too', () => {
    const message = { event: '', data: '{"msg":"process_starts","event_id":42}', complete: true };
    expect(parseStreamEvent(message, '42')).toEqual({ type: 'progress', stage: 'started' });
  });

  it.each([
    [{ msg: 'heartbeat', event_id: null }],
    [{ msg: 'send_hash' }],
    [{ msg: 'a message of a later year', event_id: JOB }],
    [{ msg: 7, event_id: JOB }],
    [{ event_id: JOB }],
    [[]],
    ['null'],
    ['"text"'],
    [''],
    ['{"msg":"progress","event_id":"job-1","progress_da'],
  ])('%j tells nothing', (message) => {
    expect(parse(message)).toBeUndefined();
  });

  it('ends before the job where it says that the stream is closed', async () => {
    const error = await thrownBy(() => parse({ msg: 'close_stream', event_id: null }));
    expect(error).toBeInstanceOf(StreamEndedError);
    expect(error).toMatchObject({ code: 'job_lost', billed: 'maybe' });
  });

  it('lets broken progress pass, but not a broken result', () => {
    expect(parse('{"msg":"progress",')).toBeUndefined();
    expect(parse('{"msg" : "process_completed", "output": {"da')).toBeInstanceOf(ProtocolError);
  });

  it('reads the NaN of Python', () => {
    expect(parse('{"msg":"process_completed","event_id":"job-1","output":{"data":[NaN,-Infinity,"NaN"]},"success":true}')).toEqual({ type: 'complete', data: [null, null, 'NaN'] });
  });

  it('accepts a last message without its blank line when it is whole', async () => {
    const result = { msg: 'process_completed', event_id: JOB, output: { data: [1] }, success: true };
    expect(parse(result, false)).toEqual({ type: 'complete', data: [1] });
    expect(await thrownBy(() => parse(JSON.stringify(result).slice(0, -1), false))).toBeInstanceOf(StreamEndedError);
    expect(await thrownBy(() => parse('{"msg":"progress"', false))).toMatchObject({ code: 'job_lost', billed: 'maybe' });
  });
});

describe('a message of /queue/data with hostile values', () => {
  it.each([[-1], ['3'], [null], [{}], [[]], [true]])('leaves out the rank %j', (rank) => {
    expect(parse({ msg: 'estimation', event_id: JOB, rank, rank_eta: rank })).toEqual({ type: 'progress', stage: 'queued' });
  });

  it('leaves out numbers that are none any more', () => {
    expect(parse('{"msg":"estimation","event_id":"job-1","rank":1e400,"rank_eta":-1e400}')).toEqual({ type: 'progress', stage: 'queued' });
    expect(parse('{"msg":"process_starts","event_id":"job-1","eta":1e400}')).toEqual({ type: 'progress', stage: 'started' });
    expect(parse('{"msg":"progress","event_id":"job-1","progress_data":[{"index":1e400,"length":1e400,"progress":1e400}]}')).toEqual({ type: 'progress', stage: 'step' });
  });

  it('keeps the fraction between 0 and 1 and the step within the steps', () => {
    expect(progress({ index: null, length: null, progress: 17, desc: null })).toEqual({ type: 'progress', stage: 'step', fraction: 1 });
    expect(progress({ index: null, length: null, progress: -0.5, desc: null })).toEqual({ type: 'progress', stage: 'step' });
    expect(progress({ index: 9, length: 4, progress: null, desc: null })).toEqual({ type: 'progress', stage: 'step', step: 4, steps: 4, fraction: 1 });
    expect(progress({ index: 0, length: 0, progress: null, desc: null })).toEqual({ type: 'progress', stage: 'step', step: 0, steps: 0 });
    expect(progress({ index: -4, length: -5, progress: null, desc: null })).toEqual({ type: 'progress', stage: 'step' });
  });

  it.each([[null], ['x'], [{}], [[null]], [['x']], [undefined]])('makes an empty step of the bars %j', (progress_data) => {
    expect(parse({ msg: 'progress', event_id: JOB, progress_data })).toEqual({ type: 'progress', stage: 'step' });
  });

  it('cleans and cuts words', () => {
    expect(progress({ index: 1, length: 2, progress: null, desc: `\u001B[31m<b>${'x'.repeat(1_000_000)}` })).toMatchObject({ message: `${'x'.repeat(119)}…` });
    expect(progress({ index: 1, length: 2, progress: null, desc: { toString: 'x' } })).not.toHaveProperty('message');
    expect(parse({ msg: 'log', event_id: JOB, log: '\u001B]0;title\u0007a\u0000b\u202E' })).toEqual({ type: 'progress', stage: 'log', message: 'ab' });
    expect(parse({ msg: 'log', event_id: JOB, log: 'y'.repeat(1_000_000) })).toEqual({ type: 'progress', stage: 'log', message: `${'y'.repeat(499)}…` });
    expect(parse({ msg: 'log', event_id: JOB, log: ['a'] })).toEqual({ type: 'progress', stage: 'log', message: '' });
  });

  it('is not fooled by keys that mean something to JavaScript', () => {
    const text = '{"msg":"estimation","event_id":"job-1","rank":1,"__proto__":{"rank":9,"polluted":true},"constructor":{"prototype":{}},"toString":1}';
    expect(parse(text)).toEqual({ type: 'progress', stage: 'queued', queuePosition: 1 });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(parse('{"__proto__":{"msg":"close_stream"}}')).toBeUndefined();
  });

  it.each([[{}], [{ toString: 1 }], [['job-2']], [true]])('takes a message with the id %j for one of the session', (id) => {
    expect(parse({ msg: 'process_starts', event_id: id })).toEqual({ type: 'progress', stage: 'started' });
  });

  it('takes the last of duplicate keys', () => {
    expect(parse('{"msg":"estimation","event_id":"job-2","event_id":"job-1","rank":5,"rank":1}')).toEqual({ type: 'progress', stage: 'queued', queuePosition: 1 });
  });
});
