import { ProtocolError } from '@hypotez/provider-core';
import * as v from 'valibot';

/** One input component of a function, as `/config` describes it. */
export interface ConfiguredComponent {
  /** Kind, such as `slider`. */
  readonly type: string;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly step?: number | undefined;
}

/** What `/config` tells about a Space and one of its functions. */
export interface SpaceConfig {
  readonly version?: string | undefined;
  /** Prefix of the API's routes; Gradio 4 has none and does not name it. */
  readonly apiPrefix: string;
  /** Inputs of the function in order; `undefined` when the Space has no such function. */
  readonly components?: readonly ConfiguredComponent[] | undefined;
}

const bound = v.fallback(v.nullish(v.number()), undefined);
const configSchema = v.looseObject({
  version: v.optional(v.string()),
  // It is put between the Space's address and a route, where other characters would lead to another host.
  api_prefix: v.optional(v.pipe(v.string(), v.regex(/^(?:\/[\w-]+)*$/u))),
  components: v.array(v.looseObject({ id: v.number(), type: v.string(), props: v.optional(v.looseObject({ minimum: bound, maximum: bound, step: bound }), {}) })),
  dependencies: v.array(v.looseObject({ api_name: v.union([v.string(), v.boolean(), v.null()]), inputs: v.array(v.unknown()) })),
});

/**
 * Reads a Space's `/config`.
 *
 * @throws {ProtocolError} when it is not one.
 */
export function parseConfig(json: unknown, apiName: string): SpaceConfig {
  const parsed = v.safeParse(configSchema, json);
  if (!parsed.success) throw new ProtocolError("The Space's /config has another shape than Gradio's.");
  const { version, api_prefix: apiPrefix = '', components, dependencies } = parsed.output;
  const byId = new Map(components.map((component) => [component.id, component]));
  const inputs = dependencies.find((dependency) => dependency.api_name === apiName)?.inputs;
  return { version, apiPrefix, components: inputs?.map((id) => describe(typeof id === 'number' ? byId.get(id) : undefined)) };
}

function describe(component: v.InferOutput<typeof configSchema>['components'][number] | undefined): ConfiguredComponent {
  if (component === undefined) return { type: 'unknown' };
  const { minimum, maximum, step } = component.props;
  return { type: component.type, minimum: minimum ?? undefined, maximum: maximum ?? undefined, step: step ?? undefined };
}
