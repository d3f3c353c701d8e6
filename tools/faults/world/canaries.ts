import { inspect } from 'node:util';

/** The credential of every case; it may reach the faulty service's own address and nothing else. */
export const CANARY_KEY = 'CANARY-KEY-5f1c0b';
/** The prompt of every case; it may reach the services that paint and nothing else. */
export const CANARY_PROMPT = 'CANARY-PROMPT a lighthouse at dawn';

const CANARIES = ['CANARY-KEY', 'CANARY-PROMPT'];

/** Which of the two stand in a text. */
export function canariesIn(text: string): readonly string[] {
  return CANARIES.filter((canary) => text.includes(canary));
}

/** Everything that can be printed of a value. */
export function everythingOf(value: unknown): string {
  const stack = value instanceof Error ? value.stack : '';
  return [inspect(value, { depth: 20, showHidden: true }), String(stack), String(value), json(value)].join('\n');
}

function json(value: unknown): string {
  try {
    return JSON.stringify({ value });
  } catch {
    return '';
  }
}
