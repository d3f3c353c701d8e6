import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { requestProblem, type RequestProblem } from '../errors/request-problem.ts';
import { formatImagePrompt } from '../messages/format-image-prompt.ts';
import type { GenerationBounds, GenerationDefaults } from '../request/generation-limits.ts';
import { parseImageRequest } from '../request/parse-image-request.ts';
import { describeSide } from '../sizes/size-bounds.ts';
import { useAspectRatio } from '../sizes/use-aspect-ratio.ts';
import type { Generation } from './generation.ts';

const RANGED_FIELDS = ['seed', 'guidanceScale', 'numInferenceSteps', 'n'] as const;
type RangedField = (typeof RANGED_FIELDS)[number];

/** What preparing has to know of the provider. */
export interface PreparationRules {
  readonly id: string;
  readonly bounds: GenerationBounds;
  readonly defaults: GenerationDefaults;
  /** Names of the options that this provider takes under its id in `providerOptions`. */
  readonly optionNames: readonly string[];
  readonly getModel: (name: string | undefined) => string;
}

/** A checked request, still without the signal of a run. */
export type PreparedGeneration = Omit<Generation, 'signal'> & { readonly timeoutMs?: number | undefined };

/**
 * Checks a request against a provider and fills in the defaults.
 *
 * @throws {InvalidRequestError} one, with everything that is wrong.
 * @throws {ModelNotFoundError} when nothing but the model's name is wrong.
 */
export function prepareGeneration(input: unknown, rules: PreparationRules): PreparedGeneration {
  const { bounds, defaults, id } = rules;
  const { request, problems: shapeProblems } = parseImageRequest(input);
  // A wrong shape is answered with the model's own range, which says more than "a whole number".
  const problems: RequestProblem[] = shapeProblems.map((problem) => ({ ...problem, allowed: rangeText(problem.field, bounds) ?? problem.allowed }));
  const wrong = new Set(shapeProblems.map(({ field }) => field.split(/[.[]/u, 1)[0]));
  if (wrong.has('request')) throw new InvalidRequestError(problems);
  let notFound: ModelNotFoundError | undefined;
  /** Runs one check; its problems join the list, unless its field already stands there with a wrong shape. */
  const check = <Value>(fields: readonly string[], run: () => Value): Value | undefined => {
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
  const model = check(['model'], () => rules.getModel(request.model));
  const prompt = check(['messages', 'prompt'], () => formatImagePrompt(request.messages ?? [], request.prompt));
  const size = check(['width', 'height', 'aspectRatio'], () => useAspectRatio(request, request.aspectRatio ?? defaults.aspectRatio, bounds.size));
  for (const field of RANGED_FIELDS) {
    problems.push(...rangeProblems(field, request[field], bounds));
  }
  const providerOptions = request.providerOptions?.[id] ?? {};
  problems.push(...optionProblems(id, providerOptions, rules.optionNames));
  if (notFound !== undefined && problems.length === 1) throw notFound;
  if (problems.length > 0 || model === undefined || prompt === undefined || size === undefined) throw new InvalidRequestError(problems);
  return {
    prompt,
    model,
    ...size,
    negativePrompt: request.negativePrompt?.trim() === '' ? undefined : request.negativePrompt,
    seed: request.seed ?? defaults.seed,
    // Python's original threw a given seed away unless `randomize_seed=False` came with it; nobody who names one wants that.
    randomizeSeed: request.randomizeSeed ?? request.seed === undefined,
    guidanceScale: request.guidanceScale ?? defaults.guidanceScale,
    numInferenceSteps: request.numInferenceSteps ?? defaults.numInferenceSteps,
    n: request.n ?? 1,
    apiKey: request.apiKey,
    proxy: request.proxy,
    providerOptions,
    timeoutMs: request.timeoutMs,
  };
}

function rangeProblems(field: RangedField, value: number | undefined, bounds: GenerationBounds): RequestProblem[] {
  const { min, max } = bounds[field];
  return value === undefined || (value >= min && value <= max) ? [] : [requestProblem(field, value, rangeText(field, bounds) ?? '')];
}

/** What a field with a range may be, for people; `undefined` for fields without one. */
function rangeText(field: string, bounds: GenerationBounds): string | undefined {
  if (field === 'width' || field === 'height') return describeSide(bounds.size);
  const ranged = RANGED_FIELDS.find((name) => name === field);
  if (ranged === undefined) return undefined;
  const { min, max } = bounds[ranged];
  if (min === max) return min.toString();
  return `${ranged === 'guidanceScale' ? 'a number' : 'a whole number'} from ${min.toString()} to ${max.toString()}`;
}

function optionProblems(id: string, options: Readonly<Record<string, unknown>>, names: readonly string[]): RequestProblem[] {
  const allowed = names.length === 0 ? 'nothing: this provider has no options of its own' : names.join(', ');
  return Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((name) => requestProblem(`providerOptions.${id}`, name, allowed));
}
