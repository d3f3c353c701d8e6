import { ConfigurationError, cleanText } from '@hypotez/provider-core';
import type { InputMapping, SpaceConstant, SpaceField } from '../provider/space-input.ts';
import type { DescribedFunction, DescribedInput } from '../signature/described-function.ts';
import { canHold, fieldOfName } from './field-of-name.ts';
import { inputName } from './input-name.ts';
import { nearestNames } from './nearest-names.ts';

/** An input of a function, and what it takes. */
export interface FittedInput {
  readonly name: string;
  readonly described: DescribedInput;
  readonly value: SpaceField | SpaceConstant;
}

/**
 * Says what each input of a function takes: what the mapping says, else what its name means, else its own default.
 *
 * @throws {ConfigurationError} for a name in the mapping that the function lacks, and for an input that nothing fills.
 */
export function fitInputs({ apiName, inputs }: DescribedFunction, mapping: InputMapping = {}): readonly FittedInput[] {
  const names = inputs.map(inputName);
  const where = `The function ${cleanText(apiName, 80)}`;
  for (const name of Object.keys(mapping)) if (!names.includes(name)) throw unknownInput(where, name, names);
  const mapped = new Map<string, SpaceField | SpaceConstant>(Object.entries(mapping));
  const taken = new Set<unknown>(mapped.values());
  const fields = inputs.map((described, index) => {
    const name = names[index] ?? '';
    const value = mapped.get(name) ?? proposal(described, name, taken);
    // One input for each field, but for images: of several inputs each takes the next one.
    if (value !== 'images') taken.add(value);
    return { name, described, value };
  });
  const fitted = withWholeSizes(withPrompt(fields)).map(({ name, described, value }) => ({ name, described, value: value ?? ownDefault(described) }));
  const missing = fitted.filter(({ value }) => value === undefined).map(({ name, described }) => `${cleanText(name, 80)} (${cleanText(described.type, 40)})`);
  if (missing.length > 0) throw new ConfigurationError(`${where} needs ${missing.join(', ')}, which nothing fills; give a field of the request or a { constant } for it.`);
  return fitted.flatMap(({ value, ...others }) => (value === undefined ? [] : [{ ...others, value }]));
}

/** An input that may still have to be filled. */
type OpenInput = Omit<FittedInput, 'value'> & { readonly value: FittedInput['value'] | undefined };

function proposal({ type }: DescribedInput, name: string, taken: ReadonlySet<unknown>): SpaceField | undefined {
  const field = fieldOfName(name.toLowerCase(), type);
  return field === undefined || taken.has(field) ? undefined : field;
}

/** The only text box there is takes the prompt, whatever its name. */
function withPrompt(inputs: readonly OpenInput[]): readonly OpenInput[] {
  if (inputs.some(({ value }) => value === 'prompt')) return inputs;
  const [only, another] = inputs.filter(({ described, value }) => value === undefined && canHold(described.type, 'prompt'));
  return only === undefined || another !== undefined ? inputs : inputs.map((input) => (input === only ? { ...input, value: 'prompt' } : input));
}

/** One side alone is no size, and sides say more than a ratio: what remains is left to the Space. */
function withWholeSizes(inputs: readonly OpenInput[]): readonly OpenInput[] {
  const has = (field: SpaceField): boolean => inputs.some(({ value }) => value === field);
  const isLeft = has('width') && has('height') ? ['aspectRatio'] : ['width', 'height'];
  return inputs.map((input) => (typeof input.value === 'string' && isLeft.includes(input.value) ? { ...input, value: undefined } : input));
}

/** What the page of the Space sends when nobody touches the input. */
function ownDefault({ type, hasDefault, default: standing, value }: DescribedInput): SpaceConstant | undefined {
  if (hasDefault) return { constant: standing };
  if (value !== undefined && value !== null) return { constant: value };
  return type === 'textbox' ? { constant: '' } : type === 'checkbox' ? { constant: false } : undefined;
}

function unknownInput(where: string, name: string, names: readonly string[]): ConfigurationError {
  const near = nearestNames(name, names).map((other) => cleanText(other, 80));
  const hint = near.length === 0 ? '' : ` Perhaps ${near.join(' or ')} is meant.`;
  return new ConfigurationError(`${where} has no input ${cleanText(name, 80)}; there are ${names.map((other) => cleanText(other, 80)).join(', ')}.${hint}`);
}
