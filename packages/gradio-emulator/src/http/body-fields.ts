import { isPythonList, isPythonObject, plainValue, type PythonValue } from '../protocol/python-value.ts';
import type { JsonBody } from './json-body.ts';
import { invalidBody, invalidField, type FaultType, type ValidationError } from './validation-error.ts';

const trueWords = new Set(['1', 'true', 't', 'yes', 'y', 'on']);
const falseWords = new Set(['0', 'false', 'f', 'no', 'n', 'off']);

/** Members of a JSON object, read one by one; every fault is kept for the 422. */
export class BodyFields {
  readonly errors: ValidationError[] = [];
  readonly #body: Readonly<Record<string, PythonValue | undefined>>;
  readonly #isReadable: boolean;

  constructor({ value, errors }: JsonBody) {
    this.#isReadable = errors.length === 0 && isPythonObject(value);
    this.#body = isPythonObject(value) ? value : {};
    if (errors.length > 0) this.errors.push(...errors);
    else if (!this.#isReadable) this.errors.push(invalidBody('model_attributes_type', value));
  }

  list(name: string): readonly PythonValue[] {
    const value = this.#required(name);
    if (value === undefined) return [];
    return isPythonList(value) ? value : this.#fault('list_type', name, value, []);
  }

  string(name: string): string {
    const value = this.#required(name);
    if (value === undefined) return '';
    return typeof value === 'string' ? value : this.#fault('string_type', name, value, '');
  }

  /** A member that may be missing or null. */
  optionalString(name: string): string | null {
    const value = this.#body[name] ?? null;
    return value === null || typeof value === 'string' ? value : this.#fault('string_type', name, value, null);
  }

  /** A whole number, or the text of one. */
  integer(name: string): number {
    const value = this.#required(name);
    return value === undefined ? 0 : this.#integer(name, value);
  }

  /** The same, but it may be missing or null. */
  optionalInteger(name: string): number | null {
    const value = this.#body[name] ?? null;
    return value === null ? null : this.#integer(name, value);
  }

  /** A truth value or a word for one; null when it is missing or null. */
  boolean(name: string): boolean | null {
    const value = plainValue(this.#body[name] ?? null);
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'object') return this.#fault('bool_type', name, value, null);
    const word = value.toString().toLowerCase();
    if (trueWords.has(word)) return true;
    if (falseWords.has(word)) return false;
    return this.#fault('bool_parsing', name, value, null);
  }

  #integer(name: string, given: PythonValue): number {
    const value = plainValue(given);
    if (typeof value === 'string' && !/^[+-]?\d+$/.test(value)) return this.#fault('int_parsing', name, value, 0);
    if (typeof value !== 'number' && typeof value !== 'string') return this.#fault('int_type', name, value, 0);
    const number = Number(value);
    return Number.isInteger(number) ? number : this.#fault('int_from_float', name, value, 0);
  }

  #required(name: string): PythonValue | undefined {
    const value = this.#body[name];
    // When the body is no object its one fault has been noted.
    if (value === undefined && this.#isReadable) {
      this.errors.push(invalidField('missing', 'body', name, this.#body));
    }
    return value;
  }

  #fault<Fallback>(type: FaultType, name: string, value: PythonValue, fallback: Fallback): Fallback {
    this.errors.push(invalidField(type, 'body', name, value));
    return fallback;
  }
}
