import { sliderNumber } from '../components/slider-number.ts';
import type { Slider, SpaceComponent } from '../components/space-component.ts';
import { SpaceError } from '../functions/space-error.ts';
import { pythonText, pythonType } from '../protocol/python-repr.ts';
import { plainValue, PythonFloat, type PythonValue } from '../protocol/python-value.ts';
import type { InputFacts } from '../versions/gradio-release.ts';
import type { Endpoint } from './endpoint.ts';
import { explanation, tooFewInputs } from './input-errors.ts';

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
  return components.map((component, index) => {
    const value = data[index] ?? null;
    try {
      return preprocess(component, value, facts);
    } catch (error) {
      if (error instanceof SpaceError || !facts.explainsExceptions) throw error;
      throw new Error(explanation({ apiName: endpoint.apiName, components, index, value }, error), { cause: error });
    }
  });
}

function preprocess(component: SpaceComponent, value: PythonValue, { checksSliders }: InputFacts): PythonValue {
  if (component.type === 'textbox') return value === null ? null : pythonText(value);
  if (component.type !== 'slider') return value;
  if (checksSliders) checkSlider(component, value);
  return value;
}

function checkSlider(slider: Slider, value: PythonValue): void {
  // Python compares truth values as numbers.
  const plain = plainValue(value);
  const number = typeof plain === 'boolean' ? Number(plain) : plain;
  if (typeof number !== 'number') {
    const type = sliderNumber(slider, slider.minimum) instanceof PythonFloat ? 'float' : 'int';
    throw new TypeError(`'<' not supported between instances of '${pythonType(value)}' and '${type}'`);
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
