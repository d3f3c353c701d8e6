import type { PythonValue } from '../protocol/python-value.ts';
import { sliderNumber } from './component-schema.ts';
import type { SpaceComponent } from './space-component.ts';

/** The `props` of a component in `/config`; here, and only here, Gradio shows the bounds of a slider. */
export function componentProperties(component: SpaceComponent): PythonValue {
  const common = {
    label: component.label,
    show_label: true,
    container: true,
    min_width: 160,
    visible: true,
    elem_classes: [],
    name: component.type,
    _selectable: false,
  };
  switch (component.type) {
    case 'textbox': {
      const { value, placeholder, visible = true } = component;
      return { lines: 1, max_lines: 20, value, placeholder, type: 'text', ...common, visible };
    }
    case 'checkbox':
      return { value: component.value ?? false, ...common };
    case 'number':
      return { value: component.value, step: 1, ...common };
    case 'slider':
      return {
        minimum: sliderNumber(component, component.minimum),
        maximum: sliderNumber(component, component.maximum),
        value: sliderNumber(component, component.value),
        step: component.step,
        ...common,
      };
    case 'image':
      return { streamable: false, format: 'png', image_mode: 'RGB', type: 'numpy', streaming: false, ...common };
    case 'gallery':
      return { value: [], format: 'png', columns: 2, type: 'filepath', ...common };
  }
}
