import { cleanText, redact } from '@hypotez/provider-core';

/** Makes a text fit to be shown: one line, nothing that steers a terminal, no token. */
export type Printable = (text: string) => string;

/** Makes the function through which every text of a server or of an error goes before it is shown. */
export function createPrintable(tokens: readonly string[]): Printable {
  return (text) => cleanText(redact(text, tokens));
}
