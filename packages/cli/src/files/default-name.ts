import { createHash } from 'node:crypto';
import { slug } from './slug.ts';

/** What the name of a picture is made from. */
export interface NameSource {
  readonly prompt: string;
  /** Told in local time. */
  readonly date: Date;
  readonly bytes: Uint8Array;
}

/** `<yyyymmdd-hhmmss>-<slug of the prompt>-<8 hex digits of the SHA-256 of the bytes>`, without an extension. */
export function defaultName({ prompt, date, bytes }: NameSource): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${timestamp(date)}-${slug(prompt)}-${hash}`;
}

function timestamp(date: Date): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('');
  return `${day}-${[date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join('')}`;
}

function twoDigits(number: number): string {
  return number.toString().padStart(2, '0');
}
