import { describe, expectTypeOf, it } from 'vitest';
import {
  createProviderContext, createRedactor, imageDownload, linkAbort, readErrorBody,
  ProviderModelMixin, type BodyChunks, type CallSlots, type Download, type FailOverRules, type Http, type HttpResponse, type ImageFile, type ImagePreview, type ImageProgressInit, type ImageResponse, type ImageSource,
  type LinkedAbort, type ModelAware, type PluginEvent, type PluginProgress, type ProviderContext, type ProviderContextOptions, type Rate, type Redactor, type RegistryOptions,
} from '../index.ts';
import { parseImage, type ImageLimits } from '../images/parse-image.ts';
import { CATALOG, ExampleProvider } from '../testing/example-provider.ts';

describe('what a plugin is given', () => {
  it('is made of services each of which may be replaced', () => {
    expectTypeOf(createProviderContext).toEqualTypeOf<(options?: ProviderContextOptions) => ProviderContext>();
    expectTypeOf<ProviderContextOptions['http']>().toEqualTypeOf<Http | undefined>();
    expectTypeOf<ProviderContext['slots']>().toEqualTypeOf<CallSlots | undefined>();
    // @ts-expect-error: there is no such service.
    createProviderContext({ fetch });
  });

  it('reads bodies in pieces, once', () => {
    expectTypeOf<HttpResponse['chunks']>().returns.toEqualTypeOf<BodyChunks>();
    expectTypeOf<BodyChunks>().toExtend<AsyncIterable<Uint8Array>>();
    expectTypeOf(readErrorBody).toEqualTypeOf<(response: HttpResponse) => Promise<string>>();
  });

  it('makes what downloads a picture', () => {
    expectTypeOf(imageDownload).toEqualTypeOf<(source: ImageSource) => Download>();
    expectTypeOf(parseImage).toEqualTypeOf<(bytes: Uint8Array, limits?: ImageLimits) => ImageFile>();
  });

  it('joins signals, and takes secrets out of texts', () => {
    expectTypeOf(linkAbort).toEqualTypeOf<(...signals: readonly (AbortSignal | undefined)[]) => LinkedAbort>();
    expectTypeOf<LinkedAbort['signal']>().toEqualTypeOf<AbortSignal>();
    expectTypeOf(createRedactor).returns.toEqualTypeOf<Redactor>();
    expectTypeOf<Redactor>().toEqualTypeOf<(text: string) => string>();
  });
});

describe('a provider with a catalogue', () => {
  it('keeps what its base has', () => {
    const withModels = ProviderModelMixin(ExampleProvider, CATALOG);
    expectTypeOf(withModels).toExtend<ModelAware>();
    expectTypeOf(withModels.prototype).toExtend<ExampleProvider>();
  });
});

describe('what a plugin gives', () => {
  it('is progress as plain data, or a picture', () => {
    expectTypeOf<PluginEvent>().toEqualTypeOf<PluginProgress | ImagePreview | ImageResponse>();
    expectTypeOf<{ type: 'progress'; stage: 'step'; step: 3; steps: 20 }>().toExtend<PluginProgress>();
    expectTypeOf<PluginProgress>().toExtend<ImageProgressInit>();
    expectTypeOf<{ type: 'progress'; stage: 'halfway' }>().not.toExtend<PluginProgress>();
  });
});

describe('what a registry is told', () => {
  it('says how fast providers may be asked', () => {
    expectTypeOf<keyof Rate>().toEqualTypeOf<'concurrency' | 'perInterval' | 'intervalMs'>();
    expectTypeOf<Rate['concurrency']>().toEqualTypeOf<number | undefined>();
  });

  it('says when the next provider may be asked although it could cost twice', () => {
    expectTypeOf<RegistryOptions['failOver']>().toEqualTypeOf<FailOverRules | undefined>();
    expectTypeOf<FailOverRules['onMaybeBilled']>().toEqualTypeOf<boolean | undefined>();
  });
});
