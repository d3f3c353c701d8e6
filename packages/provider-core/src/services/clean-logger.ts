import { cleanText } from '../text/clean-text.ts';
import { redact } from '../text/redact.ts';
import type { LogFields, Logger } from './logger.ts';

/**
 * Makes a log safe for whatever a plugin writes to it: every entry is one line, steers no terminal, and holds nothing that
 * looks like a credential.
 */
export function cleanLogger(logger: Logger): Logger {
  const clean = (level: keyof Logger) => (message: string, fields?: LogFields): void => {
    if (fields === undefined) logger[level](safe(message));
    else logger[level](safe(message), Object.fromEntries(Object.entries(fields).map(([name, value]) => [safe(name), typeof value === 'string' ? safe(value) : value])));
  };
  return { debug: clean('debug'), info: clean('info'), warn: clean('warn'), error: clean('error') };
}

function safe(text: string): string {
  return cleanText(redact(text));
}
