import { withoutOmissions } from './omissions.ts';

type Members = Readonly<Record<string, unknown>>;

/** What of `/config` is about calls; the rest paints the page. */
const SPACE = ['version', 'api_prefix', 'mode', 'title', 'space_id', 'enable_queue', 'show_error', 'connect_heartbeat', 'is_colab', 'max_file_size', 'protocol', 'username', 'root', 'auth_required', 'auth_message', 'detail'];
const FUNCTION = ['api_name', 'backend_fn', 'queue', 'batch', 'max_batch_size', 'cancels', 'types', 'connection', 'time_limit', 'stream_every', 'show_api', 'api_visibility', 'collects_event_data'];
const COMPONENT = ['type', 'skip_api', 'api_info', 'api_info_as_input', 'api_info_as_output', 'example_inputs'];
const PROPERTY = ['label', 'value', 'minimum', 'maximum', 'step', 'precision', 'placeholder', 'visible', 'format'];

/** The part of `/config` that a client reads to call functions: the named ones, with their components in place of numbers. */
export function configView(config: unknown): unknown {
  const { components, dependencies, ...space } = members(config);
  const byId = new Map(list(components).map((component) => [component['id'], componentView(component)]));
  const view = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map((id) => byId.get(id)) : ids);
  const functions = list(dependencies)
    .filter((dependency) => typeof dependency['api_name'] === 'string')
    .map((dependency) => ({ ...pick(dependency, FUNCTION), inputs: view(dependency['inputs']), outputs: view(dependency['outputs']) }));
  return withoutOmissions({ ...pick(space, SPACE), functions });
}

function componentView(component: Members): Members {
  return { ...pick(component, COMPONENT), props: pick(members(component['props']), PROPERTY) };
}

function pick(from: Members, names: readonly string[]): Members {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}

function list(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(members) : [];
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
