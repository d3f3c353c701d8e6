import { describe, expect, it } from 'vitest';
import { settle } from '../testing/barrier.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import { createStartDoor } from './start-door.ts';

const OPEN_END = new AbortController().signal;

describe('a door that lets two go within any second', () => {
  it('lets the first two go at once, and the next ones a second after each of them', () => {
    const clock = new ManualClock();
    const door = createStartDoor(2, 1000, clock);
    expect([door.isOpen(), door.passAtOnce()]).toEqual([true, true]);
    clock.advance(400);
    expect([door.passAtOnce(), door.isOpen(), door.passAtOnce()]).toEqual([true, false, false]);
    clock.advance(599);
    expect(door.passAtOnce()).toBe(false);
    clock.advance(1);
    expect([door.passAtOnce(), door.passAtOnce()]).toEqual([true, false]);
    clock.advance(400);
    expect(door.passAtOnce()).toBe(true);
  });

  it('counts nobody who only asked', () => {
    const door = createStartDoor(2, 1000, new ManualClock());
    for (let asked = 0; asked < 5; asked += 1) expect(door.isOpen()).toBe(true);
  });

  it('lets those who wait go in their order, before whoever comes later, and keeps one timer for all', async () => {
    const clock = new ManualClock();
    const door = createStartDoor(2, 1000, clock);
    const gone: number[] = [];
    const come = (number: number): void => { void door.pass(OPEN_END).then(() => gone.push(number)); };
    for (const number of [1, 2, 3, 4, 5]) come(number);
    await settle();
    expect([gone, clock.pending, door.isOpen()]).toEqual([[1, 2], 1, false]);
    clock.advance(1000);
    // It is time for two, but others came before.
    expect([door.isOpen(), door.passAtOnce()]).toEqual([false, false]);
    come(6);
    await settle();
    expect([gone, clock.pending]).toEqual([[1, 2, 3, 4], 1]);
    clock.advance(1000);
    await settle();
    expect([gone, clock.pending]).toEqual([[1, 2, 3, 4, 5, 6], 0]);
  });

  it.each(['at the head of the line', 'behind another one'])('lets go of somebody %s at once who does not want to go any more, and counts nothing for that', async (where) => {
    const clock = new ManualClock();
    const door = createStartDoor(2, 1000, clock);
    door.passAtOnce();
    door.passAtOnce();
    const controller = new AbortController();
    const others = where === 'behind another one' ? [door.pass(OPEN_END)] : [];
    const waits = door.pass(controller.signal);
    await settle();
    controller.abort(new RangeError('enough'));
    await expect(waits).rejects.toThrow('enough');
    clock.advance(1000);
    await Promise.all(others);
    await settle();
    expect([door.passAtOnce(), clock.pending]).toEqual([true, 0]);
  });
});
