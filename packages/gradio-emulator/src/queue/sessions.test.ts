import { describe, expect, it } from 'vitest';
import { Sessions } from './sessions.ts';

describe('Sessions', () => {
  it('counts the events that are left', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.open('s', 'b');
    expect(sessions.answer('s', 'a')).toBe(1);
    expect(sessions.answer('s', 'b')).toBe(0);
  });

  it('does not answer an event twice', () => {
    const sessions = new Sessions(10);
    sessions.open('s', 'a');
    sessions.answer('s', 'a');
    expect(sessions.answer('s', 'a')).toBeUndefined();
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
    expect(sessions.answer('s', 'b')).toBe(1);
  });
});
