import { parseTree, type ParseError } from 'jsonc-parser';

/** The line on which a text stops being JSON, from 1. */
export function lineOfJsonError(json: string): number {
  const errors: ParseError[] = [];
  parseTree(json, errors, { disallowComments: true });
  return json.slice(0, errors[0]?.offset ?? json.length).split('\n').length;
}
