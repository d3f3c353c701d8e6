import { DEFAULT_TIMEOUTS, createProviderContext, type AsyncGeneratorProvider, type Environment, type ImageRequest, type ModelLimits, type ProviderPlugin } from '@hypotez/provider-core';
import { startFaultServer, type FaultServer } from '../../server/fault-server.ts';
import type { Answers } from '../answers/answers.ts';
import { serve } from '../answers/serve.ts';
import type { ConformanceSubject } from '../conformance-scenario.ts';
import type { RunOutcome } from '../../runs/outcome-of.ts';
import { collect } from './collect.ts';
import { createLeapingClock, type LeapingClock } from './leaping-clock.ts';
import { createRecordingLogger, type LogEntry } from './recording-logger.ts';

/** What stands in every request as its credential; it must turn up nowhere else. */
export const API_KEY = 'conformance-key-7d1f0c52';

/** How many seconds pass in one, so that nobody waits for a service that is asked again and again. */
export const CLOCK_FACTOR = 20;

/** What is otherwise than with a healthy service. */
export interface TrialOptions {
  readonly answers?: Answers | undefined;
  /** What the service says that its address is. Default: its address. */
  readonly url?: string | undefined;
  /** How many seconds pass in one. Default `CLOCK_FACTOR`; 1 where a plugin ends a job at its service, for which it may have set itself a time. */
  readonly clockFactor?: number | undefined;
  /** Credential of the plugin's own options. Default none. */
  readonly apiKey?: string | undefined;
  /** Default: empty. */
  readonly env?: Environment | undefined;
}

/** One model of the plugin, with everything that holds for it. */
export interface TriedModel extends ModelLimits {
  readonly id: string;
  readonly aliases: readonly string[];
}

/** A provider in front of a service that answers as it was told. */
export interface Trial extends AsyncDisposable {
  readonly plugin: ProviderPlugin;
  readonly provider: AsyncGeneratorProvider;
  /** The models as they are described now: a provider may learn its limits from the service, at its first run. */
  readonly models: readonly TriedModel[];
  readonly server: FaultServer;
  readonly clock: LeapingClock;
  /** What the plugin wrote to its log. */
  readonly log: readonly LogEntry[];
  /** The documented example, with other fields in the place of some, and a credential. */
  readonly request: (fields?: ImageRequest) => ImageRequest;
  /** Runs the documented example, with other fields in the place of some, to its end. */
  readonly run: (fields?: ImageRequest) => Promise<RunOutcome>;
  /** Runs the prompt of the documented example with its provider options and further fields alone, to its end. */
  readonly runPlain: (fields?: ImageRequest) => Promise<RunOutcome>;
}

/** Starts a service and makes the provider for it. Session ids are zeros. */
export async function openTrial({ plugin: make, scenario }: ConformanceSubject, { answers, url, clockFactor = CLOCK_FACTOR, apiKey, env = {} }: TrialOptions = {}): Promise<Trial> {
  const server = await startFaultServer({ respond: serve(scenario.wire, answers, url) });
  const random = { uuid: () => '00000000-0000-4000-8000-000000000000', integer: (min: number) => min };
  const { logger, entries } = createRecordingLogger();
  const clock = createLeapingClock(clockFactor);
  // Only waiting is fast: a busy machine takes its time, which the clock does not know.
  const timeouts = Object.fromEntries(Object.entries(DEFAULT_TIMEOUTS).map(([name, milliseconds]) => [name, milliseconds * clockFactor]));
  const context = createProviderContext({ random, env, logger, clock, timeouts });
  const plugin = make({ url: server.url, apiKey });
  const provider = plugin.create(context, {});
  const { example: { request: example } } = scenario;
  const { prompt, messages, providerOptions } = example;
  const request = (fields: ImageRequest = {}): ImageRequest => ({ ...example, apiKey: API_KEY, ...fields });
  return {
    plugin,
    provider,
    get models() {
      return plugin.models.map(({ id, aliases }) => ({ id, aliases, capabilities: provider.capabilities(id), bounds: provider.boundsFor(id), defaults: provider.defaultsFor(id) }));
    },
    server,
    clock,
    log: entries,
    request,
    run: (fields) => collect(provider.createAsyncGenerator(request(fields))),
    runPlain: (fields) => collect(provider.createAsyncGenerator({ prompt, messages, providerOptions, apiKey: API_KEY, ...fields })),
    [Symbol.asyncDispose]: async () => {
      // Cut first: what a plugin left open would be waited for.
      server.cut();
      await context.http.close();
      await server.close();
    },
  };
}
