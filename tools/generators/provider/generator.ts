import { execFileSync } from 'node:child_process';
import { installPackagesTask, logger, type Tree } from '@nx/devkit';
import { providerNames, type ProviderNames, type ProviderOptions } from './provider-names.ts';
import { askSpace } from './space/ask-space.ts';
import { usualSpace, type SpaceFacts } from './space/space-facts.ts';
import { writeProvider } from './write-provider.ts';

/** What can be said to `nx g @hypotez/tools:provider`. */
export interface GeneratorOptions extends ProviderOptions {
  /** Function of the Space, where several give pictures. */
  readonly apiName?: string;
  /** Leaves `npm install` to the caller. Default false. */
  readonly skipInstall?: boolean;
}

/**
 * Makes the package of a provider, which passes all checks as it comes. A Space that is named is asked what it takes.
 *
 * @throws {TypeError} when the name is taken, or something is said that does not fit.
 */
export default async function generateProvider(tree: Tree, { skipInstall = false, apiName, ...options }: GeneratorOptions): Promise<() => void> {
  const found = providerNames(options);
  // A name alone is a guess that nobody is to be asked for.
  const isNamed = found.kind === 'space' && (options.space ?? options.url) !== undefined;
  writeProvider(tree, found, isNamed ? await factsOf(tree.root, found, apiName) : usualSpace);
  return () => {
    if (!skipInstall) installPackagesTask(tree, true);
    execFileSync(process.execPath, ['--conditions=@hypotez/source', 'tools/providers/main.ts', found.id], { cwd: tree.root, stdio: 'inherit' });
    logger.info([
      `\nIt passes its tests: cd packages/provider-${found.id} && npx vitest run`,
      `It was written for ${found.url}; what is to be made true is in docs/adding-a-provider.md.`,
    ].join('\n'));
  };
}

async function factsOf(workspace: string, { url }: ProviderNames, apiName: string | undefined): Promise<SpaceFacts> {
  const answer = await askSpace(workspace, url, apiName);
  if ('facts' in answer) {
    logger.info(`${url} said what its ${answer.facts.inputs.length.toString()} inputs take.`);
    return answer.facts;
  }
  if (answer.needsMore) throw new TypeError(`${answer.reason} On the command line that is --api-name.`);
  logger.warn(`${url} could not be asked, so the package is as for most Spaces: ${answer.reason}`);
  return usualSpace;
}
