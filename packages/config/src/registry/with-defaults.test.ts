import { describe, expect, it } from 'vitest';
import { withDefaults } from './with-defaults.ts';

describe('withDefaults', () => {
  it('fills in what the request leaves open', () => {
    expect(withDefaults({ prompt: 'x', guidanceScale: undefined, numInferenceSteps: 4 }, { guidanceScale: 3, numInferenceSteps: 20, model: 'mine' }))
      .toEqual({ prompt: 'x', guidanceScale: 3, numInferenceSteps: 4 });
  });

  it.each([{ aspectRatio: '16:9' }, { width: 640 }, { height: 640 }])('lets its sides give way to %j of the request', (size) => {
    expect(withDefaults(size, { width: 512, height: 768 })).toEqual(size);
  });

  it('fills in sides where the request has none', () => {
    expect(withDefaults({ prompt: 'x' }, { width: 512, height: 768 })).toEqual({ prompt: 'x', width: 512, height: 768 });
  });

  it('fills in the options of each provider', () => {
    expect(withDefaults({ providerOptions: { a: { one: 1 } } }, { providerOptions: { a: { one: 0, two: 2 }, b: { three: 3 } } }).providerOptions).toEqual({ a: { one: 1, two: 2 }, b: { three: 3 } });
  });
});
