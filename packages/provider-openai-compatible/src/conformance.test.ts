import { json } from '@hypotez/provider-testkit';
import { describeProvider } from '@hypotez/provider-testkit/vitest';
import { openAiCompatible } from './index.ts';
import { imagesWire } from './testing/images-wire.ts';

const options = { models: [{ id: 'gpt-image-2', aliases: ['gpt-image'] }, { id: 'gpt-image-1.5', aliases: [] }] } as const;

describeProvider({
  plugin: (service) => openAiCompatible({ ...service, ...options }),
  scenario: {
    entry: { module: new URL('./index.ts', import.meta.url), factory: 'openAiCompatible', options },
    wire: imagesWire,
    example: {
      request: { prompt: 'a lake', aspectRatio: '16:9', providerOptions: { 'openai-compatible': { partial_images: 1 } } },
      payload: '{"model":"gpt-image-2","prompt":"a lake","size":"1360x768","partial_images":1,"stream":true}',
    },
    moderation: { start: [json(400, { error: { message: 'Your request was rejected.', type: 'image_generation_user_error', param: null, code: 'moderation_blocked' } })] },
  },
});
