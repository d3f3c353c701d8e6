import { ConfigurationError, createRegistry, definePlugin, type AsyncGeneratorProvider } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { fakeRegistry, paintPixel } from '../testing/fake-plugin.ts';
import { readCatalog } from './read-catalog.ts';

describe('readCatalog', () => {
  it('reads what a provider says of itself and of its models', () => {
    expect(readCatalog(fakeRegistry(paintPixel))).toEqual([{
      id: 'fake',
      label: 'Fake',
      url: 'https://fake.example',
      working: true,
      models: [{
        model: 'fake-painter',
        provider: 'fake',
        aliases: ['sd-3.5'],
        capabilities: expect.objectContaining({ previews: true, imageInput: 4 }) as unknown,
        bounds: expect.objectContaining({ size: { min: 512, max: 1024, multipleOf: 32 } }) as unknown,
        defaults: expect.objectContaining({ numInferenceSteps: 28 }) as unknown,
        problem: undefined,
      }],
    }]);
  });

  it('lists a provider that cannot be made, with the reason', () => {
    const create = (): AsyncGeneratorProvider => { throw new ConfigurationError('A key is missing.'); };
    const source = createRegistry([definePlugin({ id: 'closed', models: [{ id: 'm', aliases: ['a'] }], create })]);
    expect(readCatalog(source)).toEqual([{
      id: 'closed',
      models: [{ model: 'm', provider: 'closed', aliases: ['a'], problem: 'A key is missing.' }],
    }]);
  });
});
