/** How a server may write what it repeats of a request. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  'JSON': (text) => JSON.stringify(text),
  'JSON in ASCII': (text) => JSON.stringify(text).replace(/[^\x20-\x7e]/gu, (character) => Array.from({ length: character.length }, (_unit, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')),
  'JSON inside JSON': (text) => JSON.stringify(JSON.stringify({ prompt: text })),
  'a URL': (text) => encodeURIComponent(text),
  'a form': (text) => new URLSearchParams({ prompt: text }).toString(),
  'a form inside JSON': (text) => JSON.stringify({ query: new URLSearchParams({ prompt: text }).toString() }),
  'HTML': (text) => text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0).toString()};`),
  'HTML by names': (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'a repr of Python': (text) => `'${text.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'').replaceAll('\n', '\\n')}'`,
  'base64': (text) => Buffer.from(text).toString('base64'),
  'base64 of JSON': (text) => Buffer.from(JSON.stringify({ inputs: text })).toString('base64'),
  'base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'one line': (text) => text.replace(/\s+/gu, ' '),
  'wrapped lines': (text) => text.replace(/\s+/gu, '\n      '),
  'capitals': (text) => text.replace(/[a-z]/gu, (letter) => letter.toUpperCase()),
};
