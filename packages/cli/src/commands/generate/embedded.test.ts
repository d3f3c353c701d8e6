import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseImage } from '@hypotez/provider-core/parse-image';
import { describe, expect, it } from 'vitest';
import { fakeIo, temporaryFolder } from '../../testing/fake-io.ts';
import { startCommand } from '../../testing/start-command.ts';
import { run } from '../../command-line/run.ts';

describe('generate --embedded', () => {
  it('paints a real picture with the real provider', async () => {
    const io = fakeIo();
    expect(await run(['generate', 'a fox', '--embedded', '--steps', '2', '--width', '512', '--height', '512', '--seed', '9', '--output', 'fox.png'], io)).toBe(0);
    expect(parseImage(readFileSync(join(io.cwd, 'fox.png')))).toMatchObject({ width: 512, height: 512, extension: 'png' });
    expect(io.stderr.text).toContain('seed 9');
  });

  it('leaves nothing behind when it is stopped', async () => {
    const cwd = temporaryFolder();
    const command = startCommand(['generate', 'a fox', '--embedded'], { module: '../main.ts', cwd });
    await command.stderrHolds('Painting');
    command.signal('SIGINT');
    expect(await command.ended()).toBe(130);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
