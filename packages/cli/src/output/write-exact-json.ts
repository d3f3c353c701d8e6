import type { OutputStream } from '../process/command-io.ts';

/** Writes a value as one line of JSON in which no text is changed: what would steer or confuse a terminal is written as `\uXXXX`. */
export function writeExactJson(stdout: OutputStream, value: unknown): void {
  const line = JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, (character) => {
    return Array.from({ length: character.length }, (_unit, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
  });
  stdout.write(`${line}\n`);
}
