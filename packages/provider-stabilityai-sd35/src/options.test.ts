import { ConfigurationError, InvalidRequestError, createRegistry } from '@hypotez/provider-core';
import { runToEnd } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { StabilityAI_SD35Large, stabilityAiSd35 } from './index.ts';
import { openSpace, providerAt, sentData } from './testing/open-space.ts';

const SMALL = { prompt: 'A cat', width: 512, height: 512, numInferenceSteps: 1 } as const;

describe('the option', () => {
  it('url leads to another Space, the request stays the same', async () => {
    const space = await openSpace();
    expect((await runToEnd(providerAt(space), SMALL)).image?.urls[0]).toContain(space.url);
    expect(space.requests).toHaveLength(2);
  });

  it('apiEndpoint calls another function', async () => {
    const space = await openSpace();
    const { events } = await runToEnd(providerAt(space, { apiEndpoint: '/gradio_api/call/preview' }), { ...SMALL, numInferenceSteps: 4 });
    expect(space.requests[0]?.path).toBe('/gradio_api/call/preview');
    expect(events.some(({ type }) => type === 'preview')).toBe(true);
  });

  it('bounds changes what is accepted, and keeps the rest', async () => {
    const space = await openSpace();
    const provider = providerAt(space, { bounds: { size: { min: 256, max: 2048, multipleOf: 64 } } });
    expect((await runToEnd(provider, { ...SMALL, width: 256, height: 320 })).error).toBeUndefined();
    expect(sentData(space)).toMatchObject({ 4: 256, 5: 320 });
    expect((await runToEnd(provider, { ...SMALL, width: 544 })).error).toBeInstanceOf(InvalidRequestError);
    expect((await runToEnd(provider, { ...SMALL, numInferenceSteps: 51 })).error).toBeInstanceOf(InvalidRequestError);
  });

  it('bounds is what the signature is compared with', async () => {
    const space = await openSpace();
    const report = await providerAt(space, { bounds: { numInferenceSteps: { min: 1, max: 100 } } }).signature();
    expect(report.differences).toEqual([{ kind: 'bounds', input: 'num_inference_steps', expected: '1 to 100', found: '1 to 50' }]);
  });

  it("stream: 'call' reads the plain stream", async () => {
    const space = await openSpace();
    const { events } = await runToEnd(providerAt(space, { stream: 'call' }), SMALL);
    expect(events.map(({ type }) => type)).toEqual(['image']);
    expect(space.requests[1]?.path).toMatch(/^\/gradio_api\/call\/infer\/[\da-f]{32}$/u);
  });

  it('apiKey opens a private Space', async () => {
    const space = await openSpace({ token: 'hf_private' });
    expect((await runToEnd(providerAt(space), SMALL)).error).toMatchObject({ name: 'SpacePrivateError', code: 'authentication' });
    expect((await runToEnd(providerAt(space, { apiKey: 'hf_private' }), SMALL)).error).toBeUndefined();
    expect((await runToEnd(providerAt(space), { ...SMALL, apiKey: 'hf_private' })).error).toBeUndefined();
  });

  it.each([
    { url: 'stabilityai.hf.space' },
    { url: 'file:///etc/passwd' },
    { apiEndpoint: 'infer' },
    { apiKey: 'hf_a\nb' },
    { bounds: { seed: { min: 5, max: 4 } } },
    { bounds: { guidanceScale: { min: Number.NaN, max: 1 } } },
  ])('is refused when it is wrong: %j', (options) => {
    expect(() => new StabilityAI_SD35Large(options)).toThrow(ConfigurationError);
    using registry = createRegistry([stabilityAiSd35(options)]);
    expect(() => registry.resolve('sd-3.5')).toThrow(ConfigurationError);
  });
});
