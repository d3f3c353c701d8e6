import { InvalidRequestError, ModelNotFoundError, type ImageRequest } from '@hypotez/provider-core';
import { requestsOf } from '../../wires/requests-of.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const BEFORE = 'Leave createAsyncGenerator to the base class, which checks a request before the generator is started.';
const BAD: readonly (readonly [string, ImageRequest])[] = [
  ['width', { width: -1 }], ['height', { height: -1 }], ['aspectRatio', { aspectRatio: '0:1', width: undefined, height: undefined }], ['seed', { seed: -1 }], ['n', { n: 0 }], ['timeoutMs', { timeoutMs: 0 }],
];
const PROMPTS: Readonly<Record<string, string>> = { 'unicode-prompt': 'é 漢字 🖼 "quoted" \\ back', 'long-prompt': 'a long road '.repeat(2500).trim() };

/** What is sent, and what is refused before anything is. */
export const requestChecks: readonly ConformanceCheck[] = [
  {
    id: 'unknown-model',
    title: 'refuses an unknown model before any request',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      if (trial.plugin.open === true) return;
      const { error } = await trial.run({ model: 'no-such-model' });
      requireThat(error instanceof ModelNotFoundError, `An unknown model ended in: ${String(error)}`, 'Let getModel of ProviderModelMixin find the model, or set open where the service has models that are not listed.');
      requireThat(trial.server.connections === 0, 'A connection was made for an unknown model.', BEFORE);
    },
  },
  {
    id: 'bad-options',
    title: 'refuses every bad option before any request',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      for (const [field, fields] of BAD) {
        const { error } = await trial.run(fields);
        requireThat(error instanceof InvalidRequestError, `A bad ${field} ended in: ${String(error)}`, BEFORE);
        requireThat(error.problems.some((problem) => problem.field === field), `The error does not name ${field}.`, BEFORE);
      }
      requireThat(trial.server.connections === 0, 'A connection was made for a bad request.', BEFORE);
    },
  },
  {
    id: 'payload',
    title: 'sends the documented payload',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      requireImage(await trial.run());
      const [start] = requestsOf(trial.server, subject.scenario.wire, 'start');
      const boundary = /boundary=([^;]+)/u.exec(start?.headers['content-type'] ?? '')?.[1];
      const body = boundary === undefined ? start?.body : start?.body.replaceAll(boundary, 'boundary');
      const { payload } = subject.scenario.example;
      requireThat(body === payload, `The body is\n${String(body)}\nin the place of\n${payload}`, 'Mend what the generator sends; if the documentation changed, change the fixture.');
    },
  },
  ...Object.entries(PROMPTS).map(([id, prompt]): ConformanceCheck => ({
    id,
    title: id === 'long-prompt' ? 'sends a prompt of 30,000 characters whole' : 'sends a prompt of any script as it is',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const image = requireImage(await trial.run({ prompt }));
      const [{ body } = { body: '' }] = requestsOf(trial.server, subject.scenario.wire, 'start');
      requireThat(body.includes(JSON.stringify(prompt).slice(1, -1)) || body.includes(prompt), 'The prompt did not reach the service as it was given.', 'Send generation.prompt untouched; the transport encodes it.');
      requireThat(image.alt === prompt, 'The image has another alt than the prompt.', 'Give generation.prompt as alt.');
    },
  })),
];
