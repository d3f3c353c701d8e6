import { componentSchema, sliderNumber } from '../components/component-schema.ts';
import type { SpaceComponent } from '../components/space-component.ts';
import type { SpaceFunction } from '../functions/space-function.ts';
import { replyJson } from '../http/reply.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';

/** `GET /info`: the parameters and returns of every function, by name. */
export function infoRoute(app: SpaceApp): Route {
  return {
    method: 'GET',
    path: new RegExp(`^${app.version.apiPrefix}/info/?$`),
    login: true,
    handle: ({ response }) => {
      const named = app.endpoints.map((endpoint) => [`/${endpoint.apiName}`, describe(endpoint.function)] as const);
      replyJson(response, 200, { named_endpoints: Object.fromEntries(named), unnamed_endpoints: {} });
    },
  };
}

function describe(spaceFunction: SpaceFunction): PythonValue {
  return {
    parameters: Object.entries(spaceFunction.inputs).map(([name, component]) => parameter(name, component)),
    returns: spaceFunction.outputs.map((component) => {
      const { type, pythonType, outputDescription, className } = componentSchema(component);
      const pythonTypeEntry = { type: pythonType, description: outputDescription };
      return { label: component.label, type, python_type: pythonTypeEntry, component: className };
    }),
    show_api: true,
  };
}

function parameter(name: string, component: SpaceComponent): PythonValue {
  const { type, pythonType, className, example } = componentSchema(component);
  const value = defaultValue(component);
  return {
    label: component.label,
    parameter_name: name,
    parameter_has_default: value !== null,
    parameter_default: value,
    type,
    python_type: { type: pythonType, description: '' },
    component: className,
    example_input: example,
  };
}

function defaultValue(component: SpaceComponent): PythonValue {
  switch (component.type) {
    case 'slider':
      return sliderNumber(component, component.value);
    case 'checkbox':
      return component.value ?? false;
    case 'textbox':
    case 'number':
      return component.value ?? null;
    case 'image':
    case 'gallery':
      return null;
  }
}
