import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('says which plugins of this package wait for a key, and how to give one', async () => {
    const io = fakeIo();
    expect(await run(['providers'], io)).toBe(0);
    expect(io.stdout.text).toContain('stabilityai-sd35');
    expect(io.stdout.text).toContain('black-forest-labs-flux');
    expect(io.stdout.lines.slice(-2)).toEqual([
      'Left out: @hypotez/provider-stability-api (built in). It needs a key: set STABILITY_API_KEY.',
      'Left out: @hypotez/provider-openai-compatible (built in). It needs a key: set OPENAI_API_KEY.',
    ]);
  });

  it('breaks what it says of them between its words on a narrow terminal', async () => {
    const io = fakeIo({ columns: 60 });
    await run(['providers'], io);
    expect(io.stdout.lines.slice(-2)).toEqual(['Left out: @hypotez/provider-openai-compatible (built in). It', 'needs a key: set OPENAI_API_KEY.']);
  });

  it('has those whose key is there, of the environment or of the .env file, and prints no key', async () => {
    const io = fakeIo({ env: { STABILITY_API_KEY: 'sk-CANARY-1' } });
    writeFileSync(join(io.cwd, '.env'), 'OPENAI_API_KEY=sk-CANARY-2\n');
    expect(await run(['providers', '--json'], io)).toBe(0);
    expect(io.stdout.lines.map((line) => (JSON.parse(line) as { readonly id?: string }).id)).toEqual(['stabilityai-sd35', 'black-forest-labs-flux', 'stability-api', 'openai-compatible']);
    expect(io.stdout.text + io.stderr.text).not.toContain('CANARY');
  });

  it('takes no words', async () => {
    const io = fakeIo();
    expect(await run(['providers', 'fake'], io, fakeServices(paintPixel))).toBe(64);
  });
});
