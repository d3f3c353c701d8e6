import { describe, expectTypeOf, it } from 'vitest';
import type { ImageResponse, ImageResponseInit, ImageUsage } from '../index.ts';

describe('what a service counted', () => {
  it('may be missing as a whole and in parts', () => {
    expectTypeOf<ImageResponse['usage']>().toEqualTypeOf<ImageUsage | undefined>();
    expectTypeOf<ImageResponse['revisedPrompt']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ImageUsage['totalTokens']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<ImageResponseInit['usage']>().toEqualTypeOf<ImageUsage | undefined>();
  });

  it('is not for changing', () => {
    expectTypeOf<ImageUsage>().toEqualTypeOf<Readonly<ImageUsage>>();
  });
});
