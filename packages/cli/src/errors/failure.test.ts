import { AuthenticationError, ProviderError, QuotaExceededError, RateLimitError, UnavailableError, type ErrorCode } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line/run.ts';
import { fakeIo } from '../testing/fake-io.ts';
import { fakeServices } from '../testing/fake-services.ts';
import { EXIT_CODES } from './exit-codes.ts';

/** The whole list of core: the compiler refuses this object when a code is missing or unknown. */
const CODES: Readonly<Record<ErrorCode, true>> = {
  invalid_request: true, invalid_configuration: true, model_not_found: true, authentication: true, not_found: true, rate_limit: true,
  quota_exceeded: true, moderation: true, unavailable: true, rejected: true, response: true, job_cancelled: true, job_lost: true,
  response_parse: true, protocol: true, network: true, proxy: true, timeout: true, too_large: true, unsafe_url: true, bad_image: true,
  aborted: true, missing_images: true, all_providers_failed: true, plugin: true,
};
const codes = Object.keys(CODES) as readonly ErrorCode[];

function errorOf(code: ErrorCode): ProviderError {
  class SomeError extends ProviderError {
    static override readonly code: ErrorCode = code;
  }
  return new SomeError('This went wrong.');
}

async function runFailing(error: Error, argv: readonly string[] = []): Promise<{ readonly code: number; readonly stdout: string; readonly lines: readonly string[] }> {
  const io = fakeIo();
  const code = await run(['generate', 'a fox', ...argv], io, fakeServices(async function* fail() {
    yield { type: 'progress', stage: 'started' };
    throw error;
  }));
  return { code, stdout: io.stdout.text, lines: io.stderr.lines };
}

describe('every failure of a provider', () => {
  it.each(codes)('has an exit code and two lines: %s', async (code) => {
    const { code: exitCode, stdout, lines } = await runFailing(errorOf(code));
    expect(exitCode).toBe(EXIT_CODES[code]);
    expect(stdout).toBe('');
    expect(lines.slice(1)).toEqual(['This went wrong.', expect.stringMatching(/^[A-Z].*\.$/u)]);
  });

  it.each(codes)('is told in JSON with the same exit code: %s', async (code) => {
    const { code: exitCode, stdout } = await runFailing(errorOf(code), ['--json']);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ type: 'error', code, exitCode, message: 'This went wrong.' });
  });
});

describe('the second line', () => {
  it('says what it may have cost', async () => {
    for (const [billed, text] of [['maybe', 'The work may have been charged.'], ['yes', 'The work was charged.']] as const) {
      expect((await runFailing(new UnavailableError('Gone.', { billed }))).lines[2]).toContain(text);
    }
    expect((await runFailing(new UnavailableError('Gone.'))).lines[2]).not.toContain('charged');
  });

  it.each<readonly [makeError: () => Error, text: string]>([
    [() => new QuotaExceededError('Used up.', { retryAfterMs: 588_000 }), 'Wait 9 min 48 s, or use the key or token of an account that has quota left.'],
    [() => new QuotaExceededError('Used up.'), 'Wait until the quota comes back, or use the key or token of an account that has quota left.'],
    [() => new UnavailableError('Busy.', { retryAfterMs: 60_000 }), 'Wait 1 min, then try again, or ask another provider with --model or another Space with --url.'],
    [() => new UnavailableError('Paused by its owner.', { retryable: false }), 'Ask another provider with --model or another Space with --url.'],
    [() => new AuthenticationError('Who are you?'), 'Give a valid key or token of this provider, with --token or HF_TOKEN, STABILITY_API_KEY, OPENAI_API_KEY.'],
    [() => new RateLimitError('Slowly.', { retryAfterMs: 1000 }), 'Wait 1 s, then try again.'],
  ])('says how long to wait: %s', async (error, text) => {
    expect((await runFailing(error())).lines[2]).toBe(text);
  });

  it('says that no job was started when that is so', async () => {
    const io = fakeIo({ piped: 'a fox' });
    io.signals.on('SIGINT', () => undefined);
    const code = run(['generate', '--stdin'], io, fakeServices(async function* none() {
      yield { type: 'progress', stage: 'started' };
    }));
    io.signals.emit('SIGINT');
    expect(await code).toBe(130);
    expect(io.stderr.lines).toEqual(expect.arrayContaining(['Stopped by Ctrl-C.', 'No job was running.']));
  });
});
