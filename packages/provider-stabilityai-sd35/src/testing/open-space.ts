import { startSpace, type Space, type SpaceOptions } from '@hypotez/gradio-emulator';
import { createProviderContext, type Random } from '@hypotez/provider-core';
import { onTestFinished } from 'vitest';
import { StabilityAI_SD35Large, type StabilityAiSd35Options } from '../stability-ai-sd35-large.ts';

/** Starts an emulated Space that goes away with the test. */
export async function openSpace(options: SpaceOptions = {}): Promise<Space> {
  const space = await startSpace({ stepMs: 1, ...options });
  onTestFinished(() => space.close());
  return space;
}

/** The class as it is, at the address of an emulated Space instead of the real one. */
export function classAt(url: string): typeof StabilityAI_SD35Large {
  return class extends StabilityAI_SD35Large {
    constructor(options: StabilityAiSd35Options = {}) {
      super({ url, ...options });
    }
  };
}

/** A provider at an emulated Space whose session is known. */
export function providerAt({ url }: Space, options: StabilityAiSd35Options = {}): StabilityAI_SD35Large {
  const random: Random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min) => min };
  return new StabilityAI_SD35Large({ url, ...options }, createProviderContext({ random, env: {} }));
}

/** The inputs of the job that a Space was sent last. */
export function sentData({ requests }: Space): unknown {
  const body: unknown = JSON.parse(requests.findLast(({ method }) => method === 'POST')?.body ?? 'null');
  return typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
}
