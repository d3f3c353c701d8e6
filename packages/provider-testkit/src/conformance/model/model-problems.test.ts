import type { ModelLimits } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { modelProblems } from './model-problems.ts';

const SANE: ModelLimits = {
  capabilities: { previews: true, progress: true, queuePosition: false, remoteCancel: true, seedInAnswer: true, negativePrompt: true, imageInput: 1, mask: true, strength: true },
  bounds: { size: { min: 512, max: 1024, multipleOf: 32 }, seed: { min: 0, max: 100 }, guidanceScale: { min: 0, max: 7.5 }, n: { min: 1, max: 4 } },
  defaults: { aspectRatio: '1:1', seed: 0, guidanceScale: 4.5 },
};

interface Change {
  readonly capabilities?: Partial<ModelLimits['capabilities']>;
  readonly bounds?: Partial<ModelLimits['bounds']>;
  readonly defaults?: Partial<ModelLimits['defaults']>;
}

describe('the description of a model', () => {
  it.each<readonly [string, Change]>([
    ['with sides', {}],
    ['with ratios', { bounds: { size: { aspectRatios: ['1:1', '16:9'], pixels: 1_048_576 } } }],
    ['with sizes', { bounds: { size: { sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }] } } }],
    ['with one side', { bounds: { size: { min: 512, max: 512 } } }],
    ['without image input', { capabilities: { imageInput: 0, mask: false, strength: false } }],
    ['of fewer images a call', { bounds: { imagesPerCall: 1 } }],
  ])('is sane %s', (_what, change) => {
    expect(modelProblems(changed(change))).toEqual([]);
  });

  it.each<readonly [string, Change, string]>([
    ['no number of input images', { capabilities: { imageInput: -1 } }, 'capabilities.imageInput is -1;'],
    ['a mask of nothing', { capabilities: { imageInput: 0 } }, 'mask or strength, but no imageInput'],
    ['a range that is empty', { bounds: { seed: { min: 5, max: 4 } }, defaults: { seed: 5 } }, 'bounds.seed is 5 to 4'],
    ['a range of no numbers', { bounds: { guidanceScale: { min: NaN, max: 4 } } }, 'bounds.guidanceScale is NaN to 4'],
    ['a default outside', { defaults: { guidanceScale: 8 } }, 'defaults.guidanceScale is 8, outside of'],
    ['a default of nothing', { defaults: { numInferenceSteps: 8 } }, 'the model takes none'],
    ['a default ratio that is none', { defaults: { aspectRatio: 'wide' } }, 'which is no ratio'],
    ['a default ratio that its sides cannot give', { defaults: { aspectRatio: '21:9' } }, 'which bounds.size cannot give'],
    ['a default ratio that is not listed', { bounds: { size: { aspectRatios: ['16:9'], pixels: 1_048_576 } } }, 'which bounds.size cannot give'],
    ['a default ratio of none of its sizes', { bounds: { size: { sizes: [{ width: 1536, height: 1024 }] } } }, 'which bounds.size cannot give'],
    ['no side on its grid', { bounds: { size: { min: 513, max: 540, multipleOf: 32 } } }, 'holds no size'],
    ['no number of pixels', { bounds: { size: { aspectRatios: ['1:1'], pixels: 0 } } }, 'no whole number of pixels'],
    ['half a pixel', { bounds: { size: { sizes: [{ width: 0.5, height: 1 }] } } }, 'no whole number of pixels'],
    ['no single image', { bounds: { n: { min: 2, max: 4 } } }, 'bounds.n is 2 to 4'],
    ['calls of no image', { bounds: { imagesPerCall: 0 } }, 'bounds.imagesPerCall is 0'],
  ])('has a problem: %s', (_what, change, words) => {
    expect(modelProblems(changed(change)).filter((problem) => problem.includes(words))).toHaveLength(1);
  });
});

function changed({ capabilities, bounds, defaults }: Change): ModelLimits {
  return { capabilities: { ...SANE.capabilities, ...capabilities }, bounds: { ...SANE.bounds, ...bounds }, defaults: { ...SANE.defaults, ...defaults } };
}
