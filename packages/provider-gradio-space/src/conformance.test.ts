import { describeProvider } from '@hypotez/provider-testkit/vitest';
import { gradioSpace } from './index.ts';
import { describingWire } from './testing/describing-wire.ts';

const options = { space: 'owner/name', aliases: ['lake-painter'] } as const;

describeProvider({
  plugin: (service) => gradioSpace({ ...options, ...service }),
  scenario: {
    entry: { module: new URL('./index.ts', import.meta.url), factory: 'gradioSpace', options },
    wire: describingWire(),
    example: {
      request: { prompt: 'a lake', width: 512, height: 512, seed: 42 },
      payload: '{"data":["a lake","",42,false,512,512,4.5,28,null,null,0.6],"session_hash":"00000000-0000-4000-8000-000000000000"}',
    },
  },
});
