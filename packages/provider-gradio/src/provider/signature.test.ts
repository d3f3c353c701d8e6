import { describe, expect, it } from 'vitest';
import { startScriptedSpace } from '../testing/scripted-space.ts';
import { TestProvider } from '../testing/test-provider.ts';

describe('signature() of a provider', () => {
  it('compares its own inputs with the Space', async () => {
    const space = await startScriptedSpace();
    expect(await new TestProvider({ url: space.url }).signature()).toMatchObject({ matches: true, gradioVersion: '5.3.0' });
    expect(await new TestProvider({ url: space.url, apiEndpoint: '/gradio_api/call/gallery' }).signature()).toMatchObject({ matches: false });
  });
});
