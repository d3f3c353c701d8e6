import { ProtocolError, propertyOf } from '@hypotez/provider-core';

/** One input component of a function, as `/config` describes it. */
export interface ConfiguredComponent {
  /** Kind, such as `slider`. */
  readonly type: string;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** What `/config` tells about a Space and one of its functions. */
export interface SpaceConfig {
  readonly version?: string | undefined;
  /** Prefix of the API's routes; Gradio 4 has none and does not name it. */
  readonly apiPrefix: string;
  /** Inputs of the function in order; `undefined` when the Space has no such function. */
  readonly components?: readonly ConfiguredComponent[] | undefined;
}

/**
 * Reads a Space's `/config`.
 *
 * @throws {ProtocolError} when it is not one.
 */
export function parseConfig(json: unknown, apiName: string): SpaceConfig {
  const version = propertyOf(json, 'version');
  const apiPrefix = propertyOf(json, 'api_prefix') ?? '';
  const components = propertyOf(json, 'components');
  const dependencies = propertyOf(json, 'dependencies');
  // The prefix is put between the Space's address and a route, where other characters would lead to another host.
  const isConfig = typeof apiPrefix === 'string' && /^(?:\/[\w-]+)*$/u.test(apiPrefix) && Array.isArray(components) && Array.isArray(dependencies);
  const called = isConfig ? find(dependencies, 'api_name', apiName) : undefined;
  const inputs = propertyOf(called, 'inputs');
  if (!isConfig || (called !== undefined && !Array.isArray(inputs))) throw new ProtocolError("The Space's /config has another shape than Gradio's.");
  return {
    version: typeof version === 'string' ? version : undefined,
    apiPrefix,
    components: Array.isArray(inputs) ? inputs.map((id: unknown) => describe(find(components, 'id', id))) : undefined,
  };
}

function find(list: readonly unknown[], key: string, value: unknown): unknown {
  return list.find((item) => propertyOf(item, key) === value);
}

function describe(component: unknown): ConfiguredComponent {
  const type = propertyOf(component, 'type');
  const props = propertyOf(component, 'props');
  return { type: typeof type === 'string' ? type : 'unknown', minimum: bound(propertyOf(props, 'minimum')), maximum: bound(propertyOf(props, 'maximum')) };
}

function bound(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
