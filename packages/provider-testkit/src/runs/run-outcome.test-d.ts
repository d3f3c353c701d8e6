import type { ImageEvent, ImageResponse } from '@hypotez/provider-core';
import { describe, expectTypeOf, it } from 'vitest';
import { runToEnd, type RunOutcome } from '../index.ts';

describe('the outcome of a run', () => {
  it('is its events, its images and what was thrown', () => {
    expectTypeOf(runToEnd).returns.resolves.toEqualTypeOf<RunOutcome>();
    expectTypeOf<RunOutcome['events']>().toEqualTypeOf<readonly ImageEvent[]>();
    expectTypeOf<RunOutcome['image']>().toEqualTypeOf<ImageResponse | undefined>();
    expectTypeOf<RunOutcome['error']>().toBeUnknown();
  });
});
