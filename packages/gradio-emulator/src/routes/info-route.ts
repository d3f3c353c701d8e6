import { componentClass } from '../components/component-class.ts';
import { componentSchema } from '../components/component-schema.ts';
import { parameterDefault } from '../components/parameter-default.ts';
import type { SpaceComponent } from '../components/space-component.ts';
import type { SpaceFunction } from '../functions/space-function.ts';
import { replyJson } from '../http/reply.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { SpaceApp } from '../space/space-app.ts';
import type { DescriptionFacts } from '../versions/gradio-release.ts';
import type { Route } from './route.ts';

/** `GET /info`: the parameters and returns of every function, by name. */
export function infoRoute(app: SpaceApp): Route {
  const { apiPrefix, description } = app.release;
  return {
    method: 'GET',
    path: new RegExp(`^${apiPrefix}/info/?$`),
    login: true,
    handle: ({ response }) => {
      const named = app.endpoints.map(
        (endpoint) => [`/${endpoint.apiName}`, describe(endpoint.function, description)] as const,
      );
      replyJson(response, 200, { named_endpoints: Object.fromEntries(named), unnamed_endpoints: {} });
    },
  };
}

function describe(spaceFunction: SpaceFunction, description: DescriptionFacts): PythonValue {
  return {
    parameters: Object.entries(spaceFunction.inputs).map(([name, component]) =>
      parameter(name, component, description),
    ),
    returns: spaceFunction.outputs.map((component) => {
      const { type, pythonType, bounds } = componentSchema(component, description);
      const pythonTypeEntry = { type: pythonType, description: bounds };
      return { label: component.label, type, python_type: pythonTypeEntry, component: componentClass(component.type) };
    }),
    ...description.endpoint,
  };
}

function parameter(name: string, component: SpaceComponent, description: DescriptionFacts): PythonValue {
  const { type, pythonType, bounds, example } = componentSchema(component, description);
  const value = parameterDefault(component);
  return {
    label: component.label,
    parameter_name: name,
    parameter_has_default: value !== undefined,
    parameter_default: value ?? null,
    type,
    python_type: { type: pythonType, description: description.describesPythonType ? bounds : '' },
    component: componentClass(component.type),
    example_input: example,
  };
}
