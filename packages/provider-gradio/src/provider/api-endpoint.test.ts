import { describe, expect, it } from 'vitest';
import { parseApiEndpoint } from './api-endpoint.ts';

// What it refuses stands with the options of the provider.
describe('parseApiEndpoint', () => {
  it.each([
    ['/gradio_api/call/infer', { prefix: '/gradio_api', apiName: 'infer' }],
    ['/call/infer', { prefix: '', apiName: 'infer' }],
    ['/gradio_api/call/infer/', { prefix: '/gradio_api', apiName: 'infer' }],
    ['/a/b/call/two%20words', { prefix: '/a/b', apiName: 'two words' }],
    ['/call/call', { prefix: '', apiName: 'call' }],
  ])('takes %s apart', (path, expected) => {
    expect(parseApiEndpoint(path)).toEqual(expected);
  });
});
