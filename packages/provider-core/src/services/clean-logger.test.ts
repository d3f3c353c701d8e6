import { describe, expect, it } from 'vitest';
import { cleanLogger } from './clean-logger.ts';
import type { Logger } from './logger.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** A log that keeps what it was told. */
function recordingLogger(): { readonly logger: Logger; readonly entries: unknown[][] } {
  const entries: unknown[][] = [];
  const write = (level: string) => (...entry: unknown[]): void => { entries.push([level, ...entry]); };
  return { entries, logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } };
}

describe('cleanLogger', () => {
  it.each(LEVELS)('writes a %s on its own level, with its fields', (level) => {
    const { logger, entries } = recordingLogger();
    cleanLogger(logger)[level]('it began', { steps: 28, model: 'sd-3.5', isFirst: true, seed: undefined });
    cleanLogger(logger)[level]('it ended');
    expect(entries).toEqual([[level, 'it began', { steps: 28, model: 'sd-3.5', isFirst: true, seed: undefined }], [level, 'it ended']]);
  });

  it('lets no words of a server forge an entry or move a terminal', () => {
    const { logger, entries } = recordingLogger();
    cleanLogger(logger).warn('busy\n2026-11-25 ERROR \u001b[2J\u202eforged', { 'na\u001b[1mme': 'first\r\nsecond\u009d0;title\u0007' });
    expect(entries).toEqual([['warn', 'busy 2026-11-25 ERROR forged', { name: 'first second' }]]);
  });

  it('lets nothing through that looks like a credential', () => {
    const { logger, entries } = recordingLogger();
    cleanLogger(logger).error('refused Bearer CANARY-7f3a', { url: 'https://u:CANARY-7f3a@host.example/?api_key=CANARY-7f3a' });
    expect(JSON.stringify(entries)).not.toContain('CANARY');
  });

  it('calls the log as the object that it is', () => {
    class Counting implements Logger {
      count = 0;
      debug(): void { this.count += 1; }
      info(): void { this.count += 1; }
      warn(): void { this.count += 1; }
      error(): void { this.count += 1; }
    }
    const counting = new Counting();
    for (const level of LEVELS) cleanLogger(counting)[level]('x');
    expect(counting.count).toBe(4);
  });
});
