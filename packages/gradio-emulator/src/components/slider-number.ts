import { PythonFloat, type PythonValue } from '../protocol/python-value.ts';
import type { Slider } from './space-component.ts';

/** A bound or value of a slider as Python holds it: an int when the step is whole, else a float. */
export function sliderNumber(slider: Slider, value: number): PythonValue {
  return Number.isInteger(slider.step) ? value : new PythonFloat(value);
}
