import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSpace } from '@hypotez/gradio-emulator';
import { conformanceChecks } from '@hypotez/provider-testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWorkspace, type WorkspaceCopy } from './testing/copy-workspace.ts';
import { runIn } from './testing/run-in.ts';

/** A package of each kind, as an author would ask for them; the Space of the last one tells itself what it takes. */
const made = (space: string): readonly (readonly string[])[] => [
  ['acme-lake'],
  ['acme-sea', '--url', 'https://api.acme.com'],
  ['acme-pond', '--kind', 'space', '--url', space, '--api-name', 'infer'],
];
const NAMES = ['provider-acme-lake', 'provider-acme-sea', 'provider-acme-pond'];
const PROJECTS = NAMES.map((name) => `@hypotez/${name}`).join();

// Every step runs programs that check a whole workspace; a busy machine takes its time for each.
describe('a package as nx g @hypotez/tools:provider makes it', { timeout: 600_000 }, () => {
  let workspace: WorkspaceCopy;

  beforeAll(async () => {
    workspace = await copyWorkspace();
    await using space = await startSpace();
    for (const parameters of made(space.url)) await runIn(workspace.folder, 'nx', ['g', '@hypotez/tools:provider', ...parameters, '--skip-install']);
    for (const name of NAMES) await workspace.link(name);
  }, 600_000);

  afterAll(async () => {
    await workspace[Symbol.asyncDispose]();
  });

  it('passes types, tests, lint and package checks', async () => {
    await runIn(workspace.folder, 'tsc', ['--build', ...NAMES.map((name) => `packages/${name}`)]);
    // Nx itself refuses to run anything while the references of a project are not those of its package.json.
    const output = await runIn(workspace.folder, 'nx', ['run-many', '-t', 'test', 'lint', 'check:package', '-p', PROJECTS, '--exclude-task-dependencies', '--output-style', 'static']);
    // Each ran the whole conformance suite.
    expect(output.match(new RegExp(`\\(${conformanceChecks.length.toString()} tests\\)`, 'gu'))?.length).toBe(NAMES.length);
  });

  it('passes the checks of the workspace, and its examples run', async () => {
    const files = ['checks/provider-shape', 'checks/readme-order', 'checks/type-tests', 'providers/written-pages', 'docs/examples.test', 'docs/links'];
    const output = await runIn(join(workspace.folder, 'tools'), 'vitest', ['run', '-t', 'provider-acme-', ...files]);
    expect(output).toMatch(/Test Files .*\b6 passed/u);
  });

  it('stands in the tables, with what its catalogue says', async () => {
    const read = (file: string): Promise<string> => readFile(join(workspace.folder, file), 'utf8');
    const [overview, own, asked] = await Promise.all([read('README.md'), read('packages/provider-acme-sea/README.md'), read('packages/provider-acme-pond/README.md')]);
    expect(overview).toMatch(/^\| \[`acme-lake`\].*HF_TOKEN/mu);
    expect(overview).toMatch(/^\| \[`acme-sea`\].*`sea`.*`ACME_API_KEY`/mu);
    expect(own).toMatch(/^\| `acme-sea` *\| `sea` *\| 256 to 1024/mu);
    expect(asked).toMatch(/^\| `acme-pond` *\| `pond` *\| 512 to 1024 in steps of 32/mu);
  });
});
