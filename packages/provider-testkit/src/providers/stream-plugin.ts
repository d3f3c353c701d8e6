import {
  ProtocolError, ProviderModelMixin, StreamEndedError, cleanText, definePlugin, parseJson, propertyOf, statusError,
  type Generation, type HttpResponse, type PluginEvent, type ProviderContext, type ProviderSettings, type ServerSentEvent,
} from '@hypotez/provider-core';
import { referenceCatalog } from './reference-catalog.ts';
import type { ReferenceOptions } from './reference-options.ts';
import { ReferenceProvider } from './reference-provider.ts';

const catalog = referenceCatalog({ previews: true, progress: true, queuePosition: true });

/** A service that answers a POST with the events of the job. */
class StreamProvider extends ProviderModelMixin(ReferenceProvider, catalog) {
  readonly id: string;

  constructor(context: ProviderContext, settings: ProviderSettings, options: ReferenceOptions) {
    super(context, settings, options);
    this.id = options.id ?? 'stream';
  }

  protected override async *generate(generation: Generation): AsyncGenerator<PluginEvent, void, undefined> {
    const response = await this.start('/v1/images/stream', generation);
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) {
      // A gateway that cannot stream answers with the result alone.
      yield this.response(imageIn(await response.json()), generation);
      return;
    }
    for await (const event of response.events()) {
      // Half an event is none.
      if (!event.complete) break;
      const news = this.#read(event, response, generation);
      if (news === undefined) continue;
      if (news.type === 'image') response.finish();
      yield news;
      if (news.type === 'image') return;
    }
    throw new StreamEndedError('The stream ended before the image came.');
  }

  #read({ event, data }: ServerSentEvent, response: HttpResponse, generation: Generation): PluginEvent | undefined {
    switch (event) {
      case 'queue':
        return { type: 'progress', stage: 'queued', queuePosition: numberIn(data, 'position') };
      case 'progress':
        return { type: 'progress', stage: 'step', step: numberIn(data, 'step'), steps: numberIn(data, 'steps') };
      case 'log':
        return { type: 'progress', stage: 'log', message: cleanText(textIn(data, 'message'), 300) };
      case 'preview':
        return this.preview(imageIn(valueOf(data)), generation);
      case 'completed':
        return this.response(imageIn(valueOf(data)), generation);
      case 'error': {
        const { headers, url } = response;
        throw statusError({ status: numberIn(data, 'status') ?? 500, headers, url }, data, { billable: true, now: this.context.clock.date() });
      }
      default:
        return undefined;
    }
  }
}

function valueOf(data: string): unknown {
  const value = parseJson(data);
  if (value === undefined) throw new ProtocolError('An event of the stream is no JSON.', { billed: 'maybe' });
  return value;
}

function imageIn(value: unknown): string {
  const url = propertyOf(propertyOf(value, 'image'), 'url');
  if (typeof url !== 'string') throw new ProtocolError('The service named no image.', { billed: 'maybe' });
  return url;
}

function numberIn(data: string, key: string): number | undefined {
  const value = propertyOf(valueOf(data), key);
  return typeof value === 'number' ? value : undefined;
}

function textIn(data: string, key: string): string {
  const value = propertyOf(valueOf(data), key);
  return typeof value === 'string' ? value : '';
}

/** A plugin for a service that streams the events of a job: queue, steps, previews and the image as `data:` URLs. */
export function streamPlugin(options: ReferenceOptions) {
  return definePlugin({ id: options.id ?? 'stream', models: catalog.models, create: (context, settings) => new StreamProvider(context, settings, options) });
}
