import type { PythonValue } from '../protocol/python-value.ts';
import type { Template } from './gradio-release.ts';

/** Puts values into the places that a template leaves open; what the template does not know is left out. */
export function fillTemplate(template: Template, values: Template): PythonValue {
  const entries = Object.entries(template).map(([key, value]) => [key, key in values ? values[key] : value] as const);
  return Object.fromEntries(entries);
}
