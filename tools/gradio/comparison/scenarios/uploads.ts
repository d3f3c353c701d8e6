import type { Scenario } from '../scenario.ts';
import type { Details } from '../visitor.ts';

const FORM = { 'content-type': 'multipart/form-data; boundary=edge' };

/** Files that clients bring. */
export const uploads: readonly Scenario[] = [
  {
    name: 'an upload that is fetched again',
    play: async (visitor) => {
      const { body } = await visitor.send('POST', `${visitor.prefix}/upload`, form(file('note.txt', 'A lighthouse', 'text/plain')));
      await visitor.send('GET', `${visitor.prefix}/file=${/"([^"]+)"/u.exec(body.toString())?.[1] ?? ''}`);
    },
  },
  uploading('two files', form(file('a.txt', 'one'), file('b.txt', 'two'))),
  uploading('the same file twice', form(file('a.txt', 'same'), file('a.txt', 'same'))),
  uploading('a file name with a path', form(file('../../a.txt', 'one'))),
  uploading('a file name with odd letters', form(file('a b&c#d?.txt', 'one'))),
  uploading('an empty file', form(file('a.txt', ''))),
  uploading('no file', form()),
  uploading('a file without a name', form('Content-Disposition: form-data; name="files"\r\n\r\none')),
  uploading('a file under another field', form('Content-Disposition: form-data; name="other"; filename="a.txt"\r\n\r\none')),
  uploading('JSON', { json: { files: [] } }),
  uploading('no body', {}),
  uploading('no boundary', { body: 'one', headers: { 'content-type': 'multipart/form-data' } }),
  uploading('a body that is no form', { body: 'one', headers: FORM }),
  { ...uploading('a file within the limit', form(file('a.txt', 'x'.repeat(900)))), kind: 'full' },
  { ...uploading('a file above the limit', form(file('a.txt', 'x'.repeat(1100)))), kind: 'full' },
];

function uploading(name: string, details: Details): Scenario {
  return { name: `an upload of ${name}`, play: (visitor) => visitor.send('POST', `${visitor.prefix}/upload`, details) };
}

function file(name: string, text: string, type = 'text/plain'): string {
  return `Content-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n${text}`;
}

function form(...parts: readonly string[]): Details {
  return { headers: FORM, body: `${parts.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n` };
}
