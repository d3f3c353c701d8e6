import { InvalidRequestError, requestProblem, type Generation, type ImageSize, type RequestProblem } from '@hypotez/provider-core';

/**
 * How a server takes what OpenAI's own API lacks: `fields` of the body beside the others, or `sd-server`, the server of
 * stable-diffusion.cpp, which reads them out of the prompt.
 */
export type Dialect = 'fields' | 'sd-server';

/** What fields are made with beside the request. */
export interface FieldRules {
  /** Id of the plugin, for messages. */
  readonly id: string;
  readonly dialect: Dialect;
  /** Whether the model is named: else the server takes its own. */
  readonly isNamed: boolean;
  /** The seed to send; none for models without one. */
  readonly seed: number | undefined;
}

/** Fields that follow from the request; an option that set one of them again would contradict it. */
const OWN_FIELDS: readonly string[] = ['model', 'prompt', 'n', 'size', 'image', 'image[]', 'images', 'mask'];

/** Tells whether the answer is to be a stream of events: when previews are asked for, or `stream` itself. */
export function wantsStream({ stream, partial_images: previews }: Generation['providerOptions']): boolean {
  return stream === true || (stream === undefined && Number(previews) > 0);
}

/** The size that a request asks for; none when it says nothing of it. */
export function requestedSize({ width, height, given }: Pick<Generation, 'width' | 'height' | 'given'>): ImageSize | undefined {
  return given.has('width') || given.has('height') || given.has('aspectRatio') ? { width, height } : undefined;
}

/**
 * Makes the fields of a request: what it says, then the provider's own options as they are.
 *
 * A size that nobody asked for is left to the service, as is everything else that the request does not say.
 *
 * @throws {InvalidRequestError} when an option is a field of the request itself, or `stream` or `partial_images` is wrong.
 */
export function requestFields(generation: Generation, rules: FieldRules): Readonly<Record<string, unknown>> {
  const { model, prompt, n, providerOptions } = generation;
  requireOptions(providerOptions, rules.id);
  const size = requestedSize(generation);
  return {
    ...(rules.isNamed ? { model } : {}),
    ...extended(prompt, generation, rules),
    ...(n === 1 ? {} : { n }),
    ...(size === undefined ? {} : { size: `${size.width}x${size.height}` }),
    ...providerOptions,
    ...(wantsStream(providerOptions) ? { stream: true } : {}),
  };
}

/** The prompt, and what the model takes beyond OpenAI's API. */
function extended(prompt: string, { negativePrompt, guidanceScale, numInferenceSteps, strength }: Generation, { dialect, seed }: FieldRules): object {
  if (dialect === 'fields') return { prompt, seed, negative_prompt: negativePrompt, guidance_scale: guidanceScale, steps: numInferenceSteps, strength };
  const sampling = { sample_steps: numInferenceSteps, ...(guidanceScale === undefined ? {} : { guidance: { txt_cfg: guidanceScale } }) };
  const hasSampling = (numInferenceSteps ?? guidanceScale) !== undefined;
  const extra = JSON.stringify({ seed, negative_prompt: negativePrompt, strength, ...(hasSampling ? { sample_params: sampling } : {}) });
  // The server looks for the next `</`, which a negative prompt may hold.
  return { prompt: extra === '{}' ? prompt : `${prompt} <sd_cpp_extra_args>${extra.replaceAll('<', String.raw`\u003c`)}</sd_cpp_extra_args>` };
}

function requireOptions(options: Generation['providerOptions'], id: string): void {
  const { stream, partial_images: previews } = options;
  const problem = (name: string, allowed: string): RequestProblem => requestProblem(`providerOptions.${id}.${name}`, options[name], allowed);
  const problems = OWN_FIELDS.filter((name) => name in options).map((name) => problem(name, 'nothing: it is a field of the request itself'));
  if (stream !== undefined && typeof stream !== 'boolean') problems.push(problem('stream', 'true or false'));
  if (previews !== undefined && ![0, 1, 2, 3].some((count) => count === previews)) problems.push(problem('partial_images', 'a whole number from 0 to 3'));
  if (problems.length > 0) throw new InvalidRequestError(problems);
}
