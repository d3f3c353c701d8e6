import { describe, expect, it } from 'vitest';
import { readTerminalAnswer } from './terminal-answer.ts';

const ESCAPE = '\u001b';

describe('readTerminalAnswer', () => {
  it('finds sixel graphics and the size of a cell', () => {
    expect(readTerminalAnswer(`${ESCAPE}[6;20;10t${ESCAPE}[?63;1;2;4;6;9;15;22c`)).toEqual({ sixel: true, cell: { width: 10, height: 20 } });
  });

  it('knows terminals without either', () => {
    expect(readTerminalAnswer(`${ESCAPE}[?1;2c`)).toEqual({ sixel: false });
    expect(readTerminalAnswer(`${ESCAPE}[?6c`)).toEqual({ sixel: false });
  });

  it('does not take the class of a terminal, or a larger number, for sixel', () => {
    expect(readTerminalAnswer(`${ESCAPE}[?4;14;44c`)?.sixel).toBe(false);
  });

  it('waits for the end', () => {
    expect(readTerminalAnswer('')).toBeUndefined();
    expect(readTerminalAnswer(`${ESCAPE}[6;20;10t${ESCAPE}[?63;1;4`)).toBeUndefined();
  });

  it.each(['0;10', '20;0', '9999;10', '20;201'])('does not believe a cell of %s', (size) => {
    expect(readTerminalAnswer(`${ESCAPE}[6;${size}t${ESCAPE}[?1;4c`)).toEqual({ sixel: true });
  });

  it('is not disturbed by keys that are pressed meanwhile', () => {
    expect(readTerminalAnswer(`ls\r${ESCAPE}[6;20;10tq${ESCAPE}[?1;4c`)).toEqual({ sixel: true, cell: { width: 10, height: 20 } });
  });
});
