import { createProviderContext, type AsyncGeneratorProvider, type ImageRequest, type ProviderPlugin, type Timeouts } from '@hypotez/provider-core';
import type { FaultSetUp } from '../../faults/fault-case.ts';
import { startFaultServer, type FaultServer } from '../../server/fault-server.ts';
import { respondBy } from '../../wires/respond-by.ts';
import type { ConformanceSubject } from '../conformance-scenario.ts';
import { collect, type Outcome } from './collect.ts';

/** What stands in every request as its credential; it must turn up nowhere else. */
export const API_KEY = 'conformance-key-7d1f0c52';

/** What is otherwise than with a healthy service. */
export interface TrialOptions {
  readonly answers?: FaultSetUp['answers'];
  readonly timeouts?: Partial<Timeouts> | undefined;
}

/** A provider in front of a service that answers as it was told. */
export interface Trial extends AsyncDisposable {
  readonly plugin: ProviderPlugin;
  readonly provider: AsyncGeneratorProvider;
  readonly server: FaultServer;
  /** The documented example, with other fields in the place of some, and a credential. */
  request(fields?: ImageRequest): ImageRequest;
  /** Runs the documented example to its end. */
  run(fields?: ImageRequest): Promise<Outcome>;
}

/** Starts a service and makes the provider for it. Session ids are zeros, and the environment holds nothing. */
export async function openTrial({ plugin: make, scenario }: ConformanceSubject, { answers, timeouts }: TrialOptions = {}): Promise<Trial> {
  const server = await startFaultServer({ respond: respondBy(scenario.wire, answers) });
  const random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min: number) => min };
  const context = createProviderContext({ random, env: {}, timeouts });
  const plugin = make({ url: server.url });
  const request = (fields: ImageRequest = {}): ImageRequest => ({ ...scenario.example.request, apiKey: API_KEY, ...fields });
  const trial: Omit<Trial, 'provider'> = {
    plugin,
    server,
    request,
    run: (fields) => collect(provider.createAsyncGenerator(request(fields))),
    [Symbol.asyncDispose]: async () => {
      // Cut first: what a plugin left open would be waited for.
      server.cut();
      await context.http.close();
      await server.close();
    },
  };
  const provider = plugin.create(context, {});
  return { ...trial, provider };
}
