import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import { paintPixel } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';

describe('models', () => {
  it('lists names, ranges and defaults', async () => {
    const io = fakeIo();
    expect(await run(['models'], io, fakeServices(paintPixel))).toBe(0);
    expect(io.stdout.lines).toEqual([
      'Names                 Provider  Sizes                    Steps         Guidance        Seed             Images   Can',
      'sd-3.5, fake-painter  fake      512 to 1024 by 32 (1:1)  1 to 50 (28)  0 to 7.5 (4.5)  0 to 2147483647  1 to 10  previews, progress, queue position, cancel, seed in the result, negative prompt, 4 input images, mask, strength',
    ]);
  });

  it('writes them below each other on a narrow terminal', async () => {
    const io = fakeIo({ columns: 60 });
    await run(['models'], io, fakeServices(paintPixel));
    expect(io.stdout.lines.slice(0, 2)).toEqual(['Names     sd-3.5, fake-painter', 'Provider  fake']);
  });

  it('writes a line of JSON for each model', async () => {
    const io = fakeIo();
    await run(['models', '--json'], io, fakeServices(paintPixel));
    expect(io.stdout.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ type: 'model', model: 'fake-painter', provider: 'fake', aliases: ['sd-3.5'] }),
    ]);
  });

  it('knows the models of this package, with the providers that they come from', async () => {
    const io = fakeIo();
    expect(await run(['models', '--json'], io)).toBe(0);
    expect(io.stdout.text).toContain('"aliases":["sd-3.5","sd-3.5-large"]');
  });
});
