import { inspect } from 'node:util';
import { AuthenticationError, ConfigurationError, ModerationError, QuotaExceededError, createProviderContext, type Http } from '@hypotez/provider-core';
import { EXAMPLE_PNG_BASE64, answer, event, eventStream, hold, json, runToEnd, type Script } from '@hypotez/provider-testkit';
import { describe, expect, it } from 'vitest';
import { openAiCompatible } from './index.ts';
import { openServer, providerAt } from './testing/open-server.ts';

/** The headers that a request to OpenAI itself would have had, as far as it gets without a network. */
async function atOpenAi(options: { readonly apiKey?: string; readonly env?: Readonly<Record<string, string>> }) {
  const sent: { readonly url: string; readonly headers: Readonly<Record<string, string>> }[] = [];
  const http: Http = {
    request: ({ url, credential }) => {
      sent.push({ url: String(url), headers: credential?.headersFor(new URL(url)) ?? {} });
      return Promise.reject(new ConfigurationError('There is no network here.'));
    },
    close: () => Promise.resolve(),
  };
  const provider = openAiCompatible({ apiKey: options.apiKey }).create(createProviderContext({ http, env: options.env ?? {} }), {});
  return { sent, error: (await runToEnd(provider, { prompt: 'a lake' })).error };
}

describe('the key', () => {
  it.each([[{ apiKey: 'option' }, 'Bearer option'], [{ env: { OPENAI_API_KEY: 'env' } }, 'Bearer env']])('of %j goes to OpenAI', async (options, authorization) => {
    expect((await atOpenAi(options)).sent).toEqual([{ url: 'https://api.openai.com/v1/images/generations', headers: { authorization } }]);
  });

  it('is asked for before anything is sent', async () => {
    const { sent, error } = await atOpenAi({});
    expect(sent).toEqual([]);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ billed: 'no', message: expect.stringMatching(/apiKey.*openai-compatible.*OPENAI_API_KEY/u) as string });
  });

  it('of the environment goes to no other server, which needs none', async () => {
    const server = await openServer();
    expect((await runToEnd(providerAt(server, { env: { OPENAI_API_KEY: 'env' } }), { prompt: 'a lake' })).error).toBeUndefined();
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('goes to another server when it was given for it', async () => {
    const server = await openServer();
    await runToEnd(providerAt(server, { apiKey: 'option' }), { prompt: 'a lake' });
    await runToEnd(providerAt(server, { apiKey: 'option' }), { prompt: 'a lake', apiKey: 'request' });
    expect(server.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer option', 'Bearer request']);
  });
});

describe('a refusal', () => {
  it.each([
    [400, { message: 'Your request was rejected.', type: 'image_generation_user_error', code: 'moderation_blocked', param: null }, ModerationError],
    [400, { message: 'no', type: 'invalid_request_error', code: 'content_policy_violation', param: null }, ModerationError],
    [429, { message: 'You exceeded your current quota.', type: 'insufficient_quota', code: 'insufficient_quota', param: null }, QuotaExceededError],
    [401, { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key', param: null }, AuthenticationError],
  ])('with %i and %j is told for what it is, with the id of the request', async (status, error, errorClass) => {
    const server = await openServer(() => [json(status, { error }, { 'x-request-id': 'req_7' })]);
    const { error: thrown } = await runToEnd(providerAt(server), { prompt: 'a lake' });
    expect(thrown).toBeInstanceOf(errorClass);
    expect(thrown).toMatchObject({ billed: 'no', message: expect.stringMatching(new RegExp(`HTTP ${status.toString()} \\(request req_7\\): ${error.message}`, 'u')) as string });
  });

  it('in the words of a server that sends a text alone is told as well', async () => {
    const server = await openServer(() => [json(400, { error: 'prompt required' })]);
    expect((await runToEnd(providerAt(server), { prompt: 'a lake' })).error).toMatchObject({ code: 'rejected', message: expect.stringContaining('prompt required') as string });
  });

  it('shows neither key nor prompt', async () => {
    const server = await openServer(({ body, headers }) => [answer(500, `${headers['authorization'] ?? ''} ${body}`)]);
    const { error } = await runToEnd(providerAt(server, { apiKey: 'key-7d1f0c52' }), { prompt: 'a secret lake' });
    expect(error).toMatchObject({ code: 'unavailable', billed: 'maybe' });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/key-7d1f0c52|a secret lake/u);
  });
});

it.each<readonly [string, Script]>([
  ['its answer begins', [hold()]],
  ['the first event comes', [eventStream(), hold()]],
  ['the next event comes', [eventStream(), event({ type: 'image_generation.partial_image', b64_json: EXAMPLE_PNG_BASE64 }), hold()]],
])('has as long until %s as a run may be without news', async (_name, script) => {
  const server = await openServer(() => script);
  const context = createProviderContext({ timeouts: { headersMs: 1, firstEventMs: 1, idleMs: 1, progressMs: 150 }, env: {} });
  const { error } = await runToEnd(openAiCompatible({ url: server.url }).create(context, {}), { prompt: 'a lake' });
  expect(error).toMatchObject({ code: 'timeout', timeoutMs: 150, billed: 'maybe' });
  await context.http.close();
});
