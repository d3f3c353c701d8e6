import { ProviderError, type ErrorCode } from '@hypotez/provider-core';
import type { Script } from '../../server/step.ts';
import { answer } from '../../steps/answer.ts';
import { lastChunk } from '../../steps/chunk.ts';
import { fin } from '../../steps/fin.ts';
import type { Answers, ChangedAnswer } from '../answers/answers.ts';
import { firstHalf } from '../answers/first-half.ts';
import { inPieces } from '../answers/in-pieces.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const UNREADABLE: readonly ErrorCode[] = ['protocol', 'response_parse', 'response', 'bad_image'];
const CUT_OFF: readonly ErrorCode[] = ['job_lost', 'network', ...UNREADABLE];

interface BrokenAnswer {
  readonly id: string;
  readonly title: string;
  readonly codes: readonly ErrorCode[];
  /** What comes in the place of a healthy answer; each is tried. */
  readonly changes: readonly ChangedAnswer[];
  readonly advice: string;
}

const half = (...ending: Script): ChangedAnswer => (healthy) => [...firstHalf(healthy), ...ending];
const BROKEN: readonly BrokenAnswer[] = [
  {
    id: 'malformed-body', title: 'refuses an answer that is no whole JSON', codes: UNREADABLE,
    changes: [() => [answer(200, '{"id":', { 'content-type': 'application/json' })]],
    advice: 'Read it with response.json(), which throws the right error.',
  },
  {
    id: 'html', title: 'refuses a page in the place of an answer', codes: UNREADABLE,
    changes: [() => [answer(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })]],
    advice: 'Read JSON with response.json(), and events only from text/event-stream.',
  },
  {
    id: 'early-end', title: 'fails when an answer ends early, in order or broken off', codes: CUT_OFF,
    changes: [half(lastChunk()), half(fin())],
    advice: 'Throw a StreamEndedError when the answer ends before the image; read JSON with response.json().',
  },
];

/** What is made of answers that are broken, and of good ones in any pieces. */
export const brokenAnswerChecks: readonly ConformanceCheck[] = [
  ...BROKEN.map(({ id, title, codes, changes, advice }): ConformanceCheck => ({
    id,
    title,
    run: async (subject) => {
      // An image that came in a broken answer may turn out to be none when it is looked into.
      await Promise.all((['start', 'news'] as const).flatMap((part) => changes.map(async (change) => {
        await using trial = await openTrial(subject, { answers: { [part]: change } satisfies Answers });
        const { error, images: [image] } = await trial.run();
        const failure = error ?? await image?.images().then(() => undefined, (thrown: unknown) => thrown);
        const where = part === 'start' ? 'The answer to the start' : 'The news of the job';
        requireThat(failure instanceof ProviderError && codes.includes(failure.code), `${where} was broken, and it ended in: ${failure instanceof Error ? String(failure) : 'an image'}, not with ${codes.join(' or ')}.`, advice);
        requireThat(failure.billed !== 'no', `${where} was broken, and the error says billed: 'no', though the job was taken.`, 'Say billed: \'maybe\' in every error after the service took the job.');
      })));
    },
  })),
  {
    id: 'any-chunking',
    title: 'gives the same events in whatever pieces an answer comes',
    run: async (subject) => {
      const seen = await Promise.all([Number.MAX_SAFE_INTEGER, 7, 1].map(async (size) => {
        const change: ChangedAnswer = (healthy) => inPieces(healthy, size);
        await using trial = await openTrial(subject, { answers: { start: change, news: change } });
        const outcome = await trial.run();
        requireImage(outcome);
        return JSON.stringify(outcome.events).replaceAll(trial.server.url, 'http://service');
      }));
      requireThat(new Set(seen).size === 1, `The events differ:\n${seen.join('\n')}`, 'Read events with response.events() and JSON with response.json(), never piece by piece.');
    },
  },
];
