import { requireOption } from '@hypotez/provider-core';
import { SPACE_FIELDS, type InputMapping } from './space-input.ts';

/**
 * Checks what an application says that inputs take. Whether there are such inputs, the Space knows alone.
 *
 * @throws {ConfigurationError} for the first value that is neither a field nor a constant.
 */
export function requireInputMapping(inputs: InputMapping): void {
  for (const [name, value] of Object.entries(inputs)) {
    requireOption(isField(value) || isConstant(value), `inputs.${name}`, `one of ${SPACE_FIELDS.join(', ')}, or { constant: <value> }`);
  }
}

function isField(value: unknown): boolean {
  return SPACE_FIELDS.some((field) => field === value);
}

function isConstant(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'constant' in value;
}
