import type { PluginProgress } from '@hypotez/provider-core';
import { describe, expect, it } from 'vitest';
import { progressLine } from './progress-line.ts';
import { textColumns } from './text-columns.ts';

const step: PluginProgress = { type: 'progress', stage: 'step', step: 12, steps: 50, fraction: 0.24, etaSeconds: 10 };
const queued: PluginProgress = { type: 'progress', stage: 'queued', queuePosition: 3, etaSeconds: 42 };

function line(event: PluginProgress, columns: number, ageSeconds = 0): string {
  return progressLine({ event, ageSeconds }, columns);
}

describe('progressLine', () => {
  it('shows a bar with steps, percent and the estimate', () => {
    expect(line(step, 79)).toBe('Painting ██████░░░░░░░░░░░░░░░░░░ 12/50  24 %, about 10 s left');
  });

  it('gets terser as the terminal gets narrower', () => {
    expect(line(step, 44)).toBe('Painting █░░░░░ 12/50  24 %, about 10 s left');
    expect(line(step, 19)).toBe('██░░░░░ 12/50  24 %');
    expect(line(step, 12)).toBe('█░░░░░  24 %');
    expect(line(step, 5)).toBe('24 %');
    expect(line(queued, 79)).toBe('Waiting: 3 jobs before this one, about 42 s left');
    expect(line(queued, 20)).toBe('Waiting: 3 before');
  });

  it('never is wider than the terminal', () => {
    const events: PluginProgress[] = [step, queued, { type: 'progress', stage: 'log', message: '漢字 and 🦊 and so on, '.repeat(9) }, { type: 'progress', stage: 'started' }];
    for (const event of events) {
      for (let columns = 1; columns < 120; columns += 1) expect(textColumns(line(event, columns))).toBeLessThanOrEqual(columns);
    }
  });

  it('counts the estimate down and drops it when it has run out', () => {
    expect(line(queued, 79, 40)).toContain('about 2 s');
    expect(line(queued, 79, 43)).not.toContain('about');
  });

  it('keeps impossible figures of a server inside the bar', () => {
    expect(line({ type: 'progress', stage: 'step', fraction: 7 }, 79)).toContain(`${'█'.repeat(24)} `);
    expect(line({ type: 'progress', stage: 'step', fraction: Number.NaN, etaSeconds: Number.POSITIVE_INFINITY }, 79).trim()).toBe('Painting');
  });

  it('knows who is next', () => {
    expect(line({ type: 'progress', stage: 'queued', queuePosition: 0 }, 79)).toBe('Waiting: next in the queue');
  });
});
