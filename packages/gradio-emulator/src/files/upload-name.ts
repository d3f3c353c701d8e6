import type { FileFacts } from '../versions/gradio-release.ts';

/** Longest name of an uploaded file, bytes. */
const maximumBytes = 200;

/** The name under which an uploaded file is kept: its last piece, cleaned and cut as the release does. */
export function uploadName(name: string, rule: FileFacts['uploadNames']): string {
  const last = name.split('/').findLast((piece) => piece !== '' && piece !== '.') ?? '';
  if (rule === 'letters') return cut(last.replace(/[^\p{L}\p{N}._\- ]/gu, ''), '');
  const [, stem = last, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(last) ?? [];
  if (rule === 'letters-before-extension') return cut(stem.replace(/[^\p{L}\p{N}._\-, ]/gu, ''), extension);
  const cleanStem = stem.replace(dangerous, '');
  const cleanExtension = extension.replace(dangerous, '');
  return cut(cleanStem === '' && cleanExtension !== '' ? 'file' : cleanStem, cleanExtension);
}

// Path separators, what shells and Windows take for more than a name, and control characters.
const dangerous = /[<>:"/\\|?*\u0000-\u001f\u007f`$!{}]/g;

function cut(stem: string, extension: string): string {
  const characters = Array.from(stem);
  while (characters.length > 0 && Buffer.byteLength(characters.join('') + extension) > maximumBytes) characters.pop();
  return characters.join('') + extension;
}
