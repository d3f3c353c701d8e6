import { describe, expect, it } from 'vitest';
import { fakeIo } from '../testing/fake-io.ts';
import { askTerminal } from './ask-terminal.ts';

const ANSWER = '\u001b[6;20;10t\u001b[?63;1;4c';
const LONG = 60_000;

describe('askTerminal', () => {
  it('asks, and takes the answer in pieces', async () => {
    const io = fakeIo({ columns: 80, answer: '' });
    const asked = askTerminal(io, LONG);
    expect(io.stderr.text).toBe('\u001b[16t\u001b[c');
    for (const character of ANSWER) io.stdin.write(character);
    expect(await asked).toEqual({ sixel: true, cell: { width: 10, height: 20 } });
  });

  it('keeps the answer off the screen, and leaves the terminal as it was', async () => {
    const io = fakeIo({ columns: 80, answer: '' });
    const asked = askTerminal(io, LONG);
    expect(io.stdin.rawModes).toEqual([true]);
    io.stdin.write(ANSWER);
    await asked;
    expect(io.stdin.rawModes).toEqual([true, false]);
    expect(io.stdin.isPaused()).toBe(true);
    expect(io.stdin.listenerCount('data')).toBe(0);
  });

  it('does not wait for ever', async () => {
    const io = fakeIo({ columns: 80, answer: '' });
    expect(await askTerminal(io, 1)).toEqual({ sixel: false });
    expect(io.stdin.rawModes).toEqual([true, false]);
  });

  it('passes a Ctrl-C on, which is a mere character meanwhile', async () => {
    const io = fakeIo({ columns: 80, answer: '' });
    let interrupts = 0;
    io.signals.on('SIGINT', () => { interrupts += 1; });
    const asked = askTerminal(io, LONG);
    io.stdin.write('\u0003');
    expect(await asked).toEqual({ sixel: false });
    expect(interrupts).toBe(1);
  });

  it('asks nothing where stdin is a pipe', async () => {
    const io = fakeIo({ columns: 80, piped: '' });
    expect(await askTerminal(io, LONG)).toEqual({ sixel: false });
    expect(io.stderr.text).toBe('');
  });
});
