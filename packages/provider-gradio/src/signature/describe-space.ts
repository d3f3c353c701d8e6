import { ProviderError, readErrorBody } from '@hypotez/provider-core';
import { requestSpace } from '../client/request-space.ts';
import type { Space } from '../client/space.ts';
import { refusalError } from '../errors/refusal-error.ts';
import type { DescribedFunction, DescribedInput, SpaceDescription } from './described-function.ts';
import { parseConfig, type ConfiguredFunction } from './parse-config.ts';
import { parseInfo, type ParameterInfo } from './parse-info.ts';

/** A component that only the server fills: it is part of a call, but no parameter of `/info`. */
const STATE = 'state';

/**
 * Asks a Space for its functions: `/config` tells components and bounds, `/info` names and defaults. Two requests, no job.
 *
 * @throws {ProviderError} when not even `/config` can be read; without `/info` the names are missing.
 */
export async function describeSpace(space: Space, signal?: AbortSignal): Promise<SpaceDescription> {
  const { version, apiPrefix, functions } = parseConfig(await readJson(space, '/config', signal));
  const info = await readInfo(space, `${apiPrefix}/info`, signal);
  return { gradioVersion: version, prefix: apiPrefix, functions: functions.map((one) => merge(one, parseInfo(info, one.apiName))) };
}

function merge(configured: ConfiguredFunction, parameters: readonly ParameterInfo[] | undefined): DescribedFunction {
  let place = 0;
  return {
    ...configured,
    hasNames: parameters !== undefined,
    inputs: configured.inputs.map((component): DescribedInput => {
      if (component.type === STATE) return { ...component, hasDefault: true, default: null };
      const parameter = parameters?.[place];
      place += 1;
      return { hasDefault: false, ...component, ...parameter };
    }),
  };
}

/** `/info` fails on Gradio 4.44 and 5.3 with a newer pydantic while calls work, so it may be missing. */
async function readInfo(space: Space, path: string, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await readJson(space, path, signal);
  } catch (thrown) {
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
    return undefined;
  }
}

async function readJson(space: Space, path: string, signal: AbortSignal | undefined): Promise<unknown> {
  const response = await requestSpace(space, path, { signal });
  if (!response.ok) throw await refusalError(space, response, await readErrorBody(response), { signal, billable: false });
  return response.json();
}
