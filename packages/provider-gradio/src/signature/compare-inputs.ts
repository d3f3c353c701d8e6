import { cleanText, type GenerationBounds, type NumberRange } from '@hypotez/provider-core';
import type { SpaceInput } from '../provider/space-input.ts';
import type { DescribedFunction, DescribedInput } from './described-function.ts';

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

/** Compares inputs with those of a function; without one, that is the only difference. */
export function compareInputs(inputs: readonly SpaceInput[], bounds: GenerationBounds, found: DescribedFunction | undefined): readonly SignatureDifference[] {
  if (found === undefined) return [{ kind: 'function', input: 'function', expected: 'a function of that name', found: 'none' }];
  const count: readonly SignatureDifference[] = found.inputs.length === inputs.length ? [] : [
    { kind: 'count', input: 'function', expected: `${inputs.length.toString()} inputs`, found: `${found.inputs.length.toString()} inputs` },
  ];
  return [
    ...count,
    ...inputs.flatMap((input, index) => [
      ...(found.hasNames ? compareName(input, found.inputs[index]?.name) : []),
      ...compareComponent(input, input.range ?? rangeOf(input.value, bounds), found.inputs[index]),
    ]),
  ];
}

/** What the model accepts for a field that is sent. */
function rangeOf(value: SpaceInput['value'], { size, ...bounds }: GenerationBounds): NumberRange | undefined {
  switch (value) {
    case 'width':
    case 'height':
      return 'max' in size ? size : undefined;
    case 'seed':
    case 'guidanceScale':
    case 'numInferenceSteps':
      return bounds[value];
    default:
      return undefined;
  }
}

function compareName({ name }: SpaceInput, found: string | undefined): readonly SignatureDifference[] {
  if (found === name) return [];
  return [{ kind: 'name', input: name, expected: name, found: found === undefined ? 'nothing' : cleanText(found, 80) }];
}

function compareComponent({ name, component }: SpaceInput, range: NumberRange | undefined, found: DescribedInput | undefined): readonly SignatureDifference[] {
  if (found === undefined) return [];
  if (found.type !== component) return [{ kind: 'component', input: name, expected: component, found: cleanText(found.type, 80) }];
  if (range === undefined || found.minimum === undefined || found.maximum === undefined) return [];
  // A Space that accepts more than the plugin asks for is no problem; one that accepts less is.
  if (found.minimum <= range.min && found.maximum >= range.max) return [];
  const text = (min: number, max: number): string => `${min.toString()} to ${max.toString()}`;
  return [{ kind: 'bounds', input: name, expected: text(range.min, range.max), found: text(found.minimum, found.maximum) }];
}
