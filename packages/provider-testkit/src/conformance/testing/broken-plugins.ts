import {
  AsyncGeneratorProvider, ImageResponse, NetworkError, ProviderError, definePlugin,
  type AsyncResult, type ImageEvent, type ImageRequest, type PluginEvent, type ProviderContext,
} from '@hypotez/provider-core';
import type { PluginFactory } from '../conformance-scenario.ts';
import { changedRun } from './changed-run.ts';

type Run = (healthy: AsyncGeneratorProvider, request: ImageRequest) => AsyncResult;

/** A provider that does something else with the runs of a healthy one. */
class BrokenProvider extends AsyncGeneratorProvider {
  readonly id: string;
  readonly bounds: AsyncGeneratorProvider['bounds'];
  readonly defaults: AsyncGeneratorProvider['defaults'];
  readonly #healthy: AsyncGeneratorProvider;
  readonly #run: Run;

  constructor(context: ProviderContext, healthy: AsyncGeneratorProvider, run: Run) {
    super(context);
    this.id = healthy.id;
    this.bounds = healthy.bounds;
    this.defaults = healthy.defaults;
    this.#healthy = healthy;
    this.#run = run;
  }

  getModel(name?: string): string {
    return this.#healthy.getModel(name);
  }

  override createAsyncGenerator(request: ImageRequest): AsyncResult {
    return this.#run(this.#healthy, request);
  }

  protected override async *generate(): AsyncGenerator<PluginEvent, void, undefined> {
    yield* [];
    throw new Error('Nothing calls this.');
  }
}

/** Changes what is asked for. */
const asking = (change: (request: ImageRequest) => ImageRequest): Run => (healthy, request) => healthy.createAsyncGenerator(change(request));
/** Changes what comes. */
const giving = (give: (event: ImageEvent) => readonly ImageEvent[]): Run => (healthy, request) => changedRun(healthy.createAsyncGenerator(request), { give });
/** Takes one refusal for something else. */
const misreading = (isMeant: (error: ProviderError) => boolean): Run => (healthy, request) =>
  changedRun(healthy.createAsyncGenerator(request), { fail: (thrown) => (thrown instanceof ProviderError && isMeant(thrown) ? new NetworkError('misread') : thrown) });
const statusOf = (error: ProviderError): unknown => ('status' in error ? error.status : undefined);

const RUNS: Readonly<Record<string, Run>> = {
  'unknown-model': asking((request) => (request.model === 'no-such-model' ? { ...request, model: undefined } : request)),
  'bad-options': asking((request) => (request.seed === -1 ? { ...request, seed: 0 } : request)),
  payload: asking((request) => (request.seed === 7 && request.prompt === 'a lake' ? { ...request, seed: 8 } : request)),
  'unicode-prompt': asking((request) => ({ ...request, prompt: request.prompt?.replaceAll('é', 'e') })),
  'long-prompt': asking((request) => ({ ...request, prompt: request.prompt?.slice(0, 10_000) })),
  order: giving((event) => (event.type === 'image' ? [event, event] : [event])),
  capabilities: giving((event) => (event.type === 'preview' ? [] : [event])),
  seed: giving((event) => (event.type === 'image' ? [new ImageResponse({ urls: event.urls, alt: event.alt, provider: event.provider, model: event.model, download: () => Promise.reject(new Error('Nobody asks for it.')) })] : [event])),
  'abort-before': asking((request) => (request.signal?.aborted === true ? { ...request, signal: undefined } : request)),
  'abort-during': asking((request) => (request.signal?.aborted === false ? { ...request, signal: undefined } : request)),
  moderation: misreading(({ code }) => code === 'moderation'),
  stall: misreading(({ code }) => code === 'timeout'),
  'early-end': misreading(({ code, billed }) => code === 'job_lost' && billed === 'maybe'),
  ...Object.fromEntries([401, 402, 403, 404, 422, 429, 500, 503].map((status) => [`status-${status.toString()}`, misreading((error) => statusOf(error) === status)])),
};

/** Plugins each of which breaks one promise, made of a healthy one; `breaks` is the id of the check that has to refuse it. */
export function brokenPlugins(healthy: PluginFactory): readonly { readonly breaks: string; readonly plugin: PluginFactory }[] {
  return Object.entries(RUNS).map(([breaks, run]) => ({
    breaks,
    plugin: (options) => {
      const plugin = healthy(options);
      const { id, models } = plugin;
      return definePlugin({ id, models, create: (context, settings) => new BrokenProvider(context, plugin.create(context, settings), run) });
    },
  }));
}
