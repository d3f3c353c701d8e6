import { isPythonList, PythonFloat, type PythonValue } from './python-value.ts';

interface JsonStyle {
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Whether everything above U+007E is written as `\uXXXX`. */
  readonly ascii: boolean;
  readonly nonFinite: (value: number) => string;
}

const dumpsStyle: JsonStyle = {
  itemSeparator: ', ',
  keySeparator: ': ',
  ascii: true,
  // Not JSON, but it is what Python writes and what clients meet.
  nonFinite: (value) => (Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'),
};

const orjsonStyle: JsonStyle = { itemSeparator: ',', keySeparator: ':', ascii: false, nonFinite: () => 'null' };

/** Writes a value as Python's `json.dumps` does: pure ASCII, spaces after `,` and `:`, `NaN` as such. */
export function writeJsonAsDumps(value: PythonValue): string {
  return write(value, dumpsStyle);
}

/** Writes a value as orjson does: compact, raw UTF-8, `null` for a number that is not finite. */
export function writeJsonAsOrjson(value: PythonValue): string {
  return write(value, orjsonStyle);
}

function write(value: PythonValue, style: JsonStyle): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return writeNumber(value, false, style);
  if (typeof value === 'string') return writeString(value, style);
  if (value instanceof PythonFloat) return writeNumber(value.value, true, style);
  if (isPythonList(value)) return `[${value.map((item) => write(item, style)).join(style.itemSeparator)}]`;
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push(writeString(key, style) + style.keySeparator + write(member, style));
  }
  return `{${members.join(style.itemSeparator)}}`;
}

function writeNumber(value: number, float: boolean, style: JsonStyle): string {
  if (!Number.isFinite(value)) return style.nonFinite(value);
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  if (Number.isInteger(value)) return float && !text.includes('e') ? `${text}.0` : text;
  return style.ascii ? pythonExponent(text, value) : text;
}

// Python's repr turns to an exponent below 1e-4 and pads it to two digits; JavaScript below 1e-6, unpadded.
function pythonExponent(text: string, value: number): string {
  if (Math.abs(value) >= 1e-4) return text;
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
}

function writeString(value: string, style: JsonStyle): string {
  const text = JSON.stringify(value);
  if (!style.ascii) return text;
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
