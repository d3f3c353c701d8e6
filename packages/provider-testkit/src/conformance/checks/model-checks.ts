import { ASPECT_RATIOS, InvalidRequestError, UnsupportedOptionError, type ImageRequest } from '@hypotez/provider-core';
import { requestsOf } from '../../wires/requests-of.ts';
import type { ConformanceCheck } from '../conformance-check.ts';
import { badRequests } from '../model/bad-requests.ts';
import { canGive, isInside } from '../model/can-give.ts';
import { requireThat } from '../require-that.ts';
import { openTrial } from '../trial/open-trial.ts';
import { requireImage } from '../trial/require-image.ts';

const BEFORE = 'Leave createAsyncGenerator to the base class, which checks a request against the catalogue before the generator is started.';

/** What each model of a plugin takes, held against its catalogue. */
export const modelChecks: readonly ConformanceCheck[] = [
  {
    id: 'bad-options',
    title: 'refuses every bad option, and every one that a model lacks, before any request',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      for (const model of trial.models) {
        for (const { fields, names, isUnsupported = false } of badRequests(trial.provider, model)) {
          const what = `${describe(fields)} for ${model.id}`;
          const { error } = await trial.runPlain({ model: model.id, ...fields });
          requireThat(error instanceof InvalidRequestError, `${what} ended in: ${error instanceof Error ? String(error) : 'an image'}`, BEFORE);
          requireThat(error.problems.some(({ field }) => names.some((name) => field.startsWith(name))), `${what} is refused by an error that does not name ${names.join(' or ')}: ${error.message}`, BEFORE);
          requireThat(!isUnsupported || error instanceof UnsupportedOptionError, `${what} ended in ${error.name}, not in an UnsupportedOptionError, by which a registry goes on to another provider.`, BEFORE);
        }
      }
      requireThat(trial.server.connections === 0, 'A connection was made for a bad request.', BEFORE);
    },
  },
  {
    id: 'sizes',
    title: 'asks for a size inside the bounds, for each aspect ratio that they can give',
    run: async (subject) => {
      await using trial = await openTrial(subject);
      const advice = 'Send the width and height, or the aspectRatio, of the generation; correct the bounds of the catalogue.';
      for (const { id: model } of trial.models) {
        requireImage(await trial.runPlain({ model }));
        const { size } = trial.provider.boundsFor(model);
        for (const aspectRatio of ASPECT_RATIOS.filter((ratio) => canGive(size, ratio))) {
          const before = trial.server.requests.length;
          const { width, height } = requireImage(await trial.runPlain({ model, aspectRatio }));
          const what = `For the aspect ratio ${aspectRatio} of ${model}`;
          const isTold = width !== undefined && height !== undefined;
          requireThat(!isTold || isInside(size, { width, height }, aspectRatio), `${what} the image is said to be ${String(width)} × ${String(height)}.`, advice);
          const sent = requestsOf({ requests: trial.server.requests.slice(before) }, subject.scenario.wire, 'start').map(({ path, body }) => decodeURIComponent(path) + body).join('\n');
          const isSent = sent.includes(aspectRatio) || (isTold && [width, height].every((side) => new RegExp(`(?<!\\d)${side.toString()}(?!\\d)`, 'u').test(sent)));
          requireThat(isSent, `${what} the service was sent neither the ratio nor ${String(width)} and ${String(height)}:\n${sent}`, advice);
        }
      }
    },
  },
];

function describe(fields: ImageRequest): string {
  return Object.entries(fields).map(([name, value]) => `${name}: ${typeof value === 'object' && value !== null ? 'such as was given' : String(value)}`).join(', ');
}
