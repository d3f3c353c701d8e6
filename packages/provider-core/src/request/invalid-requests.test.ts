import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import { ModelNotFoundError } from '../errors/model-not-found-error.ts';
import { ExampleProvider } from '../testing/example-provider.ts';
import { outcomeOf } from '../testing/example-run.ts';
import type { ImageRequest } from './image-request.ts';

/** What an application in JavaScript may pass, types or no types. */
function wrong(request: unknown): ImageRequest {
  return request as ImageRequest;
}

/** Runs a request against the example provider, which has the limits of Stable Diffusion 3.5 Large. */
async function refusal(request: unknown): Promise<InvalidRequestError> {
  const provider = new ExampleProvider();
  const { events, error } = await outcomeOf(provider.createAsyncGenerator(wrong(request)));
  expect(events).toEqual([]);
  expect(provider.generations).toEqual([]);
  if (!(error instanceof InvalidRequestError)) throw new Error('It was not refused as an invalid request.', { cause: error });
  return error;
}

const SIDE = 'a whole number of 512 to 1024 in steps of 32';
const SEED = 'a whole number from 0 to 2147483647';

describe('a request with one thing wrong', () => {
  it.each<[string, object, string, string]>([
    ['empty messages', { messages: [] }, 'messages', 'at least one user message with text, or a prompt'],
    ['neither messages nor prompt', {}, 'messages', 'at least one user message with text, or a prompt'],
    ['no user text', { messages: [{ role: 'system', content: 'be kind' }] }, 'messages', 'at least one user message with text, or a prompt'],
    ['a blank prompt', { prompt: '  ' }, 'prompt', 'a text that is not blank'],
    ['a prompt that is no text', { prompt: 5 }, 'prompt', 'a text'],
    ['messages that are no list', { messages: 'a cat' }, 'messages', 'a list of { role, content }, content a text or parts of type text and image_url'],
    ['an unknown role', { messages: [{ role: 'robot', content: 'x' }] }, 'messages[0].role', 'a list of { role, content }, content a text or parts of type text and image_url'],
    ['an option that nobody knows', { prompt: 'x', widht: 1024 }, 'widht', 'one of the options model, messages, prompt,'],
    ['a seed that is not whole', { prompt: 'x', seed: 1.5 }, 'seed', SEED],
    ['a seed below 0', { prompt: 'x', seed: -1 }, 'seed', SEED],
    ['a seed above 2^31 - 1', { prompt: 'x', seed: 2 ** 31 }, 'seed', SEED],
    ['a seed that is no number', { prompt: 'x', seed: '42' }, 'seed', SEED],
    ['a width below the least', { prompt: 'x', width: 100 }, 'width', SIDE],
    ['a width off the grid', { prompt: 'x', width: 513 }, 'width', SIDE],
    ['a width of NaN', { prompt: 'x', width: Number.NaN }, 'width', SIDE],
    ['a height above the most', { prompt: 'x', height: 2048 }, 'height', SIDE],
    ['a width that is no number', { prompt: 'x', width: '512' }, 'width', SIDE],
    ['a message without content', { messages: [{ role: 'user' }] }, 'messages[0].content', 'a list of { role, content }, '],
    ['a ratio with 0', { prompt: 'x', aspectRatio: '0:1' }, 'aspectRatio', 'two positive numbers as width:height, such as'],
    ['a ratio of letters', { prompt: 'x', aspectRatio: 'a:b' }, 'aspectRatio', 'two positive numbers as width:height, such as'],
    ['a ratio that no size has', { prompt: 'x', aspectRatio: '21:9' }, 'aspectRatio', 'between 1:2 (tallest) and 2:1 (widest)'],
    ['a guidance above the most', { prompt: 'x', guidanceScale: 8 }, 'guidanceScale', 'a number from 0 to 7.5'],
    ['an endless guidance', { prompt: 'x', guidanceScale: Infinity }, 'guidanceScale', 'a number from 0 to 7.5'],
    ['too many steps', { prompt: 'x', numInferenceSteps: 51 }, 'numInferenceSteps', 'a whole number from 1 to 50'],
    ['half a step', { prompt: 'x', numInferenceSteps: 0.5 }, 'numInferenceSteps', 'a whole number from 1 to 50'],
    ['more images than the model makes', { prompt: 'x', n: 2 }, 'n', '1'],
    ['a proxy that is no URL', { prompt: 'x', proxy: 'proxy.example:3128:' }, 'proxy', 'an http, https or socks5 URL such as'],
    ['a proxy of another scheme', { prompt: 'x', proxy: 'ftp://proxy.example' }, 'proxy', 'an http, https or socks5 URL such as'],
    ['a proxy whose password cannot be decoded', { prompt: 'x', proxy: 'http://user:100%sure@proxy.example:3128' }, 'proxy', 'an http, https or socks5 URL such as'],
    ['a key with a line feed', { prompt: 'x', apiKey: 'abc\ndef' }, 'apiKey', 'a text of printable ASCII characters without blanks'],
    ['an empty key', { prompt: 'x', apiKey: '' }, 'apiKey', 'a text of printable ASCII characters without blanks'],
    ['a time limit of 0', { prompt: 'x', timeoutMs: 0 }, 'timeoutMs', 'a whole number of milliseconds, 1 to 2147483647'],
    ['a time limit that timers cannot hold', { prompt: 'x', timeoutMs: 2 ** 31 }, 'timeoutMs', 'a whole number of milliseconds, 1 to 2147483647'],
    ['a signal that is none', { prompt: 'x', signal: {} }, 'signal', 'an AbortSignal'],
    ['a flag that is no flag', { prompt: 'x', randomizeSeed: 'yes' }, 'randomizeSeed', 'true or false'],
    ['options of a provider that are no object', { prompt: 'x', providerOptions: { example: 5 } }, 'providerOptions.example', 'an object of options'],
    ['options that are no object', { prompt: 'x', providerOptions: 5 }, 'providerOptions', 'an object of option objects by provider id'],
    ['an option that this provider has not', { prompt: 'x', providerOptions: { example: { colour: 1 } } }, 'providerOptions.example', 'style'],
  ])('is refused for %s', async (_what, request, field, allowed) => {
    const error = await refusal(request);
    expect(error.problems.map((problem) => problem.field)).toEqual([field]);
    expect(error.problems[0]?.allowed).toContain(allowed);
    expect(error.message).toContain(`${field} is `);
    expect(error).toMatchObject({ code: 'invalid_request', provider: 'example', billed: 'no', retryable: false });
  });

  it('is refused for an unknown model by the finer error, which lists the known ones', async () => {
    const error = await refusal({ prompt: 'x', model: 'dall-e' });
    expect(error).toBeInstanceOf(ModelNotFoundError);
    expect(error).toMatchObject({ code: 'model_not_found', model: 'dall-e', problems: [{ field: 'model' }] });
    expect(error.message).toContain('sd-3.5, sd-3.5-large, sd-3.5-medium, stable-diffusion-3.5-large, stable-diffusion-3.5-medium');
  });

  it.each([[undefined, 'missing'], [null, 'null'], [['x'], '[hidden]'], ['a cat', '[hidden]'], [42, '[hidden]']])('is refused when it is no object but %o', async (request, shown) => {
    const error = await refusal(request);
    expect(error.problems).toEqual([{ field: 'request', value: shown, allowed: 'an object with messages or a prompt' }]);
  });
});

describe('a request with several things wrong', () => {
  it('is refused once, with all of them', async () => {
    const error = await refusal({
      messages: [], model: 'dall-e', width: 513, seed: -1, guidanceScale: 99, numInferenceSteps: 0, n: 0, timeoutMs: 0, proxy: 'x', aspectRatio: 'a:b',
    });
    const fields = error.problems.map(({ field }) => field);
    expect(fields.toSorted()).toEqual(['aspectRatio', 'guidanceScale', 'messages', 'model', 'n', 'numInferenceSteps', 'proxy', 'seed', 'timeoutMs', 'width']);
    expect(error.message.split('. ')).toHaveLength(10);
  });

  it('names every option that nobody knows', async () => {
    const error = await refusal({ prompt: 'x', widht: 1, heigth: 2, constructor: 3, toString: 4 });
    expect(error.problems.map(({ field }) => field)).toEqual(['widht', 'heigth', 'constructor', 'toString']);
  });

  it('names every message that is wrong', async () => {
    const error = await refusal({ messages: [{ role: 'robot', content: 'x' }, { role: 'user', content: [{ type: 'text' }] }, { role: 'user', content: 5 }] });
    expect(error.problems.map(({ field }) => field.split('.')[0])).toEqual(['messages[0]', 'messages[1]', 'messages[2]']);
  });
});

describe('the error of a wrong request', () => {
  const canary = 'CANARY-0f3b-text';
  it.each<[string, object]>([
    ['the key', { prompt: 'x', apiKey: `${canary} with a blank` }],
    ['the proxy', { prompt: 'x', proxy: `ftp://user:${canary}@proxy.example` }],
    ['the password of a sound proxy', { prompt: 'x', seed: -1, proxy: `http://user:${canary}@proxy.example` }],
    ['the prompt', { prompt: { text: canary } }],
    ['a sound prompt', { prompt: canary, seed: -1 }],
    ['the prompt as another field', { prompt: canary, model: canary, aspectRatio: canary }],
    ['the negative prompt', { prompt: 'x', negativePrompt: [canary] }],
    ['the messages', { messages: [{ role: 'system', content: canary }] }],
    ['a message of a wrong shape', { messages: [{ role: canary, content: 'x' }, { role: 'user', content: [{ type: canary }] }] }],
    ['a key under a wrong name', { prompt: 'x', api_key: canary, apikey: canary, token: canary, Authorization: canary }],
    ['a prompt under a wrong name', { propmt: canary }],
  ])('never repeats %s', async (_what, request) => {
    const error = await refusal(request);
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + (error.stack ?? '')).not.toContain(canary);
  });

  it('never repeats a wrong key, proxy, prompt or message, whatever it looks like', async () => {
    const field = fc.constantFrom('apiKey', 'proxy', 'prompt', 'messages', 'negativePrompt');
    const value = fc.string({ minLength: 6 }).map((text) => `\n CANARY ${text}`);
    await fc.assert(fc.asyncProperty(field, value, async (name, text) => {
      const error = await refusal({ prompt: 'x', seed: -1, [name]: name === 'messages' || name === 'prompt' || name === 'negativePrompt' ? [text] : text });
      expect(inspect(error, { depth: 20 }) + JSON.stringify(error)).not.toContain('CANARY');
    }));
  });
});
