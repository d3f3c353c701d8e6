import type { UnavailableError } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import {
  GradioSpaceProvider, imageUrls, isHuggingFaceSpace,
  type FileRoot, type GradioSpaceOptions, type SignatureDifference, type SignatureReport, type SpaceBuildingError, type SpaceOutput, type SpacePausedError,
  type SpaceSleepingError, type StreamKind,
} from '../index.ts';

describe('a Space that cannot paint now', () => {
  it('is one that cannot be reached, whatever the stage', () => {
    expectTypeOf<SpaceBuildingError | SpacePausedError | SpaceSleepingError>().toExtend<UnavailableError>();
    expectTypeOf<SpacePausedError['status']>().toEqualTypeOf<number | undefined>();
    expectTypeOf(isHuggingFaceSpace).parameter(0).toBeString();
  });
});

describe('what a Space sends', () => {
  it('is found by the plugin, and unknown until then', () => {
    abstract class Plugin extends GradioSpaceProvider {
      read(data: readonly unknown[]) {
        return this.readOutput(data);
      }
    }
    expectTypeOf<ReturnType<Plugin['read']>>().toEqualTypeOf<SpaceOutput>();
    expectTypeOf<SpaceOutput['image']>().toBeUnknown();
    expectTypeOf(imageUrls).parameter(1).toEqualTypeOf<FileRoot>();
    expectTypeOf<FileRoot['prefix']>().toBeString();
  });

  it('is followed in one of two ways', () => {
    expectTypeOf<StreamKind>().toEqualTypeOf<'queue' | 'call'>();
    expectTypeOf<GradioSpaceOptions['stream']>().toEqualTypeOf<StreamKind | undefined>();
  });

  it('is compared with what is expected, input by input', () => {
    expectTypeOf<SignatureReport['differences']>().toEqualTypeOf<readonly SignatureDifference[]>();
    expectTypeOf<SignatureDifference['kind']>().toEqualTypeOf<'function' | 'count' | 'name' | 'component' | 'bounds'>();
  });
});
