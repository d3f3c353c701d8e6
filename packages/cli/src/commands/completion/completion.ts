import { ASPECT_RATIOS } from '@hypotez/provider-core';
import type { CommandAction } from '../../command-line/command.ts';
import { UsageError } from '../../errors/usage-error.ts';
import { commands } from '../command-table.ts';
import { bashScript } from './bash-script.ts';
import { completionModel } from './completion-model.ts';
import { fishScript } from './fish-script.ts';
import { zshScript } from './zsh-script.ts';

const SCRIPTS = new Map([['bash', bashScript], ['zsh', zshScript], ['fish', fishScript]]);

/**
 * Writes what a shell needs to complete commands, options, models, ratios and files.
 *
 * All words stand in the script itself, so that no key press starts a process; a shell that runs it at its start always has
 * those of the installed version.
 *
 * @throws {UsageError} for a shell that is not known.
 */
export const completion: CommandAction = async ({ arguments: [shell = ''] }, { io, services }) => {
  const script = SCRIPTS.get(shell);
  if (script === undefined) throw new UsageError(`The shell is one of ${[...SCRIPTS.keys()].join(', ')}.`);
  await using source = await services.openRegistry({});
  const { zeroGpuFailures } = await import('@hypotez/gradio-emulator');
  const known = {
    '--model': source.models().flatMap(({ aliases, model }) => [...aliases, model]).filter(isPlain),
    '--aspect': ASPECT_RATIOS,
    '--zero-gpu': ['list', ...zeroGpuFailures],
  };
  io.stdout.write(script(completionModel(commands, known)));
  return 0;
};

/** The scripts hold words as they are; a plugin's name that a shell would take for something else is left out. */
function isPlain(word: string): boolean {
  return /^[\w./:-]+$/u.test(word);
}
