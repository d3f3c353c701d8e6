import type { AuthenticationError, Generation, ModelLimits, ImagePreview, ImageProgress, RejectedError, ResponseError, UnavailableError } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  GradioSpaceProvider, imageUrls, requireInputMapping, stageError, zeroGpuError,
  type GpuTaskAbortedError, type GradioClient, type GradioSpaceOptions, type IllegalDurationError, type FileData, type FinalOutput, type FittedFunction, type InputMapping, type JobEvent, type JobOutput, type NoGpuError, type PartialOutput, type QueueFullError,
  type SignatureReport, type SignatureRequest, type Space, type SpaceBrokenError, type SpaceComponent, type SpaceConstant, type SpaceField, type SpaceFunction, type SpaceInput,
  type SpacePlace, type SpacePrivateError, type Submission, type UploadedFiles, type WantedFunction,
} from './index.ts';

describe('the public types', () => {
  it('put the errors of Spaces under those of the framework', () => {
    expectTypeOf<QueueFullError | NoGpuError | SpaceBrokenError>().toExtend<UnavailableError>();
    expectTypeOf<SpacePrivateError>().toExtend<AuthenticationError>();
    expectTypeOf<IllegalDurationError>().toExtend<RejectedError>();
    expectTypeOf<GpuTaskAbortedError>().toExtend<ResponseError>();
    expectTypeOf(zeroGpuError).returns.toEqualTypeOf<ResponseError | undefined>();
    expectTypeOf(stageError).returns.toEqualTypeOf<UnavailableError | undefined>();
  });

  it('tell the news of a job apart by type', () => {
    expectTypeOf<JobEvent['type']>().toEqualTypeOf<'progress' | 'generating' | 'complete'>();
    const narrow = (event: JobEvent): void => {
      if (event.type === 'progress') expectTypeOf(event).toEqualTypeOf<ImageProgress>();
      if (event.type === 'complete') expectTypeOf(event).toEqualTypeOf<FinalOutput>();
      if (event.type === 'generating') expectTypeOf(event).toEqualTypeOf<PartialOutput>();
    };
    expectTypeOf(narrow).returns.toBeVoid();
    const find = (events: readonly JobEvent[]) => events.find((event) => event.type === 'complete');
    expectTypeOf(find).returns.toEqualTypeOf<FinalOutput | undefined>();
    const start = (client: GradioClient, space: Space, job: Submission) => client.submit(space, job);
    expectTypeOf(start).returns.toEqualTypeOf<AsyncGenerator<JobEvent, void, undefined>>();
    const translate = (client: GradioClient, space: Space, job: Submission, preview: (output: JobOutput) => ImagePreview | undefined) => client.submit(space, job, preview);
    expectTypeOf(translate).returns.toEqualTypeOf<AsyncGenerator<ImageProgress | ImagePreview, void, undefined>>();
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
    expectTypeOf<'textbox' | 'slider'>().toExtend<SpaceComponent>();
    expectTypeOf<SpaceInput['component']>().toEqualTypeOf<SpaceComponent>();
    expectTypeOf<SpaceInput['value']>().toEqualTypeOf<SpaceField | SpaceConstant | ((generation: Generation) => unknown)>();
    expectTypeOf<SpaceField>().toExtend<keyof Generation>();
  });

  it('let each model have a function of its own', () => {
    expectTypeOf<GradioSpaceProvider>().toExtend<SpaceFunction>();
    expectTypeOf<NonNullable<GradioSpaceOptions['spaces']>>().toEqualTypeOf<Readonly<Record<string, SpacePlace>>>();
    expectTypeOf<GradioSpaceProvider['signature']>().parameter(0).toEqualTypeOf<SignatureRequest | undefined>();
  });

  it('describe a function as a provider asks it', () => {
    expectTypeOf<FittedFunction>().toExtend<ModelLimits & Omit<SpaceFunction, 'url'>>();
    expectTypeOf<WantedFunction['inputs']>().toEqualTypeOf<InputMapping | undefined>();
    expectTypeOf<InputMapping>().toEqualTypeOf<Readonly<Record<string, SpaceField | SpaceConstant>>>();
    expectTypeOf(requireInputMapping).parameters.toEqualTypeOf<[inputs: InputMapping]>();
  });

  it('give files of the Space for uploaded images', () => {
    expectTypeOf<GradioClient['upload']>().returns.toEqualTypeOf<Promise<UploadedFiles>>();
    expectTypeOf<UploadedFiles['files']>().toEqualTypeOf<readonly FileData[]>();
  });
});
