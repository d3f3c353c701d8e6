/** Facts that go with a log line; never a credential, never a prompt. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the framework writes what it does. The shape fits pino, consola and `console`. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Writes nothing; the default, because a library has no business on anybody's console. */
export const silentLogger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing to do: silence is the purpose.
}
