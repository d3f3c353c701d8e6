import type { ImageRequest } from '@hypotez/provider-core';
import { inputPng } from '../../images/input-png.ts';
import type { RecordedRequest } from '../../server/recorded-request.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { requireThat } from '../require-that.ts';
import { openTrial, type Trial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const STRENGTH = 0.37;
const NEGATIVE_PROMPT = 'conformance-fog-77';
const PICTURE = inputPng();

/** Whether a plugin can what its catalogue says, and says what it can. */
export const capabilitiesCheck: ConformanceCheck = {
  id: 'capabilities',
  title: 'can what its catalogue says, and says what it can',
  run: async (subject) => {
    await using trial = await openTrial(subject);
    for (const { id } of trial.plugin.models) {
      await tellsWhatItSays(trial, id);
      await sendsWhatItTakes(trial, id);
    }
  },
};

/** What is told while it works is what the catalogue announces. */
async function tellsWhatItSays(trial: Trial, model: string): Promise<void> {
  const outcome = await trial.runPlain({ model });
  const capabilities = trial.provider.capabilities(model);
  requireImage(outcome);
  const { events } = outcome;
  const seen = {
    previews: events.some(({ type }) => type === 'preview'),
    progress: events.some((event) => event.type === 'progress' && (event.step !== undefined || event.fraction !== undefined)),
    queuePosition: events.some((event) => event.type === 'progress' && event.queuePosition !== undefined),
  };
  for (const name of ['previews', 'progress', 'queuePosition'] as const) {
    const what = `capabilities.${name} of ${model} is ${String(capabilities[name])}, but ${name} ${seen[name] ? 'came' : 'did not come'}.`;
    requireThat(seen[name] === capabilities[name], what, 'Yield what the service tells, correct the capabilities, or let the wire tell all that the service tells.');
  }
}

/** What a model takes reaches the service. */
async function sendsWhatItTakes(trial: Trial, model: string): Promise<void> {
  const { negativePrompt, imageInput, mask, strength } = trial.provider.capabilities(model);
  const images = [PICTURE];
  const tries: readonly (readonly [name: string, isTaken: boolean, fields: ImageRequest, what: string | Uint8Array, times: number])[] = [
    ['negativePrompt', negativePrompt, { negativePrompt: NEGATIVE_PROMPT }, NEGATIVE_PROMPT, 1],
    ['imageInput', imageInput > 0, { images }, PICTURE, 1],
    ['mask', mask, { images, mask: PICTURE }, PICTURE, 2],
    ['strength', strength, { images, strength: STRENGTH }, STRENGTH.toString(), 1],
  ];
  for (const [name, , fields, what, times] of tries.filter(([, isTaken]) => isTaken)) {
    const before = trial.server.requests.length;
    requireImage(await trial.runPlain({ model, ...fields }));
    const found = trial.server.requests.slice(before).reduce((sum, request) => sum + countOf(what, request), 0);
    requireThat(found >= times, `capabilities.${name} says that ${model} takes it, but it did not reach the service.`, 'Send it with the job, or correct the capabilities.');
  }
}

/** How often something stands in a body, a picture as it is or in base64. */
function countOf(what: string | Uint8Array, { bytes }: RecordedRequest): number {
  const body = Buffer.from(bytes).toString('latin1');
  const forms = typeof what === 'string' ? [what] : [Buffer.from(what).toString('latin1'), Buffer.from(what).toString('base64')];
  return forms.reduce((sum, form) => sum + body.split(form).length - 1, 0);
}
