import { describe, expectTypeOf, it } from 'vitest';
import type { AsyncGeneratorProvider, HttpRequest, HttpService, HttpServiceOptions, HttpServiceProvider, HttpServiceRequest, ProviderContext, ProviderSettings } from '../index.ts';

describe('the base of HTTP services', () => {
  it('is a provider that is made with a context, its options and its settings', () => {
    expectTypeOf<HttpServiceProvider>().toExtend<AsyncGeneratorProvider>();
    expectTypeOf<ConstructorParameters<typeof HttpServiceProvider>>().toEqualTypeOf<[context: ProviderContext, options?: HttpServiceOptions | undefined, settings?: ProviderSettings | undefined]>();
  });

  it('knows its service as data', () => {
    expectTypeOf<HttpServiceProvider['service']>().toEqualTypeOf<HttpService>();
    expectTypeOf<HttpService['keyNeeded']>().toEqualTypeOf<'everywhere' | 'at-vendor' | undefined>();
  });

  it('leaves method, credential and signal of a request to itself', () => {
    expectTypeOf<HttpServiceRequest>().toExtend<Pick<HttpRequest, 'json' | 'form' | 'headers'>>();
    expectTypeOf<HttpServiceRequest>().not.toHaveProperty('credential');
  });
});
