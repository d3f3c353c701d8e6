import { componentClass } from '../components/component-class.ts';
import { sliderNumber } from '../components/slider-number.ts';
import type { Slider, SpaceComponent } from '../components/space-component.ts';
import { SpaceError } from '../functions/space-error.ts';
import { pythonText } from '../protocol/python-repr.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { InputFacts } from '../versions/gradio-release.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * Does to the values of a caller what Gradio does before the function sees them. Too many values are ignored.
 *
 * Throws an `Error` (hidden from the caller) when there are too few. A release that checks sliders throws a
 * `SpaceError` for a value beyond the bounds and a `TypeError` (hidden) for one that is no number.
 */
export function preprocessInputs(
  endpoint: Endpoint,
  data: readonly PythonValue[],
  facts: InputFacts,
): readonly PythonValue[] {
  const components = Object.values(endpoint.function.inputs);
  if (data.length < components.length) throw new Error(tooFewInputs(endpoint.apiName, components, data));
  return components.map((component, index) => preprocess(component, data[index] ?? null, facts));
}

function preprocess(component: SpaceComponent, value: PythonValue, { checksSliders }: InputFacts): PythonValue {
  if (component.type === 'textbox') return value === null ? null : pythonText(value);
  if (component.type !== 'slider') return value;
  if (checksSliders) checkSlider(component, value);
  return value;
}

function checkSlider(slider: Slider, value: PythonValue): void {
  // Python compares truth values as numbers.
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number !== 'number') {
    throw new TypeError(`'<' not supported between instances of '${pythonType(value)}' and 'int'`);
  }
  const bound = (limit: number): string => pythonText(sliderNumber(slider, limit));
  const shown = pythonText(value);
  if (number < slider.minimum) {
    throw new SpaceError(`Value ${shown} is less than minimum value ${bound(slider.minimum)}.`);
  }
  if (number > slider.maximum) {
    throw new SpaceError(`Value ${shown} is greater than maximum value ${bound(slider.maximum)}.`);
  }
}

function pythonType(value: PythonValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  return Array.isArray(value) ? 'list' : 'dict';
}

function tooFewInputs(apiName: string, components: readonly SpaceComponent[], data: readonly PythonValue[]): string {
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
