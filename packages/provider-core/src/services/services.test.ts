import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { systemClock } from './clock.ts';
import { systemEnvironment } from './environment.ts';
import { silentLogger } from './logger.ts';
import { systemRandom } from './random.ts';
import { startDeadline } from './start-deadline.ts';

describe('systemClock', () => {
  it('tells the date of the runtime', () => {
    const before = Date.now();
    const date = systemClock.date();
    expect(date).toBeGreaterThanOrEqual(before);
    expect(date).toBeLessThanOrEqual(Date.now());
  });

  it('goes on when the date of the machine is set back', () => {
    const before = systemClock.now();
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    onTestFinished(() => { vi.useRealTimers(); });
    expect(systemClock.date()).toBe(0);
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });

  it('calls back after the delay, not before', async () => {
    const start = performance.now();
    await new Promise<void>((resolve) => { systemClock.schedule(resolve, 20); });
    // Timers of Node may be up to a millisecond early.
    expect(performance.now() - start).toBeGreaterThan(18);
  });

  it('does not call back what was taken back', () => {
    vi.useFakeTimers();
    onTestFinished(() => { vi.useRealTimers(); });
    const called: string[] = [];
    const takeBack = systemClock.schedule(() => called.push('taken back'), 10);
    systemClock.schedule(() => called.push('kept'), 10);
    takeBack();
    vi.advanceTimersByTime(1000);
    expect(called).toEqual(['kept']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('systemRandom', () => {
  it('makes UUIDs of version 4 that differ', () => {
    const uuids = Array.from({ length: 1000 }, () => systemRandom.uuid());
    for (const uuid of uuids) expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
    expect(new Set(uuids).size).toBe(1000);
  });

  it('makes them also in a page that is served by plain http, which has no randomUUID', () => {
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    vi.stubGlobal('crypto', { getRandomValues });
    try {
      const uuids = Array.from({ length: 1000 }, () => systemRandom.uuid());
      for (const uuid of uuids) expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
      expect(new Set(uuids).size).toBe(1000);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('stays inside the range, both ends included', () => {
    fc.assert(fc.property(fc.integer({ min: -1000, max: 1000 }), fc.nat({ max: 2 ** 31 - 1 }), (min, span) => {
      const number = systemRandom.integer(min, min + span);
      expect(Number.isInteger(number) && number >= min && number <= min + span).toBe(true);
    }));
    const dice = new Set(Array.from({ length: 1000 }, () => systemRandom.integer(1, 6)));
    expect([...dice].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(systemRandom.integer(7, 7)).toBe(7);
  });

  it('reaches the ends of the range of seeds', () => {
    const word = (value: number) => <Words extends ArrayBufferView>(words: Words): Words => {
      if (words instanceof Uint32Array) words.fill(value);
      return words;
    };
    const spy = vi.spyOn(crypto, 'getRandomValues');
    onTestFinished(() => { spy.mockRestore(); });
    spy.mockImplementation(word(0));
    expect(systemRandom.integer(0, 2_147_483_647)).toBe(0);
    spy.mockImplementation(word(0xffffffff));
    expect(systemRandom.integer(0, 2_147_483_647)).toBe(2_147_483_647);
  });
});

describe('systemEnvironment', () => {
  it('reads a variable each time it is asked, and is empty otherwise', () => {
    const name = 'HYPOTEZ_TEST_VARIABLE';
    expect(systemEnvironment[name]).toBeUndefined();
    expect(name in systemEnvironment).toBe(false);
    onTestFinished(() => { vi.unstubAllEnvs(); });
    vi.stubEnv(name, 'set later');
    expect(systemEnvironment[name]).toBe('set later');
    expect(name in systemEnvironment).toBe(true);
    vi.unstubAllEnvs();
    expect(systemEnvironment[name]).toBeUndefined();
  });

  it('shows nothing when printed, for it holds every secret of the machine', () => {
    expect(JSON.stringify(systemEnvironment)).toBe('{}');
    expect(Object.keys(systemEnvironment)).toEqual([]);
  });
});

describe('silentLogger', () => {
  it('writes nothing', () => {
    const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    onTestFinished(() => { vi.restoreAllMocks(); });
    for (const level of ['debug', 'info', 'warn', 'error'] as const) silentLogger[level]('x', { a: 1 });
    for (const write of written) expect(write).not.toHaveBeenCalled();
  });
});

describe('startDeadline', () => {
  const reason = (): Error => new Error('late');

  it('aborts with its reason when the time is up', () => {
    const clock = new ManualClock();
    const { signal } = startDeadline({ clock, delayMs: 100, reason });
    clock.advance(99);
    expect(signal.aborted).toBe(false);
    clock.advance(1);
    expect(signal.reason).toEqual(new Error('late'));
  });

  it('aborts with any of the signals, and with the reason of that one', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = startDeadline({ clock: new ManualClock(), delayMs: 100, reason, signals: [one.signal, undefined, other.signal] });
    other.abort('other');
    one.abort('one');
    expect(signal.reason).toBe('other');
  });

  it('is aborted from the start when one of the signals is', () => {
    expect(startDeadline({ clock: new ManualClock(), delayMs: 100, reason, signals: [AbortSignal.abort('before')] }).signal.reason).toBe('before');
  });

  it('lets go of clock and signals when it is stopped', () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const deadline = startDeadline({ clock, delayMs: 100, reason, signals: [controller.signal] });
    expect([clock.pending, getEventListeners(controller.signal, 'abort').length]).toEqual([1, 1]);
    deadline.stop();
    expect([clock.pending, getEventListeners(controller.signal, 'abort').length]).toEqual([0, 0]);
    controller.abort();
    clock.advance(1000);
    expect(deadline.signal.aborted).toBe(false);
  });
});
