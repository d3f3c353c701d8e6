import { cleanText } from '@hypotez/provider-core';
import type { SpaceInput } from '../provider/space-input.ts';
import type { ConfiguredComponent } from './parse-config.ts';

/** One thing in which a Space differs from what a plugin sends. */
export interface SignatureDifference {
  readonly kind: 'function' | 'count' | 'name' | 'component' | 'bounds';
  /** Name of the input; of the function for `function` and `count`. */
  readonly input: string;
  /** What the plugin sends. */
  readonly expected: string;
  /** What the Space has. */
  readonly found: string;
}

/** Compares inputs with the Space's components and, where `/info` told them, with its parameter names. */
export function compareInputs(
  inputs: readonly SpaceInput[],
  components: readonly ConfiguredComponent[] | undefined,
  names: readonly string[] | undefined,
): readonly SignatureDifference[] {
  if (components === undefined) return [{ kind: 'function', input: 'function', expected: 'a function of that name', found: 'none' }];
  const count: readonly SignatureDifference[] = components.length === inputs.length ? [] : [
    { kind: 'count', input: 'function', expected: `${inputs.length.toString()} inputs`, found: `${components.length.toString()} inputs` },
  ];
  return [...count, ...inputs.flatMap((input, index) => [...compareName(input, names?.[index], names), ...compareComponent(input, components[index])])];
}

function compareName({ name }: SpaceInput, found: string | undefined, names: readonly string[] | undefined): readonly SignatureDifference[] {
  if (names === undefined || found === name) return [];
  return [{ kind: 'name', input: name, expected: name, found: found === undefined ? 'nothing' : cleanText(found, 80) }];
}

function compareComponent({ name, component, range }: SpaceInput, found: ConfiguredComponent | undefined): readonly SignatureDifference[] {
  if (found === undefined) return [];
  if (found.type !== component) return [{ kind: 'component', input: name, expected: component, found: cleanText(found.type, 80) }];
  if (range === undefined || found.minimum === undefined || found.maximum === undefined) return [];
  // A Space that accepts more than the plugin asks for is no problem; one that accepts less is.
  if (found.minimum <= range.min && found.maximum >= range.max) return [];
  const text = (min: number, max: number): string => `${min.toString()} to ${max.toString()}`;
  return [{ kind: 'bounds', input: name, expected: text(range.min, range.max), found: text(found.minimum, found.maximum) }];
}
