import { createProviderContext, type Random } from '@hypotez/provider-core';
import { formOf, startFaultServer, type FaultServer, type RecordedRequest, type Script } from '@hypotez/provider-testkit';
import { onTestFinished } from 'vitest';
import { StabilityApiProvider, type StabilityApiOptions } from '../stability-api-provider.ts';
import { stabilityWire } from './stability-wire.ts';

/** Starts the service of these tests, which goes away with the test; `answers` takes the place of what it would say. */
export async function openService(answers?: (request: RecordedRequest, attempt: number) => Script | undefined): Promise<FaultServer> {
  const service = await startFaultServer({
    respond: (request, self) => answers?.(request, self.requests.length) ?? stabilityWire.answer('start', self, request),
  });
  onTestFinished(() => service.close());
  return service;
}

/** Draws the same number again and again. */
export const DRAWN = 1234;
const random: Random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: () => DRAWN };

/** A provider at a service of this machine, with a key. */
export function providerAt({ url }: FaultServer, options: StabilityApiOptions = {}): StabilityApiProvider {
  const context = createProviderContext({ random, env: {} });
  onTestFinished(() => context.http.close());
  return new StabilityApiProvider({ url, apiKey: 'sk-test', ...options }, context);
}

/** The fields of the form that a service was sent, in order; of a file its name, type and size. */
export async function sentFields({ requests }: FaultServer, index = 0): Promise<readonly (readonly [string, string])[]> {
  const request = requests[index];
  if (request === undefined) throw new Error('The service was sent nothing.');
  return [...await formOf(request)].map(([name, value]) => [name, typeof value === 'string' ? value : `${value.name} (${value.type}, ${value.size.toString()} bytes)`]);
}
