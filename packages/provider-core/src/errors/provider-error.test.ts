import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as core from '../index.ts';
import { ERROR_MAKERS, errorClasses, type Core } from '../testing/error-makers.ts';

const classes = errorClasses(core);
const names = [...classes.keys()];

describe('every exported error class', () => {
  it('is known to these tests', () => {
    expect(names.toSorted()).toEqual(Object.keys(ERROR_MAKERS).toSorted());
  });

  it.each(names)('%s has a brand of its own, which is its name', (name) => {
    const errorClass = classes.get(name);
    expect(Object.getOwnPropertyDescriptor(errorClass, 'brand')?.value).toBe(name);
    expect(errorClass?.name).toBe(name);
  });

  it.each(Object.entries(ERROR_MAKERS))('%s is a ProviderError with its name, a code and a bill', (name, make) => {
    const error = make(core);
    expect(error).toBeInstanceOf(core.ProviderError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, code: expect.stringMatching(/^[a-z_]+$/u) as string });
    expect(typeof error.retryable).toBe('boolean');
    expect(error.stack).toContain('error-makers.ts');
  });

  it('gives no two classes the same code, unless one is finer than the other', () => {
    const byCode = Map.groupBy(Object.entries(ERROR_MAKERS).filter(([name]) => name !== 'ProviderError'), ([, make]) => make(core).code);
    const shared = [...byCode].filter(([, entries]) => entries.length > 1).map(([code, entries]) => [code, entries.map(([name]) => name)]);
    expect(shared).toEqual([['invalid_request', ['InvalidRequestError', 'UnsupportedOptionError']], ['job_lost', ['JobLostError', 'StreamEndedError']]]);
  });
});

describe('instanceof across two installed copies', () => {
  let other: Core;
  beforeAll(async () => {
    vi.resetModules();
    other = await import('../index.ts');
  });

  it('is a test of two copies', () => {
    expect(other.ProviderError).not.toBe(core.ProviderError);
    expect(Object.getPrototypeOf(new other.ProviderError('x'))).not.toBe(core.ProviderError.prototype);
  });

  it.each(Object.entries(ERROR_MAKERS))('%s of the other copy is what it is here, and nothing else', (name, make) => {
    const foreign = make(other);
    const matched = names.filter((candidate) => foreign instanceof (classes.get(candidate) ?? Number));
    expect(matched.toSorted()).toEqual(ancestry(errorClasses(other).get(name)).toSorted());
  });

  it('tells a subclass without a brand by its prototype only', () => {
    class Unbranded extends core.UnavailableError {}
    expect(new Unbranded('x')).toBeInstanceOf(Unbranded);
    expect(new Unbranded('x')).toBeInstanceOf(core.UnavailableError);
    expect(new Unbranded('x')).toBeInstanceOf(other.UnavailableError);
    expect(new core.UnavailableError('x')).not.toBeInstanceOf(Unbranded);
    expect(new other.UnavailableError('x')).not.toBeInstanceOf(Unbranded);
  });

  it('tells a plugin\'s own branded class across copies too', () => {
    const queueFull = (copy: Core) => class QueueFull extends copy.UnavailableError { static override readonly brand: string = 'example/QueueFull'; };
    const [here, there] = [queueFull(core), queueFull(other)];
    expect(new there('x')).toBeInstanceOf(here);
    expect(new there('x')).toBeInstanceOf(core.ResponseError);
    expect(new other.UnavailableError('x')).not.toBeInstanceOf(here);
  });

  it.each([[null], [undefined], ['ProviderError'], [{ brand: 'ProviderError' }], [new Error('x')]])('does not take %o for an error of ours', (value) => {
    expect(value instanceof core.ProviderError).toBe(false);
  });

  it('hides the mark from printing and copying', () => {
    expect(Object.keys(new core.NetworkError('x'))).toEqual(['code', 'retryable', 'billed', 'name']);
    expect(Object.getOwnPropertySymbols(Object.assign({}, new core.NetworkError('x')))).toEqual([]);
  });
});

describe('what an error tells', () => {
  it('keeps what it was given and leaves out what it was not', () => {
    const cause = new Error('why');
    const error = new core.RateLimitError('slow down', { status: 429, retryAfterMs: 5000, provider: 'a', billed: 'maybe', cause });
    expect(error).toMatchObject({ code: 'rate_limit', status: 429, retryAfterMs: 5000, provider: 'a', billed: 'maybe', retryable: true, cause });
    const bare = new core.RateLimitError('slow down');
    for (const field of ['status', 'retryAfterMs', 'provider', 'cause']) expect(Object.hasOwn(bare, field)).toBe(false);
  });

  it('lets the caller overrule the class on retryable, but not on the code', () => {
    expect(new core.NetworkError('x', { retryable: false }).retryable).toBe(false);
    expect(new core.RejectedError('x', Object.assign({ status: 422 }, { code: 'network' as const })).code).toBe('rejected');
  });

  it('knows which failures may pass by themselves', () => {
    const retryable = Object.entries(ERROR_MAKERS).filter(([, make]) => make(core).retryable).map(([name]) => name);
    expect(retryable).toEqual([
      'AbortedError', 'AllProvidersFailedError', 'JobCancelledError', 'JobLostError', 'MissingImagesError', 'NetworkError', 'RateLimitError',
      'StreamEndedError', 'TimeoutError', 'UnavailableError',
    ]);
  });

  it('assumes a bill only where a job was taken and its outcome is unknown', () => {
    const billed = Object.entries(ERROR_MAKERS).filter(([, make]) => make(core).billed !== 'no').map(([name, make]) => [name, make(core).billed]);
    expect(billed).toEqual([['JobCancelledError', 'maybe'], ['JobLostError', 'maybe'], ['MissingImagesError', 'maybe'], ['StreamEndedError', 'maybe']]);
    expect(new core.JobLostError('x', { billed: 'no' }).billed).toBe('no');
  });

  it('says which timer ran out, in seconds', () => {
    expect(new core.TimeoutError('idle', 60_000)).toMatchObject({ phase: 'idle', timeoutMs: 60_000, message: 'Gave up after 60 s: the server fell silent in the middle of its answer.' });
    expect(new core.TimeoutError('total', 1234.567).message).toMatch(/^Gave up after 1\.23 s: /u);
  });

  it('keeps the figures of a used-up allowance', () => {
    expect(new core.QuotaExceededError('x', { requestedSeconds: 60, leftSeconds: 7 })).toMatchObject({ requestedSeconds: 60, leftSeconds: 7 });
    expect(Object.hasOwn(new core.QuotaExceededError('x'), 'leftSeconds')).toBe(false);
  });

  it('names every attempt, and takes the worst bill of them', () => {
    const error = new core.AllProvidersFailedError('sd', [
      { provider: 'a', error: new core.NetworkError('No way.'), ms: 5 },
      { provider: 'b', error: new core.RejectedError('Bad.', { billed: 'maybe' }), ms: 5 },
    ]);
    expect(error).toMatchObject({ message: 'No provider could serve "sd". a: No way. b: Bad.', billed: 'maybe', retryable: true });
    expect(new core.AllProvidersFailedError('sd', [{ provider: 'a', error: new core.PluginError('x', { billed: 'yes' }), ms: 5 }])).toMatchObject({ billed: 'yes', retryable: false });
    expect(new core.AllProvidersFailedError('sd', []).billed).toBe('no');
  });

  it('names what is missing once for each reason, and takes the worst bill of it', () => {
    const lost = new core.JobLostError('Lost.');
    const full = new core.QuotaExceededError('Used up.', { retryAfterMs: 60_000 });
    const error = new core.MissingImagesError(4, [{ index: 0, error: lost }, { index: 2, error: full }, { index: 3, error: full }]);
    expect(error).toMatchObject({
      message: 'Of 4 images 3 are missing. Image 1: Lost. Images 3, 4: Used up.', billed: 'maybe', retryable: false, retryAfterMs: 60_000, failures: [{ index: 0, error: lost }, { index: 2 }, { index: 3 }],
    });
    const one = new core.MissingImagesError(2, [{ index: 1, error: new core.UnavailableError('Busy.') }]);
    expect(one).toMatchObject({ message: 'Of 2 images 1 is missing. Image 2: Busy.', billed: 'no', retryable: true });
    expect(Object.hasOwn(one, 'retryAfterMs')).toBe(false);
  });

  it('lists the models that would have been found', () => {
    expect(new core.ModelNotFoundError('dall-e', ['sd-3.5', 'flux'])).toMatchObject({
      model: 'dall-e', availableModels: ['sd-3.5', 'flux'], code: 'model_not_found', message: 'model is "dall-e"; allowed is sd-3.5, flux.',
    });
    expect(new core.ModelNotFoundError('x', []).message).toContain('nothing: no provider is registered');
  });
});

/** Names of an error class and of its ancestors up to `ProviderError`. */
function ancestry(errorClass: unknown): readonly string[] {
  if (typeof errorClass !== 'function' || errorClass === Error) return [];
  return [errorClass.name, ...ancestry(Object.getPrototypeOf(errorClass))];
}
