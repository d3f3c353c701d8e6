import { AsyncGeneratorProvider, HttpServiceProvider, createRegistry } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { StabilityApiProvider, stabilityApi } from './index.ts';

describe('StabilityApiProvider', () => {
  it('is a provider of an HTTP service', () => {
    expect(new StabilityApiProvider()).toBeInstanceOf(HttpServiceProvider);
    expect(new StabilityApiProvider()).toBeInstanceOf(AsyncGeneratorProvider);
  });

  it.each<readonly [string, unknown]>([
    ['id', 'stability-api'],
    ['label', 'Stability AI API'],
    ['url', 'https://api.stability.ai'],
    ['working', true],
    ['defaultModel', 'sd3.5-large'],
    ['defaultImageModel', 'sd3.5-large'],
  ])('has the %s %j', (attribute, value) => {
    expect(Reflect.get(new StabilityApiProvider(), attribute)).toEqual(value);
  });

  it('asks another server where it is told to', () => {
    expect(new StabilityApiProvider({ url: 'https://gateway.example/stability' }).url).toBe('https://gateway.example/stability');
  });

  it('lets names that it does not know through to the service', () => {
    expect(new StabilityApiProvider().getModel('sd3.5-flash')).toBe('sd3.5-flash');
  });
});

describe('stabilityApi', () => {
  it.each([
    ['sd-3.5', 'sd3.5-large'], ['sd-3.5-large', 'sd3.5-large'], ['sd-3.5-turbo', 'sd3.5-large-turbo'], ['sd-3.5-large-turbo', 'sd3.5-large-turbo'],
    ['sd-3.5-medium', 'sd3.5-medium'], ['stable-image-core', 'core'], ['stable-image-ultra', 'ultra'], ['stability-api/core', 'core'], ['stability-api/sd3.5-flash', 'sd3.5-flash'],
  ])('serves %s in a registry', async (name, model) => {
    await using registry = createRegistry([stabilityApi()]);
    expect(registry.resolve(name)).toBeInstanceOf(StabilityApiProvider);
    expect(registry.candidates(name)).toMatchObject([{ model }]);
  });

  it('is not asked faster than the service allows', () => {
    expect(stabilityApi().rate).toEqual({ perInterval: 150, intervalMs: 10_000 });
  });

  it('refuses a wrong option as soon as it is used', async () => {
    await using registry = createRegistry([stabilityApi({ url: 'api.stability.ai' })]);
    expect(() => registry.resolve('sd-3.5')).toThrow('The option url is wrong');
  });
});
