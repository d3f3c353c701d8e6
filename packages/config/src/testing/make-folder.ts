import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test, which goes away with it. */
export interface Folder extends Disposable {
  readonly path: string;
}

/** Makes a folder with files; a value that is no text is written as JSON. */
export function makeFolder(files: Readonly<Record<string, unknown>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'hypotez-config-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return { path, [Symbol.dispose]: () => { rmSync(path, { recursive: true, force: true }); } };
}

/** The source of a plugin that nobody runs. */
export function pluginSource(id: string, models: readonly unknown[] = [{ id: `${id}-large`, aliases: ['sd-3.5'] }]): string {
  return `export default { id: ${JSON.stringify(id)}, models: ${JSON.stringify(models)}, create: () => { throw new Error('not run'); } };\n`;
}
