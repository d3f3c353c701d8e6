import { describe, expect, it } from 'vitest';
import { textsIn } from './texts-in-request.ts';

const NONE = { secrets: [], prompts: [] };

describe('the texts of a request that must stand in no error', () => {
  it('are the credential and what the user wrote', () => {
    expect(textsIn({ apiKey: 'key', prompt: 'a castle', negativePrompt: 'fog', model: 'sd-3.5', seed: 5 })).toEqual({ secrets: ['key'], prompts: ['a castle', 'fog'] });
  });

  it('are the words of every message, pictures between them or not', () => {
    const messages = [
      { role: 'system', content: 'be brief' },
      { role: 'user', content: [{ type: 'text', text: 'a castle' }, { type: 'image_url', image_url: 'https://example.com' }, { type: 'text', text: 'by night' }] },
    ];
    expect(textsIn({ messages }).prompts).toEqual(['be brief', 'a castle', 'by night']);
  });

  it('are user and password of the proxy, as they are written and as they are meant', () => {
    expect(textsIn({ proxy: 'http://j%C3%B6rg:a%40b%zz@proxy.example:8080' }).secrets).toEqual(['j%C3%B6rg', 'jörg', 'a%40b%zz', 'a@b%zz']);
  });

  it('are texts among the options from 16 characters on; shorter ones are names of what can be chosen', () => {
    const [short, long] = ['x'.repeat(15), 'x'.repeat(16)];
    expect(textsIn({ providerOptions: { a: { style: short, extra: long, steps: 5, none: null } } })).toEqual({ secrets: [], prompts: [long] });
  });

  it('are looked for in options four deep, however deep these go on', () => {
    const at = (depth: number): string => `a text at depth ${depth.toString()}`;
    const options: Record<string, unknown> = {};
    let inner = options;
    for (let depth = 1; depth <= 6; depth += 1) {
      const next: Record<string, unknown> = {};
      Object.assign(inner, { text: at(depth), next });
      inner = next;
    }
    inner['next'] = options;
    expect(textsIn({ providerOptions: options }).prompts).toEqual([1, 2, 3, 4].map(at));
  });

  it.each<[string, unknown]>([
    ['no request', undefined], ['null', null], ['a text', 'a castle'], ['figures where texts should be', { apiKey: 5, prompt: {}, negativePrompt: [], proxy: 8080 }],
    ['messages that are none', { messages: 'hello' }], ['messages without words', { messages: [null, 5, { content: [null, 5] }] }], ['a proxy that is no URL', { proxy: 'proxy.example' }],
    ['a proxy whose URL is an object', { proxy: new URL('http://proxy.example') }],
  ])('are none in %s', (_what, request) => {
    expect(textsIn(request)).toEqual(NONE);
  });
});
