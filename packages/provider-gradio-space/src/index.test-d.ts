import { createRegistry } from '@hypotez/provider-core';
import type { GradioSpaceProvider, InputMapping } from '@hypotez/provider-gradio';
import { describe, expectTypeOf, it } from 'vitest';
import { gradioSpace, type GradioSpaceByDescription, type GradioSpacePluginOptions, type ModelOfSpace } from './index.ts';

const registry = createRegistry([gradioSpace({ space: 'owner/name', aliases: ['lake'] }), gradioSpace({ space: 'https://owner-name.hf.space', id: 'other', model: 'second' })]);

describe('the plugin', () => {
  it('keeps the names that it was given', () => {
    expectTypeOf(registry.resolve('owner/name')).toEqualTypeOf<GradioSpaceByDescription>();
    expectTypeOf(registry.resolve('lake')).toEqualTypeOf<GradioSpaceByDescription>();
    expectTypeOf(registry.resolve('other/second')).toEqualTypeOf<GradioSpaceByDescription>();
    expectTypeOf(gradioSpace({ space: 'a/b' }).id).toEqualTypeOf<'gradio-space'>();
    expectTypeOf(gradioSpace({ space: 'a/b', id: 'mine' }).id).toEqualTypeOf<'mine'>();
    expectTypeOf<ModelOfSpace<'a/b'>>().toEqualTypeOf<'a/b'>();
    expectTypeOf<ModelOfSpace<'https://a-b.hf.space'>>().toEqualTypeOf<string>();
  });

  it('takes a mapping of inputs', () => {
    expectTypeOf<GradioSpacePluginOptions['inputs']>().toEqualTypeOf<InputMapping | undefined>();
    expectTypeOf<{ space: string; inputs: { steps: 'numInferenceSteps'; style: { constant: 'ink' } } }>().toExtend<GradioSpacePluginOptions>();
    expectTypeOf<{ space: string; inputs: { steps: 'inferenceSteps' } }>().not.toExtend<GradioSpacePluginOptions>();
  });
});

describe('the class', () => {
  it('is a Space', () => {
    expectTypeOf<GradioSpaceByDescription>().toExtend<GradioSpaceProvider>();
  });
});
