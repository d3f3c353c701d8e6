import sharp from 'sharp';
import { Decoder } from 'sixel';
import { describe, expect, it } from 'vitest';
import { FakeStream } from '../testing/fake-stream.ts';
import { FIELDS, colourDifference, fieldColours, samplePicture } from '../testing/sample-picture.ts';
import { loadPictureDecoder } from './decode-picture.ts';
import type { ImageProtocol } from './image-protocol.ts';
import { PictureRenderer } from './picture-renderer.ts';
import type { PixelSize } from './terminal-answer.ts';

const ESCAPE = '\u001b';
const cell = { width: 10, height: 20 };

async function makeRenderer(protocol: ImageProtocol, size: { readonly columns: number; readonly rows?: number; readonly cell?: PixelSize } = { columns: 80, cell }): Promise<PictureRenderer> {
  const decoder = await loadPictureDecoder();
  if (decoder === undefined) throw new Error('The package sharp is not installed.');
  return new PictureRenderer({ protocol, decoder, stream: new FakeStream(size), cell: size.cell });
}

/** The commands of kitty's protocol in a text; nothing else may be in it. */
function kittyCommands(sequence: string): readonly { readonly keys: Readonly<Record<string, string>>; readonly data: string }[] {
  const commands = [...sequence.matchAll(new RegExp(String.raw`${ESCAPE}_G([^;${ESCAPE}]*);?([A-Za-z0-9+/=]*)${ESCAPE}\\`, 'gu'))];
  expect(commands.map(([whole]) => whole).join('')).toBe(sequence);
  return commands.map(([, keys = '', data = '']) => ({ keys: Object.fromEntries(keys.split(',').map((pair) => pair.split('='))) as Record<string, string>, data }));
}

async function coloursOfPng(base64: string): Promise<readonly (readonly number[])[]> {
  const { data, info } = await sharp(Buffer.from(base64, 'base64')).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return fieldColours(data, info);
}

describe.each(['png', 'jpeg', 'webp'] as const)('a %s', (format) => {
  it('is a PNG in chunks for kitty', async () => {
    const picture = await (await makeRenderer('kitty')).render(await samplePicture(format));
    const commands = kittyCommands(picture?.sequence ?? '');
    expect(commands[0]?.keys).toMatchObject({ a: 'T', f: '100', t: 'd', C: '1', q: '2' });
    expect(commands[0]?.keys).not.toHaveProperty('r');
    for (const { data } of commands.slice(0, -1)) expect(data.length % 4).toBe(0);
    for (const { data } of commands) expect(data.length).toBeLessThanOrEqual(4096);
    expect(commands.map(({ keys }) => keys['m'])).toEqual([...commands.slice(1).map(() => '1'), '0']);
    expect(colourDifference(await coloursOfPng(commands.map(({ data }) => data).join('')), FIELDS)).toBeLessThan(12);
    expect(picture?.rows).toBe(19);
  });

  it('is a PNG in one sequence for iTerm2', async () => {
    const picture = await (await makeRenderer('iterm')).render(await samplePicture(format));
    const [, keys = '', data = ''] = new RegExp(String.raw`^${ESCAPE}\]1337;File=([^:]*):([A-Za-z0-9+/=]+)\u0007$`, 'u').exec(picture?.sequence ?? '') ?? [];
    expect(keys.split(';')).toEqual(expect.arrayContaining(['inline=1', 'width=38', 'height=19']));
    expect(colourDifference(await coloursOfPng(data), FIELDS)).toBeLessThan(12);
  });

  it('is the picture again when its sixels are decoded', async () => {
    const picture = await (await makeRenderer('sixel')).render(await samplePicture(format));
    const sequence = picture?.sequence ?? '';
    expect(sequence).toMatch(new RegExp(String.raw`^${ESCAPE}P[\d;]*q[\x20-\x7e\n\r]*${ESCAPE}\\$`, 'u'));
    const decoder = new Decoder();
    decoder.init();
    decoder.decodeString(sequence.slice(sequence.indexOf('q') + 1, -2));
    expect([decoder.width, decoder.height]).toEqual([380, 380]);
    expect(colourDifference(fieldColours(decoder.data8, decoder), FIELDS)).toBeLessThan(12);
  });
});

describe('a renderer', () => {
  it('lets kitty stretch the picture where the size of a character is not known', async () => {
    const picture = await (await makeRenderer('kitty', { columns: 80 })).render(await samplePicture('png', 1024));
    expect(kittyCommands(picture?.sequence ?? '')[0]?.keys).toMatchObject({ c: '38', r: '19' });
  });

  it('gives the next state of a picture the same number, and the next picture another one', async () => {
    const renderer = await makeRenderer('kitty');
    const file = await samplePicture('png', 64);
    const numbers: unknown[] = [];
    for (const isNext of [false, false, true]) {
      if (isNext) renderer.begin();
      numbers.push(kittyCommands((await renderer.render(file))?.sequence ?? '')[0]?.keys['i']);
    }
    expect(numbers[1]).toBe(numbers[0]);
    expect(numbers[2]).not.toBe(numbers[0]);
  });

  it('tells kitty to forget a picture that is taken away', async () => {
    const picture = await (await makeRenderer('kitty')).render(await samplePicture('png', 64));
    const [shown] = kittyCommands(picture?.sequence ?? '');
    expect(kittyCommands(picture?.erase ?? '')).toEqual([{ keys: { a: 'd', d: 'I', i: shown?.keys['i'], q: '2' }, data: '' }]);
  });

  it.each(['kitty', 'iterm', 'sixel'] as const)('writes no byte of a server to the terminal, as %s', async (protocol) => {
    const file = await samplePicture('png', 64);
    // A text chunk is legal in a PNG, and after the end of one anything may follow.
    const hostile = Buffer.concat([file.bytes, Buffer.from(`${ESCAPE}]0;owned\u0007${ESCAPE}[2J`)]);
    const picture = await (await makeRenderer(protocol)).render({ ...file, bytes: hostile });
    expect(picture?.sequence).toBe((await (await makeRenderer(protocol)).render(file))?.sequence.replace(/i=\d+/u, /i=\d+/u.exec(picture?.sequence ?? '')?.[0] ?? ''));
    expect(Buffer.from(picture?.sequence ?? '').includes('owned')).toBe(false);
  });

  it('draws nothing of what is cut short', async () => {
    const file = await samplePicture('png');
    expect(await (await makeRenderer('kitty')).render({ ...file, bytes: file.bytes.subarray(0, file.bytes.length / 2) })).toBeUndefined();
  });

  it('draws nothing where there is no room', async () => {
    expect(await (await makeRenderer('sixel', { columns: 80, rows: 6 })).render(await samplePicture('png'))).toBeUndefined();
  });
});
