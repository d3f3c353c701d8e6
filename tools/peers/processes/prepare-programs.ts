import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { install, temporaryFolder } from '../../bench/packages/installation.ts';
import { packOurs } from '../../bench/packages/pack-ours.ts';
import { compilePackages } from '../../bench/processes/compile-packages.ts';
import type { SubjectName } from '../subjects/subjects.ts';
import { compileChild } from './compile-child.ts';

/** Where the subjects are installed, and in which version. */
export interface Programs {
  /** The compiled child of each subject. */
  readonly program: Readonly<Record<SubjectName, string>>;
  /** Packages with their versions. */
  readonly versions: readonly string[];
}

const PEERS = { openai: ['openai'], 'ai-sdk': ['ai', '@ai-sdk/openai'], gradio: ['@gradio/client'] } as const;

/** Installs everybody in a folder of their own, ours from what would be published, and the others in the newest version of the registry. */
export async function preparePrograms(): Promise<Programs> {
  compilePackages(['provider-stabilityai-sd35']);
  const folder = await temporaryFolder();
  const prepare = async (name: string, packages: readonly string[]): Promise<string> => {
    await install(join(folder, name), packages, 'registry');
    return compileChild(join(folder, name));
  };
  const peers = Promise.all([prepare('openai', PEERS.openai), prepare('ai-sdk', PEERS['ai-sdk']), prepare('gradio', PEERS.gradio)]);
  const ours = await prepare('ours', await packOurs(folder));
  const [openai, aiSdk, gradio] = await peers;
  const versions = Object.entries(PEERS).flatMap(([name, packages]) => packages.map((one) => versionOf(join(folder, name), one)));
  return { program: { openai, 'ai-sdk': aiSdk, gradio, 'our-images': ours, 'our-queue': ours }, versions: await Promise.all(versions) };
}

async function versionOf(folder: string, name: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
  return `${name} ${String(typeof description === 'object' && description !== null ? Reflect.get(description, 'version') : undefined)}`;
}
