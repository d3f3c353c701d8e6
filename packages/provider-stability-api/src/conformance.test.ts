import { describeProvider } from '@hypotez/provider-testkit/vitest';
import requests from '../__fixtures__/requests.json' with { type: 'json' };
import { stabilityApi } from './index.ts';
import { healthyWire, refusal } from './testing/stability-wire.ts';

describeProvider({
  plugin: stabilityApi,
  scenario: {
    entry: { module: new URL('./index.ts', import.meta.url), factory: 'stabilityApi' },
    wire: healthyWire,
    example: { request: { prompt: 'A lighthouse on a cliff', seed: 42 }, payload: requests['sd3.5-large'].body },
    moderation: { start: refusal(403, 'content_moderation', ['Your request was flagged by our content moderation system.']) },
  },
});
