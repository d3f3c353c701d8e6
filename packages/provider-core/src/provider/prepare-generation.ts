import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import { UnsupportedOptionError } from '../errors/unsupported-option-error.ts';
import { inputImages, type InputImages } from '../input/input-images.ts';
import { formatImagePrompt } from '../messages/format-image-prompt.ts';
import type { GenerationBounds } from '../request/generation-limits.ts';
import type { ImageRequest } from '../request/image-request.ts';
import { INDEXES_RULE, imageRequestSchema, isObject, type ImageRequestSchema } from '../request/image-request-schema.ts';
import { parseImageRequest } from '../request/parse-image-request.ts';
import { isBlank, requireOptions } from '../request/require-options.ts';
import { chooseSize } from '../sizes/choose-size.ts';
import type { Generation } from './generation.ts';
import type { ModelLimits } from './model-catalog.ts';

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
  /** Names of the options that this provider takes under its id in `providerOptions`. */
  readonly optionNames: readonly string[] | 'any';
  readonly getModel: (name: string | undefined) => string;
  /** What holds for a model; the default one without a name. */
  readonly limitsOf: (model: string | undefined) => ModelLimits;
}

/** A checked request, still without the signal of a run, and with its input images still to be read. */
export type PreparedGeneration = Omit<Generation, 'signal'> & Pick<ImageRequest, 'indexes' | 'timeoutMs'> & { readonly inputs: InputImages | undefined };

/**
 * Checks a request against a provider and fills in the defaults.
 *
 * @throws {InvalidRequestError} one, with everything that is wrong.
 * @throws {ModelNotFoundError} when nothing but the model's name is wrong.
 * @throws {UnsupportedOptionError} when nothing is wrong but that the model lacks an option.
 */
export function prepareGeneration(input: unknown, { id, optionNames, getModel, limitsOf }: PreparationRules): PreparedGeneration {
  const problems: RequestProblem[] = [];
  let wrong: ReadonlySet<unknown> = new Set();
  let notFound: ModelNotFoundError | undefined;
  let lacking = 0;
  /** Runs one check; what it finds joins the list, unless one of its fields already stands there. */
  const check = <Value>(fields: readonly (keyof ImageRequest)[], run: () => Value): Value | undefined => {
    if (fields.some((field) => wrong.has(field))) return undefined;
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof InvalidRequestError)) throw thrown;
      if (thrown instanceof ModelNotFoundError) notFound = thrown;
      if (thrown instanceof UnsupportedOptionError) lacking += thrown.problems.length;
      problems.push(...thrown.problems);
      return undefined;
    }
  };
  // First, since what a request may ask for depends on the model.
  const named = isObject(input) ? input['model'] : undefined;
  const model = check([], () => getModel(typeof named === 'string' ? named : undefined));
  const { capabilities, bounds, defaults } = limitsOf(model);
  const parsed = parseImageRequest(input, schemaFor(bounds));
  const { request } = parsed;
  problems.push(...parsed.problems);
  wrong = parsed.wrong;
  const prompt = check(['messages', 'prompt'], () => formatImagePrompt(request.messages ?? [], request.prompt));
  const size = check(['width', 'height', 'aspectRatio'], () => chooseSize(request, defaults.aspectRatio, bounds.size));
  const providerOptions = check(['providerOptions'], () => ownOptions(request, id, optionNames));
  check(['indexes', 'n'], () => {
    const { n = 1, indexes = [] } = request;
    if ((indexes.at(-1) ?? 0) >= n) throw new InvalidRequestError([requestProblem('indexes', indexes, INDEXES_RULE)]);
  });
  check([], () => { requireOptions(request, model ?? id, capabilities, bounds); });
  if (problems.length > 0 || model === undefined || prompt === undefined || size === undefined || providerOptions === undefined) {
    if (notFound !== undefined && problems.length === 1) throw notFound;
    throw problems.length === lacking ? new UnsupportedOptionError(problems) : new InvalidRequestError(problems);
  }
  const { negativePrompt, seed, randomizeSeed, guidanceScale, numInferenceSteps, n = 1, indexes, strength, apiKey, proxy, timeoutMs } = request;
  return {
    prompt,
    model,
    ...size,
    negativePrompt: isBlank(negativePrompt) ? undefined : negativePrompt,
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
    given: namesGiven(request),
    providerOptions,
    timeoutMs,
  };
}

/** The options for this provider. @throws {InvalidRequestError} when one of them is none of its own. */
function ownOptions({ providerOptions = {} }: ImageRequest, id: string, names: readonly string[] | 'any'): Generation['providerOptions'] {
  const { [id]: options = {} } = providerOptions;
  const problem = (value: unknown, allowed: string): RequestProblem => requestProblem(`providerOptions.${id}`, value, allowed);
  if (!isObject(options)) throw new InvalidRequestError([problem(options, 'an object of options')]);
  if (names === 'any') return options;
  const unknown = Object.keys(options).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new InvalidRequestError(unknown.map((name) => problem(name, names.join(', ') || 'nothing: this provider has no options of its own')));
  return options;
}

function namesGiven(request: ImageRequest): Generation['given'] {
  const names = new Set<keyof ImageRequest>();
  for (const name in request) if (isField(request, name) && request[name] !== undefined) names.add(name);
  return names;
}

function isField(request: ImageRequest, name: string): name is keyof ImageRequest {
  return name in request;
}
