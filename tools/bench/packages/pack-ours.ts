import { pack } from './installation.ts';

const OURS = ['provider-core', 'provider-gradio', 'provider-stabilityai-sd35'];

/** Packs the plugin and what it stands on, compiled, into a folder; gives the files. */
export function packOurs(folder: string): Promise<string[]> {
  return Promise.all(OURS.map((name) => pack(name, folder)));
}
