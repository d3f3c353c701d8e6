import { describe, expect, it } from 'vitest';
import { thrownBy } from '../testing/collect.ts';
import { createOfflineHttp } from '../testing/recording-http.ts';
import { startScriptedSpace } from '../testing/scripted-space.ts';
import { TestProvider } from '../testing/test-provider.ts';

describe('signature() of a provider', () => {
  it('compares its own inputs with the Space', async () => {
    const space = await startScriptedSpace();
    expect(await new TestProvider({ url: space.url }).signature()).toMatchObject({ matches: true, gradioVersion: '5.3.0' });
    expect(await new TestProvider({ url: space.url, apiEndpoint: '/gradio_api/call/gallery' }).signature()).toMatchObject({ matches: false });
  });

  it('goes through the proxy that it is given', async () => {
    const http = createOfflineHttp();
    await thrownBy(new TestProvider({}, { http }).signature({ proxy: 'http://proxy.example:3128' }));
    expect(http.requests).toMatchObject([{ url: 'https://owner-test.hf.space/config', proxy: 'http://proxy.example:3128' }]);
  });
});
