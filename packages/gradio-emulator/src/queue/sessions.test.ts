import { describe, expect, it } from 'vitest';
import { Sessions } from './sessions.ts';

describe('Sessions', () => {
  it('counts the events that are left', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.open('s', 'b');
    expect(sessions.answer('s', 'a')).toEqual({ isFirst: true, left: 1 });
    expect(sessions.answer('s', 'b')).toEqual({ isFirst: true, left: 0 });
  });

  it('knows a second answer of an event', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.answer('s', 'a');
    expect(sessions.answer('s', 'a')).toEqual({ isFirst: false, left: 0 });
  });

  it('evicts the oldest session and wakes its reader', async () => {
    const sessions = new Sessions(2);
    sessions.open('1', 'a');
    const reader = sessions.queue('1')?.take(10_000);
    sessions.open('2', 'b');
    sessions.open('3', 'c');
    expect(await reader).toBe('closed');
    expect(sessions.queue('1')).toBeUndefined();
    expect(sessions.queue('2')).toBeDefined();
  });

  it('remembers the events of a closed session, as Gradio does', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.close('s');
    sessions.open('s', 'b');
    expect(sessions.answer('s', 'b').left).toBe(1);
  });

  it('forgets an event that nobody waits for any more', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.open('s', 'b');
    sessions.forget('s', 'a');
    expect(sessions.answer('s', 'b').left).toBe(0);
  });

  it('finds the session of an event that has not been answered', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    expect(sessions.sessionOf('a')).toBe('s');
    sessions.answer('s', 'a');
    expect(sessions.sessionOf('a')).toBeUndefined();
  });
});
