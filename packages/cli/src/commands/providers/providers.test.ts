import { describe, expect, it } from 'vitest';
import { run } from '../../command-line/run.ts';
import { fakeIo } from '../../testing/fake-io.ts';
import { paintPixel } from '../../testing/fake-plugin.ts';
import { fakeServices } from '../../testing/fake-services.ts';

describe('providers', () => {
  it('lists names, addresses and models', async () => {
    const io = fakeIo();
    expect(await run(['providers'], io, fakeServices(paintPixel))).toBe(0);
    expect(io.stdout.lines).toEqual([
      'Provider  Label  State    Models        Address',
      'fake      Fake   working  fake-painter  https://fake.example',
    ]);
  });

  it('writes a line of JSON for each provider', async () => {
    const io = fakeIo();
    await run(['providers', '--json'], io, fakeServices(paintPixel));
    expect(io.stdout.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { type: 'provider', id: 'fake', label: 'Fake', url: 'https://fake.example', working: true, models: ['fake-painter'] },
    ]);
  });

  it('takes no words', async () => {
    const io = fakeIo();
    expect(await run(['providers', 'fake'], io, fakeServices(paintPixel))).toBe(64);
  });
});
