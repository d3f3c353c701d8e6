import { describe, expect, it } from 'vitest';
import { exampleRun } from '../testing/example-run.ts';
import { ImageProgress } from './image-progress.ts';

describe('ImageProgress', () => {
  it.each([
    [{ stage: 'queued', queuePosition: 2, etaSeconds: 4.2 }, 'queued (2 before) about 5 s'],
    [{ stage: 'queued', queuePosition: 0 }, 'queued (next)'],
    [{ stage: 'started' }, 'started'],
    [{ stage: 'step', step: 13, steps: 50, fraction: 0.26 }, 'step 13 of 50'],
    [{ stage: 'step', fraction: 0.5 }, 'step 50 %'],
    [{ stage: 'log', message: 'Waiting for a GPU' }, 'Waiting for a GPU'],
  ] as const)('reads %j as "%s"', (init, text) => {
    expect(String(new ImageProgress(init))).toBe(text);
  });

  it('has no fields for what was not told', () => {
    expect(Object.keys(new ImageProgress({ stage: 'started' }))).toEqual(['type', 'stage']);
  });

  it('can be had as news of another image', () => {
    const progress = new ImageProgress({ stage: 'step', step: 3, steps: 5, message: 'on it' });
    expect(progress.withIndex(2)).toEqual(new ImageProgress({ stage: 'step', index: 2, step: 3, steps: 5, message: 'on it' }));
    expect(progress.withIndex(2).withIndex(0).index).toBe(0);
    expect(progress.index).toBeUndefined();
  });

  it('says what a server said in clean words', () => {
    expect(new ImageProgress({ stage: 'log', message: 'warming\r\n up \u001b]0;title\u0007\u202enow' }).message).toBe('warming up now');
  });

  it('is what a run gives, also for a plugin that writes plain objects', async () => {
    const { run } = exampleRun(async function* () { yield { type: 'progress', stage: 'step', step: 3 }; });
    const { value } = await run.next();
    expect(value).toBeInstanceOf(ImageProgress);
    expect(String(value)).toBe('step 3');
  });
});
