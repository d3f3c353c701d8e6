import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbortedError } from './aborted-error.ts';
import { describeCause } from './describe-cause.ts';
import { InvalidRequestError } from './invalid-request-error.ts';
import { NetworkError } from './network-error.ts';
import { PluginError } from './plugin-error.ts';
import { ProviderError } from './provider-error.ts';
import { requestProblem } from './request-problem.ts';
import { ResponseError } from './response-error.ts';
import { sealError } from './seal-error.ts';
import { TimeoutError } from './timeout-error.ts';

const CANARY = 'CANARY-7f3a-secret';
const STATE = Symbol('state');
const seal = { provider: 'example', secrets: [CANARY] };

/** Everything that a program could print of an error. */
function printed(error: unknown): string {
  const stack = error instanceof Error ? error.stack : '';
  return [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error), stack].join('\n');
}

/** The error of an HTTP client that carries its request, headers and all. */
function clientError(): Error {
  const request = { url: `https://user:${CANARY}@example.com/?api_key=${CANARY}`, headers: { authorization: `Bearer ${CANARY}`, cookie: CANARY }, body: CANARY };
  return Object.assign(new TypeError(`fetch of ${request.url} failed`, { cause: new Error(`bad header ${CANARY}`) }), { request, options: { request }, code: 'E_BAD' });
}

describe('sealError', () => {
  it('makes a PluginError of what is no ProviderError, with the name of the plugin', () => {
    const error = sealError(new RangeError('off by one'), seal);
    expect(error).toBeInstanceOf(PluginError);
    expect(error).toMatchObject({ code: 'plugin', provider: 'example', billed: 'maybe', message: 'The plugin example failed: off by one' });
    expect(error.cause).toMatchObject({ name: 'RangeError', message: 'off by one' });
  });

  it.each([['a text', 'oops', 'oops'], ['nothing', undefined, 'a thrown undefined'], ['null', null, 'a thrown object'], ['a number', 42, 'a thrown number'], ['an object', { toString: null }, 'a thrown object']])(
    'takes %s that was thrown',
    (_name, thrown, words) => {
      expect(sealError(thrown, seal).message).toBe(`The plugin example failed: ${words}`);
    },
  );

  it('takes an error whose message is no text', () => {
    const hostile = Object.defineProperty(new Error('x'), 'message', { value: { toString: null } });
    expect(sealError(hostile, seal)).toBeInstanceOf(PluginError);
  });

  it('lets the same ProviderError out, and says whose it is', () => {
    const error = new NetworkError('The connection broke.');
    expect(sealError(error, seal)).toBe(error);
    expect(error.provider).toBe('example');
  });

  it('keeps the provider that is already named', () => {
    expect(sealError(new NetworkError('x', { provider: 'inner' }), seal).provider).toBe('inner');
  });

  it('shows no credential of a foreign error at any depth', () => {
    expect(printed(sealError(clientError(), seal))).not.toContain(CANARY);
    expect(printed(sealError(clientError(), seal))).toContain('[redacted]');
  });

  it.each([
    ['an error', clientError()], ['a text', `Bearer ${CANARY}`], ['a plain object', { headers: { authorization: CANARY } }], ['a response', new Response(CANARY, { headers: { 'x-key': CANARY } })],
  ])('shows no credential of a ProviderError whose cause is %s', (_name, cause) => {
    expect(printed(sealError(new NetworkError(`no way with ${CANARY}`, { cause }), seal))).not.toContain(CANARY);
  });

  it('shows no credential in a stack that was already written', () => {
    const error = new NetworkError('x');
    error.stack = `NetworkError: no way with ${CANARY}\n    at https://user:${CANARY}@example.com/a.js:1:1`;
    expect(printed(sealError(error, seal))).not.toContain(CANARY);
    const foreign = new Error('x');
    foreign.stack = `Error: x\n    at https://user:${CANARY}@example.com/a.js:1:1`;
    expect(sealError(foreign, seal).cause).toMatchObject({ stack: 'Error: x\n    at https://[redacted]@example.com/a.js:1:1' });
  });

  it('shows no credential of the fields that a subclass adds', () => {
    class Chatty extends ResponseError {
      readonly detail = `key ${CANARY}`;
      readonly details = [`key ${CANARY}`];
      readonly request = { headers: { 'x-key': CANARY } };
    }
    expect(printed(sealError(new Chatty('x'), seal))).not.toContain(CANARY);
  });

  it('shows nothing of objects whose inside cannot be known', () => {
    class Carrying extends ResponseError {
      readonly response = new Response(CANARY, { headers: { 'x-key': CANARY } });
      readonly byName = new Map([[CANARY, CANARY]]);
      readonly bytes = Buffer.from(CANARY);
      readonly first = Object.assign(new Error(`inner ${CANARY}`), { config: { key: CANARY } });
      readonly second = new NetworkError(`inner ${CANARY}`, { cause: clientError() });
      readonly [STATE] = { [CANARY]: [{ deep: CANARY }] };
    }
    const error = sealError(Object.defineProperty(new Carrying('x'), 'hidden', { value: CANARY, enumerable: false, writable: true }), seal);
    expect(error).toBeInstanceOf(Carrying);
    expect(printed(error)).not.toContain(CANARY);
    expect(printed(error)).not.toContain(Buffer.from(CANARY).toString('hex').match(/../gu)?.join(' '));
  });

  it('makes another error of one that cannot be written to', () => {
    const locked = Object.defineProperty(new NetworkError('x'), 'detail', { value: CANARY, enumerable: true });
    const error = sealError(locked, seal);
    expect(error).toBeInstanceOf(PluginError);
    expect(printed(error)).not.toContain(CANARY);
  });

  it('lets no words of a server move a terminal or forge a line, wherever in an error they stand', () => {
    const hostile = 'no\u001b[2J\u202e way\r\n    at forged (file.js:1:1)\u009d0;title\u0007';
    class Chatty extends ResponseError {
      readonly details = [hostile, { [hostile]: hostile }];
    }
    for (const thrown of [new Chatty(hostile, { cause: new Error(hostile, { cause: hostile }) }), new Error(hostile), hostile]) {
      const error = sealError(thrown, seal);
      const { details } = error instanceof Chatty ? error : { details: [] };
      const { message, stack = '', cause } = error;
      const inner = cause instanceof Error ? [cause.message, cause.stack ?? '', String(cause.cause)] : [];
      for (const text of [message, stack, ...inner, JSON.stringify(details)]) expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      expect(message).toContain('no way at forged');
      expect(stack).not.toMatch(/^\s+at forged/mu);
      expect(stack).toMatch(/^\s+at .*seal-error\.test\.ts/mu);
    }
  });

  it('shows no secret in the list of problems', () => {
    expect(printed(sealError(new InvalidRequestError([requestProblem('model', CANARY, 'x')]), seal))).not.toContain(CANARY);
  });

  it('leaves the reason of an abort as the caller made it', () => {
    const reason = { why: 'closed the page' };
    expect(sealError(new AbortedError('x', { cause: reason }), seal).cause).toBe(reason);
  });

  it('takes words of a prompt for what they are only in texts, never in codes', () => {
    const words = ['no', 'maybe', 'yes', 'idle', 'total', 'timeout', 'example', 'TimeoutError'];
    const error = sealError(new TimeoutError('idle', 1000, { billed: 'maybe' }), { provider: 'example', secrets: words });
    expect(error).toMatchObject({ billed: 'maybe', phase: 'idle', code: 'timeout', provider: 'example', name: 'TimeoutError' });
  });

  it('seals an error that its plugin froze', () => {
    const error = sealError(Object.freeze(new NetworkError(`no way with ${CANARY}`)), seal);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error.provider).toBe('example');
    expect(printed(error)).not.toContain(CANARY);
  });

  it('lets no random secret out of any place of an error', () => {
    const secret = fc.string({ minLength: 10, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text && text.length >= 10);
    fc.assert(fc.property(secret, fc.boolean(), (canary, isOurs) => {
      const cause = Object.assign(new Error(`inner ${canary}`), { config: { canary } });
      const thrown = isOurs ? new NetworkError(`outer ${canary}`, { cause }) : new Error(`outer ${canary}`, { cause });
      const { message, stack = '', cause: inner } = sealError(thrown, { provider: 'example', secrets: [canary] });
      expect(message + stack + String(inner) + (inner instanceof Error ? inner.stack ?? '' : '')).not.toContain(canary);
    }));
  });
});

describe('describeCause', () => {
  it('keeps name, message, code and the chain of causes', () => {
    const copy = describeCause(Object.assign(new TypeError('fetch failed', { cause: Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' }) }), { code: 'E_OUTER' }));
    expect(copy).toMatchObject({ name: 'TypeError', message: 'fetch failed', code: 'E_OUTER', cause: { message: 'connect refused', code: 'ECONNREFUSED' } });
  });

  it('keeps the frames that say where it happened', () => {
    expect(describeCause(new Error('x')).stack).toContain('seal-error.test.ts');
  });

  it('ends a chain that bites its own tail', () => {
    const error = new Error('round');
    error.cause = error;
    expect(inspect(describeCause(error), { depth: 20 }).match(/Error: round/gu)?.length).toBeLessThanOrEqual(5);
  });

  it('takes terminal sequences and line feeds out of foreign words', () => {
    expect(describeCause(new Error('\u001B[31mred\nline')).message).toBe('red line');
  });
});
