import { ProviderError, throwForStatus } from '@hypotez/provider-core';
import { requestSpace } from '../client/request-space.ts';
import type { Space } from '../client/space.ts';
import { compareInputs, type SignatureDifference } from './compare-inputs.ts';
import { parseConfig } from './parse-config.ts';
import { parseInfo } from './parse-info.ts';
import type { SpaceInput } from '../provider/space-input.ts';

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
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the Space's `/config` and `/info` and compares names, order, components and bounds.
 *
 * @throws {ProviderError} when not even `/config` can be read.
 */
export async function checkSignature(space: Space, { apiName, inputs, signal }: ExpectedSignature): Promise<SignatureReport> {
  const config = parseConfig(await readJson(space, '/config', signal), apiName);
  const info = await readNames(space, `${config.apiPrefix}/info`, { apiName, signal });
  const differences = compareInputs(inputs, config.components, info);
  const unknown = [...(info === undefined ? (['names'] as const) : []), ...(config.components === undefined ? (['bounds'] as const) : [])];
  return { gradioVersion: config.version, matches: differences.length === 0, differences, unknown };
}

/** `/info` fails on Gradio 4.44 and 5.3 with a newer pydantic while calls work, so it may be missing. */
async function readNames(space: Space, path: string, { apiName, signal }: Pick<ExpectedSignature, 'apiName' | 'signal'>): Promise<readonly string[] | undefined> {
  try {
    return parseInfo(await readJson(space, path, signal), apiName);
  } catch (thrown) {
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
    return undefined;
  }
}

async function readJson(space: Space, path: string, signal: AbortSignal | undefined): Promise<unknown> {
  const response = await requestSpace(space, path, { signal });
  await throwForStatus(response, { now: space.clock.date() });
  return response.json();
}
