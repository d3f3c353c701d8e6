import type { Template } from '../gradio-release.ts';

/** `/config` of 4.44, less style sheets, scripts and themes. */
export const config4: Template = {
  version: undefined,
  mode: 'blocks',
  app_id: undefined,
  dev_mode: false,
  analytics_enabled: false,
  components: undefined,
  connect_heartbeat: false,
  title: 'Gradio',
  space_id: null,
  enable_queue: true,
  show_error: undefined,
  show_api: true,
  is_colab: false,
  max_file_size: undefined,
  theme: 'default',
  protocol: 'sse_v3',
  fill_height: false,
  fill_width: false,
  layout: undefined,
  dependencies: undefined,
  root: undefined,
  username: undefined,
};

/** The same of 5.3. */
export const config53: Template = { version: undefined, api_prefix: '/gradio_api', ...config4 };

/** The same of 5.49, which may have several pages. */
export const config549: Template = {
  version: undefined,
  api_prefix: '/gradio_api',
  mode: 'blocks',
  app_id: undefined,
  dev_mode: false,
  vibe_mode: false,
  analytics_enabled: false,
  components: undefined,
  connect_heartbeat: false,
  title: 'Gradio',
  space_id: null,
  enable_queue: true,
  show_error: undefined,
  show_api: true,
  is_colab: false,
  max_file_size: undefined,
  theme: 'default',
  protocol: 'sse_v3',
  fill_height: false,
  fill_width: false,
  pwa: false,
  pages: [['', 'Home', true]],
  page: undefined,
  mcp_server: false,
  i18n_translations: null,
  dependencies: undefined,
  layout: undefined,
  username: undefined,
  root: undefined,
};

/** The same of 6.12, which lists the links below the page in the place of `show_api`. */
export const config612: Template = Object.fromEntries(
  Object.entries(config549).map(([key, value]) =>
    key === 'show_api' ? ['footer_links', ['api', 'gradio', 'settings']] : [key, value],
  ),
);

/** The same of 6.25, with the history of runs. */
export const config625: Template = Object.fromEntries(
  Object.entries(config612).flatMap(([key, value]) =>
    key === 'footer_links'
      ? [
          [key, ['api', 'gradio', 'settings', 'runs']],
          ['run_history', true],
        ]
      : [[key, value]],
  ),
);
