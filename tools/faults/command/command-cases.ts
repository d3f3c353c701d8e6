import { fileCases } from './file-cases.ts';
import { processCases } from './process-cases.ts';
import type { CommandCase } from './command-case.ts';

/** Every case that is played with the command `hypotez generate`, by its id. */
export const commandCases: ReadonlyMap<string, CommandCase> = new Map([...fileCases, ...processCases].map((found) => [found.id, found]));
