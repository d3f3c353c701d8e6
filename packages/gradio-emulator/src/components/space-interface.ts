import type { PythonValue } from '../protocol/python-value.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { SpaceComponent } from './space-component.ts';

/** One thing on the page of a Space, with the number that `/config` gives it. */
export type InterfacePart =
  | { readonly id: number; readonly type: SpaceComponent['type']; readonly component: SpaceComponent }
  | { readonly id: number; readonly type: 'button'; readonly text: string }
  | { readonly id: number; readonly type: 'form' };

/** The page of a Space as Gradio would have built it: the components, a button for each function, forms around inputs. */
export interface SpaceInterface {
  readonly parts: readonly InterfacePart[];
  readonly layout: PythonValue;
  /** Number of a component. */
  readonly idOf: (component: SpaceComponent) => number;
  /** Number of the button that starts a function. */
  readonly buttonOf: (endpoint: Endpoint) => number;
}

/** Types that Gradio puts together in a form when they follow each other. */
const formTypes: ReadonlySet<string> = new Set(['textbox', 'checkbox', 'slider', 'number']);

/** Lays out the page: inputs in order of first use, then outputs, then the buttons. */
export function layOutInterface(endpoints: readonly Endpoint[]): SpaceInterface {
  const functions = endpoints.map((endpoint) => endpoint.function);
  const inputs = functions.flatMap((spaceFunction) => Object.values(spaceFunction.inputs));
  const components = [...new Set([...inputs, ...functions.flatMap(({ outputs }) => outputs)])];
  const parts: InterfacePart[] = components.map((component, index) => ({
    id: index + 1,
    type: component.type,
    component,
  }));
  const buttonOf = ({ index }: Endpoint): number => components.length + index + 1;
  for (const endpoint of endpoints) parts.push({ id: buttonOf(endpoint), type: 'button', text: endpoint.apiName });
  const children: PythonValue[] = [];
  let form: PythonValue[] | undefined;
  for (const { id, type } of [...parts]) {
    if (!formTypes.has(type)) {
      form = undefined;
      children.push({ id });
      continue;
    }
    if (form === undefined) {
      form = [];
      const formId = parts.length + 1;
      parts.push({ id: formId, type: 'form' });
      children.push({ id: formId, children: form });
    }
    form.push({ id });
  }
  return {
    parts,
    layout: { id: 0, children },
    idOf: (component) => components.indexOf(component) + 1,
    buttonOf,
  };
}
