import type { PythonValue } from '../protocol/python-value.ts';
import { invalidBody, type ValidationError } from './validation-error.ts';

/** A request body as the framework under Gradio sees it; with errors there is no value to look at. */
export interface JsonBody {
  readonly value: PythonValue;
  readonly errors: readonly ValidationError[];
}

/** Reads a body; anything not declared as JSON stays a string, which no route accepts. */
export function parseJsonBody(contentType: string | undefined, text: string): JsonBody {
  if (text === '') return invalid(invalidBody('missing', null));
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType ?? '')) return { value: text, errors: [] };
  try {
    // A JSON text holds nothing but JSON values.
    const value = JSON.parse(text) as PythonValue;
    return value === null ? invalid(invalidBody('missing', null)) : { value, errors: [] };
  } catch (error) {
    return invalid(jsonInvalid(text, error));
  }
}

function invalid(error: ValidationError): JsonBody {
  return { value: null, errors: [error] };
}

function jsonInvalid(text: string, error: unknown): ValidationError {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1];
  // The engine names a position for most faults; an end in mid-value is the other common one.
  const offset = position !== undefined ? Number(position) : message.includes('end of JSON') ? text.length : 0;
  const reason = text[offset - 1] === '{' ? 'Expecting property name enclosed in double quotes' : 'Expecting value';
  return { type: 'json_invalid', loc: ['body', offset], msg: 'JSON decode error', input: {}, ctx: { error: reason } };
}
