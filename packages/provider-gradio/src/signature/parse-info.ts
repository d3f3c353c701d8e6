import { propertyOf } from '@hypotez/provider-core';

/** Reads the names of a function's parameters from a Space's `/info`; `undefined` when it does not list them. */
export function parseInfo(json: unknown, apiName: string): readonly string[] | undefined {
  const parameters = propertyOf(propertyOf(propertyOf(json, 'named_endpoints'), `/${apiName}`), 'parameters');
  if (!Array.isArray(parameters)) return undefined;
  return parameters.map((parameter: unknown, index) => {
    const name = propertyOf(parameter, 'parameter_name');
    return typeof name === 'string' ? name : `param_${index.toString()}`;
  });
}
