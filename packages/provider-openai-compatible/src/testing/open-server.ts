import { startFaultServer, type FaultServer, type RecordedRequest, type Script } from '@hypotez/provider-testkit';
import { createProviderContext, type Environment, type Random } from '@hypotez/provider-core';
import { onTestFinished } from 'vitest';
import { openAiCompatible, type OpenAiCompatibleOptions, type OpenAiCompatibleProvider } from '../index.ts';
import { imagesWire } from './images-wire.ts';

/** Starts a server that goes away with the test; what is not answered by `respond` is answered as OpenAI documents it. */
export async function openServer(respond: (request: RecordedRequest, server: FaultServer) => Script | undefined = () => undefined): Promise<FaultServer> {
  const server = await startFaultServer({
    respond: (request, self) => {
      const part = imagesWire.partOf(request);
      return respond(request, self) ?? imagesWire.answer(part ?? 'start', self, request);
    },
  });
  onTestFinished(() => server.close());
  return server;
}

/** What a provider is made with in a test. */
export interface ProviderAt extends Omit<OpenAiCompatibleOptions, 'url'> {
  readonly env?: Environment;
  readonly model?: string;
}

/** A provider at a server of this machine, whose chance is known. */
export function providerAt({ url }: { readonly url: string }, { env = {}, model, ...options }: ProviderAt = {}): OpenAiCompatibleProvider {
  const random: Random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min) => min + 7 };
  const context = createProviderContext({ random, env });
  onTestFinished(() => context.http.close());
  return openAiCompatible({ url: `${url}/v1`, ...options }).create(context, { model });
}
