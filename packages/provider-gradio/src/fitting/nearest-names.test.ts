import { describe, expect, it } from 'vitest';
import { nearestNames } from './nearest-names.ts';

const NAMES = ['prompt', 'negative_prompt', 'num_inference_steps', 'guidance_scale', 'width', 'height'];

describe('nearestNames', () => {
  it.each([
    ['promt', ['prompt']], ['Prompt', ['prompt']], ['numInferenceSteps', ['num_inference_steps']], ['guidance', []], ['widht', ['width']], ['hieght', ['height']], ['zebra', []], ['', []],
  ])('of %s are %j', (name, near) => {
    expect(nearestNames(name, NAMES)).toEqual(near);
  });

  it('are three at most, the nearest one first', () => {
    expect(nearestNames('infer', ['infer_22', 'infer_1', 'inferx', 'infer_', 'other'])).toEqual(['infer_', 'infer_1', 'inferx']);
  });

  it('are found in no long time for a long name', () => {
    expect(nearestNames('a'.repeat(100_000), ['b'.repeat(100_000)])).toEqual([]);
  });
});
