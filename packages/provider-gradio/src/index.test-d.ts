import type { AuthenticationError, GenerationBounds, RejectedError, ResponseError, UnavailableError } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  GradioSpaceProvider, imageUrls, resolveBounds, zeroGpuError,
  type GpuTaskAbortedError, type GradioClient, type GradioSpaceOptions, type IllegalDurationError, type JobEvent, type NoGpuError, type QueueFullError,
  type SignatureReport, type Space, type SpaceBrokenError, type SpaceInput, type SpacePrivateError, type Submission,
} from './index.ts';

describe('the public types', () => {
  it('put the errors of Spaces under those of the framework', () => {
    expectTypeOf<QueueFullError | NoGpuError | SpaceBrokenError>().toExtend<UnavailableError>();
    expectTypeOf<SpacePrivateError>().toExtend<AuthenticationError>();
    expectTypeOf<IllegalDurationError>().toExtend<RejectedError>();
    expectTypeOf<GpuTaskAbortedError>().toExtend<ResponseError>();
    expectTypeOf(zeroGpuError).returns.toEqualTypeOf<ResponseError | undefined>();
  });

  it('tell the news of a job apart by type', () => {
    expectTypeOf<JobEvent['type']>().toEqualTypeOf<'queued' | 'started' | 'step' | 'log' | 'generating' | 'complete'>();
    expectTypeOf<Extract<JobEvent, { type: 'complete' }>['data']>().toEqualTypeOf<readonly unknown[]>();
    const start = (client: GradioClient, space: Space, job: Submission) => client.submit(space, job);
    expectTypeOf(start).returns.toEqualTypeOf<AsyncGenerator<JobEvent, void, undefined>>();
    expectTypeOf<Submission['stream']>().toEqualTypeOf<'queue' | 'call' | undefined>();
  });

  it('keep the credential out of what a subclass may read', () => {
    abstract class Subclass extends GradioSpaceProvider {
      read() {
        return this.options;
      }
    }
    expectTypeOf<ReturnType<Subclass['read']>>().toEqualTypeOf<Omit<GradioSpaceOptions, 'apiKey'>>();
  });

  it('say what the functions take and give', () => {
    expectTypeOf(imageUrls).parameter(0).toBeUnknown();
    expectTypeOf(imageUrls).returns.toEqualTypeOf<readonly string[]>();
    expectTypeOf<GradioSpaceProvider['signature']>().returns.toEqualTypeOf<Promise<SignatureReport>>();
    expectTypeOf(resolveBounds).returns.toEqualTypeOf<GenerationBounds>();
    expectTypeOf<SpaceInput['component']>().toEqualTypeOf<'textbox' | 'slider' | 'checkbox' | 'number' | 'dropdown'>();
  });
});
