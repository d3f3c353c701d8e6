import { ProtocolError, propertyOf } from '@hypotez/provider-core';
import type { DescribedComponent, DescribedFunction } from './described-function.ts';

/** A function as `/config` tells it, without the names of its parameters. */
export interface ConfiguredFunction extends Omit<DescribedFunction, 'hasNames' | 'inputs'> {
  readonly inputs: readonly DescribedComponent[];
}

/** What `/config` tells about a Space. */
export interface SpaceConfig {
  readonly version?: string | undefined;
  /** Prefix of the API's routes; Gradio 4 has none and does not name it. */
  readonly apiPrefix: string;
  /** The functions that can be called by a name. */
  readonly functions: readonly ConfiguredFunction[];
}

/**
 * Reads a Space's `/config`.
 *
 * @throws {ProtocolError} when it is not one.
 */
export function parseConfig(json: unknown): SpaceConfig {
  const version = propertyOf(json, 'version');
  const apiPrefix = propertyOf(json, 'api_prefix') ?? '';
  const components = propertyOf(json, 'components');
  const dependencies = propertyOf(json, 'dependencies');
  // The prefix is put between the Space's address and a route, where other characters would lead to another host.
  const isConfig = typeof apiPrefix === 'string' && /^(?:\/[\w-]+)*$/u.test(apiPrefix) && Array.isArray(components) && Array.isArray(dependencies);
  if (!isConfig) throw strange();
  const byId = new Map(components.map((component: unknown) => [propertyOf(component, 'id'), describe(component)]));
  const find = (id: unknown): DescribedComponent => byId.get(id) ?? describe(undefined);
  return {
    version: typeof version === 'string' ? version : undefined,
    apiPrefix,
    functions: dependencies.flatMap((dependency: unknown) => {
      const apiName = propertyOf(dependency, 'api_name');
      // A function without a name answers to the page alone.
      if (typeof apiName !== 'string' || apiName === '') return [];
      const visibility = propertyOf(dependency, 'api_visibility');
      return [{
        apiName,
        isPublic: visibility === undefined ? propertyOf(dependency, 'show_api') !== false : visibility === 'public',
        isGenerator: propertyOf(propertyOf(dependency, 'types'), 'generator') === true,
        inputs: list(propertyOf(dependency, 'inputs')).map(find),
        outputs: list(propertyOf(dependency, 'outputs') ?? []).map(find),
      }];
    }),
  };
}

function describe(component: unknown): DescribedComponent {
  const props = propertyOf(component, 'props');
  const choices = propertyOf(props, 'choices');
  const number = (key: string): number | undefined => {
    const value = propertyOf(props, key);
    return typeof value === 'number' ? value : undefined;
  };
  return {
    type: text(propertyOf(component, 'type')) ?? 'unknown',
    label: text(propertyOf(props, 'label')) ?? '',
    minimum: number('minimum'),
    maximum: number('maximum'),
    step: number('step'),
    choices: Array.isArray(choices) ? choices.map(sentFor) : undefined,
    value: propertyOf(props, 'value'),
  };
}

/** A choice is a pair of what is shown and what is sent, or the value alone. */
function sentFor(choice: unknown): unknown {
  const pair: readonly unknown[] = Array.isArray(choice) ? choice : [choice];
  return pair.at(-1);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw strange();
}

function strange(): ProtocolError {
  return new ProtocolError("The Space's /config has another shape than Gradio's.");
}
