import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocuments } from './markdown/documents.ts';
import { readCodeBlocks } from './markdown/read-code-blocks.ts';
import { commandLineHelp } from './shell/command-line-help.ts';
import { hypotezCalls } from './shell/hypotez-calls.ts';
import { shellCommands } from './shell/shell-command.ts';
import { workspaceRoot } from './workspace-root.ts';

const commands = readDocuments()
  .flatMap((document) => readCodeBlocks(document))
  .filter(({ language }) => language === 'sh')
  .flatMap((block) => shellCommands(block));
const calls = commands.flatMap((command) => hypotezCalls(command).map((call) => ({ ...command, call })));
const program = await commandLineHelp();
const help = new Map(await Promise.all(program.subCommands.map(async (name) => [name, await commandLineHelp(name)] as const)));

describe('the command at', () => {
  it.each(calls)('$place names a sub-command and options that exist', ({ call: { subCommand, options } }) => {
    const known = subCommand === undefined ? program.options : help.get(subCommand)?.options;
    expect(known, `hypotez ${subCommand ?? ''}`).toEqual(expect.arrayContaining([...options]));
  });

  it.each(commands.filter(({ text }) => /\bnpm (?:run|test)\b/u.test(text)))('$place names scripts of the workspace: $text', ({ text }) => {
    const scripts = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test)\b)/gu)].map(([, script, test]) => script ?? test);
    expect(namesIn('package.json', 'scripts')).toEqual(expect.arrayContaining(scripts));
  });

  it.each(commands.filter(({ text }) => text.includes('nx g @hypotez/tools:provider')))('$place names options of the generator: $text', ({ text }) => {
    const options = [...text.matchAll(/--([a-z-]+)/gu)].map(([, name = '']) => name.replaceAll(/-([a-z])/gu, (_dash, letter: string) => letter.toUpperCase()));
    expect(namesIn('tools/generators/provider/schema.json', 'properties')).toEqual(expect.arrayContaining(options));
  });
});

/** The names of the members of an object in a JSON file. */
function namesIn(file: string, member: string): readonly string[] {
  const content: unknown = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8'));
  const found: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, member) : undefined;
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}
