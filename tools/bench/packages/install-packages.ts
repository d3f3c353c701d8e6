import { join } from 'node:path';
import { compile } from '../processes/compile.ts';
import { install, temporaryFolder, type Installation } from './installation.ts';
import { packOurs } from './pack-ours.ts';

/** Who is installed. */
export interface Installations {
  readonly ours: Installation;
  readonly bound: Installation;
  readonly gradio: Installation;
  readonly aiSdk: Installation;
}

let installed: Promise<Installations> | undefined;

/**
 * Installs ours from what would be published, and the others from the registry that npm is set to, preferably from its
 * cache. Done once; the folder goes with the process.
 */
export function installPackages(): Promise<Installations> {
  return (installed ??= installAll());
}

async function installAll(): Promise<Installations> {
  await compile();
  const folder = await temporaryFolder();
  return {
    ours: await install(join(folder, 'ours'), await packOurs(folder)),
    bound: await install(join(folder, 'bound'), ['eventsource-parser']),
    gradio: await install(join(folder, 'gradio'), ['@gradio/client']),
    aiSdk: await install(join(folder, 'ai-sdk'), ['ai', '@ai-sdk/openai']),
  };
}
