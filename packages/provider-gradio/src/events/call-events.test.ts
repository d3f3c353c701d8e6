import { JobCancelledError, JobLostError, ProtocolError, QuotaExceededError, ResponseError, StreamEndedError } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { containing } from '../testing/matching.ts';
import { parseStreamEvent } from './parse-stream-event.ts';

function parse(event: string, data: string, complete = true) {
  return parseStreamEvent({ event, data, complete }, 'job-1');
}

describe('an event of /call', () => {
  it('gives the values of a preview and of the result', () => {
    expect(parse('generating', '[{"text": "a", "n": 1}, 1]')).toEqual({ type: 'generating', data: [{ text: 'a', n: 1 }, 1] });
    expect(parse('complete', '[NaN]')).toEqual({ type: 'complete', data: [null] });
    expect(parse('complete', '[]')).toEqual({ type: 'complete', data: [] });
  });

  it('lets a broken preview pass', () => {
    expect(parse('generating', '[{"text"')).toBeUndefined();
    expect(parse('generating', '{"text": 1}')).toBeUndefined();
    expect(parse('generating', 'null')).toBeUndefined();
  });

  it('takes a result of null for a cancelled job', () => {
    expect(parse('complete', 'null')).toBeInstanceOf(JobCancelledError);
  });

  it.each(['{"a": 1}', '"text"', '7', '[{"path"', '', '<html>'])('refuses the result %j', (data) => {
    const error = parse('complete', data);
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ billed: 'maybe' });
  });

  it.each(['null', '{"error": null}', '{}', '[1]', '7', '', '{"error": {"a": 1}}'])('says that the reason is hidden for the error %j', (data) => {
    const error = parse('error', data);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ code: 'response', billed: 'maybe', message: containing('does not say why') });
  });

  it('gives the words of an error that has some', () => {
    const error = '{"error": "You have exceeded your GPU quota (60s requested vs. 12s left)", "duration": 10, "visible": true, "title": "Error"}';
    expect(parse('error', error)).toBeInstanceOf(QuotaExceededError);
    expect(parse('error', '{"error": "Too dark", "title": "Light"}')).toMatchObject({ message: 'The Space says (Light): Too dark' });
  });

  it('takes a text for the end of the stream itself', () => {
    expect(parse('error', '"404: Not Found"')).toBeInstanceOf(JobLostError);
    expect(parse('error', '"404: Session not found."')).toBeInstanceOf(JobLostError);
    expect(parse('error', '"Server stopped unexpectedly."')).toMatchObject({ message: 'The Space broke off: Server stopped unexpectedly.' });
  });

  it.each(['heartbeat', '', 'message', 'estimation', '__proto__', 'an event of a later year'])('takes the event %j for a sign of life', (event) => {
    expect(parse(event, 'null')).toBeUndefined();
    expect(parse(event, 'no JSON')).toBeUndefined();
  });

  it('accepts a last event without its blank line when its JSON is whole', async () => {
    expect(parse('complete', '[1]', false)).toEqual({ type: 'complete', data: [1] });
    expect(parse('error', '"404: Not Found"', false)).toBeInstanceOf(JobLostError);
    expect(await thrownBy(() => parse('complete', '[1', false))).toBeInstanceOf(StreamEndedError);
    expect(await thrownBy(() => parse('generating', '[1', false))).toMatchObject({ billed: 'maybe' });
  });
});
