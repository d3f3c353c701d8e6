import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../errors/output-error.ts';
import { temporaryFolder } from '../testing/fake-io.ts';
import { openTarget } from './open-target.ts';

describe('openTarget', () => {
  it('takes the current folder without an output', () => {
    const cwd = temporaryFolder();
    expect(openTarget(undefined, cwd)).toEqual({ folder: cwd });
  });

  it('takes an existing folder for a folder, anything else for a file', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'out'));
    expect(openTarget('out', cwd)).toEqual({ folder: join(cwd, 'out') });
    expect(openTarget('fox.png', cwd)).toEqual({ folder: cwd, name: 'fox.png' });
  });

  it('makes the folder that a slash names', () => {
    const cwd = temporaryFolder();
    expect(openTarget('deep/er/', cwd)).toEqual({ folder: join(cwd, 'deep/er') });
    expect(statSync(join(cwd, 'deep/er')).isDirectory()).toBe(true);
  });

  it('leaves nothing of its trial behind', () => {
    const cwd = temporaryFolder();
    openTarget('fox.png', cwd);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(['missing/fox.png', 'file/fox.png', 'file/', `${'x'.repeat(300)}.png`, 'nul\0.png'])('refuses %j', (output) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file'), '');
    expect(() => openTarget(output, cwd)).toThrow(OutputError);
  });

  // The administrator may write everywhere.
  it.skipIf(process.getuid?.() === 0)('refuses a folder without permission', () => {
    const cwd = temporaryFolder();
    chmodSync(cwd, 0o555);
    expect(() => openTarget(undefined, cwd)).toThrow('permission denied');
  });
});
