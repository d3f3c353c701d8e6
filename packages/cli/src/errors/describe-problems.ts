import type { RequestProblem } from '@hypotez/provider-core';
import { optionOfField } from './option-of-field.ts';

/** What is wrong with a request, in the words of the command line: `--steps is 0; allowed is a whole number from 1 to 50.` */
export function describeProblems(problems: readonly RequestProblem[]): string {
  return problems.map(({ field, value, allowed }) => capitalised(`${optionOfField(field)} is ${value}; allowed is ${allowed}.`)).join(' ');
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
