import { describe, expect, it } from 'vitest';
import { FakeScreen } from '../testing/fake-screen.ts';
import { FakeStream } from '../testing/fake-stream.ts';
import { LiveBlock } from './live-block.ts';

function makeBlock({ columns = 40, rows = 12, reflows = true } = {}): { readonly block: LiveBlock; readonly stream: FakeStream; readonly screen: FakeScreen } {
  const screen = new FakeScreen(columns, rows);
  const stream = new FakeStream({ columns, rows, screen });
  stream.write('above\n');
  return { block: new LiveBlock({ stream, reflows }), stream, screen };
}

/** Letters in place of a picture: the screen of the tests shows where they are. */
function letters(letter: string, rows: number): { readonly sequence: string; readonly rows: number; readonly erase: string } {
  return { sequence: Array.from({ length: rows }, () => letter.repeat(4)).join('\r\n'), rows, erase: `<${letter}>` };
}

describe('LiveBlock', () => {
  it('writes its lines over the former ones, more or fewer', async () => {
    const { block, screen } = makeBlock();
    block.draw(['one', 'two', 'three']);
    block.draw(['four']);
    expect(await screen.text()).toBe('above\nfour');
    block.draw(['five', 'six']);
    expect(await screen.text()).toBe('above\nfive\nsix');
  });

  it('draws a picture above the lines, and a better one in its place', async () => {
    const { block, screen } = makeBlock();
    block.draw(['text']);
    block.draw(['text'], letters('a', 3));
    expect(await screen.text()).toBe('above\naaaa\naaaa\naaaa\ntext');
    block.draw(['later']);
    block.draw(['last'], letters('b', 3));
    expect(await screen.text()).toBe('above\nbbbb\nbbbb\nbbbb\nlast');
  });

  it('takes a picture of another size for the former one', async () => {
    const { block, screen } = makeBlock();
    block.draw(['text'], letters('a', 4));
    block.draw(['text'], letters('b', 2));
    expect(await screen.text()).toMatch(/^above\nbbbb\nbbbb\ntext/u);
    block.draw(['text'], letters('c', 3));
    expect(await screen.text()).toMatch(/^above\ncccc\ncccc\ncccc\ntext/u);
  });

  it('stays together at the lower end of the screen', async () => {
    const { block, stream, screen } = makeBlock({ rows: 8 });
    stream.write('x\n'.repeat(6));
    block.draw(['one', 'two'], letters('a', 4));
    block.draw(['three', 'four'], letters('b', 4));
    expect((await screen.text()).split('\n').slice(-7)).toEqual(['x', 'bbbb', 'bbbb', 'bbbb', 'bbbb', 'three', 'four']);
    expect((await screen.text()).split('\n')).toHaveLength(13);
  });

  it('leaves the picture behind when it is released, and draws the next one below', async () => {
    const { block, stream, screen } = makeBlock();
    block.draw(['text'], letters('a', 2));
    block.release();
    stream.write('done\n');
    block.draw(['text'], letters('b', 2));
    expect(await screen.text()).toBe('above\naaaa\naaaa\ndone\nbbbb\nbbbb\ntext');
  });

  it('takes lines and picture away when it is erased', async () => {
    const { block, screen } = makeBlock();
    block.draw(['one', 'two'], letters('a', 3));
    block.erase();
    expect(await screen.text()).toBe('above\n<a>');
    expect((await screen.cursor()).line).toBe(1);
  });

  it('writes nothing when there is nothing to take away', () => {
    const { block, stream } = makeBlock();
    const before = stream.text;
    block.release();
    block.erase();
    expect(stream.text).toBe(before);
  });

  it.each([39, 20, 10, 5])('finds its lines again when they are broken anew at %i columns', async (columns) => {
    const { block, stream, screen } = makeBlock();
    block.draw(['a line of thirty-nine columns in the whole', 'short'].map((line) => line.slice(0, 39)));
    stream.resize(columns);
    block.draw(['new', 'text']);
    expect(await screen.text()).toBe('above\nnew\ntext');
  });

  it('draws the picture anew when the screen has another size', async () => {
    const { block, stream, screen } = makeBlock();
    block.draw(['text'], letters('a', 2));
    stream.resize(30);
    block.draw(['text'], letters('b', 2));
    expect((await screen.text()).split('\n').slice(-3)).toEqual(['bbbb', 'bbbb', 'text']);
    expect(stream.text).toContain('<a>');
  });
});
