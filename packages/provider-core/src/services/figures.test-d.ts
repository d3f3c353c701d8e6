import { describe, expectTypeOf, it } from 'vitest';
import { createProviderContext, createRegistry, type HttpOptions, type HttpResponse, type Limits, type ProviderContext, type RegistryOptions, type TimeoutPhase, type Timeouts, type TooLargeError } from '../index.ts';

describe('timers and limits', () => {
  it('are closed groups of numbers, each of which may be left out', () => {
    expectTypeOf<Timeouts>().toEqualTypeOf<Readonly<Record<'connectMs' | 'headersMs' | 'firstEventMs' | 'idleMs' | 'progressMs' | 'totalMs', number>>>();
    expectTypeOf<keyof Limits>().toEqualTypeOf<'errorBodyBytes' | 'jsonBytes' | 'eventBytes' | 'streamBytes' | 'imageBytes' | 'imageSide' | 'redirects'>();
    expectTypeOf<{ idleMs: number; totalMs: undefined }>().toExtend<NonNullable<HttpOptions['timeouts']>>();
    expectTypeOf<{ idleMs: string }>().not.toExtend<NonNullable<HttpOptions['timeouts']>>();
    // @ts-expect-error a name that nobody knows
    createRegistry([], { timeouts: { idle: 5 } });
    // @ts-expect-error a text is no figure
    createProviderContext({ limits: { jsonBytes: '5' } });
  });

  it('are whole where they are read', () => {
    expectTypeOf<RegistryOptions['limits']>().toEqualTypeOf<HttpOptions['limits']>();
    expectTypeOf<ProviderContext['timeouts']>().toEqualTypeOf<Timeouts>();
    expectTypeOf<HttpResponse['limits']>().toEqualTypeOf<Limits>();
  });

  it('are named by the errors', () => {
    expectTypeOf<TimeoutPhase>().toEqualTypeOf<'connect' | 'headers' | 'first-event' | 'idle' | 'progress' | 'total' | 'throughput'>();
    expectTypeOf<TooLargeError['limit']>().toEqualTypeOf<keyof Limits | undefined>();
  });
});
