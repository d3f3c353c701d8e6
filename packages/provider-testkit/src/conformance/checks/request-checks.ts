import { ModelNotFoundError } from '@hypotez/provider-core';
import { requestsOf } from '../../wires/requests-of.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const UNKNOWN = 'no-such-model';
const PROMPTS: Readonly<Record<string, string>> = { 'unicode-prompt': 'é 漢字 🖼 "quoted" \\ back', 'long-prompt': 'a long road '.repeat(2500).trim() };

/** What is sent. */
export const requestChecks: readonly ConformanceCheck[] = [
  {
    id: 'unknown-model',
    title: 'refuses an unknown model before any request, or hands its name to the service where the catalogue is open',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const outcome = await trial.runPlain({ model: UNKNOWN });
      if (trial.plugin.open === true) {
        const image = requireImage(outcome);
        const sent = requestsOf(trial.server, subject.scenario.wire, 'start').some(({ head, body }) => (head + body).includes(UNKNOWN));
        requireThat(sent, 'The catalogue is open, but the name of a model that is not listed did not reach the service.', 'Send generation.model, or take open out of the catalogue.');
        requireThat(image.model === UNKNOWN, `The image is of the model "${image.model}" in the place of "${UNKNOWN}".`, 'Give generation.model as model of the image.');
        return;
      }
      const { error } = outcome;
      requireThat(error instanceof ModelNotFoundError, `An unknown model ended in: ${String(error)}`, 'Let getModel of ProviderModelMixin find the model, or set open where the service has models that are not listed.');
      requireThat(trial.server.connections === 0, 'A connection was made for an unknown model.', 'Leave createAsyncGenerator to the base class, which checks a request before the generator is started.');
    },
  },
  {
    id: 'payload',
    title: 'sends the documented payload, to the byte',
    run: async (subject) => {
      const { wire, example: { payload } } = subject.scenario;
      await using trial = await openTrial(subject);
      requireImage(await trial.run());
      const [start] = requestsOf(trial.server, wire, 'start');
      const boundary = /boundary="?([^";]+)/u.exec(start?.headers['content-type'] ?? '')?.[1];
      // Latin-1 gives every byte a character of its own.
      const body = Buffer.from(start?.bytes ?? []).toString('latin1');
      const sent = boundary === undefined ? body : body.replaceAll(boundary, 'boundary');
      const isSame = sent === Buffer.from(payload).toString('latin1');
      requireThat(isSame, `The body is\n${Buffer.from(sent, 'latin1').toString('utf8')}\nin the place of\n${Buffer.from(payload).toString('utf8')}`, 'Mend what the generator sends; if the documentation changed, change the fixture.');
    },
  },
  ...Object.entries(PROMPTS).map(([id, prompt]): ConformanceCheck => ({
    id,
    title: id === 'long-prompt' ? 'sends a prompt of 30,000 characters whole' : 'sends a prompt of any script as it is',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const image = requireImage(await trial.run({ prompt, messages: undefined }));
      const [{ body } = { body: '' }] = requestsOf(trial.server, subject.scenario.wire, 'start');
      requireThat(body.includes(JSON.stringify(prompt).slice(1, -1)) || body.includes(prompt), 'The prompt did not reach the service as it was given.', 'Send generation.prompt untouched; the transport encodes it.');
      requireThat(image.alt === prompt, 'The image has another alt than the prompt.', 'Give generation.prompt as alt.');
    },
  })),
];
