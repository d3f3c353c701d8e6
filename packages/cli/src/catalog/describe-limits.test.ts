import { describe, expect, it } from 'vitest';
import { describeCapabilities, describeRange, describeSizes } from './describe-limits.ts';

describe('limits for people', () => {
  it.each([
    [{ min: 512, max: 1024, multipleOf: 32 }, '512 to 1024 by 32 (1:1)'],
    [{ min: 64, max: 2048 }, '64 to 2048 (1:1)'],
    [{ aspectRatios: ['1:1', '16:9'] as const, pixels: 1_048_576 }, '1:1 16:9 of about 1.0 megapixels (1:1)'],
    [{ sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }] as const }, '1024x1024, 1536x1024 (1:1)'],
  ])('say which sizes there are: %j', (rule, words) => {
    expect(describeSizes(rule, '1:1')).toBe(words);
  });

  it('say a range, what is usual, and that there is none', () => {
    expect([describeRange({ min: 1, max: 50 }, 28), describeRange({ min: 1, max: 1 }), describeRange(undefined, 4)]).toEqual(['1 to 50 (28)', '1', '-']);
  });

  it('say what a model can, and nothing that it cannot', () => {
    const none = { previews: false, progress: false, queuePosition: false, remoteCancel: false, seedInAnswer: false, negativePrompt: false, imageInput: 0, mask: false, strength: false };
    expect(describeCapabilities(none)).toBe('');
    expect(describeCapabilities({ ...none, previews: true, imageInput: 1, mask: true })).toBe('previews, 1 input image, mask');
    expect(describeCapabilities({ ...none, imageInput: 16, strength: true })).toBe('16 input images, strength');
  });
});
