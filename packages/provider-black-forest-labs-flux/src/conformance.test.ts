import { createQueueWire } from '@hypotez/provider-testkit';
import { describeProvider } from '@hypotez/provider-testkit/vitest';
import { blackForestLabsFlux } from './index.ts';

describeProvider({
  plugin: blackForestLabsFlux,
  scenario: {
    entry: { module: new URL('./index.ts', import.meta.url), factory: 'blackForestLabsFlux' },
    // The function of [dev] takes seven inputs and is a generator, that of [schnell] takes six.
    wire: createQueueWire({ previews: ({ body }) => /"data":\["[^"]*",(?:[^,]+,){5}[^,]+\]/u.test(body) }),
    example: {
      request: { prompt: 'a lake', width: 512, height: 512, seed: 42 },
      payload: '{"data":["a lake",42,false,512,512,3.5,28],"session_hash":"00000000-0000-4000-8000-000000000000"}',
    },
  },
});
