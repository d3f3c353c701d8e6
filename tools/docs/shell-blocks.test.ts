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
    expect(workspaceScripts()).toEqual(expect.arrayContaining(scripts));
  });
});

function workspaceScripts(): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8'));
  const scripts: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'scripts') : undefined;
  return typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : [];
}
