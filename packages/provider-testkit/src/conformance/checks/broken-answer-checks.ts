import { ProviderError } from '@hypotez/provider-core';
import type { AnswerScript } from '../../faults/fault-case.ts';
import { answer } from '../../steps/answer.ts';
import { lastChunk } from '../../steps/chunk.ts';
import { drip } from '../../steps/drip.ts';
import { fin } from '../../steps/fin.ts';
import { head } from '../../steps/head.ts';
import { hold } from '../../steps/hold.ts';
import { playScript, type Script } from '../../server/step.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { begun } from '../trial/begun.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const UNREADABLE: readonly string[] = ['protocol', 'response_parse', 'response'];
const CUT_OFF: readonly string[] = ['job_lost', 'network', ...UNREADABLE];
const timeouts = { headersMs: 300, firstEventMs: 300, idleMs: 300 };

const early: AnswerScript = (context) => (context.wire.events === undefined
  ? [head(200, { 'content-type': 'application/json', 'content-length': '1000' }), fin()]
  : [...begun(context), lastChunk()]);
const broken: readonly { readonly id: string; readonly title: string; readonly codes: readonly string[]; readonly part: 'start' | 'news'; readonly script: AnswerScript; readonly advice: string }[] = [
  { id: 'malformed-body', title: 'refuses an answer that is no whole JSON', codes: UNREADABLE, part: 'start', script: () => [answer(200, '{"id":', { 'content-type': 'application/json' })], advice: 'Read it with response.json(), which throws the right error.' },
  { id: 'html', title: 'refuses a page in the place of an answer', codes: UNREADABLE, part: 'start', script: () => [answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })], advice: 'Read JSON with response.json(), and events only from text/event-stream.' },
  { id: 'early-end', title: 'fails when the answer ends early', codes: CUT_OFF, part: 'news', script: early, advice: 'Throw a StreamEndedError when the answer ends before the image.' },
  { id: 'stall', title: 'fails when the service falls silent', codes: ['timeout'], part: 'news', script: (context) => [...begun(context), hold()], advice: 'Read through context.http with generation.signal, which keeps the timers.' },
];

/** What is made of answers that are broken, and of good ones in any pieces. */
export const brokenAnswerChecks: readonly ConformanceCheck[] = [
  ...broken.map(({ id, title, codes, part, script, advice }): ConformanceCheck => ({
    id,
    title,
    run: async (subject) => {
      await using trial = await openTrial(subject, { answers: { [part]: script }, ...(id === 'stall' ? { timeouts } : {}) });
      const { error } = await trial.run();
      requireThat(error instanceof ProviderError && codes.includes(error.code), `It ended in: ${String(error)}, and not with ${codes.join(' or ')}.`, advice);
      requireThat(error.billed === 'maybe', `The error says billed: '${error.billed}', though the job was taken.`, 'Say billed: \'maybe\' in every error after the service took the job.');
    },
  })),
  {
    id: 'any-chunking',
    title: 'gives the same events in whatever pieces an answer comes',
    run: async (subject) => {
      const seen: string[] = [];
      for (const size of [1_000_000, 7, 1]) {
        const inPieces: AnswerScript = ({ healthy }) => pieces(healthy, size);
        await using trial = await openTrial(subject, { answers: { start: inPieces, news: inPieces } });
        const outcome = await trial.run();
        requireImage(outcome);
        seen.push(JSON.stringify(outcome.events).replaceAll(trial.server.url, 'http://service'));
      }
      requireThat(new Set(seen).size === 1, `The events differ:\n${seen.join('\n')}`, 'Read events with response.events() and JSON with response.json(), never piece by piece.');
    },
  },
];

/** The same bytes in pieces of one size. */
function pieces(script: Script, size: number): Script {
  return [async (connection) => {
    const bytes: Uint8Array[] = [];
    await playScript(script, { ...connection, write: (piece) => { bytes.push(Buffer.from(piece)); return Promise.resolve(); } });
    await drip(Buffer.concat(bytes), { size })(connection);
  }];
}
