import { answer, chunk, eventStream, hold, json, rst, type Script } from '@hypotez/provider-testkit';
import { LONG_WATCH_MS, type PeerCase, type ServiceSetUp } from './peer-case.ts';

/** What is peculiar to a Space. */
export const spaceCases: readonly PeerCase[] = [
  { title: 'no fault', wire: 'space', setUp: () => ({}), isControl: true },
  { title: 'no fault, two runs of one client', wire: 'space', act: 'again', setUp: () => ({}), isControl: true },
  config('11 `/config` never comes', [hold()], LONG_WATCH_MS),
  config('9 `/config` is broken off', [rst()]),
  config('26 `/config` answers 500', [answer(500, 'broken')]),
  config('31 `/config` is a page', [answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })]),
  { title: '51 the start names no job', wire: 'space', setUp: () => ({ answers: { start: () => [json(200, {})] } }) },
  { title: '31 a page in the place of the stream', wire: 'space', setUp: stream([answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })]) },
  { title: '26 the stream answers 500', wire: 'space', setUp: stream([answer(500, 'broken')]) },
  { title: '11 the head of the stream never comes', wire: 'space', setUp: stream([hold()]), watchMs: LONG_WATCH_MS },
  {
    title: '44 only events of another job',
    wire: 'space',
    setUp: () => ({
      answers: { stream: ({ events, server }) => [eventStream(), chunk(events.completed(server).replace(/"event_id":"\w+"/u, '"event_id":"another"')), hold()] },
    }),
  },
  {
    title: '50 the job fails',
    wire: 'space',
    setUp: () => ({ answers: { stream: ({ events }) => [eventStream(), chunk(events.failed(500, 'The GPU is gone.')), chunk('data: {"msg":"close_stream","event_id":null}\n\n')] } }),
  },
  {
    title: '34 the result holds no picture',
    wire: 'space',
    setUp: () => ({
      answers: { stream: ({ events, server }) => [eventStream(), chunk(events.completed(server).replace(/"data":\[.*\]/u, '"data":[]')), chunk('data: {"msg":"close_stream","event_id":null}\n\n')] },
    }),
  },
  {
    title: '52 the stream is cut behind the result, before its own end; the next run of the client',
    wire: 'space',
    act: 'again',
    setUp: () => ({ answers: { stream: ({ events, server }) => [eventStream(), chunk(events.completed(server)), hold()] } }),
  },
];

/** Only Gradio's own client asks for it. */
function config(title: string, script: Script, watchMs?: number): PeerCase {
  const setUp = (): ServiceSetUp => ({ answers: { image: ({ request, healthy }) => (request.path.startsWith('/config') ? script : healthy) } });
  return { title, wire: 'space', subjects: ['gradio'], setUp, watchMs };
}

function stream(script: Script): () => ServiceSetUp {
  return () => ({ answers: { stream: () => script } });
}
