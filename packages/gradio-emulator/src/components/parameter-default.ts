import type { PythonValue } from '../protocol/python-value.ts';
import { sliderNumber } from './slider-number.ts';
import type { SpaceComponent } from './space-component.ts';

/** The value that an input has when the caller gives none; undefined when there is none. */
export function parameterDefault(component: SpaceComponent): PythonValue | undefined {
  switch (component.type) {
    case 'slider':
      return sliderNumber(component, component.value);
    case 'checkbox':
      return component.value ?? false;
    case 'textbox':
    case 'number':
      return component.value;
    case 'image':
    case 'gallery':
      return undefined;
  }
}
