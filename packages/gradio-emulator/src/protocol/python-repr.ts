import { isPythonList, PythonFloat, type PythonValue } from './python-value.ts';
import { writeJsonAsDumps } from './write-json.ts';

/** What a character outside of quotes and backslash is written as, where it has an escape of its own. */
const shortEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Writes a value as Python's `repr` does: `'text'`, `True`, `None`, `{'key': 1.0}`. */
export function pythonRepr(value: PythonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return reprText(value);
  if (typeof value === 'number' || value instanceof PythonFloat) return writeJsonAsDumps(value);
  if (isPythonList(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  const members = Object.entries(value).map(([key, member]) => `${reprText(key)}: ${pythonRepr(member ?? null)}`);
  return `{${members.join(', ')}}`;
}

/** Writes a value as Python's `str` does: as `repr`, but a text as it is. */
export function pythonText(value: PythonValue): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** Name of the Python type of a value. */
export function pythonType(value: PythonValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (value instanceof PythonFloat) return 'float';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return isPythonList(value) ? 'list' : 'dict';
}

function reprText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let written = '';
  for (const character of text) written += character === quote ? `\\${quote}` : escape(character);
  return quote + written + quote;
}

function escape(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  // Python prints everything but control, format, surrogate, private and unassigned characters, and odd separators.
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
