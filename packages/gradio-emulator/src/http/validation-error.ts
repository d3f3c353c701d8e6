import type { PythonValue } from '../protocol/python-value.ts';

/** One fault in a request, as pydantic words it; a 422 carries a list of them. */
export type ValidationError = Readonly<{
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: PythonValue;
  ctx?: PythonValue;
}>;

const messages = {
  missing: 'Field required',
  list_type: 'Input should be a valid list',
  string_type: 'Input should be a valid string',
  int_type: 'Input should be a valid integer',
  int_parsing: 'Input should be a valid integer, unable to parse string as an integer',
  int_from_float: 'Input should be a valid integer, got a number with a fractional part',
  bool_type: 'Input should be a valid boolean',
  bool_parsing: 'Input should be a valid boolean, unable to interpret input',
  dict_type: 'Input should be a valid dictionary',
  model_attributes_type: 'Input should be a valid dictionary or object to extract fields from',
} as const;

/** Kinds of fault with a fixed message. */
export type FaultType = keyof typeof messages;

/** A fault of a member of the body or the query. */
export function invalidField(
  type: FaultType,
  place: 'body' | 'query',
  field: string,
  input: PythonValue,
): ValidationError {
  return { type, loc: [place, field], msg: messages[type], input };
}

/** A fault of the body as a whole. */
export function invalidBody(type: FaultType, input: PythonValue): ValidationError {
  return { type, loc: ['body'], msg: messages[type], input };
}
