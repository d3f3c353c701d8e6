import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['takes tags off and keeps what they hold', '<a style="color: red" href="https://x.example">Sign up</a> now<br/>!', 'Sign up now!'],
    ['keeps the words of a Markdown link', '[Sign up](https://x.example/join) for more', 'Sign up for more'],
    ['decodes the entities that Gradio writes', '&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;&nbsp;e', '<b> & "c" \'d\' e'],
    ['decodes entities once', '&amp;lt;', '&lt;'],
    ['takes single repr quotes off', "'You have exceeded'", 'You have exceeded'],
    ['takes double repr quotes off', '"It\'s too dark"', "It's too dark"],
    ['unescapes what repr escaped', String.raw`'It\'s \"here\" \\ there\nand on'`, String.raw`It's "here" \ there and on`],
    ['takes an escaped backslash for no escape', String.raw`'C:\\new'`, String.raw`C:\new`],
    ['leaves a quotation at both ends alone', "'cat' is not 'dog'", "'cat' is not 'dog'"],
    ['leaves a lone quote alone', "'", "'"],
    ['leaves "less than" alone', 'width < 512 and height > 1', 'width < 512 and height > 1'],
    ['makes one line of many', 'a\r\n\tb\n\n c', 'a b c'],
    ['takes terminal sequences out', '\u001B[31mred\u001B[0m \u001B]0;title\u0007x', 'red x'],
    ['takes invisible and reordering characters out', 'a\u202Eb\u200Bc\u0000d', 'abcd'],
    ['keeps other scripts and emoji', 'Schön 🎨 日本', 'Schön 🎨 日本'],
    ['makes nothing of nothing', '  ', ''],
  ])('%s', (_name, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('cuts at the given length, 500 characters by default', () => {
    expect(plainText('a'.repeat(501))).toBe(`${'a'.repeat(499)}…`);
    expect(plainText('abcdef', 4)).toBe('abc…');
  });

  it.each(['<a', '[', "'\\", '](https:', '&'])('reads a megabyte of %j in linear time', (piece) => {
    const start = performance.now();
    expect(plainText(piece.repeat(1_000_000 / piece.length)).length).toBeLessThanOrEqual(500);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
