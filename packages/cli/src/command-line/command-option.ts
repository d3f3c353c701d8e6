/** One option of a command. */
export interface CommandOption {
  /** As the help writes it: `--seed <number>`, `-n, --count <number>`, or `--json` for one without a value. */
  readonly flags: string;
  /** Lower case, no full stop. */
  readonly description: string;
  /** Variable of the environment or the `.env` file that stands for it: `HYPOTEZ_MODEL`. */
  readonly variable?: string;
  /** Words to choose from; any other one is wrong usage. */
  readonly choices?: readonly string[];
  /** Whether it may be given several times, each time with another value. Default `false`; the last one counts then. */
  readonly repeated?: boolean;
  /** Whether its value names a file or folder, for the completion of a shell. Default `false`. */
  readonly file?: boolean;
}

/** The long name of an option: `--seed`. */
export function longName({ flags }: CommandOption): string {
  return /--[\w-]+/u.exec(flags)?.[0] ?? flags;
}
