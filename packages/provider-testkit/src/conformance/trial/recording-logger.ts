import type { LogFields, Logger } from '@hypotez/provider-core';

/** One entry of a log. */
export interface LogEntry {
  readonly level: keyof Logger;
  readonly message: string;
  readonly fields?: LogFields | undefined;
}

/** Makes a log that keeps what is written to it. */
export function createRecordingLogger(): { readonly logger: Logger; readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  const write = (level: keyof Logger) => (message: string, fields?: LogFields): void => { entries.push({ level, message, fields }); };
  return { entries, logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } };
}
