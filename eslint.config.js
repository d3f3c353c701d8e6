// @ts-check
import tseslint from 'typescript-eslint';

/** What each layer may not import: arrows point from applications to plugins to gradio to core, never back. */
const FORBIDDEN = {
  'packages/provider-core/src': ['@hypotez/*'],
  'packages/gradio-emulator/src': ['@hypotez/*'],
  'packages/provider-gradio/src': ['@hypotez/provider-*', '!@hypotez/provider-core', '@hypotez/cli', '@hypotez/config', '@hypotez/tools', '@hypotez/gradio-emulator'],
  'packages/provider-!(core|gradio|testkit)/src': ['@hypotez/provider-*', '!@hypotez/provider-core', '!@hypotez/provider-gradio', '@hypotez/cli', '@hypotez/config', '@hypotez/tools', '@hypotez/gradio-emulator'],
  'packages/provider-testkit/src': ['@hypotez/*', '!@hypotez/provider-core'],
  'packages/config/src': ['@hypotez/*', '!@hypotez/provider-core'],
  'packages/cli/src': ['@hypotez/tools'],
};
const TESTS = ['**/*.test.ts', '**/*.test-d.ts', '**/testing/**'];
const CONTAINER = { name: 'tsyringe', message: 'Only core/src/registry/container.ts knows the container.' };
const METADATA = ['reflect-metadata', 'reflect-metadata/lite'].map((name) => ({ name, message: 'Only core/src/registry/container.ts knows the container.' }));
const NODE_ONLY = { regex: '^(?:node:|undici$)', message: 'Runs in browsers too: only files of the node condition (*.node.ts) may use this.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/.stryker-tmp/**', '**/vitest.config.ts', '**/typescript-7-*/**'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The mixins and decorators of the field are written as functions in PascalCase, which is what a class name looks like.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  // Programs that are started by hand speak to whoever started them.
  { files: ['tools/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  { files: TESTS, rules: { 'max-lines': 'off', '@typescript-eslint/require-await': 'off' } },
  ...Object.entries(FORBIDDEN).map(([folder, group]) => {
    const runsInBrowsers = folder.startsWith('packages/provider-') && folder !== 'packages/provider-testkit/src';
    const patterns = [{ group, message: 'Arrows point one way: applications, plugins, gradio, core.' }, ...(runsInBrowsers ? [NODE_ONLY] : [])];
    return { files: [`${folder}/**/*.ts`], ignores: TESTS, rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [CONTAINER, ...METADATA], patterns }] } };
  }),
  // The two exceptions: the file that holds the container, and the files of the node condition.
  { files: ['packages/provider-core/src/registry/container.ts', '**/*.node.ts', '**/*.node.d.ts'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
);
