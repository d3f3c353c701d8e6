import type { PythonValue } from '../protocol/python-value.ts';
import { PythonFloat } from '../protocol/python-value.ts';
import { writeJsonAsOrjson } from '../protocol/write-json.ts';
import { gallerySchema, galleryPythonType } from './gallery-schema.ts';
import { imageSchema, imagePythonType } from './image-schema.ts';
import type { Slider, SpaceComponent } from './space-component.ts';

/** How `/config` and `/info` describe the value of a component. */
export interface ComponentSchema {
  /** Class name in Python, e.g. `Textbox`. */
  readonly className: string;
  readonly type: PythonValue;
  readonly pythonType: string;
  /** Text that `/info` adds to the Python type of an output. */
  readonly outputDescription: string;
  readonly example: PythonValue;
}

/** Describes the value of a component. */
export function componentSchema(component: SpaceComponent): ComponentSchema {
  switch (component.type) {
    case 'textbox':
      return simple('Textbox', { type: 'string' }, 'str', 'Hello!!');
    case 'checkbox':
      return simple('Checkbox', { type: 'boolean' }, 'bool', true);
    case 'number':
      return simple('Number', { type: 'number' }, 'float', 3);
    case 'slider': {
      const description = `numeric value between ${bound(component, 'minimum')} and ${bound(component, 'maximum')}`;
      const example = sliderNumber(component, component.minimum);
      return { ...simple('Slider', { type: 'number', description }, 'float', example), outputDescription: description };
    }
    case 'image':
      return simple('Image', imageSchema, imagePythonType, null);
    case 'gallery':
      return simple('Gallery', gallerySchema, galleryPythonType, null);
  }
}

/** A bound or value of a slider as Python holds it: an int when the step is whole, else a float. */
export function sliderNumber(slider: Slider, value: number): PythonValue {
  return Number.isInteger(slider.step) ? value : new PythonFloat(value);
}

function bound(slider: Slider, name: 'minimum' | 'maximum'): string {
  return writeJsonAsOrjson(sliderNumber(slider, slider[name]));
}

function simple(className: string, type: PythonValue, pythonType: string, example: PythonValue): ComponentSchema {
  return { className, type, pythonType, outputDescription: '', example };
}
