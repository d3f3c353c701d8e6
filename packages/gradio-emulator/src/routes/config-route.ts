import { createHash, randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { componentProperties } from '../components/component-properties.ts';
import { componentSchema } from '../components/component-schema.ts';
import type { SpaceComponent } from '../components/space-component.ts';
import { replyJson } from '../http/reply.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import { spaceComponents, type SpaceApp } from '../space/space-app.ts';
import type { Route } from './route.ts';

/** `GET /config`: version, components with their bounds, and which function takes which of them. */
export function configRoute(app: SpaceApp): Route {
  const appId = randomInt(2 ** 47);
  return {
    method: 'GET',
    path: /^\/config\/?$/,
    login: true,
    handle: ({ request, response }) => {
      replyJson(response, 200, config(app, appId, request));
    },
  };
}

function config(app: SpaceApp, appId: number, request: IncomingMessage): PythonValue {
  const components = spaceComponents(app.endpoints);
  return {
    version: app.version.version,
    api_prefix: app.version.apiPrefix === '' ? undefined : app.version.apiPrefix,
    mode: 'blocks',
    app_id: appId,
    dev_mode: false,
    analytics_enabled: false,
    components: components.map((component, index) => componentEntry(component, index + 1)),
    connect_heartbeat: false,
    title: 'Gradio',
    space_id: null,
    enable_queue: true,
    show_error: false,
    show_api: true,
    is_colab: false,
    max_file_size: null,
    protocol: 'sse_v3',
    layout: { id: 0, children: components.map((_, index) => ({ id: index + 1 })) },
    dependencies: app.endpoints.map((endpoint) => dependency(endpoint, components)),
    root: `http://${request.headers.host ?? 'localhost'}`,
    username: app.login.user(request),
  };
}

function componentEntry(component: SpaceComponent, id: number): PythonValue {
  const { type, example } = componentSchema(component);
  return {
    id,
    type: component.type,
    props: componentProperties(component),
    skip_api: false,
    component_class_id: createHash('md5').update(component.type).digest('hex'),
    key: null,
    api_info: type,
    api_info_as_input: type,
    api_info_as_output: type,
    example_inputs: example,
  };
}

function dependency(endpoint: Endpoint, components: readonly SpaceComponent[]): PythonValue {
  const { inputs, outputs, generator = false } = endpoint.function;
  const id = (component: SpaceComponent): number => components.indexOf(component) + 1;
  return {
    id: endpoint.index,
    targets: [],
    inputs: Object.values(inputs).map(id),
    outputs: outputs.map(id),
    backend_fn: true,
    js: null,
    queue: true,
    api_name: endpoint.apiName,
    scroll_to_output: false,
    show_progress: 'full',
    batch: false,
    max_batch_size: 4,
    cancels: [],
    types: { generator, cancel: false },
    collects_event_data: false,
    trigger_after: null,
    trigger_only_on_success: false,
    trigger_mode: 'once',
    show_api: true,
    zerogpu: false,
    rendered_in: null,
    connection: 'sse',
    time_limit: null,
    stream_every: 0.5,
    like_user_message: false,
    event_specific_args: null,
  };
}
