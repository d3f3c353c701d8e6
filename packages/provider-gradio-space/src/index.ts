export { gradioSpace, type ModelOfSpace } from './gradio-space.ts';
export { GradioSpaceByDescription } from './gradio-space-by-description.ts';
export type { GradioSpacePluginOptions } from './gradio-space-plugin-options.ts';
