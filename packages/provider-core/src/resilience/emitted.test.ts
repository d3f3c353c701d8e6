import { describe, expect, it } from 'vitest';
import { settle } from '../testing/barrier.ts';
import { emitted } from './emitted.ts';

describe('emitted', () => {
  it('gives what is emitted, in order, and ends with the function', async () => {
    const seen: number[] = [];
    for await (const event of emitted<number>(async (emit) => { await emit(1); await emit(2); })) seen.push(event);
    expect(seen).toEqual([1, 2]);
  });

  it('lets the function go on only when the next event is asked for', async () => {
    const log: string[] = [];
    const run = emitted<string>(async (emit) => {
      for (const event of ['a', 'b']) {
        await emit(event);
        log.push(`after ${event}`);
      }
    });
    await run.next();
    await settle();
    expect(log).toEqual([]);
    await run.next();
    await settle();
    expect(log).toEqual(['after a']);
  });

  it('throws what the function throws', async () => {
    const run = emitted<string>(async (emit) => { await emit('a'); throw new RangeError('x'); });
    await run.next();
    await expect(run.next()).rejects.toThrow(RangeError);
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  it('ends the function where it stands when the loop is left', async () => {
    let ended = false;
    const run = emitted<number>(async (emit) => {
      try {
        for (let event = 0; ; event += 1) await emit(event);
      } finally {
        ended = true;
      }
    });
    for await (const event of run) if (event === 2) break;
    await settle();
    expect(ended).toBe(true);
  });

  it('refuses whatever a function still wants to give when the loop was left', async () => {
    const refused: unknown[] = [];
    const run = emitted<number>(async (emit) => {
      for (let event = 0; event < 3; event += 1) await emit(event).catch((thrown: unknown) => refused.push(thrown));
    });
    await run.next();
    await run.return();
    await settle();
    expect(refused).toHaveLength(3);
  });

  it('does nothing before the first event is asked for', async () => {
    let begun = false;
    const run = emitted(async () => { begun = true; await settle(); });
    await settle();
    expect(begun).toBe(false);
    expect(await run.next()).toMatchObject({ done: true });
  });
});
