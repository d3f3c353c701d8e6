import { createQueueWire } from '@hypotez/provider-testkit';
import { describeProvider } from '@hypotez/provider-testkit/vitest';
import { stabilityAiSd35 } from './index.ts';

describeProvider({
  plugin: stabilityAiSd35,
  scenario: {
    entry: { module: new URL('./index.ts', import.meta.url), factory: 'stabilityAiSd35' },
    wire: createQueueWire({ previews: false }),
    example: {
      request: { prompt: 'A dog playing in the park', width: 512, height: 512, seed: 42 },
      payload: '{"data":["A dog playing in the park","",42,false,512,512,4.5,50],"session_hash":"00000000-0000-4000-8000-000000000000"}',
    },
  },
});
