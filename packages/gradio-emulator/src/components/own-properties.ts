import type { PythonValue } from '../protocol/python-value.ts';
import { sliderNumber } from './slider-number.ts';
import type { SpaceComponent } from './space-component.ts';

/** What a component itself says of its `props` in `/config`: here, and only here, Gradio shows the bounds of a slider. */
export function ownProperties(component: SpaceComponent): Readonly<Record<string, PythonValue | undefined>> {
  const { label } = component;
  switch (component.type) {
    case 'textbox': {
      const { value, placeholder, visible = true } = component;
      return { label, value, placeholder, visible };
    }
    case 'checkbox':
      return { label, value: component.value ?? false };
    case 'number':
      return { label, value: component.value };
    case 'slider':
      return {
        label,
        minimum: sliderNumber(component, component.minimum),
        maximum: sliderNumber(component, component.maximum),
        value: sliderNumber(component, component.value),
        step: component.step,
      };
    case 'image':
    case 'gallery':
      return { label };
  }
}
