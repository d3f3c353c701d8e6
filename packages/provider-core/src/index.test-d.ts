import { describe, expectTypeOf, it } from 'vitest';
import type {
  Capabilities, CompleteModel, FixedSizes, ModelLimits, RatioSizes, SizeRule, UnsupportedOptionError,
  AspectRatio, AsyncResult, Billed, Clock, Deadline, Download, DownloadOptions, Environment, ErrorCode, EventStream, EventStreamLimits, FailedAttempt, Generation, GenerationBounds,
  GenerationDefaults, Http, HttpOptions, HttpRequest, HttpResponse, ImageEvent, ImageFile, ImageInput, ImageProgress, ImageRequest, ImageResponseInit, ImageResult, ImageResultInit, ImageSize,
  ImageSource, ImageUrlPart, LogFields, Logger, Message, MessagePart, Messages, ModelAware, ModelCatalog, NumberRange, PartialSize, ProviderContext, ProviderErrorOptions,
  ProviderSettings, QuotaExceededErrorOptions, Random, RequestProblem, ResponseErrorOptions, ServerSentEvent, SizeBounds, StatusErrorOptions, TextPart, TimeoutPhase,
} from './index.ts';
import {
  AllProvidersFailedError, AsyncGeneratorProvider, createHttp, defineCatalog, formatImagePrompt, InvalidRequestError, ProviderError, QuotaExceededError, ResponseError,
  startDeadline, statusError, useAspectRatio, type Credential, type ImagePreview, type ImageResponse, type TimeoutError,
} from './index.ts';
import { CATALOG, ExampleProvider } from './testing/example-provider.ts';

describe('events', () => {
  it('are told apart by their type', () => {
    const narrow = (event: ImageEvent): void => {
      if (event.type === 'progress') expectTypeOf(event).toEqualTypeOf<ImageProgress>();
      if (event.type === 'preview') expectTypeOf(event).toEqualTypeOf<ImagePreview>();
      if (event.type === 'image') expectTypeOf(event).toEqualTypeOf<ImageResponse>();
    };
    expectTypeOf(narrow).parameter(0).toEqualTypeOf<ImageProgress | ImagePreview | ImageResponse>();
    expectTypeOf<ImageEvent['type']>().toEqualTypeOf<'progress' | 'preview' | 'image'>();
    expectTypeOf<ImageProgress['stage']>().toEqualTypeOf<'queued' | 'started' | 'step' | 'log' | 'attempt'>();
  });

  it('come out of a run', () => {
    expectTypeOf<AsyncResult>().toEqualTypeOf<AsyncGenerator<ImageEvent, void, undefined>>();
    expectTypeOf<AsyncGeneratorProvider['createAsyncGenerator']>().toEqualTypeOf<(request: ImageRequest) => AsyncResult>();
    expectTypeOf(ExampleProvider.createAsyncGenerator({ prompt: 'x' })).toEqualTypeOf<AsyncResult>();
  });

  it('with pictures have what both kinds have', () => {
    expectTypeOf<ImagePreview>().toExtend<ImageResult>();
    expectTypeOf<ImageResponse>().toExtend<ImageResult>();
    expectTypeOf<ImageResult['urls']>().toEqualTypeOf<readonly string[]>();
    expectTypeOf<ImageResponse['seed']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<ImageResult['images']>().toEqualTypeOf<(options?: DownloadOptions) => Promise<ImageFile[]>>();
    expectTypeOf<Download>().toEqualTypeOf<(url: string, options: DownloadOptions) => Promise<ImageFile>>();
    expectTypeOf<ImageResponseInit>().toExtend<ImageResultInit>();
    expectTypeOf<ImageFile['mediaType']>().toEqualTypeOf<'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif'>();
    expectTypeOf<ImageSource['origins']>().toEqualTypeOf<readonly string[]>();
  });
});

describe('requests', () => {
  it('need one field at most at compile time, and take undefined for absent', () => {
    expectTypeOf<{ prompt: string }>().toExtend<ImageRequest>();
    expectTypeOf<{ seed: undefined }>().toExtend<ImageRequest>();
    expectTypeOf<{ seed: string }>().not.toExtend<ImageRequest>();
    expectTypeOf<{ images: (Uint8Array | Blob | URL | string)[] }>().toExtend<ImageRequest>();
    expectTypeOf<{ mask: ArrayBuffer }>().not.toExtend<ImageRequest>();
    expectTypeOf<ImageRequest['mask']>().toEqualTypeOf<ImageInput | undefined>();
    expectTypeOf<Generation['images']>().toEqualTypeOf<readonly ImageFile[]>();
    expectTypeOf<ImageRequest['aspectRatio']>().toEqualTypeOf<AspectRatio | undefined>();
    expectTypeOf<'16:9'>().toExtend<AspectRatio>();
    expectTypeOf<string>().toExtend<AspectRatio>();
  });

  it('take messages of the common shape', () => {
    expectTypeOf<Messages>().toEqualTypeOf<readonly Message[]>();
    expectTypeOf<MessagePart>().toEqualTypeOf<TextPart | ImageUrlPart>();
    expectTypeOf<Message['content']>().toEqualTypeOf<string | readonly MessagePart[]>();
    expectTypeOf(formatImagePrompt).toEqualTypeOf<(messages: Messages, prompt?: string) => string>();
  });

  it('become generations with nothing left open', () => {
    expectTypeOf<Generation['seed']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Generation['given']>().toEqualTypeOf<ReadonlySet<keyof ImageRequest>>();
    expectTypeOf<Generation['aspectRatio']>().toEqualTypeOf<AspectRatio>();
    expectTypeOf<Generation['width']>().toBeNumber();
    expectTypeOf<Generation['signal']>().toEqualTypeOf<AbortSignal>();
  });

  it('are held against limits that are data', () => {
    expectTypeOf<GenerationBounds['size']>().toEqualTypeOf<SizeBounds | RatioSizes | FixedSizes>();
    expectTypeOf<GenerationBounds['size']>().toEqualTypeOf<SizeRule>();
    expectTypeOf<GenerationBounds['seed']>().toEqualTypeOf<NumberRange | undefined>();
    expectTypeOf<{ sizes: [] }>().not.toExtend<FixedSizes>();
    expectTypeOf<{ aspectRatios: ['1:1', '16:9']; pixels: 1_048_576 }>().toExtend<RatioSizes>();
    expectTypeOf<GenerationDefaults['aspectRatio']>().toBeString();
    expectTypeOf(useAspectRatio).toEqualTypeOf<(size: PartialSize, ratio?: AspectRatio, bounds?: SizeBounds) => ImageSize>();
    expectTypeOf<ImageSize>().toExtend<PartialSize>();
  });
});

describe('errors', () => {
  it('have a code from a closed list', () => {
    expectTypeOf<ProviderError['code']>().toEqualTypeOf<ErrorCode>();
    expectTypeOf<string>().not.toExtend<ErrorCode>();
    expectTypeOf<ProviderError['billed']>().toEqualTypeOf<Billed>();
    expectTypeOf<Billed>().toEqualTypeOf<'no' | 'maybe' | 'yes'>();
    expectTypeOf<TimeoutError['phase']>().toEqualTypeOf<TimeoutPhase>();
  });

  it('are narrowed by instanceof', () => {
    const narrow = (error: unknown): void => {
      if (error instanceof InvalidRequestError) expectTypeOf(error.problems).toEqualTypeOf<readonly RequestProblem[]>();
      expectTypeOf<UnsupportedOptionError>().toExtend<InvalidRequestError>();
      if (error instanceof AllProvidersFailedError) expectTypeOf(error.attempts).toEqualTypeOf<readonly FailedAttempt[]>();
      if (error instanceof ResponseError) expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
    };
    expectTypeOf(narrow).returns.toBeVoid();
  });

  it('take options of their own', () => {
    expectTypeOf<ResponseErrorOptions>().toExtend<ProviderErrorOptions>();
    expectTypeOf(QuotaExceededError).constructorParameters.toEqualTypeOf<[message: string, options?: QuotaExceededErrorOptions | undefined]>();
    expectTypeOf(statusError).parameter(2).toEqualTypeOf<StatusErrorOptions>();
    // @ts-expect-error: a code that is not in the list.
    class Late extends ProviderError {
      static override readonly code = 'no_such_code';
    }
    expectTypeOf(Late).instance.toExtend<ProviderError>();
  });
});

describe('providers', () => {
  it('know their models, on the class and on its objects', () => {
    expectTypeOf(ExampleProvider).toExtend<ModelAware>();
    expectTypeOf<ExampleProvider>().toExtend<ModelAware>();
    expectTypeOf<ModelAware['getModel']>().toEqualTypeOf<(name?: string) => string>();
    expectTypeOf<ModelAware['capabilities']>().toEqualTypeOf<(model?: string) => Capabilities>();
    expectTypeOf(ExampleProvider.boundsFor('sd-3.5')).toEqualTypeOf<GenerationBounds>();
  });

  it('have catalogues that keep the names, of one model at least', () => {
    const { label, url, working, capabilities, bounds, defaults } = CATALOG;
    const everything = { label, url, working, capabilities, bounds, defaults };
    const catalog = defineCatalog({ ...everything, models: [{ id: 'a', aliases: ['b'], bounds: { seed: undefined } }] });
    expectTypeOf(catalog.models[0].id).toEqualTypeOf<'a'>();
    expectTypeOf(catalog).toExtend<ModelCatalog>();
    expectTypeOf(catalog.models[0]).toExtend<CompleteModel>();
    expectTypeOf(catalog.models[0].capabilities.imageInput).toBeNumber();
    expectTypeOf<CompleteModel>().toExtend<ModelLimits>();
    // @ts-expect-error: there is no default model in an empty list.
    defineCatalog({ ...everything, models: [] });
  });

  it('are abstract at the base', () => {
    // @ts-expect-error: the base has no generator.
    new AsyncGeneratorProvider();
    expectTypeOf<ProviderSettings['model']>().toEqualTypeOf<string | undefined>();
  });

  it('see the world through their context', () => {
    expectTypeOf<ProviderContext['http']>().toEqualTypeOf<Http>();
    expectTypeOf<ProviderContext['logger']>().toEqualTypeOf<Logger>();
    expectTypeOf<ProviderContext['clock']>().toEqualTypeOf<Clock>();
    expectTypeOf<ProviderContext['random']>().toEqualTypeOf<Random>();
    expectTypeOf<ProviderContext['env']>().toEqualTypeOf<Environment>();
    expectTypeOf<Logger['warn']>().toEqualTypeOf<(message: string, fields?: LogFields) => void>();
    expectTypeOf<Console>().toExtend<Logger>();
  });
});

describe('the transport', () => {
  it('asks and answers', () => {
    expectTypeOf(createHttp).toEqualTypeOf<(options?: HttpOptions) => Http>();
    expectTypeOf<Http['request']>().toEqualTypeOf<(request: HttpRequest) => Promise<HttpResponse>>();
    expectTypeOf<HttpResponse['json']>().returns.resolves.toBeUnknown();
    expectTypeOf<EventStream>().toExtend<AsyncIterable<ServerSentEvent>>();
    expectTypeOf<HttpResponse['events']>().toEqualTypeOf<(limits?: EventStreamLimits) => EventStream>();
    expectTypeOf<HttpRequest['credential']>().toEqualTypeOf<Credential | undefined>();
    expectTypeOf<HttpRequest['method']>().toEqualTypeOf<'GET' | 'POST' | undefined>();
  });

  it('has deadlines that are signals', () => {
    expectTypeOf(startDeadline).returns.toEqualTypeOf<Deadline>();
    expectTypeOf<Deadline['signal']>().toEqualTypeOf<AbortSignal>();
  });
});
