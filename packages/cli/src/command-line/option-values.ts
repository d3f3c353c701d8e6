import type { Settings, SettingSource } from '../configuration/settings.ts';
import { UsageError } from '../errors/usage-error.ts';
import { longName, type CommandOption } from './command-option.ts';
import { readNumber } from './read-number.ts';

/** Where the value of an option comes from; the first of them that has one counts. */
export type OptionOrigin = 'command line' | SettingSource;

/** What was typed for an option: its value, all values of one that may be repeated, or `true` for one without. */
export type TypedValue = string | true | readonly string[];

/** The value of an option, and what it is called where it was found. */
interface FoundValue {
  readonly value: Exclude<TypedValue, readonly string[]>;
  readonly origin: OptionOrigin;
  readonly name: string;
}

const TRUE = /^(?:1|true|yes|on)$/iu;
const FALSE = /^(?:0|false|no|off)$/iu;

/** The options of a command: from the command line, else from the environment, else from the `.env` file. */
export class OptionValues {
  readonly #typed: ReadonlyMap<string, TypedValue>;
  readonly #options: ReadonlyMap<string, CommandOption>;
  readonly #settings: Settings;

  /** `typed` holds what stood on the command line, by long names such as `--seed`. */
  constructor(typed: ReadonlyMap<string, TypedValue>, options: readonly CommandOption[], settings: Settings) {
    this.#typed = typed;
    this.#options = new Map(options.map((option) => [longName(option), option]));
    this.#settings = settings;
  }

  /** The value as it was written. */
  text(name: string): string | undefined {
    const value = this.#find(name)?.value;
    return value === true ? undefined : value;
  }

  /** All values of an option that may be repeated, as they were typed. */
  texts(name: string): readonly string[] {
    const typed = this.#typed.get(name);
    return typeof typed === 'object' ? typed : [];
  }

  /**
   * The value as a number.
   *
   * @throws {UsageError} when it is none.
   */
  number(name: string): number | undefined {
    const found = this.#find(name);
    return found === undefined || found.value === true ? undefined : readNumber(found.name, found.value);
  }

  /**
   * Whether an option without a value is on.
   *
   * @throws {UsageError} when its variable says neither yes nor no.
   */
  flag(name: string): boolean {
    const found = this.#find(name);
    if (found === undefined || found.value === true) return found !== undefined;
    if (TRUE.test(found.value)) return true;
    if (FALSE.test(found.value)) return false;
    throw new UsageError(`${found.name} is ${JSON.stringify(found.value)}, which is neither 1 nor 0.`);
  }

  /** Where the value comes from; `undefined` when there is none. */
  origin(name: string): OptionOrigin | undefined {
    return this.#find(name)?.origin;
  }

  #find(name: string): FoundValue | undefined {
    const typed = this.#typed.get(name);
    if (typeof typed === 'string' || typed === true) return { value: typed, origin: 'command line', name };
    const variable = this.#options.get(name)?.variable;
    const setting = variable === undefined ? undefined : this.#settings.find(variable);
    return setting === undefined || variable === undefined ? undefined : { value: setting.value, origin: setting.source, name: variable };
  }
}
