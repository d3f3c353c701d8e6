import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { componentSchema } from '../components/component-schema.ts';
import { ownProperties } from '../components/own-properties.ts';
import { layOutInterface, type InterfacePart, type SpaceInterface } from '../components/space-interface.ts';
import { replyJson } from '../http/reply.ts';
import type { PythonValue } from '../protocol/python-value.ts';
import { requestRoot } from '../protocol/root-url.ts';
import type { Endpoint } from '../queue/endpoint.ts';
import type { SpaceApp } from '../space/space-app.ts';
import { fillTemplate } from '../versions/fill-template.ts';
import type { DescriptionFacts, GradioRelease } from '../versions/gradio-release.ts';
import type { Route } from './route.ts';

/** `GET /config`: version, components with their bounds, and which function takes which of them. */
export function configRoute(app: SpaceApp): Route {
  const page = layOutInterface(app.endpoints);
  return {
    method: 'GET',
    path: /^\/config\/?$/,
    login: true,
    handle: ({ request, response }) => {
      replyJson(response, 200, config(app, page, request));
    },
  };
}

function config(app: SpaceApp, page: SpaceInterface, request: IncomingMessage): PythonValue {
  const { release, endpoints } = app;
  const { description } = release;
  const { parts, layout } = page;
  return fillTemplate(description.config, {
    version: release.version,
    app_id: app.id,
    components: parts.map((part) => partEntry(part, release)),
    show_error: app.showError,
    max_file_size: app.maximumFileSize,
    layout,
    page: { '': { layout, components: parts.map(({ id }) => id), dependencies: endpoints.map(({ index }) => index) } },
    dependencies: endpoints.map((endpoint) => dependency(endpoint, page, description)),
    root: requestRoot(release, request, '/config'),
    username: app.login.user(request),
  });
}

function partEntry(part: InterfacePart, { version, description }: GradioRelease): PythonValue {
  const { id, type } = part;
  const own = 'component' in part ? ownProperties(part.component) : type === 'button' ? { value: part.text } : {};
  const entry = {
    id,
    type,
    props: fillTemplate(description.properties[type], own),
    skip_api: !('component' in part),
    component_class_id: createHash(description.classIdHash).update(`${version} ${type}`).digest('hex'),
    key: null,
  };
  if (!('component' in part)) return entry;
  const { type: schema, example } = componentSchema(part.component, description);
  const repeated = description.repeatsSchema ? { api_info_as_input: schema, api_info_as_output: schema } : {};
  return { ...entry, api_info: schema, ...repeated, example_inputs: example };
}

function dependency(endpoint: Endpoint, page: SpaceInterface, description: DescriptionFacts): PythonValue {
  const { inputs, outputs, generator = false } = endpoint.function;
  return fillTemplate(description.dependency, {
    id: endpoint.index,
    targets: [[page.buttonOf(endpoint), 'click']],
    inputs: Object.values(inputs).map(page.idOf),
    outputs: outputs.map(page.idOf),
    api_name: endpoint.apiName,
    types: { generator, cancel: false },
  });
}
