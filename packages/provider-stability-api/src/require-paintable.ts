import { InvalidRequestError, UnsupportedOptionError, requestProblem, type Generation, type RequestProblem } from '@hypotez/provider-core';
import { endpointOf } from './endpoint-of.ts';
import { isShapeGiven } from './is-shape-given.ts';
import { REQUEST_OPTIONS } from './request-options.ts';

/** Shortest side of an input image, in pixels. */
const SHORTEST_SIDE = 64;

/**
 * Checks what the service would refuse beyond the bounds of the model, so that it is told before anything is sent.
 *
 * @throws {InvalidRequestError} when an option of this provider is wrong.
 * @throws {UnsupportedOptionError} when nothing is wrong but that the service does not take such an image, or no ratio beside it.
 */
export function requirePaintable(generation: Generation): void {
  const wrong = optionProblems(generation);
  const lacking = imageProblems(generation);
  if (wrong.length > 0) throw new InvalidRequestError([...wrong, ...lacking]);
  if (lacking.length > 0) throw new UnsupportedOptionError(lacking);
}

function optionProblems({ providerOptions }: Generation): readonly RequestProblem[] {
  return Object.entries(REQUEST_OPTIONS).flatMap(([name, values]) => {
    const { [name]: value } = providerOptions;
    const isRight = value === undefined || values.some((allowed) => allowed === value);
    return isRight ? [] : [requestProblem(`providerOptions.stability-api.${name}`, value, values.join(', '))];
  });
}

function imageProblems(generation: Generation): readonly RequestProblem[] {
  const { model, aspectRatio, images: [image] } = generation;
  if (image === undefined) return [];
  const { mediaType, width, height } = image;
  const isTaken = /^image\/(?:png|jpeg|webp)$/u.test(mediaType) && Math.min(width, height) >= SHORTEST_SIDE;
  const mayBeShaped = endpointOf(model) === 'ultra';
  return [
    ...(isTaken ? [] : [requestProblem('images[0]', `${mediaType} of ${width} × ${height}`, `a PNG, JPEG or WebP with sides from ${SHORTEST_SIDE} pixels`)]),
    ...(mayBeShaped || !isShapeGiven(generation) ? [] : [requestProblem('aspectRatio', aspectRatio, `nothing: ${model} gives a picture the shape of its input image`)]),
  ];
}
