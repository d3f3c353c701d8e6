import { describe, expectTypeOf, it } from 'vitest';
import {
  SpaceError, defaultGradioVersion, startSpace, type gradioVersions, type spaceStates, zeroGpuFailureText, zeroGpuFailures,
  type Checkbox, type Gallery, type GradioVersion, type ImageBox, type LogStep, type Login, type NumberBox, type OutputsStep, type ProgressStep, type RecordedRequest, type Slider,
  type Space, type SpaceCall, type SpaceComponent, type SpaceErrorOptions, type SpaceFunction, type SpaceGalleryItem, type SpaceImage, type SpaceOptions, type SpaceState, type SpaceStep,
  type SpaceUpdate, type SpaceValue, type Textbox, type ZeroGpuFailure, type ZeroGpuFailureText,
} from './index.ts';
import { useSpace, type SharedSpace } from './vitest/use-space.ts';

describe('a Space', () => {
  it('is started and closed', () => {
    expectTypeOf(startSpace).toEqualTypeOf<(options?: SpaceOptions) => Promise<Space>>();
    expectTypeOf<Space>().toExtend<AsyncDisposable>();
    expectTypeOf<Space['requests']>().toEqualTypeOf<readonly RecordedRequest[]>();
    expectTypeOf<RecordedRequest['body']>().toBeString();
    expectTypeOf(useSpace).toEqualTypeOf<(options?: SpaceOptions) => SharedSpace>();
    expectTypeOf<Space>().toExtend<SharedSpace>();
    expectTypeOf<SharedSpace>().not.toHaveProperty('close');
  });

  it('is one of the releases, in one of the states', () => {
    expectTypeOf<(typeof gradioVersions)[number]>().toEqualTypeOf<GradioVersion>();
    expectTypeOf(defaultGradioVersion).toEqualTypeOf<GradioVersion>();
    expectTypeOf<(typeof spaceStates)[number]>().toEqualTypeOf<SpaceState>();
    expectTypeOf<Space['setState']>().toEqualTypeOf<(state: SpaceState) => void>();
    expectTypeOf<'3.50.2'>().not.toExtend<GradioVersion>();
  });

  it('listens on this machine only', () => {
    expectTypeOf<SpaceOptions['host']>().toEqualTypeOf<'127.0.0.1' | undefined>();
    expectTypeOf<SpaceOptions['login']>().toEqualTypeOf<Login | undefined>();
  });

  it('fails in the words of ZeroGPU', () => {
    expectTypeOf(zeroGpuFailures).toEqualTypeOf<readonly ZeroGpuFailure[]>();
    expectTypeOf(zeroGpuFailureText).toEqualTypeOf<(failure: ZeroGpuFailure) => ZeroGpuFailureText>();
    expectTypeOf<string>().not.toExtend<ZeroGpuFailure>();
  });
});

describe('a function of a Space', () => {
  it('has components told apart by type', () => {
    expectTypeOf<SpaceComponent>().toEqualTypeOf<Textbox | Checkbox | Slider | NumberBox | ImageBox | Gallery>();
    expectTypeOf<SpaceComponent['type']>().toEqualTypeOf<'textbox' | 'checkbox' | 'slider' | 'number' | 'image' | 'gallery'>();
    expectTypeOf<SpaceFunction['inputs']>().toEqualTypeOf<Readonly<Record<string, SpaceComponent>>>();
    expectTypeOf<{ type: 'slider'; label: 'Steps' }>().not.toExtend<SpaceComponent>();
  });

  it('tells its steps as it goes', () => {
    expectTypeOf<SpaceStep>().toEqualTypeOf<ProgressStep | LogStep | OutputsStep>();
    expectTypeOf<SpaceFunction['run']>().toEqualTypeOf<(call: SpaceCall) => AsyncIterable<SpaceStep> | Iterable<SpaceStep>>();
    expectTypeOf<SpaceCall['signal']>().toEqualTypeOf<AbortSignal>();
    expectTypeOf<OutputsStep['values']>().toEqualTypeOf<readonly SpaceValue[]>();
  });

  it('gives values that have a form on the wire', () => {
    expectTypeOf<SpaceImage>().toExtend<SpaceValue>();
    expectTypeOf<readonly SpaceGalleryItem[]>().toExtend<SpaceValue>();
    expectTypeOf<SpaceUpdate['update']>().toEqualTypeOf<SpaceValue>();
    expectTypeOf<Date>().not.toExtend<SpaceValue>();
  });

  it('fails by an error of its own', () => {
    expectTypeOf(SpaceError).constructorParameters.toEqualTypeOf<[message: string, options?: SpaceErrorOptions | undefined]>();
    expectTypeOf<SpaceError>().toExtend<Error>();
  });
});
