import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import { inputImages, type InputImages } from '../input/input-images.ts';
import { formatImagePrompt } from '../messages/format-image-prompt.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { INDEXES_RULE, imageRequestSchema, isObject, type ImageRequestSchema } from '../request/image-request-schema.ts';
import { parseImageRequest } from '../request/parse-image-request.ts';
import { useAspectRatio } from '../sizes/use-aspect-ratio.ts';
import type { Generation } from './generation.ts';

// Making one takes longer than using it, and a provider's bounds stay the same.
const schemas = new WeakMap<GenerationBounds, ImageRequestSchema>();

function schemaFor(bounds: GenerationBounds): ImageRequestSchema {
  const schema = schemas.get(bounds) ?? imageRequestSchema(bounds);
  schemas.set(bounds, schema);
  return schema;
}

/** What preparing has to know of the provider. */
export interface PreparationRules {
  readonly id: string;
  readonly bounds: GenerationBounds;
  readonly defaults: GenerationDefaults;
  /** Names of the options that this provider takes under its id in `providerOptions`. */
  readonly optionNames: readonly string[];
  readonly getModel: (name: string | undefined) => string;
}

/** A checked request, still without the signal of a run, and with its input images still to be read. */
export type PreparedGeneration = Omit<Generation, 'signal'> & Pick<ImageRequest, 'indexes' | 'timeoutMs'> & { readonly inputs: InputImages | undefined };

/**
 * Checks a request against a provider and fills in the defaults.
 *
 * @throws {InvalidRequestError} one, with everything that is wrong.
 * @throws {ModelNotFoundError} when nothing but the model's name is wrong.
 */
export function prepareGeneration(input: unknown, { id, bounds, defaults, optionNames, getModel }: PreparationRules): PreparedGeneration {
  const { request, problems, wrong } = parseImageRequest(input, schemaFor(bounds));
  let notFound: ModelNotFoundError | undefined;
  /** Runs one check; what it finds joins the list, unless one of its fields already stands there. */
  const check = <Value>(fields: readonly (keyof ImageRequest)[], run: () => Value): Value | undefined => {
    if (fields.some((field) => wrong.has(field))) return undefined;
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof InvalidRequestError)) throw thrown;
      if (thrown instanceof ModelNotFoundError) notFound = thrown;
      problems.push(...thrown.problems);
      return undefined;
    }
  };
  const model = check(['model'], () => getModel(request.model));
  const prompt = check(['messages', 'prompt'], () => formatImagePrompt(request.messages ?? [], request.prompt));
  const size = check(['width', 'height', 'aspectRatio'], () => useAspectRatio(request, request.aspectRatio ?? defaults.aspectRatio, bounds.size));
  const providerOptions = check(['providerOptions'], () => ownOptions(request, id, optionNames));
  check(['indexes', 'n'], () => {
    const { n = 1, indexes = [] } = request;
    if ((indexes.at(-1) ?? 0) >= n) throw new InvalidRequestError([requestProblem('indexes', indexes, INDEXES_RULE)]);
  });
  if (notFound !== undefined && problems.length === 1) throw notFound;
  if (problems.length > 0 || model === undefined || prompt === undefined || size === undefined || providerOptions === undefined) throw new InvalidRequestError(problems);
  const { negativePrompt, seed, randomizeSeed, guidanceScale, numInferenceSteps, n = 1, indexes, strength, apiKey, proxy, timeoutMs } = request;
  return {
    prompt,
    model,
    ...size,
    negativePrompt: negativePrompt?.trim() === '' ? undefined : negativePrompt,
    seed: seed ?? defaults.seed,
    // Python's original threw a given seed away unless `randomize_seed=False` came with it; nobody who names one wants that.
    randomizeSeed: randomizeSeed ?? seed === undefined,
    guidanceScale: guidanceScale ?? defaults.guidanceScale,
    numInferenceSteps: numInferenceSteps ?? defaults.numInferenceSteps,
    n,
    indexes,
    images: [],
    inputs: inputImages(request),
    strength,
    apiKey,
    proxy,
    providerOptions,
    timeoutMs,
  };
}

/** The options for this provider. @throws {InvalidRequestError} when one of them is none of its own. */
function ownOptions({ providerOptions = {} }: ImageRequest, id: string, names: readonly string[]): Generation['providerOptions'] {
  const { [id]: options = {} } = providerOptions;
  const problem = (value: unknown, allowed: string): RequestProblem => requestProblem(`providerOptions.${id}`, value, allowed);
  if (!isObject(options)) throw new InvalidRequestError([problem(options, 'an object of options')]);
  const unknown = Object.keys(options).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new InvalidRequestError(unknown.map((name) => problem(name, names.join(', ') || 'nothing: this provider has no options of its own')));
  return options;
}
