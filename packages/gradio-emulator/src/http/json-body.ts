import { parsePythonJson } from '../protocol/parse-python-json.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import { findJsonFault } from './json-fault.ts';
import { invalidBody, type ValidationError } from './validation-error.ts';

/** A request body as the framework under Gradio sees it; with errors there is no value to look at. */
export interface JsonBody {
  readonly value: PythonValue;
  readonly errors: readonly ValidationError[];
}

/**
 * Reads a body; anything declared as something else than JSON stays a string, which no route accepts. `needsType` is
 * whether a body that is declared as nothing does so, too.
 */
export function parseJsonBody(contentType: string | undefined, text: string, needsType: boolean): JsonBody {
  if (text === '') return invalid(invalidBody('missing', null));
  const isJson = contentType === undefined ? !needsType : /^application\/([\w.-]+\+)?json\b/i.test(contentType);
  if (!isJson) return { value: text, errors: [] };
  try {
    const value = parsePythonJson(text);
    return value === null ? invalid(invalidBody('missing', null)) : { value, errors: [] };
  } catch {
    return invalid(jsonInvalid(text));
  }
}

function invalid(error: ValidationError): JsonBody {
  return { value: null, errors: [error] };
}

function jsonInvalid(text: string): ValidationError {
  const { offset, reason } = findJsonFault(text) ?? { offset: 0, reason: 'Expecting value' };
  return { type: 'json_invalid', loc: ['body', offset], msg: 'JSON decode error', input: {}, ctx: { error: reason } };
}
