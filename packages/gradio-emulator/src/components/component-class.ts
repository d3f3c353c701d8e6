import type { SpaceComponent } from './space-component.ts';

/** Name of a component's class in Python, e.g. `Textbox`. */
export function componentClass(type: SpaceComponent['type']): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}
