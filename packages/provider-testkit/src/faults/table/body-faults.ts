import { gzipSync } from 'node:zlib';
import { answer, json } from '../../steps/answer.ts';
import { fin } from '../../steps/fin.ts';
import { head } from '../../steps/head.ts';
import { rst } from '../../steps/rst.ts';
import { send } from '../../steps/send.ts';
import { EXAMPLE_PNG_URL } from '../../images/example-png.ts';
import { defineCases } from '../define-cases.ts';

const UNREADABLE = { code: 'protocol', billed: 'maybe' } as const;
const LOGIN_PAGE = '<!doctype html><title>Sign in</title><form action="/login">…</form>';
const JSON_TYPE = { 'content-type': 'application/json' };
const cutBody = [head(200, { ...JSON_TYPE, 'content-length': '400' }), send('{"image":{"url":"http')];

/** Faults in the body of a good answer to the start of a job: 31 to 36. */
export const bodyFaults = [
  ...defineCases({
    fault: 31, title: 'a page in the place of an answer', setUp: { answers: { start: () => [answer(200, LOGIN_PAGE, { 'content-type': 'text/html' })] } },
    expect: UNREADABLE, note: 'a status of success may mean that the job was taken, so it is not started elsewhere',
  }),
  ...defineCases({
    fault: 32, title: 'JSON in the place of a stream', on: ['stream'], setUp: { answers: { news: () => [json(200, { image: { url: EXAMPLE_PNG_URL } })] } },
    expect: { code: 'success' },
  }),
  ...defineCases({
    fault: 32, title: 'JSON in the place of a stream', on: ['queue'], setUp: { answers: { news: () => [json(200, { image: { url: EXAMPLE_PNG_URL } })] } },
    expect: UNREADABLE,
  }),
  ...defineCases({ fault: 33, title: 'an empty answer', variant: '204', setUp: { answers: { start: () => [answer(204)] } }, expect: UNREADABLE }),
  ...defineCases({ fault: 33, title: 'an empty answer', variant: '200', on: ['buffered'], setUp: { answers: { start: () => [answer(200, '', JSON_TYPE)] } }, expect: UNREADABLE }),
  ...defineCases({
    fault: 34, title: 'half an answer, whole by its length', setUp: { answers: { start: () => [answer(200, '{"image":{"url":"http', JSON_TYPE)] } }, expect: UNREADABLE,
  }),
  ...defineCases({ fault: 35, title: 'an answer is broken off', variant: 'rst', setUp: { answers: { start: () => [...cutBody, rst()] } }, expect: { code: 'network', billed: 'maybe' } }),
  ...defineCases({ fault: 35, title: 'an answer is broken off', variant: 'fin', setUp: { answers: { start: () => [...cutBody, fin()] } }, expect: { code: 'network', billed: 'maybe' } }),
  ...defineCases({
    fault: 36, title: 'a compressed answer', variant: 'damaged',
    setUp: { answers: { start: () => [answer(200, 'no gzip at all', { ...JSON_TYPE, 'content-encoding': 'gzip' })] } }, expect: { ...UNREADABLE },
  }),
  ...defineCases({
    fault: 36, title: 'a compressed answer', variant: 'bomb',
    setUp: { limits: { jsonBytes: 1024 * 1024 }, answers: { start: () => [answer(200, gzipSync(Buffer.alloc(32 * 1024 * 1024, 'x')), { ...JSON_TYPE, 'content-encoding': 'gzip' })] } },
    expect: { code: 'too_large', billed: 'maybe', maxMs: 2000 },
  }),
];
