import { ProviderError, type ResponseError } from '@hypotez/provider-core';
import * as v from 'valibot';
import { SpaceBrokenError } from '../errors/space-broken-error.ts';
import { SpaceBuildingError } from '../errors/space-building-error.ts';
import { SpacePausedError } from '../errors/space-paused-error.ts';
import { SpaceSleepingError } from '../errors/space-sleeping-error.ts';
import type { Space } from './space.ts';

const HUB = 'https://huggingface.co';
const stateSchema = v.looseObject({ runtime: v.looseObject({ stage: v.string() }) });

/** Tells whether an address is that of a Space on Hugging Face. */
export function isHuggingFaceSpace(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname.endsWith('.hf.space');
}

/**
 * Asks the Hub why a Space does not answer; `undefined` when it does not know or the Space is none of the Hub's.
 *
 * Only asked after a failure, and without a credential: the token is bound to the Space's origin.
 */
export async function spaceStateError(space: Space, signal: AbortSignal): Promise<ResponseError | undefined> {
  if (!isHuggingFaceSpace(space.url)) return undefined;
  const { hostname } = new URL(space.url);
  const subdomain = hostname.slice(0, hostname.indexOf('.'));
  try {
    const response = await space.http.request({
      url: `${HUB}/api/spaces/by-subdomain/${encodeURIComponent(subdomain)}`,
      proxy: space.proxy,
      signal,
      headersTimeoutMs: 5000,
      idleTimeoutMs: 5000,
    });
    const parsed = v.safeParse(stateSchema, await response.json(64 * 1024));
    return parsed.success ? stageError(parsed.output.runtime.stage, hostname) : undefined;
  } catch (thrown) {
    // The Space's own answer is the error that counts; only the caller's abort goes before it.
    if (thrown instanceof ProviderError && thrown.code === 'aborted') throw thrown;
    return undefined;
  }
}

/** The error that a stage of the Hub means; `undefined` for the stages in which a Space runs. */
export function stageError(stage: string, host: string): ResponseError | undefined {
  switch (stage) {
    case 'PAUSED':
    case 'STOPPED':
    case 'DELETING':
      return new SpacePausedError(`The Space ${host} is ${stage.toLowerCase()}; its owner has to start it.`);
    case 'SLEEPING':
      return new SpaceSleepingError(`The Space ${host} was asleep and is waking up.`);
    case 'BUILDING':
    case 'APP_STARTING':
    case 'RUNNING_BUILDING':
    case 'RUNNING_APP_STARTING':
      return new SpaceBuildingError(`The Space ${host} is being built or is starting.`);
    case 'NO_APP_FILE':
    case 'CONFIG_ERROR':
    case 'BUILD_ERROR':
    case 'RUNTIME_ERROR':
      return new SpaceBrokenError(`The Space ${host} is broken (${stage.toLowerCase().replaceAll('_', ' ')}); its owner has to mend it.`);
    default:
      return undefined;
  }
}
