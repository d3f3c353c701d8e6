import { EXAMPLE_PNG_BASE64, EXAMPLE_PNG_URL, chunk, eventStream, head, hold, json, lastChunk, send, type AnswerScript, type Script } from '@hypotez/provider-testkit';
import { LONG_WATCH_MS, type PeerCase } from './peer-case.ts';

/** What is peculiar to OpenAI's wire: rows that the table of faults cannot tell, because they are about its JSON. */
export const imageCases: readonly PeerCase[] = [
  { title: 'no fault', wire: 'images', setUp: () => ({}), isControl: true },
  buffered('40 the answer falls silent', [head(200, { 'content-length': '400' }), send('{"created":1,"data":[{"b64_j'), hold()], LONG_WATCH_MS),
  buffered('34 an answer without a picture', [json(200, { created: 1 })]),
  buffered('34 an error with the status of success', [json(200, { error: { message: 'overloaded' } })]),
  buffered('14 an error whose text is no text', [json(400, { error: { message: { toString: null } } })]),
  buffered('57 the picture is a page', [json(200, answerWith(Buffer.from('<html>rate limited</html>').toString('base64')))]),
  buffered('56 the picture is cut short', [json(200, answerWith(EXAMPLE_PNG_BASE64.slice(0, 64)))]),
  { title: 'no fault', wire: 'images-stream', setUp: () => ({}), isControl: true },
  {
    title: '42 done, `[DONE]`, but the connection stays open',
    wire: 'images-stream',
    setUp: () => ({ answers: { start: (context) => [...begun(context), chunk(context.events.completed(context.server)), chunk('data: [DONE]\n\n'), hold()] } }),
  },
  {
    title: '38 `[DONE]` without a result',
    wire: 'images-stream',
    setUp: () => ({ answers: { start: (context) => [...begun(context), chunk('data: [DONE]\n\n'), lastChunk()] } }),
  },
];

/** A stream that began well. */
export const begun: AnswerScript = ({ events }) => [eventStream(), chunk(events.queued(0)), chunk(events.preview(EXAMPLE_PNG_URL))];

function buffered(title: string, script: Script, watchMs?: number): PeerCase {
  return { title, wire: 'images', setUp: () => ({ answers: { start: () => script } }), watchMs };
}

function answerWith(base64: string): object {
  return { created: 1, data: [{ b64_json: base64 }] };
}
