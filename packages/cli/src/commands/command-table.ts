import type { Command } from '../command-line/command.ts';
import { completionCommand } from './completion/completion-command.ts';
import { doctorCommand } from './doctor/doctor-command.ts';
import { emulatorCommand } from './emulator/emulator-command.ts';
import { generateCommand } from './generate/generate-command.ts';
import { modelsCommand } from './models/models-command.ts';
import { providersCommand } from './providers/providers-command.ts';
import { showCommand } from './show/show-command.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [generateCommand, showCommand, modelsCommand, providersCommand, doctorCommand, emulatorCommand, completionCommand];
