import { componentClass } from '../components/component-class.ts';
import type { SpaceComponent } from '../components/space-component.ts';
import { pythonRepr, pythonText, pythonType } from '../protocol/python-repr.ts';
import type { PythonValue } from '../protocol/python-value.ts';

/** Longest value that is shown whole, characters. */
const longestValue = 200;

/** An input and the call that it belongs to. */
interface FailedInput {
  readonly apiName: string;
  readonly components: readonly SpaceComponent[];
  readonly index: number;
  readonly value: PythonValue;
}

/** What later releases say of an exception over an input. */
export function explanation({ apiName, components, index, value }: FailedInput, error: unknown): string {
  const types = components.map(({ type }) => type);
  const shown = pythonRepr(value);
  const cut = shown.length > longestValue ? `${shown.slice(0, longestValue)}...` : shown;
  const original = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [
    `Could not preprocess input component at index ${index.toString()} (a \`${types[index] ?? ''}\` component) of the event handler (named "${apiName}") with input components: [${types.join(', ')}].`,
    `Expected a \`float\`, but the value passed to the event handler was: ${cut} (of type \`${pythonType(value)}\`).`,
    `Original error: ${original}`,
  ].join('\n\n');
}

/** What is said of a call with too few inputs. */
export function tooFewInputs(
  apiName: string,
  components: readonly SpaceComponent[],
  data: readonly PythonValue[],
): string {
  const wanted = components.map(
    ({ type }) => `<gradio.components.${type}.${componentClass(type)} object at 0x7f0000000000>`,
  );
  const received = data.map((value) => (typeof value === 'string' ? `"${value}"` : pythonText(value)));
  return [
    `An event handler (${apiName}) didn't receive enough input values (needed: ${components.length.toString()}, got: ${data.length.toString()}).`,
    'Check if the event handler calls a Javascript function, and make sure its return value is correct.',
    'Wanted inputs:',
    `    [${wanted.join(', ')}]`,
    'Received inputs:',
    `    [${received.join(', ')}]`,
  ].join('\n');
}
