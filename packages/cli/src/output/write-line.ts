import type { OutputStream } from '../process/command-io.ts';
import { wrapText } from './wrap-text.ts';

/** Writes a line for people: on a terminal it is broken between words, in a log it stays one line. */
export function writeLine(stream: OutputStream, text: string): void {
  stream.write(`${stream.isTTY === true ? wrapText(text, stream.columns ?? 80) : text}\n`);
}
