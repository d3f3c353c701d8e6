import type { DescribedInput } from '../signature/described-function.ts';

/** The name by which an input is spoken of: that of its parameter, else its label written like one. */
export function inputName({ name, label }: DescribedInput, index: number): string {
  const words = (name ?? label).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/gu, '');
  return name ?? (words === '' ? `param_${index}` : words);
}
