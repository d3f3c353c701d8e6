import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RULE = '@typescript-eslint/no-restricted-imports';

/** Applies the workspace's own settings of the one rule to a file that need not exist. */
async function isAllowed(packageName: string, specifier: string): Promise<boolean> {
  const filePath = `packages/${packageName}/src/example.ts`;
  const workspace: unknown = await new ESLint({ cwd: root }).calculateConfigForFile(filePath);
  const rules: unknown = typeof workspace === 'object' && workspace !== null ? Reflect.get(workspace, 'rules') : undefined;
  const setting: unknown = typeof rules === 'object' && rules !== null ? Reflect.get(rules, RULE) : undefined;
  if (!Array.isArray(setting)) throw new Error(`${RULE} is not set for ${filePath}.`);
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, plugins: { '@typescript-eslint': tseslint.plugin }, rules: { [RULE]: setting as ['error'] } },
  });
  const [result] = await eslint.lintText(`import * as imported from '${specifier}';\nexport { imported };\n`, { filePath });
  return result?.errorCount === 0;
}

describe('the lint rule for imports', () => {
  it.each([
    ['provider-core', '@hypotez/provider-gradio'],
    ['provider-core', '@hypotez/gradio-emulator'],
    ['provider-core', 'node:fs'],
    ['provider-core', 'tsyringe'],
    ['provider-gradio', '@hypotez/provider-stabilityai-sd35'],
    ['provider-gradio', '@hypotez/cli'],
    ['provider-gradio', 'node:fs'],
    ['provider-stabilityai-sd35', '@hypotez/provider-of-another-vendor'],
    ['provider-stabilityai-sd35', '@hypotez/gradio-emulator'],
    ['provider-stabilityai-sd35', 'undici'],
    ['gradio-emulator', '@hypotez/provider-core'],
    ['provider-testkit', '@hypotez/provider-gradio'],
    ['provider-testkit', '@hypotez/gradio-emulator'],
    ['provider-stabilityai-sd35', '@hypotez/config'],
    ['config', '@hypotez/provider-stabilityai-sd35'],
    ['config', '@hypotez/cli'],
    ['cli', 'tsyringe'],
  ])('refuses in %s an import of %s', async (packageName, specifier) => {
    expect(await isAllowed(packageName, specifier)).toBe(false);
  });

  it.each([
    ['provider-gradio', '@hypotez/provider-core'],
    ['provider-stabilityai-sd35', '@hypotez/provider-gradio'],
    ['provider-stabilityai-sd35', '@hypotez/provider-core'],
    ['cli', '@hypotez/provider-stabilityai-sd35'],
    ['config', '@hypotez/provider-core'],
    ['config', 'node:fs'],
    ['cli', '@hypotez/config'],
    ['cli', 'node:fs'],
    ['gradio-emulator', 'node:http'],
    ['provider-testkit', '@hypotez/provider-core'],
    ['provider-testkit', 'node:net'],
  ])('lets %s import %s', async (packageName, specifier) => {
    expect(await isAllowed(packageName, specifier)).toBe(true);
  });
});
