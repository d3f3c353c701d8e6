import { ConfigurationError } from '@hypotez/provider-core';
import type { ConfigProblem } from './config-problem.ts';

/** A configuration file cannot be used; everything that is wrong with it is told at once. */
export class ConfigError extends ConfigurationError {
  static override readonly brand: string = 'config/ConfigError';
  /** The file as it was looked for. */
  readonly file: string;
  /** What is wrong, in the order of the file. */
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[]) {
    super(`${file}: ${problems.map(sentence).join(' ')}`);
    this.file = file;
    this.problems = problems;
  }
}

function sentence({ place, line, found, allowed }: ConfigProblem): string {
  const where = [place, line === undefined ? '' : `(line ${line.toString()})`].filter((part) => part !== '').join(' ');
  return `${place === '' ? `It${where === '' ? '' : ` ${where}`}` : where} ${found}; ${allowed}.`;
}
