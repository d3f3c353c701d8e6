import { describe, expect, it, onTestFinished } from 'vitest';
import { startFaultServer } from '../../server/fault-server.ts';
import type { Script } from '../../server/step.ts';
import { json } from '../../steps/answer.ts';
import { lastChunk } from '../../steps/chunk.ts';
import { event, eventStream } from '../../steps/event-stream.ts';
import { firstHalf } from './first-half.ts';
import { inPieces } from './in-pieces.ts';

const STREAM: Script = [eventStream(), event({ step: 1 }), event({ step: 2 }), lastChunk()];

async function answerOf(script: Script): Promise<Response> {
  const server = await startFaultServer({ respond: () => script });
  onTestFinished(() => server.close());
  return fetch(server.url);
}

describe('the first half of an answer', () => {
  it('keeps status and type of a JSON answer, and half of its body', async () => {
    const response = await answerOf([...firstHalf([json(202, { id: 'job-12' })]), lastChunk()]);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([202, 'application/json', '{"id":"j']);
  });

  it('counts what a stream says without the frames of its chunks', async () => {
    const response = await answerOf([...firstHalf(STREAM), lastChunk()]);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toBe('data: {"step":1}\n\n');
  });
});

describe('an answer in pieces', () => {
  it.each([1, 7, Number.MAX_SAFE_INTEGER])('says the same in pieces of %i bytes', async (size) => {
    expect(await (await answerOf(inPieces(STREAM, size))).text()).toBe('data: {"step":1}\n\ndata: {"step":2}\n\n');
  });
});
