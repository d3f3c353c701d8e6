import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** What a proxy of a program says in a runtime that names these conditions beside Node's own. */
async function proxyIn(...conditions: readonly string[]): Promise<string> {
  const program = `
    import { createHttp } from '@hypotez/provider-core';
    await createHttp().request({ url: 'http://127.0.0.1:9/', proxy: 'ftp://127.0.0.1:9' }).catch((error) => console.log(error.message));
  `;
  const parameters = [...conditions, '@hypotez/source'].flatMap((condition) => ['--conditions', condition]);
  const { stdout } = await promisify(execFile)(process.execPath, ['--experimental-strip-types', ...parameters, '--input-type', 'module', '--eval', program], { cwd: import.meta.dirname });
  return stdout.trim();
}

describe('the form of what depends on the runtime', () => {
  it('is Node\'s own in Node', async () => {
    expect(await proxyIn()).toBe('proxy must be an http:, https: or socks5: URL.');
  });

  // They name the condition of Node too, but undici's dispatcher is not theirs.
  it.each(['bun', 'deno'])('is that of fetch where the condition %s is named first', async (condition) => {
    expect(await proxyIn(condition)).toMatch(/^proxy is possible in Node only/u);
  });
});
