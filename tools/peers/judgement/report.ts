/** What a child process tells when its subject has ended. */
export interface Report {
  /** How it ended: `returned`, `thrown` an error, or told of a failure by an `event`. */
  readonly ending: 'returned' | 'thrown' | 'event';
  /** Pictures that are the server's, to the byte. */
  readonly whole: number;
  /** Pictures that are not, and what was handed over in the place of one. */
  readonly broken: number;
  /** Class of the error. */
  readonly name: string;
  /** Whether the error is of a class of the library's own, or the very reason that the work was stopped for. */
  readonly isTyped: boolean;
  /** Whether the error, looked into 20 objects deep, holds the key. */
  readonly hasKey: boolean;
  /** Whether it holds the prompt. */
  readonly hasPrompt: boolean;
  /** Whether its message, or the words of the event, move a terminal. */
  readonly hasEscape: boolean;
  /** From the start, or from when it was told to stop, to the end. */
  readonly ms: number;
}

const FIELDS: Readonly<Record<keyof Report, 'string' | 'number' | 'boolean'>> = {
  ending: 'string', whole: 'number', broken: 'number', name: 'string', isTyped: 'boolean', hasKey: 'boolean', hasPrompt: 'boolean', hasEscape: 'boolean', ms: 'number',
};

/** Whether a value from another process is a report. */
export function isReport(value: unknown): value is Report {
  return typeof value === 'object' && value !== null && Object.entries(FIELDS).every(([key, type]) => typeof Reflect.get(value, key) === type);
}
