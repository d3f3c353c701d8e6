import { propertyOf } from '@hypotez/provider-core';

/** What `/info` says of one parameter of a function. */
export interface ParameterInfo {
  readonly name: string;
  readonly hasDefault: boolean;
  /** The value that stands for it where none is sent. */
  readonly default?: unknown;
}

/** Reads a function's parameters from a Space's `/info`; `undefined` when it does not list them. */
export function parseInfo(json: unknown, apiName: string): readonly ParameterInfo[] | undefined {
  const parameters = propertyOf(propertyOf(propertyOf(json, 'named_endpoints'), `/${apiName}`), 'parameters');
  if (!Array.isArray(parameters)) return undefined;
  return parameters.map((parameter: unknown, index) => {
    const name = propertyOf(parameter, 'parameter_name');
    return {
      name: typeof name === 'string' ? name : `param_${index.toString()}`,
      hasDefault: propertyOf(parameter, 'parameter_has_default') === true,
      default: propertyOf(parameter, 'parameter_default'),
    };
  });
}
