import type { GenerationBounds } from '@hypotez/provider-core';
import type { Space } from '../client/space.ts';
import type { SpaceInput } from '../provider/space-input.ts';
import { compareInputs, type SignatureDifference } from './compare-inputs.ts';
import { describeSpace } from './describe-space.ts';

/** How a Space compares with what a plugin sends. */
export interface SignatureReport {
  /** Version of Gradio that the Space runs, when it tells. */
  readonly gradioVersion?: string | undefined;
  /** Whether nothing differs, as far as it could be seen. */
  readonly matches: boolean;
  /** What differs, in the order of the inputs. */
  readonly differences: readonly SignatureDifference[];
  /** What could not be seen: `/info` fails on some Gradios that work otherwise. */
  readonly unknown: readonly ('names' | 'bounds')[];
}

/** What is compared. */
export interface ExpectedSignature {
  readonly apiName: string;
  readonly inputs: readonly SpaceInput[];
  /** What the model accepts: the ranges of the inputs that have none of their own. */
  readonly bounds: GenerationBounds;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the Space's `/config` and `/info` and compares names, order, components and bounds.
 *
 * @throws {ProviderError} when not even `/config` can be read.
 */
export async function checkSignature(space: Space, { apiName, inputs, bounds, signal }: ExpectedSignature): Promise<SignatureReport> {
  const { gradioVersion, functions } = await describeSpace(space, signal);
  const found = functions.find((one) => one.apiName === apiName);
  const differences = compareInputs(inputs, bounds, found);
  const unknown = [...(found?.hasNames === true ? [] : (['names'] as const)), ...(found === undefined ? (['bounds'] as const) : [])];
  return { gradioVersion, matches: differences.length === 0, differences, unknown };
}
