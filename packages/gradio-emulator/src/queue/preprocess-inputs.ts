import type { SpaceComponent } from '../components/space-component.ts';
import type { SpaceFunction } from '../functions/space-function.ts';

/**
 * Does to the values of a caller what Gradio 5.3 does before the function sees them.
 *
 * Too many values are ignored, bounds are not checked. Throws a `TypeError` (hidden from the caller) when there are
 * too few, or when a slider has no value.
 */
export function preprocessInputs(spaceFunction: SpaceFunction, data: readonly unknown[]): readonly unknown[] {
  const components = Object.values(spaceFunction.inputs);
  if (data.length < components.length) {
    throw new TypeError(`Too few inputs: needed ${components.length.toString()}, got ${data.length.toString()}.`);
  }
  return components.map((component, index) => preprocess(component, data[index]));
}

function preprocess(component: SpaceComponent, value: unknown): unknown {
  if (component.type === 'slider' && value === null) throw new TypeError(`${component.label} has no value.`);
  const isText = component.type === 'textbox' && value !== null && typeof value !== 'string';
  return isText ? JSON.stringify(value) : value;
}
