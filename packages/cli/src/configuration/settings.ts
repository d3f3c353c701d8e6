import type { CommandIo } from '../process/command-io.ts';

/** Where a variable was found. */
export type SettingSource = 'environment' | '.env';

/** A variable that has a value. */
export interface Setting {
  /** Without blanks around it; never empty. */
  readonly value: string;
  readonly source: SettingSource;
}

/** The variables that configure the command: those of the environment, else those of the `.env` file. */
export class Settings {
  readonly #environment: CommandIo['env'];
  readonly #file: CommandIo['env'];

  constructor(environment: CommandIo['env'], file: CommandIo['env'] = {}) {
    this.#environment = environment;
    this.#file = file;
  }

  /** Finds a variable; an empty one means none. */
  find(variable: string): Setting | undefined {
    return this.all(variable)[0];
  }

  /** The variable wherever it stands, the one that counts first. */
  all(variable: string): readonly Setting[] {
    const found = [
      { value: this.#environment[variable]?.trim() ?? '', source: 'environment' as const },
      { value: this.#file[variable]?.trim() ?? '', source: '.env' as const },
    ];
    return found.filter(({ value }) => value !== '');
  }
}
