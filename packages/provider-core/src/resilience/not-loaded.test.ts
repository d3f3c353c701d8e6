import { expect, it, vi } from 'vitest';
import { UnavailableError } from '../errors/unavailable-error.ts';
import { exampleRegistry } from '../testing/example-registry.ts';
import { outcomeOf } from '../testing/example-run.ts';
import { scriptedOutcomes } from '../testing/scripted-plugin.ts';
import { causeCodes } from './cause-codes.ts';

// As on a machine that has no file descriptor left, or in a page whose network is gone.
vi.mock(import('./fail-over.ts'), () => { throw Object.assign(new Error('too many open files'), { code: 'EMFILE' }); });
vi.mock(import('./call-queue.ts'), () => { throw Object.assign(new Error('too many open files'), { code: 'EMFILE' }); });

it('a failure of which nothing can follow, as that cannot be loaded, is told as it is', async () => {
  const failure = new UnavailableError('Full.');
  const { error } = await outcomeOf(exampleRegistry([scriptedOutcomes('a', () => failure), scriptedOutcomes('b', 'image')]).registry.generate('sd-3.5', { prompt: 'x' }));
  expect(error).toBe(failure);
});

it('a call whose queue cannot be loaded cost nothing', async () => {
  const a = scriptedOutcomes('a', 'image');
  const { registry } = exampleRegistry([a], { rates: { a: { concurrency: 1 } } });
  const { error } = await outcomeOf(registry.resolve('sd-3.5').createAsyncGenerator({ prompt: 'x' }));
  expect(error).toMatchObject({ code: 'network', billed: 'no', provider: 'a' });
  expect(causeCodes(error)).toContain('EMFILE');
  expect(a.generations).toEqual([]);
});
