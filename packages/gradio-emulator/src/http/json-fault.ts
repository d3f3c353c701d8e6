/** Where a text stops being JSON, and why, in the words of Python's `json`. */
export interface JsonFault {
  readonly offset: number;
  readonly reason: string;
}

const literals = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'];
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const nameReason = 'Expecting property name enclosed in double quotes';

/** Finds the first fault of a text as Python does; undefined when Python finds none. */
export function findJsonFault(text: string): JsonFault | undefined {
  const scanner = new Scanner(text);
  return scanner.value() ?? scanner.end();
}

class Scanner {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): JsonFault | undefined {
    this.#skipSpace();
    const character = this.#text[this.#offset];
    if (character === '{') return this.#members('}', () => this.#member());
    if (character === '[') return this.#members(']', () => this.value());
    if (character === '"') return this.#string();
    const literal = literals.find((word) => this.#text.startsWith(word, this.#offset));
    const length = literal?.length ?? this.#match(numberPattern);
    if (length === 0) return this.#fault('Expecting value');
    this.#offset += length;
    return undefined;
  }

  end(): JsonFault | undefined {
    this.#skipSpace();
    return this.#offset < this.#text.length ? this.#fault('Extra data') : undefined;
  }

  #members(end: string, member: () => JsonFault | undefined): JsonFault | undefined {
    this.#offset += 1;
    this.#skipSpace();
    if (this.#take(end)) return undefined;
    for (;;) {
      const fault = member();
      if (fault !== undefined) return fault;
      this.#skipSpace();
      if (this.#take(end)) return undefined;
      if (!this.#take(',')) return this.#fault("Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #member(): JsonFault | undefined {
    if (this.#text[this.#offset] !== '"') return this.#fault(nameReason);
    const fault = this.#string();
    if (fault !== undefined) return fault;
    this.#skipSpace();
    return this.#take(':') ? this.value() : this.#fault("Expecting ':' delimiter");
  }

  #string(): JsonFault | undefined {
    const length = this.#match(stringPattern);
    if (length === 0) return this.#fault('Unterminated string starting at');
    this.#offset += length;
    return undefined;
  }

  #match(pattern: RegExp): number {
    pattern.lastIndex = this.#offset;
    return pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #take(character: string): boolean {
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.#offset] ?? '.')) this.#offset += 1;
  }

  #fault(reason: string): JsonFault {
    return { offset: this.#offset, reason };
  }
}
