import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors/usage-error.ts';
import { temporaryFolder } from '../testing/fake-io.ts';
import { readEnvFile } from './read-env-file.ts';

describe('readEnvFile', () => {
  it('reads names and values, with quotes and comments', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), '# mine\nHYPOTEZ_MODEL=sd-3.5\nexport HF_TOKEN="a b" # secret\n\nHYPOTEZ_NEGATIVE=\'fog # and rain\'\n');
    expect(readEnvFile(folder)).toEqual({ HYPOTEZ_MODEL: 'sd-3.5', HF_TOKEN: 'a b', HYPOTEZ_NEGATIVE: 'fog # and rain' });
  });

  it('finds nothing where there is no file, or a folder of that name', () => {
    const folder = temporaryFolder();
    expect(readEnvFile(folder)).toEqual({});
    mkdirSync(join(folder, '.env'));
    expect(readEnvFile(folder)).toEqual({});
  });

  it('leaves the environment of the process alone', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'HYPOTEZ_TEST_ONLY=1\n');
    readEnvFile(folder);
    expect(process.env).not.toHaveProperty('HYPOTEZ_TEST_ONLY');
  });

  it('refuses a file that is too large to be one', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), '#'.repeat(1024 * 1024 + 1));
    expect(() => readEnvFile(folder)).toThrow('more than 1 MiB');
  });

  // The administrator may read everything.
  it.skipIf(process.getuid?.() === 0)('refuses a file that it may not read', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), '');
    chmodSync(join(folder, '.env'), 0);
    expect(() => readEnvFile(folder)).toThrow(UsageError);
  });
});
