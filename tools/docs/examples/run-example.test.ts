import { describe, expect, it } from 'vitest';
import { exampleServices } from './example-services.ts';
import { examplesOf } from './example.ts';
import { runExample, type ExampleRun } from './run-example.ts';

async function run(code: string): Promise<ExampleRun> {
  const [example] = examplesOf([{ file: 'page.md', line: 7, language: 'ts', flags: [], code }]);
  if (example === undefined) throw new Error('The block is no example.');
  return runExample(example);
}

describe('an example', () => {
  it('reaches the emulator under the address of the public Space', async () => {
    const code = "const response = await fetch('https://stabilityai-stable-diffusion-3-5-large.hf.space/config');\nconsole.log(response.status);";
    expect(await run(code)).toMatchObject({ exitCode: 0, stdout: '200\n' });
  });

  it('fails when it connects to another machine, even if it catches the error', async () => {
    const { exitCode, stderr } = await run("await fetch('https://example.invalid/').catch(() => undefined);");
    expect(exitCode).toBe(86);
    expect(stderr).toContain('connects to example.invalid');
  });

  it('fails in the same way through the http module', async () => {
    const { exitCode } = await run("import { get } from 'node:http';\nget('http://192.0.2.1/').on('error', () => undefined);");
    expect(exitCode).toBe(86);
  });

  it('names the line of the page when it throws', async () => {
    const { exitCode, stderr } = await run("const fine = 1;\nthrow new Error(`no ${fine.toString()}`);");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/page-md-7\.mts:8/u);
  });

  it('reaches a service that wants a key, and has one', async () => {
    const code = "const headers = { authorization: `Bearer ${process.env['STABILITY_API_KEY'] ?? ''}` };\nconsole.log((await fetch('https://api.stability.ai/', { headers })).status);";
    expect(await run(code)).toMatchObject({ exitCode: 0, stdout: '200\n' });
  });

  it('sees nothing of the environment but that', async () => {
    const keys = exampleServices.flatMap(({ keyVariable }) => keyVariable ?? []);
    expect(await run('console.log(Object.keys(process.env).join());')).toMatchObject({ stdout: `${['HYPOTEZ_EXAMPLE_ROUTES', ...keys].join()}\n` });
  });
});
